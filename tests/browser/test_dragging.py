"""What is dragged on a drawing itself, by mouse and by finger, and that the sliders follow."""

import pytest

PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}


@pytest.mark.parametrize(
    ("page", "index", "ring", "slider", "position"),
    [
        ("book/02-two-neurons", 0, 0, "bias b₁", "step-1"),
        ("book/02-two-neurons", 0, 1, "bias b₂", "step-2"),
        ("book/01-artificial-neuron", 1, 0, "bias b", "step"),
    ],
    ids=("first of two", "second of two", "alone"),
)
def test_a_step_is_dragged_by_its_ring(page, index, ring, slider, position, explorers):
    """Its bias follows, the weights and the example stay, and one Undo takes all of it back."""
    explorer = explorers(page)[index]
    grip = explorer.element.locator(".nn-step-ring .nn-ring-grip").nth(ring)
    before, example = explorer.parameters()
    value, place = explorer.value(slider), explorer.number(position)
    explorer.drag(grip, 45)
    moved = explorer.number(position)
    assert place + 0.3 < moved == pytest.approx(round(20 * moved) / 20)
    after = explorer.parameters()
    assert after[1] == example and explorer.value(slider) < value
    assert sum(old != new for old, new in zip(before, after[0], strict=True)) == 1
    explorer.drag(grip, 2000)  # off the drawing: it stops at the edge, where it can be taken again
    explorer.drag(grip, -30)
    assert moved < explorer.number(position) < 5
    for _ in range(3):
        explorer.button("Undo").click()
    assert explorer.parameters() == (before, example)


def test_a_finger_drags_a_step_sideways_and_scrolls_over_it(explorers):
    bump = explorers("book/02-two-neurons", **PHONE)[0]
    grip = bump.element.locator(".nn-step-ring .nn-ring-grip").first
    box = grip.bounding_box()
    assert min(box["width"], box["height"]) >= 24
    place = bump.number("step-1")
    bump.swipe(grip, 60)
    moved = bump.number("step-1")
    assert moved > place + 1 and bump.value("bias b₁") == pytest.approx(-6 * moved)
    scrolled = bump.page.evaluate("scrollY")
    bump.swipe(grip, 0, -150)
    assert bump.page.evaluate("scrollY") > scrolled + 50 and bump.number("step-1") == moved


def test_a_flat_neuron_has_no_step_to_drag(explorers):
    bump = explorers("book/02-two-neurons")[0]
    rings = bump.element.locator(".nn-step-ring").filter(visible=True)
    assert rings.count() == 2
    bump.type("weight w₂", "0")
    assert rings.count() == 1
    bump.type("weight w₁", "1")
    assert rings.count() == 0  # at −6, off the drawing
