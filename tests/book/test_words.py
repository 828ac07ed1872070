"""The chapters as texts: words are explained once, short sentences are few, and each leads on to the next."""

import re
from pathlib import Path

import pytest
from terms import BOLD, CODE, glossary_of, key_of

BOOK = Path(__file__).parents[2] / "book"
CHAPTERS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(BOOK.glob("[0-9][0-9]-*.md"))}
WORDS = {key_of(word) for word in glossary_of((BOOK / "glossary.md").read_text(encoding="utf-8"))}
# The name of a choice in a menu stands in bold like every other: the **relu** of chapter 3.
LABELS = {"relu"}
FENCE = re.compile(r"^(`{3,})\{(\S+)\}.*?^\1`*$", re.DOTALL | re.MULTILINE)
BESIDE = re.compile(
    r"\A---.*?^---$|^[#|][^\n]*$|^\*\*[^*\n]+[.”\"]+\*\*|^\$\$.*?^\$\$$|^\(\S+\)=$", re.DOTALL | re.MULTILINE
)
INLINE = re.compile(r"\{\w+\}`[^`]*`|`[^`]*`|\$[^$]*\$")
MOST_SHORT = 0.12


def running_text(text):
    """What is no question, caption, table, cell, formula, list or label in bold before a paragraph."""
    text = BESIDE.sub("", FENCE.sub("", text))
    return re.sub(r"^- .*?(?=\n\n|\n- |\Z)", "", text, flags=re.DOTALL | re.MULTILINE)


def sentences(text):
    """Formulas, code and numbers from the notebook count as one word each."""
    for paragraph in re.split(r"\n\s*\n", INLINE.sub("x", text)):
        yield from re.findall(r"\S.*?[.!?](?=[\"”)*]*(?:\s|$))", " ".join(paragraph.split()))


def test_sentences_are_found():
    text = "A *b* c. It says $a = 0.5$, so 1.5!\nWhy? `x.y` and\nmore.\n\n- A list.\n\n## Heading. No.\n"
    assert [*sentences(running_text(text))] == ["A *b* c.", "It says x, so 1.5!", "Why?", "x and more."]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_short_sentences_are_few(chapter):
    found = [*sentences(running_text(CHAPTERS[chapter]))]
    short = [sentence for sentence in found if len(sentence.split()) <= 6]
    assert len(found) > 30
    assert len(short) <= MOST_SHORT * len(found), short


def test_a_word_is_set_bold_once():
    bold = [
        (key_of(word), chapter)
        for chapter, text in CHAPTERS.items()
        for word in BOLD.findall(CODE.sub("", text))
        if word not in LABELS and key_of(word) in WORDS
    ]
    words = [word for word, _ in bold]
    assert [(word, chapter) for word, chapter in bold if words.count(word) > 1] == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_ends_with_what_one_can_do_now_and_where_to_go_next(chapter):
    """What one can do is tied to the questions that showed it; a paragraph or a section leads on."""
    text = CHAPTERS[chapter].split("\n```{code-cell}")[0]
    end = re.split(r"^##+ What you can do now$", text, flags=re.MULTILINE)[1]
    *_, last = end.strip().split("\n\n")
    can = [point for point in re.findall(r"^- .*(?:\n  .*)*", end, re.MULTILINE) if "](#q-" in point]
    assert len({name for point in can for name in re.findall(r"\(#(q-[\w-]+)\)", point)}) >= 5
    number = int(chapter[:2])
    assert "next chapter" in end or f"chapter {number + 1}" in last or "## Where to go next" in end
