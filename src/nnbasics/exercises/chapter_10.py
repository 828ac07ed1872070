"""Chapter 10: one small step of a membrane, and the rate of a neuron that spikes."""
import numpy as np

from nnbasics.exercises.exercise import Exercise

REST, THRESHOLD, RESISTANCE, TAU = -65.0, -50.0, 10.0, 20.0  # of the neurons of both; reset is rest


def membrane_step(V, current, dt):
    slope = (-(V - REST) + RESISTANCE * current) / TAU
    after = V + dt * slope
    spiked = after >= THRESHOLD
    return np.where(spiked, REST, after), spiked


def some_membranes(rng):
    V, current = rng.uniform(-64, -51, 10), rng.uniform(0, 4, 10)
    V[0], current[0] = -50.2, 5.0  # spikes
    V[1], current[1] = -52.0, 0.5  # leaks
    return V, current, rng.uniform(0.5, 2.0)


def one_by_one(V, current, dt):
    after, spiked = [], []
    for v, i in zip(V.tolist(), current.tolist(), strict=True):
        v += (REST - v) * dt / TAU + i * RESISTANCE * dt / TAU
        spiked.append(v >= THRESHOLD)
        after.append(REST if v >= THRESHOLD else v)
    return np.array(after), np.array(spiked)


def stepped(slope_of, reset=True, dt_of=lambda dt: dt):
    """`membrane_step` with another slope, without the reset, or with another step."""
    def function(V, current, dt):
        after = V + dt_of(dt) * slope_of(V, current)
        spiked = after >= THRESHOLD
        return np.where(spiked & reset, REST, after), spiked
    return function


def slope(V, current):
    return (-(V - REST) + RESISTANCE * current) / TAU


def too_late(V, current, dt):
    spiked = V >= THRESHOLD
    return np.where(spiked, REST, V + dt * slope(V, current)), spiked


def firing_rate(currents, time_constant, refractory):
    final = REST + RESISTANCE * currents
    fires = final > THRESHOLD
    above = np.where(fires, final, THRESHOLD + 1)
    interval = refractory + time_constant * np.log((above - REST) / (above - THRESHOLD))
    return np.where(fires, 1000 / interval, 0.0)


def some_currents(rng):
    return np.append(rng.uniform(0.2, 1.4, 2), rng.uniform(1.6, 6, 5)), rng.uniform(8, 40), rng.uniform(1, 8)


def by_halving(currents, time_constant, refractory):
    """The moment at which the potential reaches the threshold is enclosed, by halves."""
    rates = []
    for final in REST + RESISTANCE * currents:
        low, high = 0.0, 1e4 * (final > THRESHOLD)
        for _ in range(80 if high else 0):
            middle = (low + high) / 2
            reached = final + (REST - final) * np.exp(-middle / time_constant) >= THRESHOLD
            low, high = (low, middle) if reached else (middle, high)
        rates.append(1000 / (refractory + high) if high else 0.0)
    return np.array(rates)


def rated(interval_of, second=1000, final_of=lambda currents: REST + RESISTANCE * currents):
    """`firing_rate` with another interval, another second, or another final potential."""
    def function(currents, time_constant, refractory):
        final = final_of(currents)
        fires = final > THRESHOLD
        above = np.where(fires, final, THRESHOLD + 1)
        climb = time_constant * np.log((above - REST) / (above - THRESHOLD))
        return np.where(fires, second / interval_of(climb, refractory), 0.0)
    return function


EXERCISES = {
    "10-2": Exercise(membrane_step, some_membranes, one_by_one, {
        "The leak has the wrong sign: above rest it pulls the potential down, toward rest.":
            stepped(lambda V, current: (V - REST + RESISTANCE * current) / TAU),
        "You forgot the reset: a neuron that has spiked goes back to −65 mV.":
            stepped(slope, reset=False),
        "You forgot dt: the slope is a change for each millisecond, and the step is not one millisecond "
        "long.":
            stepped(slope, dt_of=lambda dt: 1.0),
        "You took dt for seconds. Slope and dt are both in milliseconds.":
            stepped(slope, dt_of=lambda dt: dt / 1000),
        "The current comes in as nA. R I, with R = 10 MΩ, makes mV of it.":
            stepped(lambda V, current: (-(V - REST) + current) / TAU),
        "It leaks to 0 mV. It should leak to rest, at −65 mV.":
            stepped(lambda V, current: (-V + RESISTANCE * current) / TAU),
        "You did not divide by the time constant τ.":
            stepped(lambda V, current: -(V - REST) + RESISTANCE * current),
        "You looked at the threshold before the step. Whether it spikes is seen after it.": too_late,
    }),
    "10-3": Exercise(firing_rate, some_currents, by_halving, {
        "That is spikes a millisecond. A second has a thousand of them.":
            rated(lambda climb, refractory: refractory + climb, second=1),
        "You left out the refractory time, during which it rests after each spike.":
            rated(lambda climb, refractory: climb),
        "You took the refractory time off. It makes the interval longer.":
            rated(lambda climb, refractory: climb - refractory),
        "The fraction in the logarithm is upside down: its logarithm is negative, and a climb takes time.":
            rated(lambda climb, refractory: refractory - climb),
        "V∞ lies R I above rest: you left rest out.":
            rated(lambda climb, refractory: refractory + climb,
                  final_of=lambda currents: RESISTANCE * currents),
    }),
}
