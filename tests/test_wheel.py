"""The wheel carries all of the package: in an environment of its own it shows what the notebooks show."""

import json
import platform
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import nbformat
import pytest

from nnbasics import explorers

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "nnbasics"
SHOW = """
import json, sys
import matplotlib
matplotlib.use("agg")
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
import nnbasics
from nnbasics.explorers.explorer import Explorer

assert nnbasics.__file__.startswith(sys.prefix), nnbasics.__file__
shell, seen, said = InteractiveShell.instance(), set(), []
shell.displayhook.write_output_prompt = shell.displayhook.write_format_data = lambda *given: None
for notebook in json.load(sys.stdin):
    shell.reset()
    said.append([])
    for cell in notebook:
        with capture_output() as out:
            done = shell.run_cell(cell)
        done.raise_error()
        said[-1].append([out.stdout])
        if done.result is not None:
            said[-1][-1].append(shell.display_formatter.format(done.result)[0]["text/plain"])
        for explorer in [done.result, *shell.user_ns.values()]:
            if isinstance(explorer, Explorer) and type(explorer).__name__ not in seen:
                assert len(explorer._repr_mimebundle_()["image/png"]) > 1000
                assert "render" in explorer.view._esm and "--nn-positive" in explorer.view._css
                seen.add(type(explorer).__name__)
json.dump({"explorers": sorted(seen), "said": said}, sys.stdout)
"""
# OpenBLAS, which multiplies NumPy's matrices, has kernels for each kind of processor; these are the plainest.
PLAINEST = "ARMV8" if platform.machine() in ("arm64", "aarch64") else "Prescott"
NOTEBOOKS = [nbformat.read(path, as_version=4) for path in sorted((ROOT / "book").glob("*.ipynb"))]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder, copy = (
        tmp_path_factory.mktemp("wheel"),
        tmp_path_factory.mktemp("copy"),
    )  # building leaves files behind
    shutil.copytree(PACKAGE, copy / "src" / "nnbasics", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        folder,
        copy,
    ]
    made = subprocess.run(command, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    (wheel,) = folder.glob("*.whl")
    return wheel


def test_it_holds_every_file_of_the_package(wheel):
    inside = {name.removeprefix("nnbasics/") for name in zipfile.ZipFile(wheel).namelist()}
    files = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert files - inside == set()


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """What each cell of each notebook says with it, on another kind of processor; and the explorers seen."""
    folder = tmp_path_factory.mktemp("installed")
    place = folder / "own"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(place), "platbase": str(place)}))
    zipfile.ZipFile(wheel).extractall(site)  # what pip does with a wheel of pure Python
    # The libraries are those that are here; a path in a .pth file brings no package installed for editing.
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    run = subprocess.run(
        [place / "bin" / "python", "-c", SHOW],
        input=json.dumps([[cell.source for cell in code_cells(notebook)] for notebook in NOTEBOOKS]),
        cwd=folder,
        capture_output=True,
        text=True,
        env={"PATH": "", "HOME": str(folder), "MPLCONFIGDIR": str(folder), "OPENBLAS_CORETYPE": PLAINEST},
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


@pytest.mark.slow
def test_every_explorer_shows_from_it(installed):
    assert installed["explorers"] == sorted(explorers.__all__)


@pytest.mark.slow
def test_another_processor_gives_the_same_numbers(installed):
    """Another processor rounds otherwise, in the last bit.  A training that hangs on it is chaotic."""
    for notebook, said in zip(NOTEBOOKS, installed["said"], strict=True):
        for cell, texts in zip(code_cells(notebook), said, strict=True):
            assert texts == stored(cell), cell.source


def stored(cell):
    """What the committed notebook has of a cell: its printed text, then what the cell's value says."""
    printed = "".join(output.text for output in cell.outputs if output.output_type == "stream")
    values = [out.data["text/plain"] for out in cell.outputs if out.output_type == "execute_result"]
    return [printed, *values]
