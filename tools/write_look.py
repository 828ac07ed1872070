"""Write web/draw/look.js, the numbers of look.json for scripts.  Run it when you have changed look.json."""

from pathlib import Path

import nnbasics
from nnbasics.look import script

SCRIPT = Path(nnbasics.__file__).parent / "web" / "draw" / "look.js"

if __name__ == "__main__":
    SCRIPT.write_text(script(), encoding="utf-8")
