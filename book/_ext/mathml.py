r"""Formulas as MathML, written in the build: the browser draws them, no script does.

math-core turns TeX into MathML Core, which browsers draw, on paper and without JavaScript too, and which
screen readers read.  The characters come from a subset of Latin Modern Math (``tools/subset_fonts.py``). What
math-core does not know fails the build:

    book/05-trash.md:91: Unknown command "\foo".  In the formula: a = \foo{z}

A formula in a line of text is `<math>`; a displayed one stands in ``div.math``, which scrolls where it is too
wide.  In notebooks Jupyter draws the same TeX.
"""
import re
from pathlib import Path

from docutils import nodes
from math_core import LatexError, LatexToMathML
from sphinx.errors import SphinxError
from sphinx.util.math import get_node_equation_number

CONVERTER = LatexToMathML(fancy_error=False)
# A prime is high enough by itself: as a superscript it would be tiny, and far above its letter.
PRIME = re.compile("<msup>(<mi[^>]*>[^<]*</mi>)<mo>([′″‴])</mo></msup>")
PRIME_AND_POWER = re.compile("<msup>(<mi[^>]*>[^<]*</mi>)<mrow><mo>([′″‴])</mo>")
PRIMED = r'<mrow>\1<mo lspace="0" rspace="0">\2</mo></mrow>'
ENVIRONMENT = re.compile(r"\\begin\{(\w+\*?)\}.*?\\end\{\1\}", re.DOTALL)


class FormulaError(SphinxError):
    category = "Formula error"


def mathml(tex, place, display=False):
    """The formula as a `<math>` element; FormulaError with the place, the reason and the formula."""
    if r"\\" in ENVIRONMENT.sub("", tex):  # lines of their own, as Sphinx has MathJax set them
        tex = rf"\begin{{aligned}}{tex}\end{{aligned}}"
    try:
        formula = CONVERTER.convert_with_local_state(tex, displaystyle=display)
    except LatexError as error:
        reason = str(error).partition(":")[2].strip() or str(error)
        raise FormulaError(f"{place}: {reason}  In the formula: {' '.join(tex.split())}") from None
    return PRIME_AND_POWER.sub(f"<msup>{PRIMED}<mrow>", PRIME.sub(PRIMED, formula))


def place_of(node, confdir):
    """file:line of a formula, for messages: the line near its paragraph's that has its beginning."""
    chain = [node]
    while chain[-1].parent is not None:
        chain.append(chain[-1].parent)
    source = Path(next((each.source for each in chain if each.source), "?").partition(":<")[0])
    line = next((each.line for each in chain if each.line), 0)
    begins, *_ = node.astext().strip().splitlines() or [""]
    if source.is_file():
        lines = source.read_text(encoding="utf-8").splitlines()
        there = [number for number, text in enumerate(lines, start=1) if begins in text]
        line = min(there, key=lambda number: abs(number - line), default=line)
    return f"{source.relative_to(confdir) if source.is_relative_to(confdir) else source}:{line}"


def visit_math(self, node):
    self.body.append(mathml(node.astext(), place_of(node, self.builder.app.confdir)))
    raise nodes.SkipNode


def visit_block(self, node):
    self.body.append(self.starttag(node, "div", CLASS="math notranslate nohighlight"))
    if node.get("number"):
        self.body.append(f'<span class="eqno">({get_node_equation_number(self, node)})')
        self.add_permalink_ref(node, "Link to this equation")
        self.body.append("</span>")
    place = place_of(node, self.builder.app.confdir)
    parts = [part.strip() for part in node.astext().split("\n\n") if part.strip()]
    self.body += [mathml(part, place, display=True) for part in parts] + ["</div>\n"]
    raise nodes.SkipNode


def mark_paragraphs(app, doctree, docname):
    """On `doctree-resolved`: a paragraph with a formula scrolls on a phone, by its class (book.css)."""
    for formula in doctree.findall(nodes.math):
        if "holds-math" not in formula.parent["classes"]:
            formula.parent["classes"].append("holds-math")


def setup(app):
    app.add_html_math_renderer("mathml", (visit_math, None), (visit_block, None))
    app.connect("doctree-resolved", mark_paragraphs)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
