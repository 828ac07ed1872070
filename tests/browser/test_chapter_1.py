"""What the two explorers of chapter 1 promise beyond their sliders."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect
from sklearn.linear_model import LogisticRegression

from nnbasics import Network
from nnbasics.datasets import iris

CHAPTER = "book/01-artificial-neuron"
W1, W2, B, X1, X2 = "weight w₁", "weight w₂", "bias b", "input x₁", "input x₂"
W, S, X = "weight w", "step at s = −b/w", "input x"


@pytest.fixture
def neuron(explorers):
    return next(explorer for explorer in explorers(CHAPTER) if explorer.name == "neuron")


@pytest.fixture
def step(explorers):
    return next(explorer for explorer in explorers(CHAPTER) if explorer.name == "step")


@pytest.fixture(scope="module")
def flowers():
    petals, kinds = iris()
    return (petals - [4.9, 1.7]).round(1), kinds


def at_rest(explorer):
    """The number of steps of the fit, once it has stopped by itself."""
    expect(explorer.button("Fit")).to_be_visible(timeout=60_000)
    return explorer.number("steps")


def wait_for_steps(explorer, more_than):
    explorer.page.wait_for_function(
        "([output, steps]) => Number(output.dataset.value) > steps",
        arg=[explorer.element.locator("output[data-name='steps']").element_handle(), more_than],
    )


# A neuron among the flowers


def test_the_sliders_say_what_the_neuron_weighs(neuron):
    for slider, number in [(W1, "2.5"), (W2, "−4"), (B, "0.5"), (X1, "−0.4"), (X2, "0.6")]:
        neuron.type(slider, number)
    parameters, inputs = neuron.parameters()
    assert parameters == [2.5, -4, 0.5] and inputs == [-0.4, 0.6]
    assert neuron.look()["numbers"]["z"] == pytest.approx(2.5 * -0.4 + -4 * 0.6 + 0.5)
    expect(neuron.element).to_contain_text("2.50 × (−0.400) + (−4.00) × 0.600 + 0.500 = −2.90")
    expect(neuron.element).to_contain_text("so versicolor")


def test_the_fit_finds_what_scikit_learn_finds(neuron, flowers):
    neuron.run("Fit")
    assert at_rest(neuron) > 1000
    expect(neuron.element).to_contain_text("flat, no way leads down")
    features, kinds = flowers
    model = LogisticRegression(C=np.inf, tol=1e-10, max_iter=10_000).fit(features, kinds.ravel())
    (w1, w2, b), _ = neuron.parameters()
    assert [w1, w2] == pytest.approx(model.coef_[0], abs=1e-3)
    assert b == pytest.approx(model.intercept_[0], abs=1e-3)
    # To half a step, for a slider has but so many places.
    assert [neuron.value(name) for name in (W1, W2, B)] == pytest.approx([w1, w2, b], abs=0.051)


def test_the_fit_is_where_numpy_is_after_as_many_steps(neuron, flowers, printed_by):
    features, kinds = flowers
    network = Network([2, 1], output="sigmoid")
    network.parameters[:] = neuron.parameters()[0]
    neuron.run("Fit", "100 steps a second")
    wait_for_steps(neuron, 100)
    neuron.button("Pause").click()
    rate = 4 / (np.mean(np.sum(features**2, axis=1)) + 1)
    for _ in range(int(neuron.number("steps"))):
        # By hand: the slope of the log-loss is output minus label, times input.
        delta = (network.predict(features) - kinds) / len(features)
        network.parameters[:] -= rate * np.append(features.T @ delta, delta.sum())
    assert neuron.parameters()[0] == pytest.approx(network.parameters, rel=1e-9)
    shown = neuron.look()
    assert printed_by([shown["code"]]) == [pytest.approx(shown["numbers"], rel=1e-9)]


def test_pause_pauses_and_fit_goes_on(neuron):
    neuron.run("Fit", "100 steps a second")
    wait_for_steps(neuron, 0)
    neuron.button("Pause").click()
    before = neuron.look()
    steps = neuron.number("steps")
    neuron.page.wait_for_timeout(200)
    assert neuron.look() == before and neuron.number("steps") == steps
    neuron.run("Fit", "10 steps a second")
    wait_for_steps(neuron, steps)


def test_who_wants_no_motion_sees_the_end_alone(explorers):
    found = explorers(CHAPTER, reduced_motion="reduce")
    still = next(explorer for explorer in found if explorer.name == "neuron")
    still.element.locator("output[data-name='steps']").evaluate("""steps => {
        window.shown = [];
        const note = new MutationObserver(() => shown.push(steps.textContent));
        note.observe(steps, { childList: true });
    }""")
    still.button("Fit").click()
    at_rest(still)
    still.settle()
    shown = still.page.evaluate("shown")
    assert shown and set(shown) == {shown[-1]}
    expect(still.element).to_contain_text("flat, no way leads down")


def test_reset_restores(neuron):
    before, sliders = neuron.look(), [neuron.value(name) for name in (W1, W2, B)]
    neuron.type(W1, "3")
    neuron.run("Fit", "100 steps a second")
    wait_for_steps(neuron, 0)
    neuron.button("Reset").click()
    after = neuron.look()
    assert all(after[what] == before[what] for what in ("numbers", "picture", "code"))
    assert [neuron.value(name) for name in (W1, W2, B)] == sliders
    assert neuron.number("steps") == 0
    expect(neuron.button("Fit")).to_be_visible()


def test_the_best_by_hand_is_kept_and_the_fit_does_not_count(neuron):
    losses = [neuron.look()["numbers"]["log-loss"]]
    for slider, number in [(W2, "2"), (W1, "4"), (B, "10"), (B, "−1")]:
        neuron.type(slider, number)
        losses.append(neuron.look()["numbers"]["log-loss"])
        assert neuron.number("best") == min(losses)
    assert losses[-1] > min(losses), "this test wants to have been better before"
    neuron.run("Fit")
    at_rest(neuron)
    assert neuron.look()["numbers"]["log-loss"] < min(losses)
    assert neuron.number("best") == min(losses)
    neuron.button("All three × 2").click()  # made of the fit
    for button in ("Undo", "Undo", "Reset", "Undo", "Reset"):
        neuron.button(button).click()
        assert neuron.number("best") == min(losses), button


def test_a_range_that_has_grown_is_as_it_was_after_a_reset(neuron):
    ends = lambda: [neuron.slider(W1).get_attribute(f"aria-value{end}") for end in ("min", "max")]
    before = ends()
    neuron.type(W1, "100")
    assert ends() != before
    neuron.button("Reset").click()
    neuron.settle()
    assert ends() == before
    neuron.button("Undo").click()
    neuron.settle()
    assert neuron.value(W1) == 100 and ends() != before


def test_a_tap_on_the_plane_sets_the_inputs(neuron):
    plane = neuron.element.locator(".nn-plane-drawing")
    plane.scroll_into_view_if_needed()
    x, y = axis(plane, "x"), axis(plane, "y")
    neuron.page.mouse.click(x(1), y(-0.5))
    neuron.settle()
    assert neuron.parameters()[1] == pytest.approx([1, -0.5], abs=0.02)
    assert [neuron.value(X1), neuron.value(X2)] == pytest.approx([1, -0.5], abs=0.051)
    neuron.page.mouse.move(x(1), y(-0.5))
    neuron.page.mouse.down()
    neuron.page.mouse.move(x(-1), y(0.5), steps=4)
    neuron.page.mouse.up()
    neuron.settle()
    assert neuron.parameters()[1] == pytest.approx([-1, 0.5], abs=0.02)


def test_a_drag_on_the_plane_that_leaves_it_stops_at_its_edge(neuron):
    plane = neuron.element.locator(".nn-plane-drawing")
    plane.scroll_into_view_if_needed()
    x, y = axis(plane, "x"), axis(plane, "y")
    neuron.page.mouse.move(x(0), y(0))
    neuron.page.mouse.down()
    neuron.page.mouse.move(x(0), y(-9), steps=4)
    neuron.page.mouse.up()
    neuron.settle()
    assert neuron.parameters()[1][1] == float(neuron.slider(X2).get_attribute("aria-valuemin"))


# One weight, one bias


def test_the_menu_exchanges_the_sliders_and_the_neuron_stays(step):
    before = step.parameters()
    menu = step.element.get_by_role("combobox", name="second slider")
    expect(step.slider(B)).to_be_visible()
    expect(step.slider(S)).to_be_hidden()
    menu.focus()
    step.page.keyboard.press("ArrowDown")
    expect(menu).to_have_value("step position")
    expect(step.slider(B)).to_be_hidden()
    expect(step.slider(S)).to_be_visible()
    assert step.parameters() == before
    step.page.keyboard.press("ArrowUp")
    expect(step.slider(B)).to_be_visible()
    expect(step.slider(S)).to_be_hidden()


def test_with_the_step_position_b_follows(step):
    step.element.get_by_role("combobox").select_option("step position")
    for slider, number in [(S, "1.5"), (W, "−4"), (S, "−2.95"), (W, "0"), (W, "7")]:
        step.type(slider, number)
        w, b = step.parameters()[0]
        assert step.value(W) == w
        assert b == pytest.approx(-w * step.value(S), abs=1e-12) or w == 0
    assert step.value(S) == -2.95, "the step stays where it was put while the weight goes through 0"
    assert step.look()["numbers"]["step"] == pytest.approx(-2.95)


def test_with_the_bias_the_step_follows(step):
    for slider, number in [(B, "6"), (W, "−2"), (B, "1")]:
        step.type(slider, number)
    assert step.parameters()[0] == [-2, 1]
    assert step.look()["numbers"]["step"] == 0.5
    step.element.get_by_role("combobox").select_option("step position")
    step.settle()
    assert step.parameters()[0] == [-2, 1]
    expect(step.slider(S)).to_have_attribute("aria-valuenow", "0.5")


def test_without_a_weight_there_is_no_step(step):
    step.type(W, "0")
    expect(step.element).to_contain_text("nowhere: with w = 0 the curve is flat")
    expect(step.element.locator(".nn-marked-line")).to_be_hidden()
    assert "step" not in re.findall(r'print\("(\w+)', step.look()["code"])


def test_a_tap_on_the_curve_sets_the_input(step):
    curve = step.element.locator(".nn-curve-drawing")
    curve.scroll_into_view_if_needed()
    step.page.mouse.click(axis(curve, "x")(-2), axis(curve, "y")(0.8))
    step.settle()
    assert step.parameters()[1] == pytest.approx([-2], abs=0.03)
    assert step.value(X) == pytest.approx(-2, abs=0.051)


# Both


def test_the_code_can_be_copied(explorers):
    for explorer in explorers(CHAPTER, permissions=["clipboard-read", "clipboard-write"]):
        explorer.button("Copy").click()
        expect(explorer.button("Copied")).to_be_visible()
        assert explorer.page.evaluate("navigator.clipboard.readText()") == explorer.look()["code"]


def test_without_a_clipboard_the_code_is_selected(neuron):
    neuron.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    neuron.button("Copy").click()
    expect(neuron.button("Selected: press Ctrl+C")).to_be_visible()
    assert neuron.page.evaluate("String(getSelection())").strip() == neuron.look()["code"].strip()


def test_a_screen_reader_is_told_at_rest(neuron, step):
    neuron.type(B, "3")
    z, output = (neuron.element.locator(f"output[data-name={name}]").inner_text() for name in ("z", "output"))
    said = neuron.element.locator("p[role=status]")
    expect(said).to_contain_text(f"z is {z} and the output {output}: virginica.")
    step.type(X, "−1")
    said = step.element.locator("p[role=status]")
    expect(said).to_contain_text("For x −1.00 the output is 0.0180.")


def axis(drawing, name):
    """A function from a number on an axis of the drawing to its pixel in the page, by the ticks."""
    labels = drawing.locator(".nn-axes text:not(.nn-axis-name)")
    ticks = labels.evaluate_all("""labels => labels.map((label) => {
        const { x, y, width, height } = label.getBoundingClientRect();
        const number = Number(label.textContent.replace("−", "-"));
        return [label.getAttribute("text-anchor"), number, x + width / 2, y + height / 2];
    })""")
    anchor, at = ("middle", 2) if name == "x" else ("end", 3)
    numbers, pixels = zip(*[(tick[1], tick[at]) for tick in ticks if tick[0] == anchor], strict=True)
    slope, start = np.polyfit(numbers, pixels, 1)
    return lambda number: start + slope * number
