"""What the options of ``{embed}`` do to a cell: remove and fold its parts, and say what a picture shows."""
from docutils import nodes
from myst_nb.core.render import WIDGET_VIEW_MIMETYPE
from sphinx.errors import SphinxError

HIDING = ["remove-input", "hide-input", "remove-output", "hide-output"]


class EmbedError(SphinxError):
    category = "Embed error"


def show(cell, place, config):
    """Remove and fold as the options say; fold in myst-nb's own way."""
    options = place["options"]
    parts = {part["nb_element"].removeprefix("cell_code_"): part for part in cell.children}
    for part, name in (("source", "input"), ("output", "output")):
        if options.get(f"remove-{name}") and part in parts:
            cell.remove(parts[part])
    if folded := [name for name in ("input", "output") if options.get(f"hide-{name}")]:
        cell["hide_mode"] = "+".join(folded)
        cell["prompt_show"] = config.nb_code_prompt_show
        cell["prompt_hide"] = config.nb_code_prompt_hide
    for image in cell.findall(nodes.image):
        forms = [form["mime_type"] for form in image.parent.parent.children]
        if "alt" not in options and WIDGET_VIEW_MIMETYPE not in forms:  # a widget has its own words
            raise EmbedError(f"{place['where']}: shows a picture; say with :alt: what is on it")
        image["alt"] = options.get("alt", "")
