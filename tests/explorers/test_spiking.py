"""The explorer of the spiking neuron: its currents and points against NumPy; what it says and refuses."""

import re

import numpy as np
import pytest

from nnbasics.explorers import SpikingExplorer
from nnbasics.explorers.spiking.explorer import DRAWN, PIECES, SHAPES, pieces
from nnbasics.spiking import SpikingNeuron

SCRIPTS = "explorers/spiking/stimulus", "web/engine/spiking", "explorers/spiking/numbers"


@pytest.fixture(scope="module")
def states():
    rng = np.random.default_rng(4)
    return [
        dict(
            neuron=dict(
                timeConstant=rng.uniform(5, 50),
                threshold=rng.uniform(-60, -40),
                refractory=rng.uniform(1, 20),
            ),
            shape=i % len(SHAPES),
            current=rng.uniform(0, 5),
            drawn=rng.uniform(0, 5, PIECES).tolist(),
            visited=rng.uniform(0, 5, 6).tolist(),
            **{
                end: dict(time=float(rng.integers(0, 501)), height=rng.uniform(0, 5))
                for end in ("from", "to")
            },
        )
        for i in range(60)
    ]


@pytest.fixture(scope="module")
def answers(states, in_node):
    return in_node("stimulus_runner.mjs", [f"{path}.js" for path in SCRIPTS], states)


def test_currents_and_points_of_the_page_are_numpys(states, answers):
    for state, answer in zip(states, answers, strict=True):
        options = state["neuron"]
        explorer = SpikingExplorer(
            current=state["current"],
            visited=state["visited"],
            neuron=SpikingNeuron(
                time_constant=options["timeConstant"],
                threshold=options["threshold"],
                refractory=options["refractory"],
            ),
        )
        view = explorer.view
        view.shape, view.drawn, view.visited = state["shape"], state["drawn"], state["visited"]
        assert answer["heights"] == pytest.approx(
            pieces(state["shape"], state["current"], np.array(state["drawn"])).tolist(), rel=1e-12
        )
        page = np.transpose(answer["still"] + answer["moving"])
        assert page == pytest.approx(np.array(explorer.points()), rel=1e-9, abs=1e-9)


def test_the_page_says_in_words_what_numpys_neuron_does(states, answers):
    silent = firing = 0
    for state, answer in zip(states, answers, strict=True):
        options = state["neuron"]
        neuron = SpikingNeuron(
            time_constant=options["timeConstant"],
            threshold=options["threshold"],
            refractory=options["refractory"],
        )
        heights = pieces(state["shape"], state["current"], np.array(state["drawn"]))
        spikes = neuron.run(np.repeat(heights, 500 // len(heights))).spikes
        said = answer["said"].replace("−", "-")
        if len(spikes) > 1:
            shortest, longest = np.diff(spikes).min(), np.diff(spikes).max()
            wanted = [longest] if longest - shortest < 1e-6 * longest else [shortest, longest]
            assert [float(number) for number in re.findall(r"[\d.]+", said)] == pytest.approx(
                wanted, rel=0.01
            )
            assert said.startswith("Firing, every")
            firing += 1
        elif len(spikes) == 1:
            assert said == "One spike"
        elif state["shape"] == 0:
            rests = neuron.rest + neuron.resistance * state["current"]
            assert float(re.search(r"-?[\d.]+", said)[0]) == pytest.approx(rests, rel=0.01)
            assert said.startswith("Silent: current and leak balance at")
            silent += 1
        else:
            assert said == "Silent: it never reaches the threshold"
            silent += 1
    assert silent > 3 and firing > 20


def test_a_stroke_leaves_no_piece_out(states, answers):
    for state, answer in zip(states, answers, strict=True):
        ends = [(min(24, int(state[end]["time"] // 20)), state[end]["height"]) for end in ("from", "to")]
        (first, low), (last, high) = sorted(ends)
        inside = np.arange(first, last + 1)
        wanted = np.array(state["drawn"])
        wanted[inside] = np.interp(inside, [first, last], [low, high]) if last > first else ends[1][1]
        assert answer["stroke"] == pytest.approx(wanted.tolist())


def test_it_says_the_numbers_of_the_formula():
    text = SpikingExplorer(current=2.0).describe()
    rate = 1000 / (2 + 20 * np.log(20 / 5))  # V∞ = −45 mV: 20 above the reset, 5 above the threshold
    assert f"{rate:.1f} times a second" in text and "threshold at −50.0 mV" in text and "weight" in text
    assert "stays silent" in SpikingExplorer(current=1.0).describe()
    assert (
        "weight" not in SpikingExplorer(current=1.0, visited=(0, 2)).describe()
    )  # one that fires is too few


def test_the_kernel_has_what_is_on_the_screen():
    explorer = SpikingExplorer()
    explorer.view.shape, explorer.view.time_constant = 3, 10.0
    assert explorer.neuron == SpikingNeuron(time_constant=10.0)
    assert explorer.recording.current.tolist() == np.repeat(DRAWN, 20).tolist()
    for explorer.view.shape in range(len(SHAPES)):
        assert (
            explorer.picture().startswith(b"\x89PNG") and SHAPES[explorer.view.shape] in explorer.describe()
        )


def test_what_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="visited: wanted a number from 0 to 5"):
        SpikingExplorer(visited=(1, 6))
    with pytest.raises(ValueError, match="wanted resistance 10"):
        SpikingExplorer(neuron=SpikingNeuron(resistance=5.0))
    with pytest.raises(ValueError, match="current: wanted a number from 0 to 5"):
        SpikingExplorer(current=7)
