"""The page of notation: each symbol with its name in the code, and the chapter that introduces it."""

import re
from pathlib import Path

import pytest

BOOK = Path(__file__).parents[2] / "book"
ROWS = [
    [cell.strip() for cell in row.strip("|").split(" | ")]
    for row in re.findall(
        r"^\| [$\wε].*\|$", (BOOK / "notation.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    if not row.startswith("| in formulas")
]
IN_ORDER = [int(re.match(r"\{doc\}`chapter (\d+) ", row[1])[1]) for row in ROWS]


def test_the_rows_are_in_the_order_of_the_chapters():
    assert len(ROWS) > 20 and sorted(IN_ORDER) == IN_ORDER


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_symbol_stands_in_the_chapter_that_introduces_it(row):
    """`$W_l$` may be `W_0` there: an index is any index."""
    symbols, where, code, *_ = row
    assert code.startswith("`")
    (stem,) = re.findall(r"<(\d\d-\S+)>", where)
    text = (BOOK / f"{stem}.md").read_text(encoding="utf-8")
    for symbol in symbols.split(", "):
        bare = symbol.strip("$").split(" = ")[0]
        pattern = re.escape(bare)
        if symbol.startswith("$"):
            pattern = re.sub(r"_l$", r"_(?:\\{?\\w)", pattern)
            pattern = rf"(?<![A-Za-z\\]){pattern}(?![A-Za-z])" if bare[0] != "\\" else pattern
        found = re.search(pattern, text)
        assert found or ("partial" in bare and r"\partial\,\text{loss}" in text), symbol
