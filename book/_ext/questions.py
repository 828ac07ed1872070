"""Questions that answer: the directives ``{predict}``, ``{question}`` and ``{exercise}``.

    ````{question} forgotten-bias
    :answer: z
    What is $z$ of this neuron?

    `z - bias`
    : You left out the bias.

    hint
    : What is added to the products?

    ---
    The solution: any Markdown.
    ````

CONTRIBUTING.md shows all kinds.  The page needs no kernel: right and named wrong values are computed by the
notebook in the build (`question_values`), and ``_static/questions.js`` compares.  All text stands in the
page, without JavaScript and on paper too; a class set in the head before the first paint folds it.
"""
import json
import re

from docutils import nodes
from docutils.parsers.rst import directives
from question_form import answer_text, form, goal_of, tell_apart, within
from question_nodes import add_nodes, part, question
from question_plane import check_plane, usual_tolerance
from question_values import QuestionError, append_expressions, conditions, take_values
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective
from where import where

TEXT = directives.unchanged_required
TITLES = {"predict": "Predict first", "question": "Question", "exercise": "Exercise"}


class Question(SphinxDirective):
    required_arguments = 1
    has_content = True
    option_spec = dict.fromkeys((
        "answer", "tolerance", "label", "reach", "explorer", "set", "plane", "curve", "after", "check"), TEXT)

    def run(self):
        name, content = self.arguments[0], self.content
        rule = _rule(content)
        node = question(name=name, kind=self.name, options=self.options, where=where(self), ids=[f"q-{name}"],
                        names=[f"q-{name}"])
        self.set_source_info(node)
        self.state.document.note_explicit_target(node, node)
        title = TITLES[self.name] + (f" {name.replace('-', '.')}" if self.name == "exercise" else "")
        node += nodes.paragraph("", title, classes=["nn-question-title"], ids=[f"q-{name}-title"])
        node += (text := part(role="text"))
        for child in self._parse(content[:rule], 0):
            if isinstance(child, nodes.definition_list):
                for item in child.children:
                    node.extend(self._of_item(item))
            else:
                text += child
        answer = self._parse(content[rule + 1:], rule + 1)
        if not answer:
            raise QuestionError(f"{where(self)}: says no answer below a line of ---")
        node += part("", *answer, role="answer")
        return [node]

    def _parse(self, lines, offset):
        place = nodes.Element()
        self.state.nested_parse(lines, self.content_offset + offset, place)
        return place.children

    def _of_item(self, item):
        term, words = item[0], item[1].children
        if term.astext() in ("hint", "right"):
            return [part("", *words, role=term.astext())]
        if not isinstance(term[0], nodes.literal):
            raise QuestionError(f"{where(self)}: a term is 'hint', 'right' or begins with `code`: "
                                f"{term.astext()}")
        expression, *label = term.children
        reply = part("", *words, role="reply", expression=expression.astext())
        if not label:
            return [reply]
        label[0] = nodes.Text(label[0].astext().lstrip()) if isinstance(label[0], nodes.Text) else label[0]
        return [part("", *label, role="choice", expression=expression.astext()), reply]


def _rule(content):
    """The number of the line that is a rule, outside of any fence; that of the end where there is none."""
    fence = None
    for number, line in enumerate(content):
        if mark := re.match(r"\s*(`{3,}|~{3,}|:{3,})", line):
            if fence is None:
                fence = mark[1]
            elif line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = None
        elif fence is None and line.strip() == "---":
            return number
    return len(content)


class Answers(SphinxTransform):
    """The values that the notebook has computed into the questions of the page."""

    default_priority = 6  # after `CarryCells`, which says what went wrong in a cell

    def apply(self):
        values = take_values(self.document, self.env)
        known = self.env.nn_questions[self.env.docname] = {}
        for node in self.document.findall(question):

            def value(expression, name=node["name"], place=node["where"]):
                try:
                    return values[f"{name}: {expression.strip()}"]
                except KeyError:
                    raise QuestionError(
                        f"{place}: `{expression}` was not computed; does the page begin with 'file_format: "
                        "mystnb', and does a term stand alone on its line?") from None

            try:
                _complete(node, value)
            except ValueError as problem:
                raise QuestionError(f"{node['where']}: {problem}") from None
            known[node["name"]] = node["data"]["kind"]


def _complete(node, value):
    options = node["options"]
    parts = {role: [] for role in ("text", "choice", "reply", "hint", "right", "answer")}
    for child in list(node.findall(part)):
        parts[child["role"]].append(child)
    data = node["data"] = {"name": node["name"], "kind": "open", "ask": node["kind"]}
    tolerance = value(options["tolerance"]) if "tolerance" in options else None
    if "explorer" in options:
        data["explorer"] = f"cell-{options['explorer']}"
    if "set" in options:
        data["set"] = json.dumps(value(options["set"]))
    if "reach" in options:
        data |= {"kind": "reach", "goal": json.dumps(goal_of(conditions(options["reach"]), value))}
        for reply in parts["reply"]:
            reply["data"] = {"goal": json.dumps(goal_of(conditions(reply["expression"]), value))}
    elif "answer" in options:
        right = value(options["answer"])
        if "plane" in options and tolerance is None:
            tolerance = usual_tolerance(check_plane(value(options["plane"]), right))
        data |= {"kind": "mark" if "plane" in options else "number"} | within(right, tolerance)
        for reply in parts["reply"]:
            wrong = value(reply["expression"])
            reply["data"] = within(wrong, tolerance)
            reply["when"] = answer_text(wrong)
        tell_apart(data, [(reply["expression"], reply["data"]) for reply in parts["reply"]])
    elif parts["choice"]:
        data["kind"] = "choice"
        truths = [value(choice["expression"]) for choice in parts["choice"]]
        if sum(map(bool, truths)) != 1:
            raise ValueError(f"exactly one choice must be true, but they are {truths}")
        for number, (choice, truth) in enumerate(zip(parts["choice"], truths, strict=False)):
            choice["data"] = parts["reply"][number]["data"] = {"choice": number}
            choice["true"] = bool(truth)
    form(node, parts, value)


def setup(app):
    add_nodes(app)
    for name in TITLES:
        app.add_directive(name, Question)
    app.connect("builder-inited", lambda app: app.env.__dict__.setdefault("nn_questions", {}))
    app.connect("env-purge-doc", lambda app, env, docname: env.nn_questions.pop(docname, None))
    app.connect("source-read", append_expressions, priority=900)
    app.add_transform(Answers)
    return {"parallel_read_safe": False, "parallel_write_safe": True}
