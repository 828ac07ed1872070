"""Build the book once more, as somebody else would, and compare: what `make same` runs, and who publishes.

    python tools/same_build.py              compares with _build/html
    python tools/same_build.py FOLDER       with the book in another folder

The other builder has a copy in another folder, with another home, locale, time zone and order of hashes, has
built nothing before and keeps nothing.  Two builds of the same files differ in no byte; if they do, each file
that differs is named, with the first place where it does.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
OTHER = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7", "CI": "true"}
BEFORE, AFTER = 60, 40  # bytes that are shown around a difference


def built_elsewhere(folder):
    """The HTML of the book, built from a copy of the files that git has or would take."""
    copy, home = folder / "another place", folder / "home"
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout.decode()
    for name in filter(None, names.split("\0")):
        if (ROOT / name).exists():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    home.mkdir()
    settings = os.environ | OTHER | {"HOME": str(home), "PYTHONPATH": str(copy / "src")}
    command = [sys.executable, "tools/build_book.py", "-n", "-W", "--keep-going"]
    subprocess.run(command, cwd=copy, env=settings, check=True, stdout=subprocess.DEVNULL)
    return copy / "_build/html"


def differences(one, other):
    """A line for each file that only one folder has, or that differs."""
    here, there = files(one), files(other)
    for name in sorted(here.keys() ^ there.keys()):
        yield f"{name}: only in {one if name in here else other}"
    for name in sorted(here.keys() & there.keys()):
        a, b = here[name].read_bytes(), there[name].read_bytes()
        if a != b:
            at = len(os.path.commonprefix([a, b]))
            seen = slice(max(0, at - BEFORE), at + AFTER)
            yield f"{name}: differs at byte {at}\n    {a[seen]}\n    {b[seen]}"


def files(folder):
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def main(folder=ROOT / "_build/html"):
    with tempfile.TemporaryDirectory() as elsewhere:
        found = list(differences(Path(folder), built_elsewhere(Path(elsewhere))))
    print(*found or ["Two builds, and they differ in no byte."], sep="\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
