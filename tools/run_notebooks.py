"""Run the book's notebooks and store their outputs: ``python tools/run_notebooks.py [book/01-….ipynb …]``.

A widget is stored as its picture and its sentence.  Its live view is left out, as is the state behind it: a
view without a kernel could only say that its model is gone, whereas the picture shows on every site that
draws notebooks, and in JupyterLab until the cell is run.
"""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
from kernels import sockets
from nbclient import NotebookClient

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
BOOK = Path(__file__).parents[1] / "book"


def run(path):
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(path.parent)}}
    # What is printed comes in pieces, cut otherwise in every run: joined, it is the same again.
    NotebookClient(
        notebook,
        timeout=120,
        coalesce_streams=True,
        resources=resources,
        extra_arguments=["--log-level=ERROR"],
        config=sockets(),
    ).execute()
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # times of day, another in every run
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)
    nbformat.write(notebook, path)
    print("ran", path, flush=True)


if __name__ == "__main__":
    with ThreadPoolExecutor(2) as two_at_a_time:
        list(two_at_a_time.map(run, map(Path, sys.argv[1:] or sorted(BOOK.glob("*.ipynb")))))
