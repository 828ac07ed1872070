"""10,000 random inputs, one argument at a time: it is used, or an error of the engine's own names it."""

import re
from pathlib import Path

from .conftest import MODULES

THROWER = Path(__file__).with_name("random_input.mjs")


def test_whatever_comes_in_is_used_or_refused_by_name(javascript):
    names = re.search(r"const (\{.*?\}) = engine;", THROWER.read_text(encoding="utf-8"), re.S)[1]
    found = javascript(f"return throwAtEverything({names})", modules=[*MODULES, THROWER])
    assert found["offences"] == []
    assert found["used"] + found["refused"] == 10_000
    assert found["used"] > 500 < found["refused"], "neither all nor nothing is refused"
