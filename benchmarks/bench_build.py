"""How long `make book` takes: on a fresh clone, from nothing built, with nothing changed.

    python benchmarks/bench_build.py        some minutes: it downloads the packages

The clone is of what has been committed.
"""

import shutil
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        for state, removed in [
            ("a fresh clone", None),
            ("packages there, nothing built", "_build"),
            ("nothing changed", None),
        ]:
            if removed:
                shutil.rmtree(clone / removed)
            start = time.perf_counter()
            subprocess.run(["make", "book"], cwd=clone, check=True, capture_output=True)
            print(f"make book, {state}: {time.perf_counter() - start:.0f} s", flush=True)
