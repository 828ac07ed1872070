"""The wheel carries all of the package: installed alone, it shows every explorer of the book."""

import json
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "nnbasics"
SHOW = """
import ast, json, sys
import matplotlib
matplotlib.use("agg")
import nnbasics
from nnbasics import explorers
from nnbasics.explorers.explorer import Explorer

assert nnbasics.__file__.startswith(sys.prefix), nnbasics.__file__
seen = {}
for notebook in json.load(sys.stdin):
    names = {}
    for cell in notebook:
        *body, last = ast.parse(cell).body
        exec(compile(ast.Module(body, []), "cell", "exec"), names)
        shown = None
        if isinstance(last, ast.Expr):
            shown = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
        else:
            exec(compile(ast.Module([last], []), "cell", "exec"), names)
        for explorer in [shown, *names.values()]:
            if isinstance(explorer, Explorer) and type(explorer).__name__ not in seen:
                forms = explorer._repr_mimebundle_()
                assert len(forms["image/png"]) > 1000 and len(forms["text/plain"]) > 80
                assert "render" in explorer.view._esm and "--nn-positive" in explorer.view._css
                seen[type(explorer).__name__] = explorer
assert set(seen) == set(explorers.__all__), set(explorers.__all__) - set(seen)
print("shown", len(seen))
"""


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


@pytest.mark.slow
def test_every_explorer_shows_from_it(wheel, tmp_path):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "own"], check=True)
    place = tmp_path / "own"
    site = Path(sysconfig.get_path("purelib", vars={"base": str(place), "platbase": str(place)}))
    zipfile.ZipFile(wheel).extractall(site)  # what pip does with a wheel of pure Python
    # The libraries are those that are here; a path in a .pth file brings no package that is installed for
    # editing.
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    notebooks = []
    for path in sorted((ROOT / "book").glob("*.ipynb")):
        cells = [
            "".join(cell["source"])
            for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
            if cell["cell_type"] == "code"
        ]
        if "nnbasics.explorers" in "".join(cells):
            notebooks.append(cells)
    run = subprocess.run(
        [place / "bin" / "python", "-c", SHOW],
        input=json.dumps(notebooks),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={"PATH": "", "MPLCONFIGDIR": str(tmp_path)},
    )
    assert run.returncode == 0, run.stderr
    assert "shown" in run.stdout
