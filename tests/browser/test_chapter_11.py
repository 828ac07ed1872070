"""What the explorer of chapter 11 promises beyond its sliders: steps dragged, a curve drawn, a training."""

import numpy as np
import pytest

from nnbasics.explorers.approximate.targets import recipe, target_points

CHAPTER = "book/11-conclusion"


@pytest.fixture
def contest(explorers):
    return explorers(CHAPTER)[0]


def state(explorer):
    names = {"print": lambda *anything: None}
    exec(explorer.look()["code"], names)
    return names


def choose(explorer, menu, option):
    explorer.element.get_by_role("combobox", name=menu, exact=True).select_option(option)
    explorer.settle()


def test_a_step_is_dragged_and_pushed(contest):
    before = state(contest)
    knob = contest.element.locator(".nn-knob-grip").nth(1)
    contest.drag(knob, 25, -20)
    after = state(contest)
    assert (
        after["places"][1] > before["places"][1] + 0.05 and after["heights"][1] > before["heights"][1] + 0.05
    )
    assert contest.value("place s₂") == pytest.approx(after["places"][1], abs=1e-9)
    contest.page.keyboard.press("ArrowLeft")
    contest.settle()
    contest.page.keyboard.press("ArrowDown")
    pushed = state(contest)
    assert pushed["places"][1] == pytest.approx(after["places"][1] - 0.01)
    assert pushed["heights"][1] == pytest.approx(after["heights"][1] - 0.01)
    contest.page.keyboard.press("PageUp")
    contest.page.keyboard.press("ArrowUp")
    assert state(contest)["heights"][2] == pytest.approx(before["heights"][2] + 0.01)


def test_the_recipe_and_training_follow_a_drawn_curve(contest):
    choose(contest, "curve", "Your own: draw it on the right")
    drawing = contest.element.locator(".nn-curve-drawing").nth(1)
    before = state(contest)["Y"]
    contest.drag(drawing, 60, -40)
    drawing.focus()
    for key in ("ArrowRight", "ArrowUp"):
        contest.page.keyboard.press(key)
    drawn = state(contest)
    assert np.abs(drawn["Y"] - before).max() > 0.05
    contest.button("Steps by the recipe").click()
    places, heights = recipe(*target_points(4, drawn["Y"][::5, 0]), 6)
    followed = state(contest)
    assert followed["places"] == pytest.approx(places) and followed["heights"] == pytest.approx(
        heights, abs=0.0051
    )


def test_training_goes_on_comes_back_and_is_numpys(contest, printed_by):
    for _ in range(3):
        contest.button("One step").click()
    shown = contest.look()
    (printed,) = printed_by([shown["code"]])
    assert state(contest)["steps"] == 3 and shown["numbers"] == pytest.approx(printed, rel=1e-9)
    contest.run("Train")
    contest.page.wait_for_function(
        "(output) => Number(output.dataset.value) >= 2000",
        arg=contest.element.locator("output[data-name='steps']").element_handle(),
    )
    assert contest.number("net-off") < 0.3 < shown["numbers"]["net-off"]
    contest.button("Again").click()
    assert state(contest)["steps"] == 0
