"""The README's moving picture is the one that its tool has drawn."""

import hashlib
import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_its_picture_is_the_one_that_was_drawn():
    ((words, name),) = re.findall(
        r"^!\[(.+?)\]\((\S+)\)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    picture = (ROOT / name).read_bytes()
    hashes = json.loads((ROOT / name).with_suffix(".json").read_text(encoding="utf-8"))
    assert hashes[Path(name).name] == hashlib.sha256(picture).hexdigest()
    assert re.fullmatch(r"[0-9a-f]{64}", hashes["drawn by"])
    assert len(picture) < 450_000 and picture.count(b"ANMF") > 20 and len(words) > 40
