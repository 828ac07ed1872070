"""The spiking neuron: against the formula of its interval and Euler steps, its ReLU against a search."""

import numpy as np
import pytest

from nnbasics.spiking import SpikingNeuron, fit_relu


def some_neurons(n=40):
    rng = np.random.default_rng(10)
    for _ in range(n):
        rest = rng.uniform(-80, -60)
        yield (
            SpikingNeuron(
                rng.uniform(3, 60),
                rng.uniform(2, 30),
                rest,
                rest + rng.uniform(5, 30),
                rest + rng.uniform(-10, 4),
                rng.uniform(0.5, 10),
            ),
            rng,
        )


def test_each_interval_is_that_of_the_formula():
    compared = 0
    for neuron, rng in some_neurons():
        current = neuron.rheobase * rng.uniform(1.01, 6)
        recording = neuron.run(np.full(300, current), dt=2.0)
        final = neuron.rest + neuron.resistance * current
        interval = neuron.refractory + neuron.time_constant * np.log(
            (final - neuron.reset) / (final - neuron.threshold)
        )
        np.testing.assert_allclose(np.diff(recording.spikes), interval, rtol=1e-9)
        np.testing.assert_allclose(neuron.rate(current), 1000 / interval)
        if len(recording.spikes) > 1:
            assert recording.rate == pytest.approx(1000 / interval)
            currents, rates = recording.intervals()
            np.testing.assert_allclose(currents, current)
            np.testing.assert_allclose(rates, 1000 / interval)
            compared += len(rates)
    assert compared > 300


def test_the_potential_is_that_of_many_small_steps():
    """Euler, with a step so small that its own error is far below what is asked."""
    for neuron, rng in some_neurons(4):
        current = neuron.rheobase * rng.uniform(0, 3, 6)
        recording = neuron.run(current, dt=25.0)
        small, V, asleep, spikes, seen = 5e-4, neuron.rest, 0.0, [], [neuron.rest]
        for step in range(6):
            for i in range(round(25 / small)):
                if asleep > 0:
                    asleep -= small
                    continue
                V += small * (neuron.rest - V + neuron.resistance * current[step]) / neuron.time_constant
                if V >= neuron.threshold:
                    spikes.append(25 * step + (i + 1) * small)
                    V, asleep = neuron.reset, neuron.refractory
            seen.append(V)
        assert len(spikes) == len(recording.spikes)
        np.testing.assert_allclose(recording.spikes, spikes, atol=0.02)
        np.testing.assert_allclose(recording.voltage, seen, atol=0.05)


def test_how_finely_the_current_is_cut_changes_nothing():
    for neuron, rng in some_neurons(10):
        current = neuron.rheobase * rng.uniform(0, 4, 20)
        coarse, fine = neuron.run(current, dt=20.0), neuron.run(np.repeat(current, 20), dt=1.0)
        np.testing.assert_allclose(coarse.spikes, fine.spikes, rtol=1e-9)
        np.testing.assert_allclose(coarse.voltage, fine.voltage[::20], rtol=1e-9)


def test_below_the_rheobase_it_is_silent_for_ever_and_rests_where_leak_and_current_balance():
    neuron = SpikingNeuron()
    assert neuron.rheobase == 1.5  # (−50 + 65) mV / 10 MΩ
    recording = neuron.run(np.full(2000, 1.4))
    assert len(recording.spikes) == 0 and recording.rate == 0 == neuron.rate(1.4) == neuron.rate(1.5)
    assert recording.voltage[-1] == pytest.approx(-65 + 14)
    assert neuron.rate([1.4, 1e9]) == pytest.approx([0, 1000 / 2])  # the refractory time is the limit


def test_two_spikes_have_a_rate_and_one_has_none():
    neuron = SpikingNeuron()
    two = next(run for n in range(1, 400) if len((run := neuron.run(np.full(n, 2.0))).spikes) == 2)
    assert two.rate == pytest.approx(1000 / (2 + 20 * np.log(4)))  # rest, and from −65 mV to 15 of 20 mV
    assert neuron.run(two.current[: int(two.spikes[0] / two.dt) + 2]).rate == 0


def test_the_mean_current_of_an_interval():
    neuron = SpikingNeuron(refractory=1.0)
    recording = neuron.run(np.linspace(0, 6, 400), dt=1.0)
    (start, end), (currents, rates) = recording.spikes[3:5], recording.intervals()
    moments = np.linspace(start, end, 100_001)
    assert currents[3] == pytest.approx(recording.current[np.floor(moments).astype(int)].mean(), rel=1e-4)
    assert rates[3] == pytest.approx(1000 / (end - start)) and (np.diff(rates) > 0).all()


def test_no_relu_fits_better():
    rng = np.random.default_rng(3)
    for trial in range(60):
        x = rng.uniform(0, 5, rng.integers(4, 12)).round(1 if trial % 2 else 6)
        # A rate below 0 is noise; only there is a kink on a current the best.
        y = np.maximum(-9 * (trial % 3), SpikingNeuron().rate(x) + rng.normal(0, 8, len(x)))
        if len(set(x[y > 0])) < 2:
            continue
        weight, bias = fit_relu(x, y)
        found = np.sum((np.maximum(0, weight * x + bias) - y) ** 2)
        for kink in np.linspace(-20, x.max() - 1e-6, 1501):
            beyond = np.maximum(0, x - kink)
            slope = beyond @ y / (beyond @ beyond)
            assert found <= np.sum((slope * beyond - y) ** 2) * (1 + 1e-9) + 1e-9


def test_a_relu_is_found_again():
    x = np.array([0, 0.5, 1, 1.5, 2, 3, 4])
    weight, bias = fit_relu(x, np.maximum(0, 40 * x - 50))
    assert (weight, bias) == pytest.approx((40, -50))


@pytest.mark.parametrize(
    "make, words",
    [
        (lambda: SpikingNeuron(time_constant=0), "time_constant=0, wanted"),
        (lambda: SpikingNeuron(refractory=-1.0), "refractory=-1.0, wanted"),
        (lambda: SpikingNeuron(rest=float("nan")), "rest"),
        (lambda: SpikingNeuron(threshold=-65), "threshold=-65, wanted more than rest=-65.0"),
        (lambda: SpikingNeuron().run([[1.0]]), r"current has shape \(1, 1\), wanted \(steps,\)"),
        (lambda: SpikingNeuron().run([1.0, np.inf]), "current"),
        (lambda: SpikingNeuron().run([1.0], dt=0), "dt=0, wanted"),
        (lambda: SpikingNeuron().rate(np.nan), "current"),
        (lambda: fit_relu([1, 2, 3], [0, 0, 5]), "two currents with a rate above 0"),
        (lambda: fit_relu([1, 2, 3], [0, 5]), r"rates has shape \(2,\), wanted \(3,\)"),
    ],
)
def test_what_cannot_be_is_refused(make, words):
    with pytest.raises(ValueError, match=words):
        make()
