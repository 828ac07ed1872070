"""What the explorer of chapter 3 promises beyond its sliders: picking, bending, training, growing."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from nnbasics import SGD, Network, fit
from nnbasics.datasets import xor

from .screens import PHONE, WIDE

CHAPTER = "book/03-hidden-layers"
BY_HAND = [-0.3, 0.25, 0.2, -0.3, -1.2, -1.2, -5, -5, -4.5]


@pytest.fixture
def hidden(explorers):
    return explorers(CHAPTER)[0]


@pytest.fixture(scope="module")
def corners():
    X, Y = xor(600, seed=0)
    far = np.abs(X).min(axis=1) > 3
    return X[far], Y[far]


def network_of(explorer):
    names = {"print": lambda *anything: None}
    exec(explorer.look()["code"], names)
    return names["shown"]


def choose(explorer, menu, option):
    explorer.element.get_by_role("combobox", name=menu, exact=True).select_option(option)
    explorer.settle()


def wait_for_steps(explorer, more_than):
    explorer.page.wait_for_function(
        "([output, steps]) => Number(output.dataset.value) > steps",
        arg=[explorer.element.locator("output[data-name='steps']").element_handle(), more_than],
    )


def bends(explorer):
    """How far, in pixels, the lines of the bent grid stray from straight ones."""
    path = explorer.element.locator(".nn-panel-bent .nn-grid-line").first.get_attribute("d")
    lines = [np.array(re.findall(r"-?[\d.]+", line), float).reshape(-1, 2) for line in path.split("M")[1:]]
    strays = []
    for line in lines:
        along = line[-1] - line[0]
        across = np.array([-along[1], along[0]]) / max(np.hypot(*along), 1e-9)
        strays.append(np.abs((line - line[0]) @ across).max())
    return max(strays)


def slider_of(explorer):
    return explorer.element.locator(".nn-picked-slider").get_by_role("slider")


def test_the_first_state_is_worked_out_by_hand(hidden):
    parameters, inputs = hidden.parameters()
    assert parameters == BY_HAND and inputs == [-4, 4]
    # h₁ = tanh(1.2 + 0.8 − 1.2), h₂ = tanh(−1 − 1.2 − 1.2), z = −5 h₁ − 5 h₂ − 4.5
    first, second = np.tanh(0.8), np.tanh(-3.4)
    numbers = hidden.look()["numbers"]
    assert [numbers["across"], numbers["up"]] == pytest.approx([first, second])
    assert numbers["z"] == pytest.approx(-5 * first - 5 * second - 4.5)
    assert numbers["right"] == 129 and numbers["parameters"] == 9


def test_a_click_on_an_edge_takes_hold_of_its_weight(hidden):
    edge = hidden.element.get_by_role("button", name="h₂ → output", exact=True)
    edge.scroll_into_view_if_needed()
    box = edge.bounding_box()
    hidden.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + 5)  # beside the line
    assert hidden.value("h₂ → output") == pytest.approx(-5)
    hidden.type("h₂ → output", "2.5")
    assert hidden.parameters()[0] == [*BY_HAND[:7], 2.5, -4.5]


def test_a_tap_on_a_neuron_takes_hold_of_its_bias(explorers):
    phone = explorers(CHAPTER, **PHONE)[0]
    neuron = phone.element.get_by_role("button", name="bias of h₂", exact=True)
    neuron.scroll_into_view_if_needed()
    neuron.tap()
    phone.type("bias of h₂", "1")
    assert phone.parameters()[0] == [*BY_HAND[:5], 1, *BY_HAND[6:]]


def test_on_a_phone_the_slider_is_in_sight_of_the_drawing(explorers):
    phone = explorers(CHAPTER, **PHONE)[0]
    phone.element.get_by_text("pick an edge or a neuron").evaluate("title => title.scrollIntoView()")
    expect(slider_of(phone)).to_be_in_viewport(ratio=1)


def test_the_keyboard_reaches_all_nine_numbers(hidden):
    keyboard, named = hidden.page.keyboard, []
    for kind, count in [("", 3), ("e", 6)]:
        for i in range(count):
            hidden.element.locator(".nn-pickable[tabindex='0']").focus()
            if i:
                keyboard.press("ArrowDown")
            elif kind:
                keyboard.press(kind)
            keyboard.press("Enter")
            hidden.settle()
            expect(slider_of(hidden)).to_be_focused()
            named.append(slider_of(hidden).get_attribute("aria-label"))
            before = hidden.parameters()[0]
            keyboard.press("ArrowRight")
            after = hidden.parameters()[0]
            assert sum(a != b for a, b in zip(before, after, strict=True)) == 1, named[-1]
    assert named == [
        "bias of h₁",
        "bias of h₂",
        "bias of output",
        "x₁ → h₁",
        "x₁ → h₂",
        "x₂ → h₁",
        "x₂ → h₂",
        "h₁ → output",
        "h₂ → output",
    ]


def test_one_step_is_one_step_of_gradient_descent(hidden, corners):
    hidden.button("One step").click()
    X, Y = corners
    net = Network([2, 2, 1], hidden="tanh", output="sigmoid")
    net.parameters[:] = BY_HAND
    net.parameters -= 0.3 * net.backward(net.forward(X), Y).flat
    assert hidden.parameters()[0] == pytest.approx(net.parameters, rel=1e-10)
    assert hidden.number("steps") == 1


def test_training_is_where_numpy_is_after_as_many_steps(hidden, corners):
    choose(hidden, "hidden neurons", "4")
    hidden.button("New weights").click()
    net = network_of(hidden)
    hidden.run("Train", "100 steps a second")
    wait_for_steps(hidden, 60)
    hidden.button("Pause").click()
    hidden.settle()
    X, Y = corners
    fit(net, X, Y, epochs=int(hidden.number("steps")), batch_size=len(X), optimizer=SGD(0.3), seed=0)
    assert hidden.parameters()[0] == pytest.approx(net.parameters, rel=1e-8, abs=1e-10)


def test_new_weights_are_those_of_their_seed_until_a_hand_moves_one(hidden, printed_by):
    """The page, NumPy and "as code": one seed, one network, and one training of it."""
    choose(hidden, "hidden neurons", "3")
    by_hand = "shown.layers[0].weights[:] = "
    assert by_hand in hidden.look()["code"]
    for seed in (1, 2):
        hidden.button("New weights").click()
        expect(hidden.element.locator(".nn-numbers")).to_contain_text(f"13, drawn from seed {seed}")
        net = Network([2, 3, 1], hidden="tanh", output="sigmoid", seed=seed)
        assert network_of(hidden).parameters == pytest.approx(net.parameters, abs=1e-15)
        assert f'output="sigmoid", seed={seed})' in hidden.look()["code"]
    hidden.button("Train").click()
    wait_for_steps(hidden, 30)
    hidden.button("Pause").click()
    shown = hidden.look()
    steps = int(hidden.number("steps"))
    assert f"seed=2)\nfit(shown, X, Y, epochs={steps}, " in shown["code"]
    expect(hidden.element.locator(".nn-numbers")).to_contain_text("13, trained from seed 2")
    (printed,) = printed_by([shown["code"]])
    assert {name: shown["numbers"][name] for name in printed} == pytest.approx(printed, rel=1e-9, abs=1e-12)
    hidden.element.locator(".nn-picked-slider [role=slider]").press("ArrowRight")
    code = hidden.look()["code"]
    assert by_hand in code and "fit(" not in code
    expect(hidden.element.locator(".nn-numbers")).not_to_contain_text("seed")


def test_reset_brings_back_the_network_of_the_page(hidden):
    choose(hidden, "hidden neurons", "5")
    choose(hidden, "activation", "relu")
    hidden.button("New weights").click()
    hidden.button("Reset").click()
    hidden.settle()
    assert hidden.parameters()[0] == BY_HAND
    assert hidden.element.get_by_role("combobox", name="hidden neurons").input_value() == "2"
    assert hidden.element.get_by_role("combobox", name="activation").input_value() == "tanh"
    assert hidden.number("steps") == 0


def test_a_new_neuron_is_not_heard_at_first(hidden):
    loss = hidden.number("log-loss")
    choose(hidden, "hidden neurons", "8")
    assert hidden.number("log-loss") == pytest.approx(loss, rel=1e-12)
    assert hidden.number("parameters") == 8 * 3 + 8 + 1
    assert network_of(hidden).layers[1].weights.ravel().tolist() == [-5, -5, 0, 0, 0, 0, 0, 0]
    choose(hidden, "hidden neurons", "2")
    assert hidden.parameters()[0] == BY_HAND


def test_only_a_linear_layer_leaves_the_grid_straight(hidden):
    caption = hidden.element.locator(".nn-panel-bent .nn-panel-caption")
    for activation in ("tanh", "sigmoid", "relu"):
        choose(hidden, "activation", activation)
        assert bends(hidden) > 5, activation
        expect(caption).to_contain_text("the same grid, bent.")
    choose(hidden, "activation", "linear")
    assert bends(hidden) < 0.2  # the path is written to a tenth of a pixel
    expect(caption).to_contain_text("the same grid, tilted and stretched, not bent.")


def carry(explorer, to):
    explorer.slider("carried").press("ArrowLeft")  # a hand is there
    explorer.type("carried", str(to))


def test_the_layer_carries_the_plane_in_three_parts(hidden):
    """Each a map of its own: I + t(W − I), then + t·b, then (1 − t)·z + t·tanh(z); only the last bends."""
    W, b = np.array(BY_HAND[:4]).reshape(2, 2), np.array(BY_HAND[4:6])
    x = np.array([-4.0, 4.0])
    z = x @ W + b
    parts = [
        (0, "not yet carried", x),
        (0.1, "stretched by the weights, 25 % of it", x @ (np.eye(2) + 0.25 * (W - np.eye(2)))),
        (0.4, "stretched by the weights, 100 % of it", x @ W),
        (0.5, "shifted by the biases, 50 % of it", x @ W + 0.5 * b),
        (0.6, "shifted by the biases, 100 % of it", z),
        (0.9, "squashed by tanh, 75 % of it", 0.25 * z + 0.75 * np.tanh(z)),
    ]
    phase = hidden.element.locator(".nn-phase")
    names = hidden.element.locator(".nn-panel-bent .nn-axis-name")
    for carried, words, at in parts:
        carry(hidden, carried)
        expect(names).to_have_text(["x₁ → h₁", "x₂ → h₂"] if carried else ["x₁", "x₂"])
        expect(phase).to_contain_text(words)
        cross = [hidden.number("carried-across"), hidden.number("carried-up")]
        assert cross == pytest.approx(at, abs=1e-12)
        assert (bends(hidden) > 5) == (carried > 0.6), carried
    carry(hidden, 1)
    expect(phase).to_have_text("squashed by tanh")
    expect(names).to_have_text(["h₁", "h₂"])
    hidden.button("Undo").click()
    assert hidden.value("carried") == 0.89  # by the key; what was typed then is another gesture


def test_before_the_layer_the_plane_is_that_of_the_inputs(hidden):
    """Point on point, boundary on boundary; with the boundary carried along it ends as the straight cut."""

    def drawn(panel):
        drawing = f".nn-panel-{panel} .nn-plane-drawing"
        lines = hidden.element.locator(f"{drawing} .nn-boundary").evaluate_all(
            "lines => lines.map((line) => line.getAttribute('d')).join()"
        )
        points = [number for place in hidden.points(drawing) for number in place]
        return points + [float(number) for number in re.findall(r"-?[\d.]+", lines)]

    assert drawn("bent")[:20] != pytest.approx(drawn("plane")[:20], abs=1)
    carry(hidden, 0)
    for units in "2", "1", "3":
        choose(hidden, "hidden neurons", units)
        assert drawn("bent") == pytest.approx(drawn("plane"), abs=0.11)  # written to a tenth of a pixel


def test_the_view_follows_or_holds_still(hidden):
    def ticks():
        texts = hidden.element.locator(".nn-panel-bent .nn-axes text:not(.nn-axis-name)").all_text_contents()
        return {float(text.replace("−", "-")) for text in texts}

    carry(hidden, 0)
    assert max(ticks()) == 5
    carry(hidden, 0.6)
    assert max(ticks()) == 4
    for end in 2, 10:
        choose(hidden, "view", f"±{end}")
        assert max(ticks()) == end
        carry(hidden, 0.8)
        assert max(ticks()) == end
    # What is outside is not drawn over the page.
    clipped = ".nn-panel-bent [clip-path]"
    assert hidden.element.locator(clipped).count() == 1 and hidden.points(clipped)


def test_the_slider_that_carries_is_on_the_screen_with_what_it_carries(explorers):
    for screen in (WIDE, PHONE):
        explorer = explorers(CHAPTER, **screen)[0]
        explorer.element.locator(".nn-panel-bent .nn-plane-drawing").evaluate(
            "drawing => drawing.scrollIntoView({ block: 'start', behavior: 'instant' })"
        )
        explorer.page.mouse.wheel(0, -70)  # from under the bar of the page
        expect(explorer.slider("carried")).to_be_in_viewport(ratio=1)


def test_a_weight_bends_the_grid_and_moves_the_examples(hidden):
    def drawn():
        return hidden.element.locator(".nn-panel-bent").evaluate(
            """panel => [panel.querySelector(".nn-grid-line").getAttribute("d"),
                         panel.querySelector(".nn-point").getAttribute("d")]"""
        )

    before = drawn()
    hidden.type("x₁ → h₁", "0.4")
    hidden.settle()
    assert all(a != b for a, b in zip(before, drawn(), strict=True))


def test_of_more_than_two_the_reader_chooses_two(hidden):
    pair = hidden.element.locator(".nn-pair")
    expect(pair).to_be_hidden()
    choose(hidden, "hidden neurons", "4")
    expect(pair).to_be_visible()
    expect(hidden.element).to_contain_text("A shadow: the output neuron sees 4 numbers")
    choose(hidden, "across", "h₄")
    choose(hidden, "up", "h₄")  # what the other axis has: the two change places
    selected = hidden.element.locator(".nn-pair select").evaluate_all(
        "menus => menus.map((menu) => menu.value)"
    )
    assert selected == ["1", "3"]
    trace = network_of(hidden).forward([[-4, 4]])
    assert hidden.number("up") == pytest.approx(trace.activations[1][0, 3])


def test_one_hidden_neuron_leaves_a_line(hidden):
    choose(hidden, "hidden neurons", "1")
    expect(hidden.element).to_contain_text("folds the plane onto a line")
    heights = {y for _, y in hidden.points(".nn-panel-bent .nn-plane-drawing")}
    assert len(heights) == 1


def test_each_neuron_has_a_map_of_its_own(hidden):
    choose(hidden, "hidden neurons", "3")
    maps = hidden.element.locator(".nn-small-plane canvas").evaluate_all(
        "maps => maps.map((map) => map.toDataURL())"
    )
    assert len(set(maps)) == 3


def test_who_asked_for_less_motion_sees_the_end_of_a_training(explorers):
    still = explorers(CHAPTER, reduced_motion="reduce")[0]
    still.element.evaluate("""explorer => {
        const steps = explorer.querySelector("output[data-name='steps']");
        globalThis.seen = [];
        const look = () => seen.push(Number(steps.dataset.value));
        new MutationObserver(look).observe(steps, { attributes: true });
    }""")
    still.run("Train")
    still.page.wait_for_function("seen.some((steps) => steps > 0)", timeout=120_000)  # it rests by itself
    still.settle()
    assert set(still.page.evaluate("seen")) - {0} == {still.number("steps")}
