"""10,000 random inputs, one argument at a time: it is used, or a ValueError names it, and nothing else."""

import math
import re
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from nnbasics import SGD, Adam, Network, RMSProp, Training, datasets, fit
from nnbasics.angle import angle
from nnbasics.contributions import contributions
from nnbasics.datasets.pictures import moved, pack, unpack
from nnbasics.layers import Trace
from nnbasics.penalties import L1, L2
from nnbasics.spiking import SpikingNeuron, fit_relu

INPUTS, VALUES, PLACES = (
    10_000,
    25,
    4,
)  # in an example of hypothesis: so many values, each for so many arguments
NET, ONE = Network([2, 3, 1], "tanh", "sigmoid"), Network([2, 1])
CLASSES, NUMBERS = Network([2, 3, 4], "relu", "softmax"), Network([2, 2])
X, Y = np.array([[0.0, 1.0], [1.0, 0.5]]), np.array([[0.0], [1.0]])
TRACE = NET.forward(X)


def trained(**given):
    return fit(NET.copy(), X, Y, **{"epochs": 1, **given})


ARGUMENTS = [  # what has to stand in the error, and a call of one argument
    ("sizes", lambda v: Network(v)),
    ("hidden", lambda v: Network([2, 3, 1], v)),
    ("hidden", lambda v: Network([2, 3, 1], [v])),
    ("output", lambda v: Network([2, 1], output=v)),
    ("loss", lambda v: Network([2, 1], loss=v)),
    ("seed", lambda v: Network([2, 1], seed=v)),
    ("dtype", lambda v: Network([2, 1], dtype=v)),
    ("initializer|weights", lambda v: Network([2, 1], initializer=v)),
    ("parameters", lambda v: setattr(NET.copy(), "parameters", v)),
    ("weights", lambda v: setattr(NET.copy().layers[0], "weights", v)),
    ("biases", lambda v: setattr(NET.copy().layers[0], "biases", v)),
    ("X", lambda v: NET.forward(v)),
    ("X", lambda v: ONE.predict(v)),
    ("X|Y", lambda v: NET.loss(v, Y)),
    ("X|Y", lambda v: CLASSES.accuracy(v, [0, 1])),
    ("Y", lambda v: NET.loss(X, v)),
    ("Y", lambda v: NUMBERS.loss(X, v)),
    ("Y", lambda v: CLASSES.loss(X, v)),
    ("Y", lambda v: CLASSES.accuracy(X, v)),
    ("Y", lambda v: NET.backward(TRACE, v)),
    ("Y", lambda v: NUMBERS.backward(NUMBERS.forward(X), v, per_example=True)),
    ("trace", lambda v: NET.backward(v, Y)),
    ("trace|activations", lambda v: NET.backward(Trace([X, v, Y], TRACE.preactivations), Y)),
    ("activations", lambda v: Trace(v, v)),
    ("per_example", lambda v: NET.backward(TRACE, Y, v)),
    ("net", lambda v: fit(v, X, Y)),
    ("X|Y", lambda v: Training(NET.copy(), v, Y)),
    ("Y", lambda v: Training(NET.copy(), X, v)),
    ("epochs", lambda v: trained(epochs=v)),
    ("batch_size", lambda v: trained(batch_size=v)),
    ("optimizer", lambda v: trained(optimizer=v)),
    ("validation", lambda v: trained(validation=v)),
    ("validation (X|Y)", lambda v: trained(validation=(v, Y))),
    ("validation Y", lambda v: trained(validation=(X, v))),
    ("seed", lambda v: trained(seed=v)),
    ("record", lambda v: trained(record=v)),
    ("penalty", lambda v: trained(penalty=v)),
    ("shuffle", lambda v: trained(shuffle=v)),
    ("learning_rate", SGD),
    ("momentum", lambda v: SGD(momentum=v)),
    ("nesterov", lambda v: SGD(nesterov=v)),
    ("decay", lambda v: RMSProp(decay=v)),
    ("epsilon", lambda v: RMSProp(epsilon=v)),
    ("learning_rate", Adam),
    ("beta1", lambda v: Adam(beta1=v)),
    ("beta2", lambda v: Adam(beta2=v)),
    ("strength", L1),
    ("strength", L2),
    ("n", datasets.circle),
    ("noise", lambda v: datasets.spiral(noise=v)),
    ("seed", lambda v: datasets.moons(seed=v)),
    ("X|test", lambda v: datasets.split(v, Y)),
    ("Y|test", lambda v: datasets.split(X, v)),
    ("test", lambda v: datasets.split(X, Y, test=v)),
    ("a", lambda v: angle(v, [1.0, 0.0])),
    ("b", lambda v: angle([1.0, 0.0], v)),
    ("X", pack),
    ("packed", unpack),
    ("X", moved),
    ("turn", lambda v: moved(np.ones((1, 4)), turn=v)),
    ("right", lambda v: moved(np.ones((1, 4)), right=v)),
    ("X", lambda v: contributions(NET, v)),
    ("net", lambda v: contributions(v, X)),
    ("time_constant", lambda v: SpikingNeuron(time_constant=v)),
    ("threshold", lambda v: SpikingNeuron(threshold=v)),
    ("refractory", lambda v: SpikingNeuron(refractory=v)),
    ("current", SpikingNeuron().run),
    ("current", SpikingNeuron().rate),
    ("dt", lambda v: SpikingNeuron().run([2.0], v)),
    ("currents|rates", lambda v: fit_relu(v, [1.0, 2.0])),
    ("rates", lambda v: fit_relu([1.0, 2.0], v)),
]

whole = st.one_of(
    st.integers(-2, 20), st.sampled_from([2**31, 2**62, 2**64, 10**30, 10**400, 10**5000, -(10**5000)])
)
number = st.one_of(whole, st.floats(), st.floats(-2, 2), st.sampled_from([1e300, -1e300, 5e-324, 1e-300]))
odd = st.one_of(
    st.none(),
    st.booleans(),
    st.text(max_size=4),
    st.binary(max_size=4),
    st.complex_numbers(),
    st.sampled_from([Fraction(1, 3), Decimal("0.1"), object(), ..., {}, {2: 1}, {1, 2}, range(3)]),
    st.sampled_from(
        ["relu", "softmax", "step", "linear", "mse", "cce", "he", "float32", SGD(0.1), L2(0.1), TRACE]
    ),
)
rows = st.one_of(
    st.lists(number, max_size=4),
    st.lists(st.lists(number, min_size=1, max_size=3), max_size=3),
    st.lists(st.lists(st.floats(-3, 3), min_size=2, max_size=2), min_size=1, max_size=3),
    st.lists(odd, max_size=3),
)
shapes = st.lists(st.integers(0, 4), max_size=3).map(tuple)
SHAPES = [(2, 2), (2, 1), (2,), (2, 4), (2, 3), (2, 0), (), (1, 1, 2)]
arrays = st.builds(
    lambda shape, fill, dtype: np.full(shape, fill).astype(dtype),
    st.one_of(shapes, st.sampled_from(SHAPES)),
    st.one_of(st.integers(0, 3), st.sampled_from([0.5, 1 / 3, math.nan, -math.inf, 1e308])),
    st.sampled_from(["f8", "f4", "f2", ">f8", "i8", "u1", "u8", "?", "c16", "U3", "O", "M8[s]", "m8[s]"]),
)
masked = st.builds(lambda shape: np.ma.masked_all(shape), st.sampled_from(SHAPES))
anything = st.one_of(number, odd, rows, arrays, masked, rows.map(tuple))
places = st.lists(st.sampled_from(ARGUMENTS), min_size=PLACES, max_size=PLACES)
inputs = st.lists(st.tuples(anything, places), min_size=VALUES, max_size=VALUES)


@pytest.mark.filterwarnings("ignore::RuntimeWarning", "ignore::UserWarning")
@settings(
    max_examples=INPUTS // (VALUES * PLACES), phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(inputs)
def test_whatever_comes_in_is_used_or_refused_by_name(given):
    for value, places in given:
        for argument, call in places:
            try:
                call(value)
            except ValueError as error:
                said = str(error)
                assert re.search(rf"\b({argument})\b", said) or "training diverged" in said, said
                assert len(said) < 400, said
