"""The rules of the house for notebooks, and the proof that nbval sees another number in them."""

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

BOOK = Path(__file__).parents[1] / "book"
NOTEBOOKS = sorted(BOOK.glob("*.ipynb"))


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def path(request):
    return request.param


@pytest.fixture
def notebook(path):
    return nbformat.read(path, as_version=nbformat.NO_CONVERT)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_it_is_a_notebook_of_any_python_3(notebook):
    assert notebook.metadata.kernelspec.name == "python3"
    names = [cell.get("id") for cell in notebook.cells]
    assert all(names) and len(set(names)) == len(names)  # before `validate`, which gives new ones
    nbformat.validate(notebook)


def test_it_was_run_from_top_to_bottom(notebook):
    cells = code_cells(notebook)
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    failed = [cell.id for cell in cells for output in cell.outputs if output.output_type == "error"]
    assert failed == []
    streams = [output for cell in cells for output in cell.outputs if "name" in output]
    assert streams and [output.text for output in streams if output.name == "stderr"] == []


def test_it_stores_nothing_that_changes_by_itself(notebook):
    """A widget is stored as picture and sentence, without its state; no times of day are."""
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    for cell in notebook.cells:
        assert "execution" not in cell.metadata
        for output in cell.get("outputs", []):
            assert not [kind for kind in output.get("data", {}) if "widget" in kind], cell.id
    text = nbformat.writes(notebook)
    assert not re.search(r"\bobject at 0x|/home/|/Users/|/ro[o]t/|/tmp/", text)


def test_it_belongs_to_its_chapter(path, notebook):
    """Solutions are in a notebook of their own; each names the other."""
    chapter = path.with_stem(path.stem.removesuffix("-solutions"))
    if path != chapter:
        title = nbformat.read(chapter, as_version=4).cells[0].source.splitlines()[0]
        assert (
            notebook.cells[0].source.startswith(f"{title}: solutions\n")
            and chapter.name in notebook.cells[0].source
        )
        assert path.name in chapter.read_text(encoding="utf-8")
        return
    page = path.with_suffix(".md")
    assert page.exists(), f"{path.name} has no chapter {page.name} beside it: no page would offer it"
    title = page.read_text(encoding="utf-8").split("\n# ")[1].splitlines()[0]
    assert notebook.cells[0].source.startswith(f"# {title}\n")
    (setup,) = [cell for cell in notebook.cells if "setup" in cell.metadata.get("tags", [])]
    assert setup is code_cells(notebook)[0] and not setup.outputs


def test_nbval_compares_every_cell(notebook):
    for cell in code_cells(notebook):
        tags = cell.metadata.get("tags", [])
        assert not [tag for tag in tags if tag.startswith(("nbval", "raises"))]
        assert "NBVAL" not in cell.source


def test_its_lines_fit_the_page(notebook):
    """Longer ones would have to be scrolled, on a wide screen too."""
    lines = [line for cell in code_cells(notebook) for line in cell.source.splitlines()]
    assert [line for line in lines if len(line) > 79] == []


def test_what_draws_is_guarded_by_a_number(notebook):
    """nbval compares no pictures: a cell that draws, or one beside it, says a number.

    An explorer says some in its sentence.
    """
    cells = code_cells(notebook)
    compared = [
        [stored(output) for output in cell.outputs if output.output_type != "display_data"] for cell in cells
    ]
    says = [any(re.search(r"\d", text) for text in texts) for texts in compared]
    for i, cell in enumerate(cells):
        if any("image/png" in output.get("data", {}) for output in cell.outputs):
            assert any(says[max(0, i - 1) : i + 2]), f"{cell.id} draws; no number near it is compared"


def test_nbval_sees_another_number(tmp_path):
    """Change a stored digit of what a cell prints and of an explorer's sentence: both are found."""
    wanted = set()
    first = next(path for path in NOTEBOOKS if not path.stem.endswith("-solutions"))
    notebook = nbformat.read(first, as_version=nbformat.NO_CONVERT)
    for kind in ("stream", "execute_result"):
        for number, cell in enumerate(code_cells(notebook)):
            output = next(
                (
                    output
                    for output in cell.outputs
                    if output.output_type == kind and re.search(r"\d", stored(output))
                ),
                None,
            )
            if output:
                change_a_digit(output)
                wanted.add(f"Cell {number}")
                break
    assert len(wanted) == 2
    nbformat.write(notebook, tmp_path / "changed.ipynb")
    options = ["--nbval", "--nbval-current-env", "-q", "-p", "no:cacheprovider", "--rootdir=."]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "changed.ipynb"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    found = set(re.findall(r"^FAILED \S+::(Cell \d+)", run.stdout, re.MULTILINE))
    assert found == wanted, run.stdout


def stored(output):
    """What nbval compares of an output that is no picture."""
    return output.text if output.output_type == "stream" else output.data["text/plain"]


def change_a_digit(output):
    changed = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), stored(output), count=1)
    if output.output_type == "stream":
        output.text = changed
    else:
        output.data["text/plain"] = changed
