"""A chapter that names a file of the package beside a line of code: the line stands in that file."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "nnbasics"


def quoted(text):
    """(file, lines of code) of each paragraph that names one file of the package in code type."""
    for paragraph in re.split(r"\n\s*\n", text):
        spans = [" ".join(span.split()) for span in re.findall(r"`([^`]+)`", paragraph)]
        files = [span for span in spans if re.fullmatch(r"\w+\.py", span)]
        lines = [span for span in spans if re.search(r"[^=!<>]=[^=]|\(.+\)| for ", span)]
        if len(files) == 1 and lines:
            yield files[0], lines


QUOTED = [
    (path.name, file, line)
    for path in sorted((ROOT / "book").glob("*.md"))
    for file, lines in quoted(path.read_text(encoding="utf-8"))
    for line in lines
]


def test_the_derivation_quotes_both_files():
    assert {file for chapter, file, _ in QUOTED if chapter == "06-better-model.md"} >= {
        "layers.py",
        "passes.py",
    }


@pytest.mark.parametrize(("chapter", "file", "line"), QUOTED)
def test_a_line_that_is_quoted_stands_in_the_file(chapter, file, line):
    """An ellipsis stands for whatever the chapter leaves out."""
    (path,) = PACKAGE.rglob(file)
    code = " ".join(path.read_text(encoding="utf-8").split())
    assert re.search(".*".join(map(re.escape, line.split("…"))), code), f"{chapter}: {file} has no `{line}`"
