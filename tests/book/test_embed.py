"""Cells of a notebook in a chapter: what the reader sees, and how it can go wrong."""

import pytest

PICTURE = """#| label: picture
import matplotlib.pyplot as plt
plt.plot([0, 1])
plt.show()"""


def text_of(*elements):
    return " ".join(" ".join(element.get_text(" ", strip=True) for element in elements).split())


def build_page(project):
    status, messages = project.build("-W", "--keep-going")
    assert status == 0, messages
    return project.page()


def test_cell_stands_where_it_is_embedded_with_its_computed_output(project):
    project.notebook("#| label: product\nprint('product', 6 * 7)")
    project.chapter("\nbefore\n\n```{embed} #product\n```\n\nafter\n\n## Later\n\nthe end\n")
    page = build_page(project)
    words = text_of(page.find(role="main"))
    places = [words.index(word) for word in ("before", "product 42", "after", "the end")]
    assert places == sorted(places)
    # The line of the label is not shown.
    assert text_of(page.select_one(".cell_input")) == "print ( 'product' , 6 * 7 )"
    assert len(page.select(".cell")) == 1


def test_embed_stands_inside_other_directives(project):
    around = [
        ("````{dropdown} Look\n", "````"),
        ("````{note}\n", "````"),
        ("::::{admonition} Look\n", "::::"),
        ("````{exercise} 1-1\nDo it.\n\n---\n", "````"),
        ("````{question} hinted\nDo it.\n\nhint\n: So.\n\n---\n", "````"),
    ]
    project.notebook(*(f"#| label: deep{i}\nprint('deep', {2**i})" for i in range(5)))
    project.chapter(
        "".join(
            f"\n{opened}\ninside {i}\n\n```{{embed}} #deep{i}\n```\n\n{closed}\n\noutside\n"
            for i, (opened, closed) in enumerate(around)
        )
    )
    cells = build_page(project).select(".cell")
    assert len(cells) == 5
    for i, cell in enumerate(cells):
        assert f"deep {2**i}" in text_of(cell)
        assert f"inside {i}" in text_of(cell.parent) and "outside" not in text_of(cell.parent)


def test_embed_in_a_list_and_with_colons(project):
    project.notebook("#| label: one\nprint('first')", "#| label: two\nprint('second')")
    project.chapter("\n- item\n\n  ```{embed} #one\n  ```\n\n:::{embed} #two\n:::\n")
    one, two = build_page(project).select(".cell")
    assert one.find_parent("li") and not two.find_parent("li")


def test_setup_cells_run_once_and_are_not_seen_and_other_cells_do_not_run(project):
    project.notebook(
        ("count = 0", ["setup"]),
        ("count += 1", ["setup"]),
        "raise RuntimeError('this cell is not on the page')",
        "#| label: second\nprint('count', count)",
        "#| label: first\ncount += 10; print('count', count)",
    )
    # The chapter may show the cells in another order; they run in that of the notebook.
    project.chapter("\n```{embed} #first\n```\n\n```{embed} #second\n```\n")
    page = build_page(project)
    assert [text_of(output) for output in page.select(".cell_output")] == ["count 11", "count 1"]
    assert len(page.select(".cell")) == 2


def test_cells_of_the_chapter_run_after_those_of_the_notebook_and_glue_their_numbers(project):
    project.notebook("#| label: answer\nanswer = 42")
    project.chapter(
        "\nThe answer is {glue:text}`answer`.\n\n```{embed} #answer\n```\n\n"
        "```{code-cell}\n:tags: [remove-cell]\n\nfrom myst_nb import glue\n"
        "glue('answer', str(answer), display=False)\n```\n"
    )
    assert "The answer is 42" in text_of(build_page(project).find(role="main"))


def test_source_with_backticks(project):
    project.notebook("#| label: fence\nprint('''\n```{note}\n````\n''')")
    project.chapter("\n```{embed} #fence\n```\n")
    assert "```{note}" in build_page(project).select_one(".cell_output").get_text()


def test_source_and_output_are_removed_or_folded(project):
    expected = {  # is the source there, is the output, what is folded
        "remove-input": (False, True, []),
        "hide-input": (True, True, ["cell_input"]),
        "remove-output": (True, False, []),
        "hide-output": (True, True, ["cell_output"]),
    }
    project.notebook(
        *(f"#| label: by-option-{name}\nprint(1 + 1)" for name in expected),
        *((f"#| label: by-tag-{name}\nprint(1 + 1)", [name]) for name in expected),
    )
    project.chapter(
        "".join(f"\n```{{embed}} #by-option-{name}\n:{name}:\n```\n" for name in expected)
        + "".join(f"\n```{{embed}} #by-tag-{name}\n```\n" for name in expected)
    )
    found = [
        (
            bool(cell.select_one(".cell_input")),
            bool(cell.select_one(".cell_output")),
            [part["class"][0] for part in cell.select("details > .container")],
        )
        for cell in build_page(project).select(".cell")
    ]
    assert found == 2 * list(expected.values())


def test_option_of_the_chapter_beats_the_tag_of_the_cell(project):
    project.notebook(("#| label: sum\nprint(1 + 1)", ["remove-input"]))
    project.chapter("\n```{embed} #sum\n:remove-input: false\n```\n")
    assert build_page(project).select_one(".cell_input")


def test_caption_makes_a_numbered_figure_that_can_be_named(project):
    project.notebook(PICTURE)
    project.chapter(
        "\n```{embed} #picture\n:name: my-line\n:alt: a rising line\n\nA *line* rises.\n```\n"
        "\nSee {numref}`my-line`.\n"
    )
    page = build_page(project)
    figure = page.select_one("figure#my-line")
    assert figure.img["alt"] == "a rising line"
    assert text_of(figure.figcaption).startswith("Fig. 1 A line rises.")
    assert "See Fig. 1 ." in text_of(page.find(role="main"))


# Every error is seen without -W, names the file, the line as the author counts it, and the label.


def failure(project, where="index.md:6: {embed} #one: "):
    status, messages = project.build()
    assert status != 0, "the build did not fail"
    assert where in messages, messages
    return " ".join(messages.split())


def test_missing_notebook(project):
    project.chapter("\n```{embed} #one\n```\n")
    assert "there is no notebook index.ipynb" in failure(project)


def test_notebook_that_is_not_json(project):
    project.write("index.ipynb", '{"cells": [\n}')
    project.chapter("\n```{embed} #one\n```\n")
    assert "not a notebook in valid JSON: Expecting value: line 2 column 1" in failure(project)


def test_json_that_is_not_a_notebook(project):
    project.write("index.ipynb", "[]")
    project.chapter("\n```{embed} #one\n```\n")
    assert "index.ipynb is not a notebook" in failure(project)


def test_missing_label(project):
    project.notebook("#| label: two\n2", "# not the first line\n#| label: one\n1")
    project.chapter("\n```{embed} #one\n```\n")
    assert "no cell of index.ipynb opens with '#| label: one'" in failure(project)


def test_label_that_stands_twice(project):
    project.notebook("#| label: one\n1", "2", "#| label: one\n3")
    project.chapter("\n```{embed} #one\n```\n")
    assert "the label stands more than once in index.ipynb, in cells 1 and 3" in failure(project)


def test_cell_embedded_twice(project):
    project.notebook("#| label: one\n1")
    project.chapter("\n```{embed} #one\n```\n\n```{embed} #one\n```\n")
    assert "embedded twice on the page" in failure(project)


def test_chapter_that_is_no_notebook(project):
    project.notebook("#| label: one\n1")
    project.write("index.md", "# Chapter\n\n\n\n\n```{embed} #one\n```\n")
    assert "file_format: mystnb" in failure(project)


@pytest.mark.parametrize(
    "before, after, line",
    [
        ("", "", 6),
        ("````{note}\nDeep.\n\n", "\n````", 9),
    ],
    ids=["top", "nested"],
)
def test_cell_that_raises(project, before, after, line):
    project.notebook(("start = 1", ["setup"]), "#| label: one\nstart / 0", "#| label: two\n2")
    project.chapter(f"\n{before}```{{embed}} #one\n```{after}\n\n```{{embed}} #two\n```\n")
    words = failure(project, f"index.md:{line}: {{embed}} #one: cell 2 of index.ipynb failed: ")
    assert "CellExecutionError" in words and "ZeroDivisionError: division by zero" in words


def test_setup_cell_that_raises(project):
    project.notebook(("import a_module_that_nobody_wrote", ["setup"]), "#| label: one\n1")
    project.chapter("\n```{embed} #one\n```\n")
    words = failure(project, "index.md: a setup cell: cell 1 of index.ipynb failed")
    assert "No module named 'a_module_that_nobody_wrote'" in words


def test_cell_of_the_chapter_that_raises_is_not_blamed_on_the_notebook(project):
    project.notebook("#| label: one\n1")
    own = "```{code-cell}\n:tags: [remove-cell]\n\nnot_defined\n```\n"
    project.chapter(f"\n```{{embed}} #one\n```\n\n{own}")
    assert "not_defined" in failure(project, "index.md: a cell of the chapter itself failed")


def test_cell_that_takes_too_long(project):
    project.write("conf.py", "nb_execution_timeout = 1\n", "a")
    project.notebook("#| label: one\nimport time; time.sleep(30)")
    project.chapter("\n```{embed} #one\n```\n")
    assert "CellTimeoutError: A cell timed out" in failure(project)


def test_error_that_is_meant_is_shown(project):
    cell = "#| label: one\nraise ValueError('as the chapter explains')"
    project.notebook((cell, ["raises-exception"]))
    project.chapter("\n```{embed} #one\n```\n")
    assert "as the chapter explains" in text_of(build_page(project).select_one(".cell_output"))


def test_picture_without_words(project):
    project.notebook(PICTURE)
    project.chapter("\n```{embed} #picture\n```\n")
    assert "say with :alt: what is on it" in failure(project, "index.md:6: {embed} #picture: ")


def test_what_is_printed_in_pieces_stands_on_one_line(project):
    """A print of two things may come in two pieces; flushed here, as under load by chance."""
    project.notebook("#| label: pieces\nprint('outputs', flush=True, end=' ')\nprint('0.1\\nmean 0.9')")
    project.chapter("\n```{embed} #pieces\n```\n")
    assert build_page(project).select_one(".cell_output pre").get_text() == "outputs 0.1\nmean 0.9\n"
