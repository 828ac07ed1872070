"""What does not fit is refused, and the message says what came and what was wanted."""

import pytest

NETWORK = """
    const network = createNetwork([2, 3, 1], { hidden: "tanh", output: "sigmoid" });
    const trace = createTrace(network, 4), gradients = createGradients(network, 4);
    const X = new Float64Array(8), Y = new Float64Array(4);
"""

WRONG = {
    "createNetwork([2])": ("sizes", "at least two", "[2]"),
    "createNetwork([2, 0, 1])": ("sizes", "[2,0,1]"),
    "createNetwork([2, 1.5])": ("sizes", "[2,1.5]"),
    "createNetwork()": ("sizes", "undefined"),
    "createNetwork([2, 3, 1], { hidden: 'tan' })": ("hidden", "tanh", "got tan"),
    "createNetwork([2, 3, 1], { hidden: 'softmax' })": ("hidden", "got softmax"),
    "createNetwork([2, 3, 3, 1], { hidden: ['tanh'] })": ("hidden", "2 layers", "got 1"),
    "createNetwork([2, 1], { output: 'sigmoids' })": ("output", "sigmoid", "got sigmoids"),
    "createNetwork([2, 1], { output: 'softmax', loss: 'bce' })": ("loss", "mse, cce", "got bce"),
    "createNetwork([2, 1], { output: 'linear', loss: 'cce' })": ("loss", "linear", "got cce"),
    "createTrace(network, 0)": ("capacity", "above 0", "got 0"),
    "createGradients(network, 2.5)": ("capacity", "above 0", "got 2.5"),
    "forward(network, X, 5, trace)": ("n", "1 to 4", "got 5"),
    "forward(network, X, 0, trace)": ("n", "1 to 4", "got 0"),
    "forward(network, [1, 2, 3], 2, trace)": ("X", "2 rows of 2", "got 3"),
    "forward(network, undefined, 2, trace)": ("X", "2 rows of 2", "got undefined"),
    "forward(network, [1, NaN], 1, trace)": ("NotFiniteError", "X", "got NaN"),
    "X[3] = -Infinity; forward(network, X, 2, trace)": ("NotFiniteError", "X", "got -Infinity"),
    "network.parameters[0] = NaN; forward(network, X, 2, trace)": ("NotFiniteError", "output"),
    "lossOf(network, trace, [1], 2)": ("Y", "2 rows of 1", "got 1"),
    "lossOf(network, trace, [NaN], 1)": ("NotFiniteError", "Y", "got NaN"),
    "backward(network, trace, [], 1, gradients)": ("Y", "1 rows of 1", "got 0"),
    "backward(network, trace, Y, 3, createGradients(network, 2))": ("n", "1 to 2", "got 3"),
    "backward(network, trace, [NaN], 1, gradients)": ("NotFiniteError", "Y", "got NaN"),
    "backward(network, trace, [null], 1, gradients)": ("Y", "finite numbers", "got null"),
    "backward(network, trace, ['1'], 1, gradients)": ("Y", "finite numbers", "got 1"),
    "backward(network, trace, [2], 1, gradients)": ("Y", "0 to 1", "bce", "got 2"),
    "lossOf(network, trace, [-1], 1)": ("Y", "0 to 1", "bce", "got -1"),
    "const net = createNetwork([2, 3], { output: 'softmax' });"
    "lossOf(net, createTrace(net, 1), [1, 1, 0], 1)": ("Y", "add up to 1", "cce", "got 2"),
    "backward(network, createTrace(createNetwork([2, 1]), 4), Y, 1, gradients)": ("trace", "this network"),
    "backward(network, trace, Y, 1, createGradients(createNetwork([2, 1]), 4))": (
        "gradients",
        "this network",
    ),
    "forward(network, X, 1, createTrace(createNetwork([2, 9, 1]), 4))": ("trace", "this network"),
    "forward(network, X, 1, createTrace(createNetwork([2, 3, 1, 1]), 4))": ("trace", "this network"),
    "trace.activations[2] = new Float64Array(3); forward(network, X, 1, trace)": ("trace", "this network"),
    "trace.preactivations[0] = new Float64Array(8); forward(network, X, 1, trace)": ("trace", "this network"),
    "trace.preactivations.pop(); forward(network, X, 1, trace)": ("trace", "this network"),
    "forward(null, X, 1, trace)": ("network", "createNetwork", "got null"),
    "createNetwork([2, 2 ** 40])": ("sizes", "no more than", "got [2,1099511627776]"),
    "createTrace(network, 2 ** 40)": ("capacity", "no more than", "got 1099511627776"),
    "circle({ noise: 1e308 })": ("noise", "at most 1000", "got 1e+308"),
    "createOptimizer('sdg', {}, network)": ("optimizer", "sgd, rmsprop, adam", "got sdg"),
    "createOptimizer('sgd', { learning_rate: 1 }, network)": ("sgd option", "got learning_rate"),
    "createOptimizer('sgd', { learningRate: 0 }, network)": ("learningRate", "above 0", "got 0"),
    "createOptimizer('sgd', { momentum: 1 }, network)": ("momentum", "below 1", "got 1"),
    "createOptimizer('adam', { beta2: -1 }, network)": ("beta2", "0 to below 1", "got -1"),
    "createPenalty('l3', 1)": ("penalty", "l1, l2", "got l3"),
    "createPenalty('l1', -1)": ("strength", "above 0", "got -1"),
    "defaultRng(0.5)": ("seed", "whole number", "got 0.5"),
    "defaultRng(-1)": ("seed", "from 0 to 2^53 - 1", "got -1"),
    "defaultRng(2 ** 53)": ("seed", "from 0 to 2^53 - 1", "got 9007199254740992"),
    "defaultRng()": ("seed", "whole number", "got undefined"),
    "defaultRng(0).integers(0, 2 ** 32 + 1)": ("low, high", "1 to 2^32", "got 0, 4294967297"),
    "defaultRng(0).integers(3, 3)": ("low, high", "1 to 2^32", "got 3, 3"),
    "defaultRng(0).integers(0.5, 3)": ("low, high", "whole numbers", "got 0.5, 3"),
    "defaultRng(0).integers(10)": ("low, high", "whole numbers", "got 10, undefined"),
    "defaultRng(0).uniform(1, 0)": ("low, high", "in this order", "got 1, 0"),
    "defaultRng(0).uniform(-1e308, 1e308)": ("low, high", "finite", "got -1e+308, 1e+308"),
    "defaultRng(0).permutation(-1)": ("n", "whole number", "got -1"),
    "circle({ n: 1 })": ("n", "at least 2 points", "got 1"),
    "moons({ noise: -1 })": ("noise", "0 or more", "got -1"),
    "split(X, Y, 3)": ("X", "3 rows", "got 8"),
    "split(X, Y, 4, { test: 1 })": ("test", "no part empty", "got 1 of 4"),
    "initialize(network, 0, 'glorrot')": ("initializer", "glorot, he", "got glorrot"),
    "createTraining(network, { batchSize: 0 })": ("batchSize", "above 0", "got 0"),
    "createTraining(network, { optimizer: 'sgd' })": ("optimizer", "createOptimizer"),
    "createTraining(network, { optimizer: createOptimizer('sgd', {}, createNetwork([1, 1])) })": (
        "optimizer",
        "this network",
    ),
    "accuracyOf(createNetwork([2, 1]), trace, Y, 1)": ("accuracy", "softmax", "got linear"),
}


@pytest.fixture(scope="module")
def answers(run_engine):
    """What each line of the table gives, from one run of Node."""
    jobs = [{"job": "script", "body": NETWORK + body} for body in WRONG]
    return dict(zip(WRONG, run_engine(jobs), strict=True))


@pytest.mark.parametrize("body", WRONG)
def test_what_is_wrong_is_said(answers, body):
    said = answers[body].get("error", "nothing")
    assert all(words in said for words in WRONG[body]), said


def test_a_step_has_no_slope(complaint):
    said = complaint("""
        const network = createNetwork([1, 2, 1], { hidden: "step" });
        const trace = createTrace(network, 1), gradients = createGradients(network, 1);
        forward(network, [1], 1, trace);
        backward(network, trace, [1], 1, gradients);""")
    assert "step" in said and "cannot be trained" in said


@pytest.mark.parametrize(
    "X, Y, says",
    [
        ("[1, 2, 3]", "[1, 2]", "X: wanted 2 rows of 2"),
        ("[1, 2, 3, 4]", "[1]", "Y: wanted 2 rows of 1"),
        ("[1, 2, 3, NaN]", "[1, 0]", "X: wanted finite numbers"),
        ("[1, 2, 3, 4]", "[1, NaN]", "Y: wanted finite numbers"),
    ],
)
def test_training_wants_all_its_examples(complaint, X, Y, says):
    assert says in complaint(
        NETWORK
        + f"""
        const optimizer = createOptimizer("sgd", {{}}, network);
        trainEpoch(createTraining(network, {{ optimizer }}), {X}, {Y}, 2);"""
    )
