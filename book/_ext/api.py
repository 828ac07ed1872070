"""The page "The API in one page": the docstrings of the package, written to be read as they stand.

    name: what it is            becomes an entry of a list
        indented lines          keep their lines, as formulas and drawings
    `name`                      becomes code
"""
import inspect
import re

ENTRY = re.compile(r"^(?!https?:)([\w`][\w`\[\], ]{0,40}): (?=\S)")
QUOTED = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


def to_rst(app, what, name, obj, options, lines):
    """On `autodoc-process-docstring`: the docstring's own signs into reStructuredText's, in place."""
    result, within = [], None  # within "entries", a "block" of indented lines, or neither
    for number, line in enumerate(lines):
        indented = line.startswith("    ")
        if line and not indented:
            entry = ENTRY.match(line) if number else None  # the first line is a sentence
            if within == "block" or (within == "entries" and not entry):
                result.append("")
            within = "entries" if entry else None
            if entry:
                names = entry[1].replace("`", "")
                result += ["", f"``{names}``"]
                line = "    " + line[entry.end():]
        elif indented and within is None:
            result += ["", ".. code-block:: text", ""]
            within = "block"
        if within != "block":
            line = QUOTED.sub(r"``\1``", line.replace("|", r"\|"))
        result.append(line)
    lines[:] = [*result, ""]


def own_signature(app, what, name, obj, options, signature, annotation):
    """On `autodoc-process-signature`: a widget's own arguments, which its metaclass hides as ``*args``."""
    if what == "class" and signature == "(*args, **kwargs)" and "__init__" in vars(obj):
        first, *rest = inspect.signature(obj.__init__).parameters.values()
        return str(inspect.Signature(rest)), annotation


def setup(app):
    app.setup_extension("sphinx.ext.autodoc")
    app.config.autodoc_typehints = "none"
    app.config.autodoc_member_order = "bysource"
    app.config.add_module_names = False
    app.connect("autodoc-process-docstring", to_rst)
    app.connect("autodoc-process-signature", own_signature)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
