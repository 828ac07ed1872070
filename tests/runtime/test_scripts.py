"""The scripts of the built book: what explorers share, one for each, their large bytes; opened as files."""

import json
import shutil

import pytest
import scripts
import traitlets
from ipywidgets.embed import dependency_state, embed_data
from playwright.sync_api import expect

from nnbasics.explorers.link import link
from nnbasics.explorers.view import View, late_bytes

SUM = """import { lateData } from "../../web/shell/late.js";
import { total } from "./total.js";

function render({ model, el }) {
  const eager = document.createElement("p"), button = document.createElement("button");
  const late = async () => (button.textContent = `late: ${total(await lateData(model, "late"))}`);
  eager.textContent = `at once: ${total(model.get("eager"))}`;
  button.textContent = "fetch";
  button.addEventListener("click", () => late().catch((error) => (button.textContent = error.message)));
  el.append(eager, button);
}
export default { render };
"""
TOTAL = """export function total(bytes) {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength).reduce((a, b) => a + b, 0);
}
"""


@pytest.fixture
def package(tmp_path):
    """A package with two explorers that no one has heard of."""
    package = tmp_path / "package"
    shutil.copytree(scripts.PACKAGE / "web", package / "web")
    for name in ("sum", "other"):
        folder = package / "explorers" / name
        folder.mkdir(parents=True)
        (folder / "view.js").write_text(SUM.replace("at once", f"{name}, at once"), encoding="utf-8")
        (folder / "total.js").write_text(TOTAL, encoding="utf-8")
    (folder / "view.css").write_text("p { color: var(--nn-ink) }")
    return package


class SumView(View):
    __module__ = "nnbasics.explorers.sum.explorer"
    eager = traitlets.Bytes().tag(sync=True)
    late = late_bytes()


@pytest.fixture
def built(package, tmp_path, page, write_page):
    """`built(*views)`: their page as the book has it, opened as a file; and its folder."""

    def build(*views):
        files, keys = scripts.linked_scripts(package)
        data = embed_data(views=views, state=dependency_state(views, drop_defaults=False))
        folder, found = tmp_path / "built", {}
        for model in data["manager_state"]["state"].values():
            if "_anywidget_id" in model["state"]:
                found |= scripts.without_source(model, keys["sum"], "{}.js".format)
        files |= {f"{name}.js": text for name, (text, _) in found.items()}
        for name, text in files.items():
            scripts.write(folder / name, text)
        eager = [name for name, (_, late) in found.items() if not late]
        head = "".join(f'<script defer src="{name}.js"></script>' for name in [*eager, "shared", "sum"])
        write_page(folder, data["view_specs"], data["manager_state"], head)
        page.goto((folder / "index.html").as_uri())
        return folder

    return build


def test_a_view_is_alive_and_its_bytes_come_when_asked_for(built, page):
    eager, late = bytes(range(256)) * 20, bytes([7]) * 10_000
    folder = built(SumView(eager=eager, late=late), SumView(eager=eager[::-1], late=late))
    expect(page.get_by_text(f"sum, at once: {sum(eager)}")).to_have_count(2)
    fetched = "Object.keys(globalThis[Symbol.for('nnbasics.data')])"
    assert len(page.evaluate(fetched)) == 2 and len(list(folder.glob("data-*"))) == 3  # the late ones are one
    for button in page.locator("button").all():
        button.click()
    expect(page.get_by_text(f"late: {sum(late)}")).to_have_count(2)
    assert len(page.evaluate(fetched)) == 3
    assert page.context.errors + page.context.refused == []


def test_late_bytes_that_do_not_arrive_are_said_to(built, page):
    folder = built(SumView(eager=b"a" * 5000, late=b"b" * 5000))
    name = json.loads(page.locator("script[type$='state+json']").inner_text())["state"]
    (late,) = {model["state"]["late"]["script"] for model in name.values() if "late" in model["state"]}
    (folder / late).unlink()
    page.get_by_role("button", name="fetch").click()
    expect(page.get_by_role("button", name="could not be fetched: reload the page")).to_be_visible()


def test_the_same_view_in_a_notebook_has_its_bytes_as_traits(package, show):
    class Notebook(SumView):
        _esm = link(package / "explorers" / "sum" / "view.js")

    page = show(Notebook(eager=b"\1" * 5000, late=b"\2" * 5000))
    expect(page.get_by_text("sum, at once: 5000")).to_be_visible()
    page.get_by_role("button", name="fetch").click()
    expect(page.get_by_text("late: 10000")).to_be_visible()
    assert page.context.errors + page.context.refused == []


def test_a_script_of_another_version_is_not_taken(built, package, page):
    folder = built(SumView(eager=b"a", late=b"b"))
    other = package / "web" / "shell" / "late.js"
    other.write_text(other.read_text(encoding="utf-8") + "export const version = 2;\n", encoding="utf-8")
    for name, text in scripts.linked_scripts(package)[0].items():
        scripts.write(folder / name, text)
    page.reload()
    expect(
        page.get_by_text("could not start: its script did not arrive, or is of another version")
    ).to_be_visible()


def test_a_key_changes_with_what_it_stands_for_and_with_nothing_else(package):
    before = scripts.linked_scripts(package)[1]
    part = package / "explorers" / "sum" / "total.js"
    part.write_text(TOTAL.replace("0)", "1)"), encoding="utf-8")
    own = scripts.linked_scripts(package)[1]
    assert own["sum"] != before["sum"] and own["other"] == before["other"]
    shared = package / "web" / "shell" / "late.js"
    shared.write_text(shared.read_text(encoding="utf-8") + "\nexport const more = 1;\n", encoding="utf-8")
    after = scripts.linked_scripts(package)[1]
    assert after["sum"] != own["sum"] and after["other"] != own["other"]


def test_an_explorer_carries_nothing_of_what_is_shared(package):
    files, _ = scripts.linked_scripts(package)
    assert "function total" in files["sum.js"] and "function total" not in files["shared.js"]
    assert "function lateData" in files["shared.js"] and "function lateData" not in files["sum.js"]
    assert set(files) == {"shared.js", "shared.css", "sum.js", "other.js", "other.css"}


def test_small_bytes_stay_in_the_page():
    small, large = {"path": ["small"], "data": "AAAA"}, {"path": ["large"], "data": "A" * 5000}
    deep = {"path": ["list", 0], "data": "A" * 5000}
    view = "nnbasics.explorers.step.explorer.StepView"
    model = {
        "state": {"_anywidget_id": view, "_esm": "source", "_css": "p {}", "w": 1.5},
        "buffers": [small, large, deep],
    }
    (name,) = scripts.without_source(model, "key", "{}.js".format)
    assert model["buffers"] == [small, deep]
    assert model["state"]["large"] == {"name": name, "script": f"{name}.js"} and model["state"]["w"] == 1.5
    assert "_css" not in model["state"] and "source" not in model["state"]["_esm"]
