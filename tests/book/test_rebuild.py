"""A second build: nothing where nothing changed, and everything that a change asks for."""
import re
from pathlib import Path

import nnbasics
import pytest
import sphinx.environment as environment


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


@pytest.mark.parametrize("name", ["network.py", "look.json", "web/engine/network.js"])
def test_page_depends_on_the_package(built, name, monkeypatch):
    file = Path(nnbasics.__file__).parent / name
    time_of = environment._last_modified_time
    monkeypatch.setattr(environment, "_last_modified_time",
                        lambda path: time_of(path) + (10**12 if Path(path) == file else 0))
    assert "Executed notebook" in built.build("-W")[1]


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
