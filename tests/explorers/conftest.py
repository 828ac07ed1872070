"""Explorers without a book or a kernel: what they compute in Node, and their views in a page of their own."""

import base64
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import nnbasics
from nnbasics.explorers.view import View

PACKAGE = Path(nnbasics.__file__).parent
NODE = Path(sys.executable).with_name("node")
MODEL = """class Model {
    #state; #listeners = [];
    constructor(state) {
        const bytes = (text) =>
            new DataView(Uint8Array.from(atob(text), (letter) => letter.charCodeAt()).buffer);
        this.#state = Object.fromEntries(Object.entries(state).map(([name, value]) =>
            [name, typeof value?.bytes === "string" ? bytes(value.bytes) : value]));
    }
    get(name) { return this.#state[name]; }
    set(traits, value) {
        const given = typeof traits === "string" ? { [traits]: value } : traits;
        const changed = Object.keys(given).filter((name) => given[name] !== this.#state[name]);
        Object.assign(this.#state, given);
        for (const name of changed) this.#tell(`change:${name}`);
        if (changed.length) this.#tell("change");
    }
    #tell(event) { for (const [name, listener] of [...this.#listeners]) if (name === event) listener(); }
    on(events, listener) { for (const name of events.split(" ")) this.#listeners.push([name, listener]); }
    off(events, listener) {
        const gone = events.split(" ");
        const stays = ([name, each]) => !(gone.includes(name) && each === listener);
        this.#listeners = this.#listeners.filter(stays);
    }
    save_changes() {}
    get listening() { return this.#listeners.map(([name]) => name); }
}
globalThis.painted = async () => {
    const frame = () => new Promise(requestAnimationFrame);
    do { await frame(); await frame(); } while (document.querySelector("[aria-busy]"));
};
globalThis.open = async (state) => {
    const el = document.querySelector("#place");
    globalThis.model = new Model(state);
    globalThis.close = await shown.render({ model, el });
    await painted();
};"""


@pytest.fixture(scope="session")
def in_node():
    """`in_node(runner, paths, jobs)`: what the runner answers; paths, in the package: what it runs."""

    def run(runner, paths, jobs):
        done = subprocess.run(
            [NODE, Path(__file__).with_name(runner), *(PACKAGE / path for path in paths)],
            input=json.dumps(jobs),
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture
def show(page):
    """show(explorer): the page, the view of the explorer in it, `model` and `close()` in its scope."""

    def show(explorer):
        own = {name for name in explorer.view.keys if name not in View.class_traits(sync=True)}
        state = explorer.view.get_state({*own, "hand", "_late"})
        for name, value in state.items():
            if isinstance(value, (bytes, memoryview)):
                state[name] = {"bytes": base64.b64encode(value).decode()}
        page.set_content('<div class="nn-explorer" style="width: 1000px"><div id="place"></div></div>')
        page.add_style_tag(content=explorer.view._css)
        source = re.sub(r"^export default", "globalThis.shown =", explorer.view._esm, flags=re.MULTILINE)
        page.add_script_tag(type="module", content=f"{source}\n{MODEL}")
        page.wait_for_function("globalThis.open && globalThis.shown")
        page.evaluate("(state) => open(state)", state)
        return page

    return show
