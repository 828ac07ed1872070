"""What the explorers of chapter 5 promise beyond their sliders: the seeds of NumPy, the cost, the game."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from nnbasics import Network
from nnbasics.figures import digit_network

CHAPTER = "book/05-trash"
SEED, DIGIT = "seed", "test digit"
LAYERS = dict(sizes=[64, 16, 16, 10], hidden="relu", output="softmax")


@pytest.fixture
def untrained(explorers):
    return next(explorer for explorer in explorers(CHAPTER) if explorer.name == "untrained")


@pytest.fixture
def ranking(explorers):
    return next(explorer for explorer in explorers(CHAPTER) if explorer.name == "ranking")


@pytest.fixture(scope="module")
def digits():
    X, labels = digit_network.test_digits()
    return X[:60], labels[:60]


def test_each_seed_is_numpys(untrained, digits):
    X, labels = digits
    for seed in (10, 13, 18):
        untrained.type(SEED, str(seed))
        shown = untrained.look()
        assert f"seed={seed})" in shown["code"]
        network = Network(**LAYERS, seed=seed)
        output = network.predict(X[[15]])[0]
        assert [shown["numbers"][f"output-{digit}"] for digit in range(10)] == pytest.approx(output, rel=1e-9)
        costs = ((network.predict(X) - np.eye(10)[labels]) ** 2).sum(axis=1)
        assert shown["numbers"]["average-cost"] == pytest.approx(costs.mean(), rel=1e-9)


def test_the_squares_add_up_to_the_cost(untrained):
    numbers = untrained.look()["numbers"]
    squares = [numbers[f"output-{digit}-squared-difference"] for digit in range(10)]
    assert numbers["cost"] == pytest.approx(sum(squares)) == pytest.approx(10 * numbers["mse"])
    right = numbers["output-3"]  # the digit shown first is a 3
    assert numbers["cross-entropy"] == pytest.approx(-np.log(right))
    assert numbers["output-3-squared-difference"] == pytest.approx((1 - right) ** 2)


def place(ranking, order):
    for name in order:
        ranking.element.get_by_role("button", name=f"{name}: ").click()
        ranking.settle()


def test_a_screen_reader_hears_the_question_and_then_the_verdict(ranking):
    said = ranking.element.locator("p[role=status]")
    expect(said).to_have_count(1)
    ranking.type(DIGIT, "57")
    ranking.settle()
    readings = re.compile(r"^This is an? \d: .* A reads an? \d with \d\.\d{3}, B reads .*, C reads ")
    expect(said).to_have_text(readings)
    place(ranking, "A")
    expect(said).to_have_text("Press the networks in order, the lowest cost first. 1 of 3 placed.")


def test_the_order_is_judged(ranking):
    place(ranking, "BCA")
    expect(ranking.element).to_contain_text("Not yet. B is not the one with the lowest cost.")
    assert np.isnan(ranking.number("A-cost")), "the answer stays hidden"
    ranking.button("Reset").click()
    expect(ranking.element).to_contain_text("0 of 3 placed")
    place(ranking, "ACB")
    expect(ranking.element).to_contain_text("Goal reached: A 0.000 < C 1.028 < B 1.104.")
    assert ranking.number("A-cost") < ranking.number("C-cost") < ranking.number("B-cost")


def test_a_question_sets_the_order_whatever_was_there(ranking):
    """Another digit and another menu empty the order; what a question sets stands all the same."""
    ranking.type(DIGIT, "3")
    place(ranking, "B")
    ranking.page.locator("#q-on-average .nn-show").click()
    expect(ranking.element).to_contain_text("Goal reached: B 0.544 < C 0.948 < A 1.729.")
    assert (
        ranking.number("B-average-cost") < ranking.number("C-average-cost") < ranking.number("A-average-cost")
    )


def test_on_average_the_order_is_another(ranking, printed_by):
    ranking.element.get_by_role("combobox").select_option("average cost of all digits")
    place(ranking, "ACB")
    expect(ranking.element).to_contain_text("Not yet. A is not on average the one with the lowest cost.")
    place(ranking, "A")  # takes back A and all after it
    expect(ranking.element).to_contain_text("0 of 3 placed")
    place(ranking, "BCA")
    expect(ranking.element).to_contain_text("Goal reached: B")
    shown = ranking.look()
    (printed,) = printed_by([shown["code"]])
    assert {name: shown["numbers"][name] for name in printed} == pytest.approx(printed, rel=1e-9, abs=1e-12)
    assert "C-average-cost" in printed


def test_another_digit_is_another_question(ranking):
    place(ranking, "ACB")
    ranking.slider(DIGIT).focus()
    ranking.page.keyboard.press("ArrowLeft")
    expect(ranking.element).to_contain_text("0 of 3 placed")


def test_an_average_is_seen_among_the_costs_that_it_is_of(ranking, digits):
    X, labels = digits
    strips = ranking.element.locator(".nn-costs svg")
    assert not strips.first.is_visible(), "one digit's dot would say its cost"
    ranking.element.get_by_role("combobox").select_option(label="average cost of all digits")
    ranking.settle()
    seen = "dots => dots.map((dot) => Number(dot.getAttribute('cx'))).sort((a, b) => a - b)"
    places = [np.array(strip.locator("circle").evaluate_all(seen)) for strip in strips.all()]
    assert [len(at) for at in places] == [len(labels)] * 3
    lines = strips.locator(".nn-marked-line")
    assert not any(line.is_visible() for line in lines.all()), "the answer stays hidden"
    names = sorted("ABC", key=lambda name: places["ABC".index(name)].mean())
    place(ranking, names)
    expect(ranking.element).to_contain_text("Goal reached")
    # Its line stands at the mean of the dots, by their places and by its number.
    marks = [float(line.get_attribute("d")[1:].split()[0]) for line in lines.all()]
    assert marks == pytest.approx([at.mean() for at in places], abs=0.1)
    told = [float(text.split()[-1]) for text in strips.locator(".nn-marked-text").all_text_contents()]
    averages = [ranking.number(f"{name}-average-cost") for name in "ABC"]
    assert told == pytest.approx(averages, abs=5e-4) and np.corrcoef(marks, averages)[0, 1] > 1 - 1e-6
