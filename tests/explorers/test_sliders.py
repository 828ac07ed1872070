"""Every slider of every explorer, as the page gets it: it can stand at 0 and at its ends."""

import ipywidgets as widgets
import pytest

import nnbasics.explorers as all_of_them

from .test_arguments import NEEDED


def sliders(box):
    for part in getattr(box, "children", ()):
        yield from sliders(part)
        if isinstance(part, (widgets.FloatSlider, widgets.IntSlider)):
            yield part


@pytest.mark.parametrize("name", all_of_them.__all__)
def test_a_slider_can_stand_at_0_and_at_its_ends(name):
    """By whole steps from its low end, as the handle goes: else 0 is passed by and never met."""
    for slider in sliders(getattr(all_of_them, name)(**NEEDED.get(name, {}))):
        places = [slider.max, *([0] if slider.min < 0 < slider.max else [])]
        steps = [(place - slider.min) / slider.step for place in places]
        assert steps == pytest.approx([round(each) for each in steps], abs=1e-6), slider.description


@pytest.mark.parametrize("name", all_of_them.__all__)
def test_sliders_of_one_kind_have_the_same_steps(name):
    """Of input x₁ and input x₂, say: a reader who has moved one knows how the other moves."""
    kinds = {}
    for slider in sliders(getattr(all_of_them, name)(**NEEDED.get(name, {}))):
        kind = slider.description.rstrip("₀₁₂₃₄₅₆₇₈₉")
        kinds.setdefault(kind, set()).add(slider.step)
    assert {kind: steps for kind, steps in kinds.items() if len(steps) > 1} == {}
