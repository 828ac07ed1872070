"""What the explorers of chapter 2 promise beyond their sliders: goals, and why one is out of reach."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from nnbasics import Network
from nnbasics.explorers import BumpExplorer

CHAPTER = "book/02-two-neurons"
CORNERS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
W1, W2, B = "weight w₁", "weight w₂", "bias b"


@pytest.fixture
def bump(explorers):
    return explorers(CHAPTER)[0]


@pytest.fixture
def gates(explorers):
    return explorers(CHAPTER)[1]


@pytest.fixture
def two(explorers):
    return explorers(CHAPTER)[2]


def choose(explorer, option):
    explorer.element.get_by_role("combobox", name="goal").select_option(option)
    explorer.settle()


def goal(explorer):
    explorer.settle()
    return explorer.element.locator(".nn-goal").inner_text()


# Two steps and their sum


def test_one_number_turns_stairs_into_a_bump(bump):
    assert "Not yet" in goal(bump) and bump.number("gap") == pytest.approx(2, abs=1e-3)
    bump.type("weight v₂", "−1")
    assert "✓" in goal(bump) and "Reached" in goal(bump)
    # By hand: at x = 0.5, h₁ = σ(9) and h₂ = σ(−3), and 1 is wanted.
    assert bump.number("gap") == pytest.approx(1 - (1 / (1 + np.exp(-9)) - 1 / (1 + np.exp(3))))


@pytest.mark.parametrize(
    "name, index, values",
    [
        (
            "Another bump: 1 from 1 to 3, 0 elsewhere",
            1,
            {"bias b₁": "−6", "bias b₂": "−18", "weight v₂": "−1"},
        ),
        ("A dip: −1 from −1 to 1, 1 elsewhere", 2, {"weight v₁": "−2", "weight v₂": "2", "bias c": "1"}),
        (
            "Stairs down: 2, then 1 from −2 on, then 0 from 1 on",
            3,
            {"bias b₁": "12", "weight v₁": "−1", "weight v₂": "−1", "bias c": "2"},
        ),
    ],
)
def test_the_other_goals_can_be_reached_and_python_judges_alike(bump, name, index, values):
    choose(bump, name)
    assert "Not yet" in goal(bump) and name in goal(bump)
    for label, value in values.items():
        assert "Not yet" in goal(bump)
        bump.type(label, value)
    assert "Reached" in goal(bump)
    python = BumpExplorer(goal=index)
    python.network.parameters[:] = bump.parameters()[0]
    assert bump.number("gap") == pytest.approx(python.gap()[0], rel=1e-9)


def test_the_steps_are_marked_where_the_neurons_are_undecided(bump):
    lines, texts = (
        bump.element.locator(".nn-stage .nn-marked-line"),
        bump.element.locator(".nn-stage .nn-marked-text"),
    )
    bump.type("bias b₁", "12")
    bump.settle()
    assert bump.number("step-1") == -2 and bump.number("step-2") == 1
    expect(texts.filter(has_text="s₁")).to_have_text("s₁ = −2.00")
    x = axis(bump.element.locator(".nn-curve-drawing"))
    seen = lines.evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().x)"
    )
    assert seen == pytest.approx([x(-2), x(1)], abs=1.5)
    bump.type("weight w₂", "0")
    bump.settle()
    expect(texts.filter(has_text="s₂")).to_be_hidden()
    expect(bump.element).to_contain_text("step s₂ = −b₂/w₂: nowhere")
    bump.type("weight w₁", "1")  # a step at −12, off the drawing
    bump.settle()
    expect(texts.filter(has_text="s₁")).to_be_hidden()


def test_a_negative_weight_is_said_by_color_dash_and_number(bump):
    summands = bump.element.locator(".nn-summand")
    assert summands.evaluate_all("all => all.map(one => one.classList.contains('nn-negative'))") == [
        False,
        False,
    ]
    bump.type("weight v₂", "−1")
    bump.settle()
    assert summands.evaluate_all("all => all.map(one => one.classList.contains('nn-negative'))") == [
        False,
        True,
    ]
    assert summands.nth(1).evaluate("one => getComputedStyle(one).strokeDasharray") != "none"
    expect(bump.element.locator(".nn-parameter").filter(has_text="v₂")).to_have_text("v₂ = −1.00")


def test_every_bias_stands_on_the_drawing(bump, two):
    for explorer, wanted in [
        (bump, ["b₁ = 6.00", "b₂ = −6.00", "c = 0"]),
        (two, ["b₁ = −4.00", "b₂ = −12.0", "c = −2.00"]),
    ]:
        texts = explorer.element.locator(".nn-parameter").all_text_contents()
        assert [text for text in texts if text[0] in "bc"] == wanted


def test_a_curve_that_leaves_the_axes_is_cut_off(bump):
    for label, value in {"weight v₁": "3", "weight v₂": "3", "bias c": "3"}.items():
        bump.type(label, value)
    bump.settle()
    curve = bump.element.locator(".nn-curve-drawing .nn-curve")
    heights = [float(y) for y in re.findall(r" (-?[\d.]+)", curve.get_attribute("d") or "")]
    assert not heights or min(heights) >= 29.9
    bump.type("bias c", "−1")  # from −1 up to 5: the lower part is seen
    bump.settle()
    heights = [float(y) for y in re.findall(r" (-?[\d.]+)", curve.get_attribute("d"))]
    assert min(heights) == pytest.approx(30, abs=0.1) and max(heights) > 150
    assert bump.element.locator(".nn-curve-drawing .nn-dot").is_visible() is (bump.number("y") <= 2.6)


def test_reset_restores_the_bump(bump):
    before, said = bump.look(), goal(bump)
    bump.type("weight v₂", "−1")
    bump.type("input x", "2")
    assert goal(bump) != said and bump.look()["numbers"] != before["numbers"]
    bump.button("Reset").click()
    after = bump.look()
    assert after["numbers"] == before["numbers"] and after["code"] == before["code"] and goal(bump) == said
    assert bump.value("weight v₂") == 1 and bump.value("input x") == 0


# One neuron: AND, OR, and not XOR


@pytest.mark.parametrize(
    "name, bias", [("AND: 1 if both inputs are 1", "−15"), ("OR: 1 if at least one input is 1", "−5")]
)
def test_the_learner_builds_and_and_or(gates, name, bias):
    choose(gates, name)
    assert "Not yet: 3 of 4" in goal(gates)
    for label, value in [(W1, "10"), (W2, "10"), (B, bias)]:
        gates.type(label, value)
    assert "✓" in goal(gates) and "Reached: all four are right" in goal(gates)
    assert gates.number("sure") == pytest.approx(1 / (1 + np.exp(-5)))  # 5 is the smallest |z|
    assert gates.points(".nn-plane-drawing", ".nn-wrong") == []
    assert gates.number("most") == 4


def test_from_and_to_or_with_one_slider(gates):
    for label, value in [(W1, "10"), (W2, "10"), (B, "−15")]:
        gates.type(label, value)
    choose(gates, "OR: 1 if at least one input is 1")
    assert "2 of 4 are right; (0, 1) and (1, 0) are not" in goal(gates)
    assert len(gates.points(".nn-plane-drawing", ".nn-wrong")) == 2
    gates.type(B, "−5")
    assert "Reached" in goal(gates)


def test_xor_never_comes_and_the_two_sums_say_why(gates):
    sums = gates.element.locator(".nn-sums")
    expect(sums).to_be_hidden()
    choose(gates, "XOR: 1 if exactly one input is 1")
    expect(sums).to_be_visible()
    for w1, w2, b in [
        (2, -1, -0.5),
        (10, 10, -5),
        (10, 10, -15),
        (-7, 7, 3),
        (20, -20, 0),
        (0, 0, 0),
        (-3.3, 8.1, 19),
    ]:
        for label, value in [(W1, w1), (W2, w2), (B, b)]:
            gates.type(label, str(value).replace("-", "−"))
        assert "Not yet" in goal(gates)
        assert gates.number("right") <= 3
        wanted = pytest.approx(w1 + w2 + 2 * b, abs=1e-9)
        assert gates.number("z-00+z-11") == wanted and gates.number("z-01+z-10") == wanted
    assert gates.number("most") == 3


def test_an_undecided_neuron_is_not_right(gates):
    for label in (W1, W2, B):
        gates.type(label, "0")
    assert "0 of 4 are right" in goal(gates)
    assert gates.number("log-loss") == pytest.approx(np.log(2))


# The truth table and the plane


@pytest.mark.parametrize("index", [1, 2])
def test_a_row_or_a_corner_goes_through_the_drawing(explorers, index):
    explorer = explorers(CHAPTER)[index]
    buttons = explorer.element.locator(".nn-truth button")
    chosen = lambda: buttons.evaluate_all("all => all.map(one => one.getAttribute('aria-pressed'))")  # noqa: E731
    buttons.nth(1).focus()
    explorer.page.keyboard.press("Enter")
    explorer.settle()
    assert chosen() == ["false", "true", "false", "false"]
    values = explorer.element.locator(".nn-stage svg").first.locator(".nn-value").all_text_contents()
    assert [float(value) for value in values[:2]] == [0, 1]
    drawing = explorer.element.locator(".nn-plane-drawing")
    drawing.scroll_into_view_if_needed()
    x, y = max(explorer.points(".nn-plane-drawing"), key=lambda place: place[0] - place[1])
    box, width = drawing.bounding_box(), drawing.evaluate("drawing => drawing.viewBox.baseVal.width")
    scale = box["width"] / width
    explorer.page.mouse.click(box["x"] + (x + 8) * scale, box["y"] + y * scale)
    explorer.settle()
    assert chosen() == ["false", "false", "false", "true"]


def test_the_table_says_what_numpy_says(two):
    rows = [row.split() for row in two.element.locator(".nn-truth tbody tr").all_inner_texts()]
    network = Network([2, 2, 1], hidden="sigmoid", output="sigmoid")
    network.parameters[:] = two.parameters()[0]
    trace = network.forward(CORNERS)
    for row, hidden, output in zip(rows, trace.activations[1], trace.activations[2], strict=True):
        assert [float(cell) for cell in row[2:5]] == pytest.approx([*hidden, *output], abs=5e-4)
    assert [row[5] for row in rows] == ["0", "1", "1", "0"]
    assert [row[6] for row in rows] == ["✓", "✓", "✓", "✗"]


# Two neurons and an output neuron


def test_one_number_turns_or_and_and_into_xor(two):
    assert "3 of 4 are right; (1, 1) is not" in goal(two)
    lines = two.element.locator(".nn-hidden-line").evaluate_all(
        "all => all.map(one => one.getAttribute('d').length)"
    )
    assert len(lines) == 2 and min(lines) > 100
    two.type("v₂ from h₂", "−8")
    assert "Reached" in goal(two)
    expect(two.element).not_to_contain_text("Why it will not come")
    expect(two.element).not_to_contain_text("NaN")


def test_a_screen_reader_is_told_at_rest(bump, gates):
    bump.type("weight v₂", "−1")
    expect(bump.element.locator("p[role=status]")).to_contain_text(
        "Reached: A bump: 1 from −1 to 1, 0 elsewhere"
    )
    gates.type(B, "1")
    expect(gates.element.locator("p[role=status]")).to_contain_text(
        "Not yet: AND: 1 if both inputs are 1; 1 of 4 are right"
    )


def axis(drawing):
    """A function from x on the drawing to its pixel in the page, by the tick labels below."""
    ticks = drawing.locator(".nn-axes text[text-anchor=middle]")
    ticks = ticks.evaluate_all("""ticks => ticks.map((tick) => {
        const { x, width } = tick.getBoundingClientRect();
        return [Number(tick.textContent.replace("−", "-")), x + width / 2];
    })""")
    slope, start = np.polyfit(*zip(*ticks, strict=True), 1)
    return lambda x: start + slope * x
