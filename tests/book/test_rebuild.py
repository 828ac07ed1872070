"""A second build: nothing where nothing changed, and everything that a change asks for."""

import re
import shutil
from pathlib import Path

import imports
import pytest
from bs4 import BeautifulSoup
from nbclient import NotebookClient
from sphinx.cmd.build import build_main


@pytest.fixture
def built(project):
    return built_once(project)


def built_once(project):
    project.notebook("#| label: one\nprint('first edition')")
    project.chapter("\n```{embed} #one\n```\n")
    status, messages = project.build("-W")
    assert status == 0, messages
    return project


def test_nothing_changed_nothing_done(built):
    status, messages = built.build("-W")
    assert status == 0
    assert "no targets are out of date" in messages and "Executing notebook" not in messages


def test_editing_the_notebook_rebuilds_the_page(project):
    # Without the extension that offers the notebook for download, which would do for a dependency.
    project.write("conf.py", "extensions.remove('notebooks')\n", "a")
    built = built_once(project)
    built.notebook("#| label: one\nprint('second edition')")
    built.later("index.ipynb")
    assert built.build("-W")[0] == 0
    assert "second edition" in built.page().get_text()


def test_a_picture_of_an_earlier_build_goes_when_no_page_shows_it(project):
    chart = "#| label: one\nimport matplotlib.pyplot as plt\nplt.plot([0, {}])\nplt.show()"
    pictures = []
    for end in (1, 2):
        project.notebook(chart.format(end))
        project.chapter("\n```{embed} #one\n:alt: A line.\n```\n")
        project.later("index.ipynb")
        status, messages = project.build("-W")
        assert status == 0, messages
        pictures.append([picture.name for picture in (project.folder / "_build/html/_images").iterdir()])
    (first,), (second,) = pictures
    assert first != second and second in str(project.page())


@pytest.fixture
def kernels(monkeypatch):
    """The notebooks that were run, each a list of its cells."""
    ran, execute = [], NotebookClient.execute
    cells = lambda notebook: [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    monkeypatch.setattr(
        NotebookClient,
        "execute",
        lambda client, **options: (ran.append(cells(client.nb)), execute(client, **options)),
    )
    monkeypatch.delenv("CI", raising=False)
    return ran


@pytest.fixture
def package(tmp_path_factory, monkeypatch):
    """A copy of the package, whose files may change: the build follows imports in it."""
    copy = tmp_path_factory.mktemp("src") / "nnbasics"
    shutil.copytree(imports.PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(imports, "PACKAGE", copy)
    return copy


def test_a_word_runs_nothing_and_a_cell_does(project, kernels):
    built_once(project)
    assert len(kernels) == 1
    project.chapter("\nA word.\n\n```{embed} #one\n```\n")
    project.later("index.md")
    assert project.build("-W")[0] == 0
    assert (
        len(kernels) == 1
        and "A word." in project.page().get_text()
        and "first edition" in str(project.page())
    )
    project.notebook("#| label: one\nprint('second edition')")
    project.later("index.ipynb")
    assert project.build("-W")[0] == 0
    assert len(kernels) == 2 and "second edition" in str(project.page())


@pytest.mark.parametrize(
    "name, runs",
    [
        ("layers.py", 2),
        ("look.json", 2),
        ("training.py", 1),
        ("web/engine/network.js", 1),
        ("explorers/step/view.css", 1),
    ],
)
def test_a_page_runs_again_for_a_file_that_its_cells_import_only(project, kernels, package, name, runs):
    cell = "from nnbasics import Network\nfrom nnbasics.look import TOKENS\nprint(Network([1, 1]))"
    project.notebook(f"#| label: one\n{cell}")
    project.chapter("\n```{embed} #one\n```\n")
    assert project.build("-W")[0] == 0 and len(kernels) == 1
    (package / name).write_text((package / name).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    project.later(package / name)
    assert project.build("-W")[0] == 0 and len(kernels) == runs


def test_where_ci_is_set_nothing_is_kept(project, kernels, monkeypatch):
    monkeypatch.setenv("CI", "true")
    built_once(project)
    assert not (project.folder / "_build" / "outputs").exists()
    project.later("index.md")
    assert project.build("-W")[0] == 0 and len(kernels) == 2


def test_a_cell_that_raises_is_run_again(project, kernels):
    project.notebook("#| label: one\nraise RuntimeError")
    project.chapter("\n```{embed} #one\n```\n")
    assert project.build()[0] != 0 and project.build()[0] != 0
    assert len(kernels) == 2


def test_outputs_hold_no_source_of_a_view(project, kernels):
    project.notebook("#| label: one\nfrom nnbasics.explorers import StepExplorer\nStepExplorer()")
    project.chapter("\n```{embed} #one\n```\n")
    status, messages = project.build("-W", "--keep-going")
    assert status == 0, messages
    (kept,) = (project.folder / "_build" / "outputs").iterdir()
    assert "createFrame" not in kept.read_text(encoding="utf-8")
    assert (project.folder / "_build/html/_static/nn/step.js").exists()
    assert [link for link in project.page().select("script[src]") if "nn/step.js" in link["src"]]
    assert kernels and "globalThis[Symbol.for" in str(project.page())


def test_changed_style_sheet_reaches_the_pages_without_executing_anything(built):
    before = links(built)
    built.write("static/book.css", "p { color: green }")
    status, messages = built.build("-W")
    assert status == 0 and "Executing notebook" not in messages
    assert links(built) != before
    assert "green" in (built.folder / "_build/html/_static/book.css").read_text()


def links(project):
    return re.findall(r"book\.css\?v=\w+", str(project.page()))


def test_changed_tokens_reach_the_pages(built, monkeypatch):
    monkeypatch.setattr("page.css_variables", lambda: ":root { --nn-positive: #123456; }")
    assert built.build("-W")[0] == 0
    assert "#123456" in (built.folder / "_build/html/_static/tokens.css").read_text()


def test_two_builds_differ_in_no_byte(project, tmp_path, monkeypatch):
    """Elsewhere, at another time, by somebody else: what ipywidgets names at random has steady names."""
    monkeypatch.setenv("CI", "1")
    project.notebook("#| label: one\nimport ipywidgets\nipywidgets.FloatSlider(description='w')")
    project.chapter("\n```{embed} #one\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    sites = []
    for place, zone, seed in (("here", "UTC", "1"), ("another place", "Pacific/Auckland", "2")):
        folder = tmp_path / place
        folder.mkdir()
        for name in ("conf.py", "index.md", "index.ipynb"):
            shutil.copy(project.folder / name, folder)
        shutil.copytree(project.folder / "static", folder / "static")
        for name, value in {"TZ": zone, "PYTHONHASHSEED": seed, "MPLBACKEND": "svg"}.items():
            monkeypatch.setenv(name, value)
        assert build_main(["-b", "html", "-d", str(folder / "trees"), str(folder), str(folder / "site")]) == 0
        files = [path for path in (folder / "site").rglob("*") if path.is_file()]
        sites.append({path.relative_to(folder / "site"): path.read_bytes() for path in files})
    one, other = sites
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
    page = BeautifulSoup(one[Path("index.html")], "html.parser")
    assert page.select_one("caption").get_text() == "Chapter"
    assert [cell.name for cell in page.select("tbody tr > *")] == ["th", "td"]
