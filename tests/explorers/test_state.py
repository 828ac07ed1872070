"""What the scripts of an explorer ask their model for is what Python sends to the page."""

import re

import pytest

import nnbasics.explorers as all_of_them

from .test_arguments import NEEDED

ASKED = re.compile(r'\bmodel\s*\.get\("(\w+)"\)')


@pytest.mark.parametrize("name", all_of_them.__all__)
def test_what_is_asked_for_is_sent(name):
    view = getattr(all_of_them, name)(**NEEDED.get(name, {})).view
    asked = {
        trait
        for script in view._module.parent.glob("*.js")
        for trait in ASKED.findall(script.read_text(encoding="utf-8"))
    }
    assert asked or name == "SpikingExplorer"  # which asks by lists of names
    assert asked <= set(view.keys), f"not sent: {asked - set(view.keys)}"
