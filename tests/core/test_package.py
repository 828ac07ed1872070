"""The core as a package: NumPy alone, small enough to read, every idea placed in the book."""

import ast
import importlib
import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import nnbasics
from nnbasics import datasets

ROOM = Path(nnbasics.__file__).parent
OTHER_ROOMS = ("figures", "explorers", "exercises", "look")
CORE = [
    f"nnbasics.{module.name}"
    for module in pkgutil.iter_modules([str(ROOM)])
    if module.name not in OTHER_ROOMS
]
CORE += [f"nnbasics.datasets.{module.name}" for module in pkgutil.iter_modules(datasets.__path__)]


def test_importing_the_core_imports_numpy_alone():
    code = (
        "import sys; before = set(sys.modules); import nnbasics, nnbasics.datasets;"
        "print(*set(sys.modules) - before)"
    )
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True)
    roots = {name.split(".")[0].lstrip("_") for name in loaded.split()}
    known = {name.lstrip("_") for name in sys.stdlib_module_names}
    others = {name for name in roots - known if not name.startswith("cython")}  # within NumPy 1
    assert others == {"nnbasics", "numpy"}


@pytest.mark.parametrize("name", CORE)
def test_a_module_of_the_core_imports_numpy_and_its_own_room(name):
    tree = ast.parse(Path(importlib.import_module(name).__file__).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        names = (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module]
            if isinstance(node, ast.ImportFrom)
            else []
        )
        for imported in names:
            root, *rest = imported.split(".")
            assert root in sys.stdlib_module_names or root in ("numpy", "nnbasics")
            assert not rest or rest[0] not in OTHER_ROOMS


@pytest.mark.parametrize("name", CORE)
def test_a_module_can_be_read_in_one_sitting(name):
    source = Path(importlib.import_module(name).__file__).read_text(encoding="utf-8")
    assert len(source.splitlines()) < 200
    assert max(map(len, source.splitlines())) <= 100


@pytest.mark.parametrize(
    "name", [name for name in CORE if name not in ("nnbasics.checks", "nnbasics.settings")]
)
def test_every_public_name_says_its_chapter(name):
    module = importlib.import_module(name)
    for key, thing in vars(module).items():
        own = getattr(thing, "__module__", None) == name and hasattr(thing, "__qualname__")
        if own and not key.startswith("_"):
            assert "chapter " in (thing.__doc__ or "").lower(), f"{key} names no chapter"


PUBLIC = [nnbasics.Network, nnbasics.Training, nnbasics.fit, nnbasics.SGD, nnbasics.RMSProp, nnbasics.Adam]


@pytest.mark.parametrize("thing", [*PUBLIC, *(getattr(datasets, name) for name in datasets.__all__)])
def test_what_a_reader_calls_says_its_types(thing):
    assert (ROOM / "py.typed").exists()  # else no type checker looks at them
    for parameter in inspect.signature(thing).parameters.values():
        assert parameter.annotation is not parameter.empty, parameter.name


def test_the_front_door():
    assert sorted(nnbasics.__all__) == sorted(
        ["Adam", "DivergenceError", "L1", "L2", "Network", "RMSProp", "SGD", "Training", "fit"]
    )
    assert all(hasattr(nnbasics, name) for name in nnbasics.__all__)
    assert all(hasattr(datasets, name) for name in datasets.__all__)
