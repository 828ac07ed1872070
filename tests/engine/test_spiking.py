"""The browser's spiking neuron against NumPy's, in random states: potentials, spikes, intervals, the ReLU."""

import json

import numpy as np
import pytest

from nnbasics.spiking import SpikingNeuron, fit_relu

STATES = 200


def random_state(rng):
    rest = rng.uniform(-80, -60)
    neuron = dict(
        timeConstant=rng.uniform(3, 60),
        resistance=rng.uniform(2, 30),
        rest=rest,
        threshold=rest + rng.uniform(5, 30),
        reset=rest + rng.uniform(-10, 4),
        refractory=rng.uniform(0.5, 10),
    )
    silent = (neuron["threshold"] - rest) / neuron["resistance"]
    return {
        "neuron": neuron,
        "current": (silent * rng.uniform(-0.5, 4, rng.integers(5, 30))).tolist(),
        "dt": rng.uniform(1, 20),
        "points": [
            [x, max(0, 30 * x - 40 + rng.normal(0, 20))] for x in rng.uniform(0, 5, rng.integers(4, 12))
        ],
    }


def test_every_number_is_numpys(javascript):
    rng = np.random.default_rng(10)
    states = [random_state(rng) for _ in range(STATES)]
    answers = javascript(f"""
        return {json.dumps(states)}.map(({{ neuron: options, current, dt, points }}) => {{
          const neuron = createSpikingNeuron(options), {{ voltage, spikes }} = runNeuron(neuron, current, dt);
          return {{ voltage, spikes, rate: rateOf(spikes), intervals: intervalsOf(current, spikes, dt),
                    fit: fitRelu(points), formula: current.map((I) => rateAt(neuron, I)),
                    rheobase: rheobase(neuron) }};
        }})""")
    spikes, fits = 0, 0
    for state, answer in zip(states, answers, strict=True):
        options, close = state["neuron"], dict(rel=1e-12, abs=1e-12)
        neuron = SpikingNeuron(options.pop("timeConstant"), **options)
        recording = neuron.run(state["current"], state["dt"])
        assert answer["spikes"] == pytest.approx(recording.spikes.tolist(), **close)
        assert answer["voltage"] == pytest.approx(recording.voltage.tolist(), **close)
        assert answer["rate"] == pytest.approx(recording.rate, rel=1e-11)
        assert answer["formula"] == pytest.approx(neuron.rate(state["current"]).tolist(), **close)
        assert answer["rheobase"] == neuron.rheobase
        assert np.ravel(answer["intervals"]) == pytest.approx(
            np.ravel(np.transpose(recording.intervals())), rel=1e-10
        )
        x, y = np.transpose(state["points"])
        if len(set(x[y > 0])) < 2:
            assert "fit" not in answer
            continue
        weight, bias = fit_relu(x, y)
        error = np.sqrt(np.mean((np.maximum(0, weight * x + bias) - y) ** 2))
        assert [answer["fit"][name] for name in ("weight", "bias", "error")] == pytest.approx(
            [weight, bias, error], rel=1e-9, abs=1e-9
        )
        spikes, fits = spikes + len(recording.spikes), fits + 1
    assert spikes > 5 * STATES and fits > STATES / 2


@pytest.mark.parametrize(
    "body, words",
    [
        ("createSpikingNeuron({ refractory: 0 })", "refractory: wanted a finite number above 0, got 0"),
        ("createSpikingNeuron({ threshold: -70 })", "threshold: wanted more than rest and reset, got -70"),
        ("createSpikingNeuron({ rest: NaN })", "rest: wanted finite numbers, got NaN"),
        ("runNeuron(createSpikingNeuron(), [1, Infinity])", "current: wanted finite numbers, got Infinity"),
        ("runNeuron(createSpikingNeuron(), [1], 0)", "dt: wanted a finite number above 0, got 0"),
    ],
)
def test_what_cannot_be_is_refused(complaint, body, words):
    assert words in complaint(body)
