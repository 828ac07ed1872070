"""What a question is made of, and the HTML that it becomes."""
from docutils import nodes


class question(nodes.General, nodes.Element):
    """The whole; ``data`` becomes its data attributes."""


class part(nodes.General, nodes.Element):
    """A piece of a question: ``role`` text, choice, reply, hint, right or answer; ``data`` as above."""


def visit_question(self, node):
    data = {f"data-{name}": text for name, text in node["data"].items()}
    self.body.append(self.starttag(
        node, "div", "", CLASS=f"nn-question nn-{node['kind']}", role="group",
        **{"aria-labelledby": f"q-{node['name']}-title"} | data))


def visit_part(self, node):
    data = {f"data-{name}": text for name, text in node.get("data", {}).items()}
    if node["role"] == "choice":
        data |= {"data-true": ""} if node["true"] else {}
        radio = self.emptytag({}, "input", "", type="radio", name=node["group"], value=node["data"]["choice"])
        self.body.append(self.starttag({}, "label", "", CLASS="nn-choice", **data) + f"{radio}<span>")
        return
    self.body.append(self.starttag(node, "div", "", CLASS=f"nn-{node['role']}", **data))
    if when := node.get("when"):
        self.body.append(f'<p class="nn-when">{self.encode(f"Who says {when}:")}</p>')


def depart_question(self, node):
    self.body.append("</div>\n")


def depart_part(self, node):
    self.body.append("</span></label>\n" if node["role"] == "choice" else "</div>\n")


def add_nodes(app):
    plain = (lambda self, node: None, lambda self, node: None)
    app.add_node(question, html=(visit_question, depart_question), latex=plain, text=plain)
    app.add_node(part, html=(visit_part, depart_part), latex=plain, text=plain)
