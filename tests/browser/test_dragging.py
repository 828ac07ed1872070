"""What is dragged on a drawing itself, by mouse and by finger, and that the sliders follow."""

import pytest

from .screens import PHONE


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
    assert bump.swipe(grip, 0, -150) > 50 and bump.number("step-1") == moved


def test_a_flat_neuron_has_no_step_to_drag(explorers):
    bump = explorers("book/02-two-neurons")[0]
    rings = bump.element.locator(".nn-step-ring").filter(visible=True)
    assert rings.count() == 2
    bump.type("weight w₂", "0")
    assert rings.count() == 1
    bump.type("weight w₁", "1")
    assert rings.count() == 0  # at −6, off the drawing


NEURON, STEP = ("book/01-artificial-neuron", 0), ("book/01-artificial-neuron", 1)
BUMP, ONE, TWO = (("book/02-two-neurons", index) for index in range(3))


@pytest.mark.parametrize(
    ("explorer", "number", "slider", "place"),
    [
        (NEURON, "w₂", "weight w₂", 1),
        (NEURON, "b", "bias b", 2),
        (STEP, "w", "weight w", 0),
        (BUMP, "b₂", "bias b₂", 3),
        (BUMP, "v₁", "weight v₁", 4),
        (ONE, "w₁", "weight w₁", 0),
        (TWO, "c", "bias c", 8),
    ],
)
def test_a_number_on_a_drawing_is_dragged(explorer, number, slider, place, explorers):
    """To the right it grows, in steps of the slider, which follows; near 0 it is 0; Undo takes it back."""
    page, index = explorer
    explorer = explorers(page)[index]
    text = explorer.element.locator(".nn-scrubbable text").filter(has_text=f"{number} = ")
    before, example = explorer.parameters()
    explorer.drag(text, 50)
    after = explorer.parameters()
    assert after[1] == example
    assert [new - old for old, new in zip(before, after[0], strict=True)] == pytest.approx(
        [2.5 * (i == place) for i in range(len(before))]
    )
    assert explorer.value(slider) == pytest.approx(after[0][place])
    explorer.drag(text, -20 * after[0][place] + 4)  # two steps too many
    assert explorer.parameters()[0][place] == 0 and explorer.value(slider) == 0
    for _ in range(2):
        explorer.button("Undo").click()
    assert explorer.parameters() == (before, example)


def test_where_the_position_leads_a_dragged_bias_moves_the_step(explorers):
    page, index = STEP
    step = explorers(page)[index]
    step.element.get_by_role("combobox", name="second slider").select_option(label="step position")
    step.drag(step.element.locator(".nn-scrubbable text").filter(has_text="b = "), -40)
    (w, b), _ = step.parameters()
    assert (w, b) == pytest.approx((3, -3)) and step.value("step at s = −b/w") == pytest.approx(1)


@pytest.mark.parametrize(
    ("page", "index", "edge"),
    [
        ("book/index", 0, "x₁ → h₂"),
        ("book/06-better-model", 1, "w(x₁→h₂)"),
        ("book/06-better-model", 0, "w(x₁→h₁)"),
        ("book/08-activation-functions", 1, "w(x₂→h₁)"),
    ],
    ids=("the first network", "slope", "stepper", "collapse"),
)
def test_the_picked_edge_has_a_number_to_drag(page, index, edge, explorers):
    explorer = explorers(page)[index]
    button = explorer.element.get_by_role("button", name=edge, exact=True)
    button.focus()
    explorer.page.keyboard.press("Enter")
    before, value = explorer.look()["code"], explorer.value(edge)
    text = explorer.element.locator(".nn-picked-number")
    explorer.drag(text, 40)
    moved = explorer.value(edge)
    assert moved == pytest.approx(value + 2, abs=0.051) and moved == pytest.approx(round(10 * moved) / 10)
    assert float(text.text_content().replace("−", "-")) == pytest.approx(moved, rel=0.01)
    assert button.get_attribute("aria-pressed") == "true" and explorer.look()["code"] != before
    explorer.button("Undo").click()
    assert explorer.value(edge) == pytest.approx(value) and explorer.look()["code"] == before


def test_a_finger_drags_a_number_sideways_and_scrolls_over_it(explorers):
    neuron = explorers("book/01-artificial-neuron", **PHONE)[0]
    number = neuron.element.locator(".nn-scrubbable").first
    room = number.locator("rect").bounding_box()
    assert min(room["width"], room["height"]) >= 24
    value = neuron.value("weight w₁")
    neuron.swipe(number, 60)
    moved = neuron.value("weight w₁")
    assert moved > value + 1.5
    assert neuron.swipe(number, 0, -150) > 50 and neuron.value("weight w₁") == moved


DIGITS = "book/04-forward-propagation"
SEVEN = [(0.28, 0.2), (0.72, 0.2), (0.55, 0.5), (0.45, 0.85)]


def input_cells(digits):
    return digits.element.locator(".nn-drawn-on .nn-neuron")


def stroke_on_the_input(digits, points):
    image = digits.element.locator(".nn-drawn-on")
    digits.element.evaluate("each => each.scrollIntoView({ block: 'start', behavior: 'instant' })")
    image.evaluate("image => image.scrollIntoView({ block: 'center', behavior: 'instant' })")
    digits.settle()
    digits.draw(image, points)


def test_a_digit_is_drawn_on_the_input_of_the_network(explorers):
    """A stroke draws, as on the pad; a tap picks a pixel and leaves the digit; Undo takes the stroke away."""
    (digits,) = explorers(DIGITS)
    before, line = digits.look(), digits.element.locator(".nn-stroke-seen")
    picked = digits.element.locator(".nn-neuron-sum").inner_text()
    stroke_on_the_input(digits, SEVEN)
    assert digits.number("reads") == 7
    assert "Your own digit" in digits.element.inner_text() and line.get_attribute("d")
    assert digits.element.locator(".nn-neuron-sum strong").inner_text() in picked  # the stroke picked nothing
    drawn = digits.look()["code"]
    input_cells(digits).nth(20).click()
    assert "Picked: row 3, column 5" in digits.element.inner_text()
    assert digits.look()["numbers"]["probability"] == pytest.approx(digits.number("probability"))
    digits.button("Undo").click()
    assert digits.look()["code"] == drawn
    digits.button("Undo").click()
    assert digits.look()["code"] == before["code"] and not line.get_attribute("d")


def test_a_finger_draws_on_the_input_and_the_page_stays(explorers):
    (digits,) = explorers(DIGITS, **PHONE)
    before = digits.look()["code"]
    image = digits.element.locator(".nn-drawn-on")
    digits.swipe(image, 0, 1)
    assert digits.look()["code"] == before  # so short a stroke is a tap
    assert digits.swipe(image, 0, -40) == 0
    assert "Your own digit" in digits.element.inner_text()


def test_beside_what_is_drawn_on_or_taken_hold_of_a_finger_scrolls(explorers):
    """A third of chapter 4's picture is drawn on; of chapter 1's plane only the line is taken hold of."""
    (digits,) = explorers(DIGITS, **PHONE)
    before = digits.look()["code"]
    assert digits.swipe(digits.element.locator(".nn-network-drawing"), 0, -150) > 50
    assert digits.look()["code"] == before
    neuron = explorers("book/01-artificial-neuron", **PHONE)[0]
    plane, end = (
        neuron.element.locator(part) for part in (".nn-plane-drawing", ".nn-line-end .nn-ring-grip")
    )
    neuron.drag(
        neuron.element.locator(".nn-line-middle .nn-ring-grip"), 40
    )  # away from the middle of the plane
    before = neuron.parameters()
    assert neuron.swipe(plane, 0, -150) > 50 and neuron.parameters() == before
    assert neuron.swipe(end.first, 0, 30) == 0 and neuron.parameters() != before


def test_sideways_a_finger_draws_the_curve_that_is_wanted_and_up_and_down_it_scrolls(explorers):
    (approximate,) = explorers("book/11-conclusion", **PHONE)
    curve = approximate.element.get_by_role("combobox", name="curve", exact=True)
    curve.select_option(label="Your own: draw it on the right")
    drawing = approximate.element.locator(".nn-sketch-open")
    before = approximate.look()["code"]
    assert approximate.swipe(drawing, 0, -150) > 50 and approximate.look()["code"] == before
    assert approximate.swipe(drawing, 80, 20) == 0 and approximate.look()["code"] != before


def test_the_slider_of_the_layers_names_the_layer(explorers):
    (digits,) = explorers(DIGITS)
    handle = digits.slider("layers reached")
    for value, words in (
        (3, "the output layer, 10 neurons"),
        (1, "hidden layer 1, 16 neurons"),
        (1.5, "on the way to hidden layer 2, 16 neurons"),
        (0, "the input, 64 pixels"),
    ):
        digits.type("layers reached", str(value))
        assert handle.get_attribute("aria-valuetext").endswith(f": {words}")
        slider = digits.element.locator(".nn-named-value")
        assert slider.evaluate("each => getComputedStyle(each, '::after').content") == f'"{words}"'
