"""What a chapter asks: enough of each kind, and every answer that nobody foresaw gets two hints."""

import re
from pathlib import Path

import pytest

BOOK = Path(__file__).parents[2] / "book"
CHAPTERS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(BOOK.glob("[0-9][0-9]-*.md"))}
ASKED = re.compile(r"^(`{3,})\{(question|predict|exercise)\} (\S+)\n(.*?)^\1$", re.DOTALL | re.MULTILINE)


def asked(chapter):
    """(kind, name, what comes before the line below which the solution stands)"""
    for _, kind, name, body in ASKED.findall(CHAPTERS[chapter]):
        yield kind, name, body.split("\n---\n")[0]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_asks_enough_of_each_kind(chapter):
    kinds = [kind for kind, _, _ in asked(chapter)]
    exercises = [head for kind, _, head in asked(chapter) if kind == "exercise"]
    assert kinds.count("predict") >= 3
    assert 5 <= kinds.count("question") <= 8
    assert len(exercises) >= 3
    assert any(head.startswith(":check:") for head in exercises)
    assert any(":reach:" in head for head in exercises)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_wrong_answer_has_a_reply_and_an_unforeseen_one_two_hints(chapter):
    for kind, name, head in asked(chapter):
        if head.startswith(":check:"):
            continue
        assert len(re.findall(r"^`[^`\n]+`.*\n: \S", head, re.MULTILINE)) >= 2, name
        typed = re.search(r"^:(answer|reach):", head, re.MULTILINE)
        if typed and kind != "predict":
            assert len(re.findall(r"^hint\n: \S", head, re.MULTILINE)) >= 2, name
