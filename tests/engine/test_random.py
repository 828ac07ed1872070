"""Chance in the engine: repeatable, fair, and of the spread that the initializers promise."""
from collections import Counter

import numpy as np
import pytest
from scipy import stats

from nnbasics.activations import ACTIVATIONS
from nnbasics.initializers import INITIALIZERS


def test_a_seed_gives_its_numbers_again_and_another_seed_others(javascript):
    draw = "const random = createRandom({}); return [1, 2, 3].map(() => random.uniform())"
    first = javascript(draw.format(7))
    assert javascript(draw.format(7)) == first
    for other in (0, 8, -7, 7 + 2**32):
        assert not set(javascript(draw.format(other))) & set(first)


@pytest.mark.parametrize("name, law", [("uniform", "uniform"), ("normal", "norm")])
def test_the_numbers_follow_their_law(javascript, name, law):
    # Many short streams too: the first numbers of neighboring seeds must not resemble each other.
    numbers = "return Array.from({ length: 20000 }, (_, i) => createRandom(i).%s())" % name
    many = javascript(numbers)
    one = javascript("const one = createRandom(1);" + numbers.replace("createRandom(i)", "one"))
    for sample in (one, many):
        assert stats.kstest(sample, law).pvalue > 0.001
        assert abs(np.corrcoef(sample[1:], sample[:-1])[0, 1]) < 0.03


def test_every_order_of_three_is_as_likely(javascript):
    orders = Counter(javascript("""
        const random = createRandom(3);
        return Array.from({ length: 6000 }, () => {
            const order = [0, 1, 2];
            shuffle(order, random);
            return order.join("");
        });"""))
    assert sorted(orders) == ["012", "021", "102", "120", "201", "210"]
    assert stats.chisquare(list(orders.values())).pvalue > 0.001


@pytest.mark.parametrize("initializer, hidden, spread", [
    ("undefined", "tanh", (2 / 140) ** 0.5), ("undefined", "relu", (2 / 100) ** 0.5),
    ("'glorot'", "relu", (2 / 140) ** 0.5), ("'he'", "tanh", (2 / 100) ** 0.5),
    ("'lecun'", "relu", (1 / 100) ** 0.5), ("'normal'", "relu", 1), ("'zeros'", "relu", 0),
])
def test_initializers_have_the_spread_they_promise(javascript, initializer, hidden, spread):
    """100 inputs, 40 neurons; without a name the activation chooses: tanh glorot, relu he."""
    answer = javascript(f"""
        const network = createNetwork([100, 40, 2], {{ hidden: "{hidden}" }});
        network.parameters.fill(9);
        initialize(network, 5, {initializer});
        const [first, last] = network.biases;
        return {{ weights: network.weights[0], biases: [...first, ...last] }};""")
    assert np.std(answer["weights"]) == pytest.approx(spread, rel=0.05)
    assert abs(np.mean(answer["weights"])) <= 0.05 * spread
    assert set(answer["biases"]) == {0}


def test_the_default_initializer_is_the_one_of_the_core(javascript):
    for name, activation in ACTIVATIONS.items():
        ours, named = javascript(f"""
            const network = createNetwork([3, 4], {{ output: "{name}" }});
            return [undefined, "{activation.initializer}"].map((initializer) => {{
                initialize(network, 2, initializer);
                return Array.from(network.weights[0]);
            }});""")
        assert ours == named, name
    assert javascript("return Object.keys(INITIALIZERS)") == list(INITIALIZERS)
