"""The glossary and the chapters: each word is explained in bold, and nowhere used before that."""

import re
from pathlib import Path

import pytest
from terms import CODE, bold_in, glossary_of, key_of

BOOK = Path(__file__).parents[2] / "book"
CHAPTERS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(BOOK.glob("[0-9][0-9]-*.md"))}
WORDS = sorted(glossary_of((BOOK / "glossary.md").read_text(encoding="utf-8")), key=len, reverse=True)
# Said all the time and explained by a whole chapter, or in other senses too: a tip would be in the way.
NO_TIP = {"neuron", "example"}
ORDINARY = {("02-two-neurons", "temperature")}  # that of a room
ANY = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, WORDS))})(?:e?s)?(?![\w-])", re.IGNORECASE)
NO_PROSE = re.compile(
    r"\A---.*?^---$|^:\w+:[^\n]*$|\{\w+\}`[^`]*`|\]\([^)]*\)|#\S+", re.DOTALL | re.MULTILINE
)


def explained():
    """{key: the chapter that says it in bold first}."""
    first = {}
    for chapter, text in CHAPTERS.items():
        for key in bold_in(text):
            first.setdefault(key, chapter)
    return first


def test_bold_may_go_on_in_the_next_line_but_code_is_none():
    assert bold_in("a **credit\nassignment** b `2 ** 3` c **x**") == ["credit assignment", "x"]
    assert bold_in("2 ** 3\n\n4 ** 5") == []


@pytest.mark.parametrize("word", [word for word in WORDS if word not in NO_TIP])
def test_a_word_of_the_glossary_is_explained_in_bold(word):
    assert key_of(word) in explained()


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_word_is_used_before_it_is_explained(chapter):
    first, text = explained(), NO_PROSE.sub("", CODE.sub("", CHAPTERS[chapter]))
    early = {
        key
        for found in ANY.finditer(text)
        if (key := key_of(found[0])) in first and first[key] > chapter and (chapter, key) not in ORDINARY
    }
    assert not early


A_BOOK = {
    "glossary": "bias\n  A shift.\n\nloss\n  How wrong.\n\nseed\n  Chance.\n```\n",
    "01-a": "The **bias**, the **loss** and the **seed**.\n",
    "02-b": "| word |\n|---|\n| biases, of one bias |\n| a seed |\n"
    "\n## C\n\nTwo losses.\n\n## D\n\nA bias, a loss.\n",
}


def test_a_word_is_pointed_at_in_its_plural_too_and_in_a_table_if_nowhere_else(project):
    project.write("conf.py", "extensions.append('terms')\nroot_doc = 'book/02-b'\n", "a")
    for name, text in A_BOOK.items():
        begin = "```{glossary}\n" if name == "glossary" else ""
        project.write(f"book/{name}.md", f"---\norphan: true\n---\n# Page\n\n{begin}{text}")
    status, messages = project.build("-W", "--keep-going")
    assert status == 0, messages
    page = (project.folder / "_build/html/book/02-b.html").read_text(encoding="utf-8")
    assert re.findall('class="nn-term"[^>]*>([^<]*)<', page) == ["seed", "losses", "bias", "loss"]
