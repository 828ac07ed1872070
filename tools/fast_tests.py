"""The tests that a change can touch (`make test-fast`): ``python tools/fast_tests.py [options of pytest]``.

What has changed since the last commit is looked up below.  The whole suite is `make test`; CI runs that.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
# What a changed file can touch; the first pattern that fits counts.  A chapter's browser tests build the
# whole book.
TOUCHES = [
    (r"tests/(.*/)?conftest\.py", lambda path: [str(Path(path).parent)]),
    (r"tests/.*test_\w+\.py", lambda path: [path]),
    (r"src/nnbasics/web/engine/", lambda path: ["tests/engine", "tests/test_house.py"]),
    (
        r"src/nnbasics/web/|src/nnbasics/explorers/.*\.(js|css)",
        lambda path: ["tests/explorers", "tests/runtime/test_scripts.py", "tests/test_house.py"],
    ),
    (r"src/nnbasics/explorers/", lambda path: ["tests/explorers", "tests/test_house.py"]),
    (r"src/nnbasics/figures/|images/", lambda path: ["tests/figures", "tests/test_house.py"]),
    (r"src/nnbasics/.*\.json", lambda path: ["tests/figures", "tests/explorers"]),
    (r"src/nnbasics/", lambda path: ["tests/core", "tests/engine", "tests/test_house.py"]),
    (r"book/_ext/|_config\.yml", lambda path: ["tests/book"]),
    (r"book/_runtime/", lambda path: ["tests/runtime"]),
    (r"book/.*\.ipynb", lambda path: [path, "tests/test_notebooks.py"]),
    (r"book/|_toc\.yml", lambda path: ["tests/book/test_pages.py"]),
    (
        r"tools/(draw_images|imports)\.py",
        lambda path: ["tests/figures/test_images.py", "tests/book/test_rebuild.py"],
    ),
]


def changed():
    """The files that differ from the last commit, and those that are new."""
    commands = ["git diff --name-only HEAD", "git ls-files --others --exclude-standard"]
    outputs = [
        subprocess.run(command.split(), cwd=ROOT, capture_output=True, text=True, check=True).stdout
        for command in commands
    ]
    return [path for path in "".join(outputs).splitlines() if (ROOT / path).exists()]


def touched(paths):
    """The tests for them, in order and each once."""
    found = []
    for path in paths:
        found += next((tests(path) for pattern, tests in TOUCHES if re.match(pattern, path)), [])
    return [test for test in dict.fromkeys(found) if (ROOT / test).exists()]


if __name__ == "__main__":
    tests = touched(changed())
    print("tests:", *tests or ["none: nothing has changed that a test could touch"], sep="\n  ", flush=True)
    if tests:
        sys.exit(subprocess.run([sys.executable, "-m", "pytest", *tests, *sys.argv[1:]], cwd=ROOT).returncode)
