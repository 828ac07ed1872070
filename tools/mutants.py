"""Are the tests able to fail?  ``make mutants``, by hand: some minutes for each ten.

    python tools/mutants.py [--number 60] [--seed 0] [--jobs 2] [--only web/draw]

Faults are drawn at random, as many in each room (the core, the engine, explorers, what draws), and set
in one at a time, in a copy.  Each is met by the tests of its room alone; one in a script that draws, if it
survives those, by the browser on the first page that shows it, in the book of `make book`.  One that lives is
named.  Those in mutants_judged.txt change nothing that anyone could see, and are not drawn.  Fewer than 90 %
killed: exit code 1.
"""

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import Queue

from mutations import mutants_of

ROOT = Path(__file__).parents[1]
PACKAGE = Path("src/nnbasics")
JUDGED = Path(__file__).with_name("mutants_judged.txt")
BAR, PATIENCE = 0.9, 600  # share killed; seconds until a mutant that never ends is given up as killed
ROOMS = {
    "core": ["*.py", "datasets/*.py"],
    "web/engine": ["web/engine/*.js"],
    "explorers": ["explorers/*.py", "explorers/*/*.py", "explorers/*/*.js"],
    "web/draw": ["web/draw/*.js"],
}
IMPORT = re.compile(r'^import\b[^;]*?from\s*"([^"]+)";', re.MULTILINE)


def files_of(room):
    found = [path for pattern in ROOMS[room] for path in sorted((ROOT / PACKAGE).glob(pattern))]
    return [path for path in found if path.name not in ("look.py", "look.js", "__init__.py")]


def judged():
    """(path, line) of the mutants that are judged; a third column says why."""
    lines = JUDGED.read_text(encoding="utf-8").splitlines() if JUDGED.exists() else []
    return {tuple(line.split("\t")[:2]) for line in lines if line and not line.startswith("#")}


def key(mutant):
    return mutant.path.relative_to(ROOT).as_posix(), mutant.line()[1]


def drawn(number, seed, only):
    """As many of each room; which file is left to the number of places in it."""
    rng, known, rooms = random.Random(seed), judged(), [room for room in ROOMS if only in ("", room)]
    for place, room in enumerate(rooms):
        every = [mutant for path in files_of(room) for mutant in mutants_of(path)]
        every = [mutant for mutant in rng.sample(every, len(every)) if key(mutant) not in known]
        yield from (
            (room, mutant) for mutant in every[: number // len(rooms) + (place < number % len(rooms))]
        )


def tests_of(room, path):
    """The test files of the room, for an explorer those that name it, or all; those with the file first."""
    folder = {"core": "core", "web/engine": "engine", "explorers": "explorers", "web/draw": "draw"}[room]
    tests = {
        test: test.read_text(encoding="utf-8") for test in sorted((ROOT / "tests" / folder).glob("test_*.py"))
    }
    name = path.parent.name if room == "explorers" else ""
    if name not in ("", "explorers"):
        source = path.with_name("explorer.py").read_text(encoding="utf-8")
        classes = re.findall(r"^class (\w+Explorer)\b", source, re.MULTILINE)
        named = "|".join([name, *classes, "all_of_them"])
        runners = {
            runner.name: runner.read_text(encoding="utf-8") for runner in (ROOT / "tests").rglob("*.mjs")
        }
        for test, text in tests.items():
            tests[test] = text + "".join(other for runner, other in runners.items() if runner in text)
        tests = {test: text for test, text in tests.items() if re.search(rf"\b({named})\b", text)}
    first = sorted(tests, key=lambda test: not re.search(rf"\b{path.stem}\b", tests[test]))
    return [test.relative_to(ROOT).as_posix() for test in first]


def imported(script, seen=None):
    """A script and all that it imports."""
    seen = set() if seen is None else seen
    if script not in seen:
        seen.add(script)
        for part in IMPORT.findall(script.read_text(encoding="utf-8")):
            imported((script.parent / part).resolve(), seen)
    return seen


def pages_of(path, book):
    """The names of the pages on which a script draws, and the explorers that bring it there."""
    views = sorted((ROOT / PACKAGE / "explorers").glob("*/view.js"))
    names = [view.parent.name for view in views if path in imported(view)]
    for page in sorted((book / "book").glob("[0-9]*.html")):
        text = page.read_text(encoding="utf-8")
        if here := [name for name in names if f"_static/nn/{name}.js" in text]:
            yield page.stem, here


def write_scripts(copy, book):
    """Link the scripts of the copy into its book, under the names that the pages know."""
    sys.path.append(str(ROOT / "book" / "_ext"))
    from scripts import linked_scripts

    _, keys = linked_scripts(ROOT / PACKAGE)
    for name, text in linked_scripts(copy / PACKAGE)[0].items():
        for explorer, known in keys.items():
            text = re.sub(rf'"{explorer}-[0-9a-f]{{16}}"', f'"{known}"', text)
        (book / "_static" / "nn" / name).write_text(text, encoding="utf-8")


def survives(copy, tests, **variables):
    environment = os.environ | {"PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"} | variables
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    # With the browser or Node that it has started, in which a mutant may go on for ever.
    run = subprocess.Popen(command, cwd=copy, env=environment, start_new_session=True, **silent)
    try:
        return run.wait(PATIENCE) in (0, 5)
    except subprocess.TimeoutExpired:
        return False
    finally:
        with suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)
        run.wait()


def trial(copy, book, room, mutant):
    """Whether the mutant lives."""
    place = copy / mutant.path.relative_to(ROOT)
    place.write_text(mutant.source(), encoding="utf-8")
    try:
        tests = tests_of(room, mutant.path)
        if tests and not survives(copy, tests):
            return False
        page = (
            next(pages_of(mutant.path, book), None)
            if mutant.path.suffix == ".js" and "engine" not in room
            else None
        )
        if page is None:
            return True
        write_scripts(copy, book)
        name, _ = page
        chapter = f"tests/browser/test_chapter_{int(name[:2])}.py"
        shared = [
            f"tests/browser/test_{of}.py" for of in ("explorers", "dragging", "drawn_numbers", "states")
        ]
        shared += ["-k", f"{name[:3]} or chapter_{int(name[:2])} or dragging"]
        files = [chapter] if (copy / chapter).exists() else []
        return survives(copy, [*files, *shared], BUILT_BOOK=str(book))
    finally:
        place.write_text(mutant.text, encoding="utf-8")


def copies(jobs, folder):
    """Copies of what is in the repository and of the built book, one for each that works at a time."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    waiting = Queue()
    for job in range(jobs):
        copy, book = folder / f"copy{job}", folder / f"book{job}"
        for name in listed.stdout.splitlines():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copy / name)
        shutil.copytree(ROOT / "_build" / "html", book)
        waiting.put((copy, book))
    return waiting


def main():
    parser = argparse.ArgumentParser()
    for name, default in (("number", 60), ("seed", 0), ("jobs", 2), ("only", "")):
        parser.add_argument(f"--{name}", type=type(default), default=default)
    given = parser.parse_args()
    mutants = list(drawn(given.number, given.seed, given.only))
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(given.jobs) as workers:
        waiting = copies(given.jobs, Path(folder))

        def work(pair):
            copy, book = waiting.get()
            try:
                lives = trial(copy, book, *pair)
            finally:
                waiting.put((copy, book))
            number, line = pair[1].line()
            print("LIVES " if lives else "killed", f"{key(pair[1])[0]}:{number}: {line}", flush=True)
            return lives

        alive = sum(workers.map(work, mutants))
    print(f"{len(mutants) - alive} of {len(mutants)} killed")
    sys.exit(len(mutants) - alive < BAR * len(mutants))


if __name__ == "__main__":
    main()
