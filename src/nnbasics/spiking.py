"""A spiking neuron, leaky integrate-and-fire: a potential that fills, leaks and fires.

    τ dV/dt = −(V − V_rest) + R I      it leaks back to rest, and the current I fills it
    V reaches the threshold:           a spike; V ← V_reset and stays for the refractory time

    I ──► run ──► spikes, voltage ──► rate        rate ──► fit_relu ──► weight, bias

As long as the current is constant the equation is solved by V∞ + (V − V∞) e^(−t/τ), where
V∞ = V_rest + R I.  So nothing is approximated: each spike has its exact moment.
Units: mV, ms, nA and MΩ (1 nA through 1 MΩ is 1 mV); rates are spikes a second.
Introduced in chapter 10, "Neural Network vs Human brain".  Gerstner and others, "Neuronal
Dynamics" (2014), chapter 1.
"""
from dataclasses import dataclass, fields

import numpy as np

from nnbasics import checks, settings

SECOND = 1000.0  # ms
MOST_SPIKES = 10**5  # in one step of `run`


@dataclass(frozen=True)
class SpikingNeuron:
    """τ dV/dt = −(V − V_rest) + R I, with a threshold; see the module.  Chapter 10.

    time_constant: τ in ms, how fast it leaks.  resistance: R in MΩ.
    rest, threshold, reset: in mV.  refractory: in ms, during which it rests after a spike.
    ValueError for numbers that are not finite, times or a resistance that are not above 0,
    and a threshold that does not lie above rest and reset.
    """

    time_constant: float = 20.0
    resistance: float = 10.0
    rest: float = -65.0
    threshold: float = -50.0
    reset: float = -65.0
    refractory: float = 2.0

    def __post_init__(self):
        for field in fields(self):
            checks.numbers(getattr(self, field.name), np.float64, field.name, ())
        settings.positive(self.time_constant, "time_constant")
        settings.positive(self.resistance, "resistance")
        settings.positive(self.refractory, "refractory")
        if not self.threshold > max(self.rest, self.reset):
            raise ValueError(f"threshold={self.threshold}, wanted more than rest={self.rest} and "
                             f"reset={self.reset}")

    @property
    def rheobase(self):
        """The current in nA up to which it stays silent for ever: (threshold − rest) / R."""
        return (self.threshold - self.rest) / self.resistance

    def rate(self, current):
        """The f–I curve: spikes a second for constant currents, of any shape, by the formula

            1 / rate  =  refractory + τ ln((V∞ − V_reset) / (V∞ − threshold)),    V∞ = rest + R I

        and 0 for a current of at most `rheobase`.  ValueError for one that is not finite.
        """
        current = checks.numbers(current, np.float64, "current")
        final = self.rest + self.resistance * current
        fires = final > self.threshold
        above = np.where(fires, final, self.threshold + 1.0)  # any, where the rate is 0
        climb = self.time_constant * np.log((above - self.reset) / (above - self.threshold))
        return np.where(fires, SECOND / (self.refractory + climb), 0.0)

    def run(self, current, dt=1.0):
        """The `Recording` of a current, (steps,) in nA, each kept for dt ms, from rest."""
        current = checks.numbers(current, np.float64, "current")
        if current.ndim != 1:
            raise ValueError(f"current has shape {current.shape}, wanted (steps,)")
        settings.positive(dt, "dt")
        if self.refractory < dt / MOST_SPIKES:
            raise ValueError(f"dt={dt!r}, wanted at most {MOST_SPIKES:,} times the refractory time")
        voltage, spikes = [self.rest], []
        V, asleep = self.rest, 0.0  # asleep: what is left of the refractory time
        for step, final in enumerate(self.rest + self.resistance * current):
            left = dt  # what is left of the step
            while left > 0:
                if asleep >= left:
                    asleep -= left
                    break
                left -= asleep
                asleep = 0.0
                climb = self._time_to_threshold(V, final)
                if climb > left:
                    V = final + (V - final) * np.exp(-left / self.time_constant)
                    break
                left -= climb
                spikes.append((step + 1) * dt - left)
                V, asleep = self.reset, self.refractory
            voltage.append(V)
        return Recording(current, dt, np.array(voltage), np.array(spikes))

    def _time_to_threshold(self, V, final):
        if final <= self.threshold:
            return np.inf
        return self.time_constant * np.log((final - V) / (final - self.threshold))


@dataclass(frozen=True)
class Recording:
    """What a `SpikingNeuron` did.  Chapter 10.

    current: (steps,), in nA, each for dt ms.  voltage: (steps + 1,), in mV, at 0, dt, 2 dt …
    spikes: their moments in ms.
    """

    current: np.ndarray
    dt: float
    voltage: np.ndarray
    spikes: np.ndarray

    @property
    def rate(self):
        """Spikes a second, from the mean interval between two; 0 with fewer than two spikes."""
        if len(self.spikes) < 2:
            return 0.0
        return SECOND * (len(self.spikes) - 1) / (self.spikes[-1] - self.spikes[0])

    def intervals(self):
        """For each interval between two spikes (mean current, rate): nA, and 1 / its length."""
        edges = self.dt * np.arange(len(self.current) + 1)
        charge = np.concatenate([[0.0], self.dt * np.cumsum(self.current)])  # that has come in
        lengths = np.diff(self.spikes)
        return np.diff(np.interp(self.spikes, edges, charge)) / lengths, SECOND / lengths


def fit_relu(currents, rates):
    """The artificial neuron max(0, weight · I + bias) that fits best: (weight, bias).

    currents, rates: shape (n,), with two different currents at least at which the rate is above 0.
    "Best" is the least sum of squares, and it is found, not approached.  Which points lie on the
    slope and which on the floor decides where the kink is: between two currents, where the slope
    is the line of best fit of the points to the right, or on a current.  All are tried.
    ValueError for other shapes, and with too few points.
    Introduced in chapter 10, "Neural Network vs Human brain".
    """
    x = checks.numbers(currents, np.float64, "currents")
    y = checks.numbers(rates, np.float64, "rates", x.shape)
    if x.ndim != 1 or len(set(x[y > 0])) < 2:
        raise ValueError("currents, rates: wanted shape (n,) and two currents with a rate above 0")
    best, least = None, np.inf
    for kink in np.unique(x)[:-1]:
        for weight, bias in (_line(x[x >= kink], y[x >= kink]), _hinge(x, y, kink)):
            error = np.sum((np.maximum(0.0, weight * x + bias) - y) ** 2)
            if error < least:
                best, least = (float(weight), float(bias)), error
    return best


def _line(x, y):
    from_mean = x - x.mean()
    weight = np.sum(from_mean * y) / np.sum(from_mean ** 2)
    return weight, y.mean() - weight * x.mean()


def _hinge(x, y, kink):
    """The line through (kink, 0) that fits best to the right of it."""
    beyond = np.maximum(0.0, x - kink)
    weight = np.sum(beyond * y) / np.sum(beyond ** 2)
    return weight, -weight * kink
