"""The table of chapters: minutes are counted from what a reader reads and does."""

import pytest
from chapters import minutes_of

WORDS = "word " * 700


def test_longer_is_longer_and_what_is_folded_costs_nothing():
    short, _ = minutes_of("# Title\n" + WORDS)
    assert short == 5
    assert minutes_of("# Title\n" + 3 * WORDS)[0] == 3 * short
    folded = f"````{{admonition}} Second helping\n:class: dropdown\n{5 * WORDS}\n````\n"
    assert minutes_of("# Title\n" + WORDS + "\n" + folded)[0] == short
    section = f"\n## Second helping: more\n{5 * WORDS}\n### And more\n{WORDS}\n"
    assert minutes_of("# Title\n" + WORDS + section + "## On\n" + 2 * WORDS)[0] == 3 * short
    smaller = f"\n### Second helping: more\n{5 * WORDS}\n### On\n" + 2 * WORDS
    assert minutes_of("# Title\n" + WORDS + smaller)[0] == 3 * short
    code = "```{code-cell}\n" + 5 * WORDS + "\n```\n"
    assert minutes_of("---\n" + 5 * WORDS + "\n---\n# Title\n" + WORDS + "\n" + code)[0] == short


def test_what_a_reader_does_takes_time():
    base, _ = minutes_of(WORDS)
    questions = "".join(
        f"````{{question}} q{i}\nWhat?\n\n---\n```{{embed}} #x\n```\n````\n\n" for i in range(10)
    )
    assert minutes_of(WORDS + "\n" + questions)[0] == base + 10
    explorers = "```{embed} #an-explorer\n:remove-input:\n```\n\n" * 5
    assert minutes_of(WORDS + "\n" + explorers)[0] > base + 15


def test_exercises_are_counted_apart():
    exercise = "````{exercise} 1-1\n:check: 1-1\n" + WORDS + "\n````\n"
    assert minutes_of(WORDS + "\n" + exercise) == (minutes_of(WORDS)[0], 1)
    assert minutes_of(f"{WORDS}\n## Second helping\n{exercise}")[1] == 1


@pytest.mark.parametrize("text", ["", "---\nfile_format: mystnb\n---\n"])
def test_an_empty_chapter_has_its_five_minutes(text):
    assert minutes_of(text) == (5, 0)
