"""The package goes with the site: the same bytes anywhere, installed by one line, enough for a notebook."""

import os
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest
import site_wheel
from kernels import sockets
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "nnbasics"
WHO = "import nnbasics; print(nnbasics.__file__)"


@pytest.fixture(scope="module")
def installed(tmp_path_factory, serve):
    """A folder into which pip has installed the wheel, from a site."""
    site, folder = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("installed")
    name, content = site_wheel.wheel()
    (site / name).write_bytes(content)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", folder]
    subprocess.run([*pip, f"{serve(site)}/{name}"], check=True, timeout=120)
    return folder


def test_the_same_bytes_at_any_time_and_place(monkeypatch, tmp_path):
    _, first = site_wheel.wheel()
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    monkeypatch.chdir(tmp_path)
    os.utime(PACKAGE / "__init__.py")
    assert site_wheel.wheel()[1] == first
    assert len(first) < 800_000


def test_pip_installs_the_package_whole(installed):
    for path in site_wheel.sources(PACKAGE):
        assert (installed / "nnbasics" / path.relative_to(PACKAGE)).read_bytes() == path.read_bytes()
    information = next(installed.glob("nnbasics-*.dist-info"))
    assert "Requires-Dist: numpy" in (information / "METADATA").read_text(encoding="utf-8")


def test_a_downloaded_notebook_runs_with_it_alone(installed, tmp_path):
    notebook = nbformat.read(ROOT / "book" / "02-two-neurons.ipynb", as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(WHO))
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    quiet = ["--log-level=ERROR"]
    here = {"metadata": {"path": str(tmp_path)}}
    client = NotebookClient(notebook, timeout=120, resources=here, extra_arguments=quiet, config=sockets())
    client.execute(env=environment)
    assert notebook.cells[-1].outputs[0].text.strip() == str(installed / "nnbasics" / "__init__.py")
