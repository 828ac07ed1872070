"""A book of one chapter, to try the extensions of ``book/_ext`` on."""

import os
import sys
import time
from pathlib import Path

import bs4
import nbformat
import pytest
from sphinx.cmd.build import build_main

EXTENSIONS = Path(__file__).parents[2] / "book" / "_ext"

CONFIGURATION = f"""
import sys
sys.path.append({str(EXTENSIONS)!r})
project = "A book of one chapter"
extensions = ["myst_nb", "sphinx_design"]
extensions += ["notebooks", "execution", "embed", "questions", "answers", "fallback", "animation", "scripts"]
extensions += ["page", "mathml", "pictures"]
exclude_patterns = ["_build", "**.ipynb"]
html_static_path = ["static"]
html_css_files = ["book.css"]
html_theme = "basic"
nb_execution_mode = "force"
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
numfig = True
html_math_renderer = "mathml"
"""


class Project:
    """A folder with ``index.md``, ``index.ipynb`` and ``conf.py``."""

    def __init__(self, folder, capfd):
        self.folder, self.capfd = folder, capfd
        self.write("conf.py", CONFIGURATION)
        self.write("static/book.css", "")

    def write(self, name, text, mode="w"):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, mode, encoding="utf-8") as file:
            file.write(text)

    def chapter(self, text):
        """The first line of the text is line 5 of the file."""
        self.write("index.md", f"---\nfile_format: mystnb\n---\n# Chapter\n{text}")

    def notebook(self, *cells):
        """A notebook of code cells, each its source or (source, tags)."""
        book = nbformat.v4.new_notebook()
        for cell in cells:
            source, tags = cell if isinstance(cell, tuple) else (cell, [])
            book.cells.append(nbformat.v4.new_code_cell(source, metadata={"tags": tags}))
        nbformat.write(book, self.folder / "index.ipynb")

    def build(self, *options):
        """Status and messages of a Sphinx build, not strict: an error must not need -W."""
        arguments = ["-b", "html", *options, str(self.folder), str(self.folder / "_build" / "html")]
        self.capfd.readouterr()
        status = build_main(arguments)
        out, err = self.capfd.readouterr()
        return status, out + err

    def page(self):
        html = (self.folder / "_build/html/index.html").read_text(encoding="utf-8")
        return bs4.BeautifulSoup(html, "html.parser")

    def later(self, name):
        """Touch a file so that it is newer than what has been built."""
        soon = time.time() + 10  # from now: a build may have taken longer than that
        os.utime(self.folder / name, (soon, soon))


@pytest.fixture
def project(tmp_path, capfd, monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path])
    return Project(tmp_path, capfd)
