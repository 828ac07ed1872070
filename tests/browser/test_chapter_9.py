"""What only chapter 9 has: logits dragged by their bars, terms that light up, trainings by their outputs."""

import pytest

PAGE = "book/09-output-layer"
LIT = "(explorer) => [...explorer.querySelectorAll('.nn-lit')].map((part) => part.classList[0])"
EACH = {"nn-logit", "nn-out", "nn-share", "nn-power"}  # what belongs to a class


def test_the_three_explorers_in_the_readers_hand(explorers):
    softmax, surprise, outputs = explorers(PAGE)
    bars_are_dragged_terms_light_up_and_the_overflow_is_told_in_words(softmax)
    a_press_on_a_curve_moves_the_neuron(surprise)
    sure_and_wrong_comes_back_under_the_matching_losses_alone(outputs)


def bars_are_dragged_terms_light_up_and_the_overflow_is_told_in_words(softmax):
    mouse, bars = softmax.page.mouse, softmax.element.locator(".nn-logit")
    bars.nth(0).scroll_into_view_if_needed()
    box = bars.nth(2).bounding_box()
    mouse.move(box["x"] + 0.4 * box["width"], box["y"] + 12)
    mouse.down()
    mouse.move(box["x"] + 0.8 * box["width"], box["y"] + 12, steps=3)
    mouse.up()
    softmax.settle()
    assert softmax.value("z of rabbit") > 3 and softmax.number("output-rabbit") > 0.8
    assert "p of rabbit" in softmax.element.locator(".nn-fraction").inner_text()

    for part in (
        softmax.element.locator(".nn-power").filter(visible=True).nth(1),
        softmax.element.locator(".nn-out").first,
    ):
        part.hover()  # the term of the cat below the line, then its output
        assert EACH <= set(softmax.element.evaluate(LIT))
        assert "nn-lit" in bars.nth(0).get_attribute("class")

    before = softmax.number("output-dog")
    softmax.type("add to all z", "800")
    text = softmax.element.inner_text()
    assert "∞ / ∞ is no number" in text and "NaN" not in text
    assert softmax.number("output-dog") == pytest.approx(before, rel=1e-9)
    softmax.type("add to all z", "0")
    softmax.button("One step").click()
    assert softmax.number("output-dog") > before  # the truth


def a_press_on_a_curve_moves_the_neuron(surprise):
    curve = surprise.element.locator(".nn-curve-drawing").nth(1)
    box = curve.bounding_box()
    curve.click(position={"x": 0.2 * box["width"], "y": 0.5 * box["height"]})
    assert surprise.value("sum z") < -4
    assert surprise.number("entropy-by-z") < -0.98 and abs(surprise.number("square-by-z")) < 0.05


def sure_and_wrong_comes_back_under_the_matching_losses_alone(outputs):
    outputs.element.get_by_role("combobox", name="start").select_option(label="sure and wrong")
    outputs.button("Again").click()
    outputs.settle()
    assert outputs.number("right-sigmoid-bce") == 0
    outputs.run("Train")
    outputs.element.get_by_text("500 steps are enough").wait_for()
    assert outputs.number("right-sigmoid-bce") == outputs.number("right-softmax-cce") == 40
    assert outputs.number("right-sigmoid-mse") < 20
