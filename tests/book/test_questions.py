"""Questions in a chapter: what stands in the page, computed by its notebook, and what stops the build."""

import json
import re
from pathlib import Path

import pytest
from question_form import tell_apart, within
from question_values import conditions

NUMBER = """
````{question} sum
:answer: 2 * x + bias
What is $z$?

`2 * x`
: You left out the bias.

hint
: Multiply first.

hint
: Then add.

right
: Well worked out.

---
It is {glue:text}`z`.

```{embed} #given
```
````

```{code-cell}
:tags: [remove-cell]

from myst_nb import glue
glue("z", "7.5", display=False)
```
"""
CHOICE = """
````{predict} larger
:explorer: given
:set: {"w": x}
Which is larger?

`x > 4` The *first*.
: It is not.

`x < 4` The second
: So it is.

---
Three is smaller.
````
"""


SHAPE = """
````{question} shape
:answer: (4, x)
Shape?  As in [the first](#q-larger).

---
So.
````
"""
REACH = """
````{exercise} 1-2
:reach: right == 4 and log-loss <= bias / 10
:explorer: given
Reach it.

`right == x`
: Three are right.

---
So.
````
"""


def page_of(project, text):
    project.notebook("#| label: given\nx, bias = 3, 1.5")
    project.chapter(text if "#given" in text else text + "\n```{embed} #given\n```\n")
    status, messages = project.build("-W", "--keep-going")
    assert status == 0, messages
    return project.page()


def test_what_stands_in_the_page(project):
    page = page_of(project, NUMBER.replace("```{code-cell}", CHOICE + SHAPE + REACH + "\n```{code-cell}"))

    question = page.select_one("#q-sum")
    assert json.loads(question["data-values"]) == [7.5] and question["data-text"] == "7.5"
    assert question["data-kind"] == "number" and question.select_one("input[type=text]")
    (reply,) = question.select(".nn-reply")
    assert json.loads(reply["data-values"]) == [6] and "Who says 6:" in reply.get_text()
    assert [hint.get_text(strip=True) for hint in question.select(".nn-hint")] == [
        "Multiply first.",
        "Then add.",
    ]
    assert "Well worked out" in question.select_one(".nn-right").get_text()
    assert "It is 7.5." in question.select_one(".nn-answer").get_text()
    assert question.select_one(".nn-answer .cell")
    assert "_question_values" not in page.get_text()

    question = page.select_one("#q-larger")
    assert ["data-true" in choice.attrs for choice in question.select(".nn-choice")] == [False, True]
    assert question.select_one(".nn-choice em").get_text() == "first"
    assert question["data-explorer"] == "cell-given" and json.loads(question["data-set"]) == {"w": 3}

    assert json.loads(page.select_one("#q-shape")["data-values"]) == [4, 3]
    assert page.select_one("#q-shape").find("a", href="#q-larger")
    exercise = page.select_one("#q-1-2")
    assert json.loads(exercise["data-goal"]) == [["right", "==", 4], ["log-loss", "<=", 0.15]]
    assert json.loads(exercise.select_one(".nn-reply")["data-goal"]) == [["right", "==", 3]]
    assert exercise.select_one(".nn-question-title").get_text() == "Exercise 1.2"

    folds, *_ = [script for script in page.head.select("script") if "nn-folds" in str(script)]
    assert '["sum", "larger", "shape", "1-2"]' in str(folds)  # before the first paint
    assert page.select_one("script[src*='questions.js'][defer]")


@pytest.mark.parametrize(
    "change, problem",
    [
        (("2 * x + bias", "2 * y"), "question sum: `2 * y`: NameError"),
        (
            ("`2 * x`", "`2 * x + bias`"),
            "index.md:6: {question} sum: the answer and 2 * x + bias cannot be told apart",
        ),
        (("---\n", "\n"), "index.md:6: {question} sum: says no answer below a line of ---"),
    ],
)
def test_what_is_wrong_stops_the_build_and_names_its_place(project, change, problem):
    project.notebook("#| label: given\nx, bias = 3, 1.5")
    project.chapter(NUMBER.replace(*change, 1))
    status, messages = project.build()
    assert status != 0 and problem in " ".join(messages.split()), messages


def test_values_that_cannot_be_compared():
    with pytest.raises(ValueError, match="wanted a finite number or a few, got seven"):
        within("seven")
    with pytest.raises(ValueError, match="cannot be told apart: 7.5 and 7.52"):
        tell_apart(within(7.5), [("7.5 + 0.02", within(7.52))])
    tell_apart(within(7.5), [("7.5 + 0.2", within(7.7)), ("twice", within([7.5, 7.5]))])
    with pytest.raises(ValueError, match="wanted comparisons such as"):
        conditions("right is 4")
    assert conditions("right == 4 and log-loss <= 1 / 3") == [
        ["right", "==", "4"],
        ["log-loss", "<=", "1 / 3"],
    ]


def test_a_solution_comes_from_a_notebook_with_a_kernel_of_its_own(project):
    project.notebook("#| label: given\nx, bias = 3, 1.5")
    (project.folder / "index.ipynb").rename(project.folder / "kept.ipynb")
    project.notebook(
        ("start = 6", ["setup"]), "#| label: solution-1\nprint('answer', start * 7, 'x' in globals())"
    )
    (project.folder / "index.ipynb").rename(project.folder / "index-solutions.ipynb")
    (project.folder / "kept.ipynb").rename(project.folder / "index.ipynb")
    project.chapter(
        "\n```{embed} #given\n```\n\n````{exercise} 1-1\nDo it.\n\n---\n"
        "```{embed} index-solutions.ipynb#solution-1\n```\n````\n"
    )
    status, messages = project.build("-W", "--keep-going")
    assert status == 0, messages
    answer = project.page().select_one(".nn-answer .cell")
    assert "answer 42 False" in answer.get_text() and answer.select_one(".cell_input")
    project.chapter("\n```{embed} index-solutions.ipynb#solution-9\n```\n")
    status, messages = project.build()
    assert status != 0 and "no cell of index-solutions.ipynb opens with '#| label: solution-9'" in messages


def test_a_name_of_a_question_is_once_in_the_book():
    """A link `[…](#q-NAME)` from another page would else lead to either."""
    owner = {}
    for page in sorted((Path(__file__).parents[2] / "book").glob("*.md")):
        for name in re.findall(
            r"^`{3,}\{(?:question|predict|exercise)\} (\S+)", page.read_text(encoding="utf-8"), re.MULTILINE
        ):
            assert owner.setdefault(name, page.name) == page.name, (
                f"{name} is in {owner[name]} and {page.name}"
            )
    assert len(owner) > 100


def closing_test():
    """(name, its terms with what is said to them, its solution) of each question of the closing test."""
    text = (Path(__file__).parents[2] / "book" / "closing-test.md").read_text(encoding="utf-8")
    for name, body in re.findall(r"^````\{question\} (\S+)\n(.*?)^````$", text, re.M | re.S):
        said, solution = body.rsplit("\n---\n", 1)
        yield name, re.findall(r"^(`.+|hint|right)\n: (.+)", said, re.M), solution


@pytest.mark.parametrize(("name", "replies", "solution"), list(closing_test()))
def test_the_closing_test_leads_back_in_every_reply_that_is_not_right(name, replies, solution):
    sections = r"\]\((\d\d-[\w-]+\.md)#[\w-]+\)"
    chapters = {*re.findall(sections, solution)}
    assert len(chapters) == 1 and len(replies) >= 3
    for term, reply in replies:
        if not term.startswith(("`True`", "right")):
            assert {*re.findall(sections, reply)} == chapters, term


def test_the_closing_test_has_twenty_questions():
    assert len(list(closing_test())) == 20
