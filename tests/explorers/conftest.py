"""Runs what explorers compute in the page, without a page: a script of this folder, in Node."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import nnbasics

PACKAGE = Path(nnbasics.__file__).parent
NODE = Path(sys.executable).with_name("node")


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
