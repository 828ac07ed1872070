"""Cells of a notebook, shown in a chapter: MyST's directive ``{embed}``, for Jupyter Book 1.

The chapter ``NN-slug.md`` (``file_format: mystnb``) has its code in ``NN-slug.ipynb`` beside it.
Where it says

    ```{embed} #one-neuron
    :hide-input:
    ```

the reader sees the cell that opens with ``#| label: one-neuron``, with the output that this build
computes.  Options, named like MyST's cell tags, which may as well stand on the cell in the
notebook: ``remove-input``, ``hide-input`` (folded), ``remove-output``, ``hide-output`` (folded).
``alt`` says what a picture shows.  Text in the directive makes the cell a numbered figure with that
caption, and ``name`` is its label.

What runs, once a page and in the order of the notebook: the cells tagged ``setup``, which nobody
sees, and the embedded ones; after them the ``{code-cell}`` blocks of the chapter itself, if any.

myst-nb runs code cells at the top level of a page only.  So those of the notebook are put at the
end of the chapter, where they move no line number, and each is carried to its ``{embed}`` when it
has run.  That may therefore stand anywhere: at the top level, in a ``{question}``, a ``{dropdown}``, a tab, a
list.

``{embed} NN-slug-solutions.ipynb#label`` shows a cell of another notebook, run in a kernel of its own
(`solutions`).

Whatever is wrong stops the build with an `EmbedError` that names the chapter, its line and the
label: no such notebook, not JSON, a label missing, a label twice, a cell embedded twice, a cell
that raises.
"""
import re

import notebooks
import solutions
from cell_options import HIDING, EmbedError, show
from docutils import nodes
from docutils.parsers.rst import directives
from myst_nb.core.render import strip_ansi
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective
from where import where

# Where a fence opens an embed, at whatever depth; and a cell of the chapter's own.
EMBED = re.compile(r"(?:```|:::|~~~)[ \t]*\{embed\}[ \t]+#?([^\s#]+)(?!\S)")
OWN_CELL = re.compile(r"^`{3,}\{code-cell\}", re.MULTILINE)


class embedded(nodes.General, nodes.Element):
    """The place that waits for its cell."""


def append_cells(app, docname, text):
    """On `source-read`: the cells that the chapter needs, at its end."""
    labels = set(EMBED.findall(text[0]))
    if not labels:
        return
    notebook = notebooks.beside(app.env, docname)
    app.env.note_dependency(str(notebook))
    try:
        cells = list(notebooks.code_cells(notebook))
    except notebooks.NotebookError:
        return  # the directive says it again, and knows the line
    shown = [cell for cell in cells if cell["label"] in labels or "setup" in cell["tags"]]
    needed = "".join(map(_as_myst, shown))
    own = OWN_CELL.search(text[0])
    end = own.start() if own else len(text[0])
    text[0] = text[0][:end] + needed + text[0][end:]


def _as_myst(cell):
    fence = "`" * (3 + max(map(len, re.findall("`+", cell["source"])), default=0))
    tags = [tag for tag in cell["tags"] if tag not in HIDING]  # `show` sees to those
    options = f":embed: {cell['number']}\n:tags: {tags}\n"
    return f"\n\n{fence}{{code-cell}}\n{options}\n{cell['source']}\n{fence}\n\n"


def boolean(value):
    return directives.choice(value or "true", ("true", "false")) == "true"


class Embed(SphinxDirective):
    required_arguments = 1
    has_content = True
    option_spec = {
        **dict.fromkeys(HIDING, boolean),
        "alt": directives.unchanged_required,
        "name": directives.unchanged_required,
    }

    def run(self):
        file, _, label = self.arguments[0].rpartition("#")
        if file:
            return [self._of_another(file, label)]
        notebook = notebooks.beside(self.env, self.env.docname)
        try:
            found = [cell for cell in notebooks.code_cells(notebook) if cell["label"] == label]
        except notebooks.NotebookError as error:
            raise EmbedError(f"{where(self)}: {error}") from None
        if not found:
            raise EmbedError(
                f"{where(self)}: no cell of {notebook.name} opens with '#| label: {label}'"
            )
        if len(found) > 1:
            numbers = " and ".join(str(cell["number"]) for cell in found)
            raise EmbedError(
                f"{where(self)}: the label stands more than once in {notebook.name}, "
                f"in cells {numbers}"
            )
        options = {**dict.fromkeys(found[0]["tags"], True), **self.options}
        place = embedded(cell=found[0]["number"], where=where(self), options=options, label=label)
        if not self.content:
            return [place]
        caption, *_ = self.parse_content_to_nodes()
        figure = nodes.figure("", place, nodes.caption("", "", *caption.children))
        self.set_source_info(figure)
        self.add_name(figure)
        return [figure]


    def _of_another(self, file, label):
        try:
            cell, tags = solutions.cell_of(self.env, file, label)
        except notebooks.NotebookError as error:
            raise EmbedError(f"{where(self)}: {error}") from None
        options = {**dict.fromkeys(tags, True), **self.options}
        show(cell, {"options": options, "where": where(self)}, self.config)
        return cell


class CarryCells(SphinxTransform):
    """Each cell that ran to the `embedded` that waits for it; the others out of the page."""

    default_priority = 5  # before other transforms count figures or move what stands around

    def apply(self):
        ran = {
            int(node["cell_metadata"]["embed"]): node
            for node in self.document.findall(nodes.container)
            if "embed" in node.get("cell_metadata", {})
        }
        places = list(self.document.findall(embedded))
        self._stop_at_failure(ran, {place["cell"]: place["where"] for place in places})
        for cell in ran.values():
            cell.parent.remove(cell)
        for place in places:
            cell = ran.pop(place["cell"], None)
            if cell is None:
                raise EmbedError(
                    f"{place['where']}: the cell did not run. Is it embedded twice on the page, or "
                    "does the chapter not begin with 'file_format: mystnb' between lines of ---?"
                )
            cell["ids"].append(nodes.make_id(f"cell-{place['label']}"))  # questions find its explorer by that
            show(cell, place, self.config)
            place.replace_self(cell)

    def _stop_at_failure(self, ran, places):
        outcome = self.env.nb_metadata.get(self.env.docname, {}).get("exec_data")
        if not ran or outcome["succeeded"]:
            return
        *_, reason = strip_ansi(outcome["traceback"]).partition("nbclient.exceptions.")
        # Execution ends at the cell that raises or runs into the timeout, the last one that began.
        number, cell = [(n, cell) for n, cell in ran.items() if cell["exec_count"]][-1]
        chapter = self.env.doc2path(self.env.docname)
        if f"-\n{cell.astext().splitlines()[0]}\n" in reason:  # it is quoted below a rule
            notebook = notebooks.beside(self.env, self.env.docname).name
            place = places.get(number, f"{chapter}: a setup cell")
            raise EmbedError(f"{place}: cell {number} of {notebook} failed: {reason.strip()}")
        raise EmbedError(f"{chapter}: a cell of the chapter itself failed: {reason.strip()}")


def setup(app):
    app.connect("source-read", append_cells)
    app.add_node(embedded)
    app.add_directive("embed", Embed)
    app.add_transform(CarryCells)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
