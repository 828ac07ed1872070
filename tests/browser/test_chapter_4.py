"""What the explorer of chapter 4 promises beyond its sliders: the pass, the pad, the pixels, the neurons."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from nnbasics.figures import digit_network

from .screens import PHONE

CHAPTER = "book/04-forward-propagation"
LAYERS, DIGIT = "layers reached", "test digit"


@pytest.fixture
def digits(explorers):
    (explorer,) = explorers(CHAPTER)
    return explorer


@pytest.fixture(scope="module")
def network():
    return digit_network.trained()


def seen_by_the_network(explorer):
    """The 64 pixels, as the reader is told them one by one."""
    cells = explorer.element.get_by_role("gridcell").evaluate_all("all => all.map((cell) => cell.ariaLabel)")
    return np.array([int(label.split("ink ")[1].split(" of")[0]) for label in cells])


def draw(explorer, *strokes):
    pad = explorer.element.locator(".nn-pad")
    pad.scroll_into_view_if_needed()
    explorer.draw(pad, *strokes)


def test_the_film_and_the_explorer_show_the_same_network(digits, network):
    parameters, _ = digits.parameters()
    assert np.array_equal(parameters, network.parameters)


def test_the_wave_can_be_played_paused_and_stepped(digits):
    assert digits.value(LAYERS) == 3
    digits.button("Play").click()
    # It stands at 3 until the first frame.
    digits.page.wait_for_function("""() => {
        const { ariaValueNow } = document.querySelector(".nn-explorer [aria-label='layers reached']");
        return ariaValueNow > 0.2 && ariaValueNow < 3;
    }""")
    assert np.isnan(digits.number("output-0")), "nothing has arrived at the output yet"
    digits.button("Pause").click()
    digits.settle()
    paused = digits.value(LAYERS)
    digits.settle()
    assert 0.2 < paused < 3 and digits.value(LAYERS) == paused
    for wanted in range(int(paused) + 1, 4):
        digits.button("One layer").click()
        digits.page.wait_for_function(
            f"document.querySelector('.nn-explorer [aria-label=\"layers reached\"]').ariaValueNow == {wanted}"
        )
    digits.page.wait_for_function(
        "Number(document.querySelector('[data-name=probability]').dataset.value) > 0.5"
    )


def test_who_prefers_less_motion_sees_whole_layers_only(explorers):
    (digits,) = explorers(CHAPTER, reduced_motion="reduce")
    digits.page.evaluate("""() => {
        window.seen = new Set();
        const slider = document.querySelector('.nn-explorer [aria-label="layers reached"]');
        const look = () => window.seen.add(Number(slider.ariaValueNow));
        new MutationObserver(look).observe(slider, { attributes: true });
    }""")
    digits.button("Play").click()
    expect(digits.button("Play")).to_be_visible(timeout=20_000)
    assert set(digits.page.evaluate("[...window.seen]")) == {0, 1, 2, 3}


@pytest.mark.parametrize(
    "wanted, strokes",
    [
        (7, [[(0.28, 0.2), (0.72, 0.2), (0.55, 0.5), (0.45, 0.85)]]),
        (4, [[(0.55, 0.18), (0.3, 0.58), (0.72, 0.57)], [(0.6, 0.36), (0.56, 0.85)]]),
    ],
)
def test_a_drawn_digit_is_read(digits, wanted, strokes, printed_by):
    draw(digits, *strokes)
    assert seen_by_the_network(digits).sum() >= 300
    assert digits.number("reads") == wanted
    expect(digits.element).to_contain_text("Your own digit")
    shown = digits.look()
    assert printed_by([shown["code"]])[0]["probability"] == pytest.approx(
        shown["numbers"]["probability"], rel=1e-9
    )


def test_an_empty_page_is_read_too(digits, network):
    digits.button("Clear").click()
    assert not seen_by_the_network(digits).any()
    digits.settle()
    assert digits.number("probability") == pytest.approx(network.predict(np.zeros((1, 64))).max(), rel=1e-9)


def test_what_exercise_4_4_asks_is_one_pixel_less_and_no_bias(digits):
    """What the network is, which digit it is and what has got lighter or darker are told."""
    question = digits.page.locator("#q-4-4")

    def told():
        question.get_by_role("button", name="Check the explorer").click()
        return question.inner_text()

    digits.type("bias of neuron 4 of hidden layer 1", "-0.9")
    assert digits.number("reads") == 3 and digits.number("probability") < 0.6
    assert "Right" not in told() and "A weight or a bias is not what it was" in told()
    digits.button("Reset").click()
    pixels = digits.element.get_by_role("gridcell")
    pixels.nth(3 * 8 + 5).click()  # ink where there was next to none
    assert digits.number("probability") < 0.6 and "A pixel has got darker" in told()
    digits.button("Reset").click()
    pixels.nth(8 + 3).click()
    assert digits.number("pixels-lighter") == 1 and "This one costs something" in told()
    digits.button("Reset").click()
    pixels.nth(4 * 8 + 4).click()
    assert "Right" in told()


def test_drawing_with_a_finger_does_not_scroll_the_page(explorers):
    (digits,) = explorers(CHAPTER, **PHONE)
    page, pad = digits.page, digits.element.locator(".nn-pad")
    pad.scroll_into_view_if_needed()
    before, box = page.evaluate("scrollY"), pad.bounding_box()
    finger = page.context.new_cdp_session(page)
    x = box["x"] + box["width"] / 2
    for kind, y in [
        ("touchStart", 0.9),
        ("touchMove", 0.6),
        ("touchMove", 0.3),
        ("touchMove", 0.1),
        ("touchEnd", None),
    ]:
        points = [] if y is None else [{"x": x, "y": box["y"] + y * box["height"]}]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    digits.settle()
    assert page.evaluate("scrollY") == before
    bar = seen_by_the_network(digits).reshape(8, 8)
    assert bar[:, [3, 4]].all() and not bar[:, [0, 7]].any()


def test_pixels_are_drawn_by_keyboard(digits):
    before = seen_by_the_network(digits)
    digits.element.get_by_role("gridcell").first.focus()
    keyboard = digits.page.keyboard
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "Enter"):
        keyboard.press(key)
    digits.settle()
    after = seen_by_the_network(digits)
    assert np.flatnonzero(before != after).tolist() == [2 * 8 + 1]
    assert after[17] == (0 if before[17] > 8 else 16)
    keyboard.press("Enter")
    keyboard.press("Enter")
    digits.settle()
    assert seen_by_the_network(digits)[17] == after[17]


def test_another_test_digit_takes_the_drawing_away(digits):
    draw(digits, [(0.5, 0.1), (0.5, 0.9)])
    digits.slider(DIGIT).focus()
    digits.page.keyboard.press("ArrowRight")
    digits.settle()
    X, _ = digit_network.test_digits()
    assert np.array_equal(seen_by_the_network(digits), 16 * X[int(digits.value(DIGIT))])


def test_a_neuron_shows_its_sum(digits, network):
    digits.element.get_by_role("button", name="neuron 3 of hidden layer 2", exact=True).click()
    digits.settle()
    X, _ = digit_network.test_digits()
    hidden = np.maximum(X[[15]] @ network.layers[0].weights + network.layers[0].biases, 0)[0]
    assert digits.number("sum-of-products") == pytest.approx(
        hidden @ network.layers[1].weights[:, 2], rel=1e-9
    )
    assert digits.number("bias") == network.layers[1].biases[2]
    expect(digits.element).to_contain_text("Neuron 3 of hidden layer 2")
    expect(digits.slider("bias of neuron 3 of hidden layer 2")).to_be_visible()
    said = digits.element.locator("p[role=status]")
    total = digits.element.locator("output[data-name='sum-of-products']").inner_text()
    expect(said).to_contain_text(f"Neuron 3 of hidden layer 2: sum of the products {total}, bias ")
    pressed = digits.element.locator("[aria-pressed=true]")
    expect(pressed).to_have_accessible_name("neuron 3 of hidden layer 2")


def test_the_focus_shows_a_neuron_too(digits):
    digits.element.get_by_role("button", name="neuron 4 of hidden layer 1", exact=True).focus()
    for key in ("ArrowDown", "ArrowDown"):
        digits.page.keyboard.press(key)
    digits.settle()
    expect(digits.element.locator(".nn-neuron-sum strong")).to_have_text("Neuron 6 of hidden layer 1")
    digits.page.keyboard.press("Tab")  # away and back: to the same neuron
    digits.page.keyboard.press("Shift+Tab")
    here = digits.page.locator("*:focus")
    expect(here).to_have_accessible_name("neuron 6 of hidden layer 1")


def test_a_weight_is_picked_by_keyboard_and_moved(digits, network):
    weights = digits.element.get_by_role("spinbutton", name="The weights of neuron 4 of hidden layer 1")
    weights.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight"):  # the first enters the picture
        digits.page.keyboard.press(key)
    digits.settle()
    expect(weights).to_have_attribute("aria-valuetext", re.compile("^row 3, column 2: "))
    name = "weight from pixel row 3, column 2 to neuron 4 of hidden layer 1"
    assert digits.value(name) == pytest.approx(network.layers[0].weights[17, 3], abs=0.01)
    digits.type(name, "2")
    digits.settle()
    parameters, _ = digits.parameters()
    changed = np.flatnonzero(parameters != network.parameters)
    assert changed.tolist() == [17 * 16 + 3] and parameters[changed[0]] == 2


def test_a_pixel_of_the_drawing_picks_its_weight(digits):
    digits.element.get_by_role("button", name="pixel row 5, column 5", exact=True).click()
    expect(digits.slider("weight from pixel row 5, column 5 to neuron 4 of hidden layer 1")).to_be_visible()
    expect(digits.element).to_contain_text("Picked: row 5, column 5:")
