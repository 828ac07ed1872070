"""The two fonts of the page, which hold only what the book shows: run it when a test misses a character.

    apt-get install fonts-lmodern                 Latin Modern Math 1.959, © GUST, under the GUST Font License
    pip install fonttools brotli
    make book && python tools/subset_fonts.py     writes the fonts in book/_static/fonts

Formulas: Latin Modern Math with the characters of all formulas of the built book.  Browsers draw a single
letter in `<mi>` as a character of its own, the italic one.  They lower a subscript for the depth of what it
stands at, a single p or y too, which TeX does not: the font says less of it. Icons: those of Font Awesome 6
Free, as it is in the theme, that the book's style sheet names.
"""

import argparse
import re
import unicodedata
from pathlib import Path

import bs4
import pydata_sphinx_theme
from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "book/_static/fonts"
MATH = Path("/usr/share/texmf/fonts/opentype/public/lm-math/latinmodern-math.otf")
ICONS = "theme/pydata_sphinx_theme/static/vendor/fontawesome/6.5.2/webfonts/fa-solid-900.woff2"

# How far a subscript's baseline is at least below what it stands at, in thousandths of the size.
SUBSCRIPT_DROP = 20


def italic(letter):
    """The mathematical italic letter that browsers draw for a single one; the letter where there is none."""
    if letter == "h":
        return "ℎ"  # Planck's: it had its place before the others
    name = re.sub(r"^GREEK (LUNATE )?(?=\w+ SYMBOL)", "", unicodedata.name(letter))
    name = re.sub(r"^(LATIN|GREEK) (SMALL|CAPITAL) LETTER", r"\2", name)
    try:
        return unicodedata.lookup(f"MATHEMATICAL ITALIC {name}")
    except KeyError:
        return letter


def formula_characters(html):
    """What browsers draw in the formulas of a page."""
    found = set()
    for math in bs4.BeautifulSoup(html, "html.parser", parse_only=bs4.SoupStrainer("math")).select("math"):
        found |= set(math.get_text())
        found |= {"√"} if math.select("msqrt, mroot") else set()  # drawn by the browser, written nowhere
        for letter in math.select("mi:not([mathvariant])"):
            found |= {italic(letter.get_text())} if len(letter.get_text()) == 1 else set()
    return {character for character in found if character.isprintable() and not character.isspace()}


def icon_characters(sheet):
    """The characters of the private area that a style sheet shows."""
    return {chr(int(code, 16)) for code in re.findall(r"\\(f[0-9a-f]{3}|e[0-9a-f]{3})\b", sheet)}


def write(source, characters, target, family):
    options = subset.Options(
        layout_features=[],
        flavor=target.suffix.lstrip("."),
        name_IDs=["*"],
        notdef_outline=True,
        hinting=False,
    )
    font = subset.load_font(source, options)
    tool = subset.Subsetter(options)
    tool.populate(unicodes=[ord(character) for character in characters])
    tool.subset(font)
    if "MATH" in font:
        font["MATH"].table.MathConstants.SubscriptBaselineDropMin.Value = SUBSCRIPT_DROP
    for entry in font["name"].names:
        if entry.nameID in (1, 3, 4, 6, 16):  # a changed font goes by another name
            entry.string = family if entry.nameID != 6 else family.replace(" ", "")
    subset.save_font(font, target, options)
    there = {chr(code) for code in TTFont(target).getBestCmap()}
    print(f"{target}: {target.stat().st_size} bytes; not in the font: {sorted(characters - there)}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Subset the fonts of the page to what the built book shows.")
    parser.add_argument("--html", type=Path, default=ROOT / "_build/html", help="the built book")
    html = parser.parse_args().html
    pages = [page.read_text(encoding="utf-8") for page in sorted(html.glob("book/*.html"))]
    write(MATH, set().union(*map(formula_characters, pages)), FONTS / "formulas.woff2", "Book Formulas")
    icons = Path(pydata_sphinx_theme.__file__).parent / ICONS
    write(
        icons,
        icon_characters((html / "_static/site.css").read_text(encoding="utf-8")),
        FONTS / "icons.woff",
        "Book Icons",
    )
