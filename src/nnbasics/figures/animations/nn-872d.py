"""A spiking neuron: current flows in and leaks out, the threshold fires it; beside it an artificial one."""
import numpy as np
from matplotlib.patches import Circle

from nnbasics.figures import film
from nnbasics.figures.numbers import format_number
from nnbasics.figures.style import RADII, STROKES, canvas, colors, dashes, fill, panel, points
from nnbasics.spiking import SpikingNeuron, fit_relu

CURRENTS = (1.2, 2.0, 4.0)  # nA: one below the rheobase, one above, and twice that
# Milliseconds of a recording and of a step in it; seconds that the film takes over it.
LENGTH, FINE, SECONDS = 160, 0.25, 2.0
PEAK = -20  # mV: where the line that stands for a spike ends
SEEN = np.arange(0, 5.25, 0.25)  # nA: the currents to which the artificial neuron is fitted
NEURON = (466, 254)  # the middle of the artificial neuron


class Scene(film.Scene):
    title = "A neuron that spikes, and an artificial one beside it"

    def __init__(self):
        self.neuron = SpikingNeuron()
        self.weight, self.bias = fit_relu(SEEN, self.neuron.rate(SEEN))
        steps = round(LENGTH / FINE)
        self.runs = [self.neuron.run(np.full(steps, current), FINE) for current in CURRENTS]
        self.outputs = [max(0.0, self.weight * current + self.bias) for current in CURRENTS]
        self.time = FINE * np.arange(steps + 1)
        parts = [((f"run {i}", SECONDS), 2.0) for i in range(len(CURRENTS))]
        self.timeline = film.Timeline(0.4, *[step for part in parts for step in part], ("clear", 0.3))
        self.poster = self.timeline.end("run 1")
        silent, slow, fast = (format_number(run.rate) for run in self.runs)
        said = [format_number(output) for output in self.outputs]
        self.description = (
            f"At the left the membrane potential of a spiking neuron over {LENGTH} milliseconds, above the "
            f"current that flows in. With {CURRENTS[0]} nA the potential rises, the leak balances the "
            f"current below the threshold, and the neuron stays silent. With {CURRENTS[1]:g} nA it reaches "
            f"the threshold, spikes, falls back and climbs again, {slow} times a second; with "
            f"{CURRENTS[2]:g} nA {fast} times. At the right an artificial neuron gets the same currents and "
            f"gives one number each, {said[0]}, {said[1]} and {said[2]}: a rate, without any spike.")
        self._draw()
        self.update(0)

    def update(self, frame):
        done = self.timeline.done(frame)
        now = max((i for i in range(len(CURRENTS)) if done[f"run {i}"] > 0), default=0)
        share, kept = done[f"run {now}"], 1 - done["clear"]
        run, current, output = self.runs[now], CURRENTS[now], self.outputs[now]
        until = share * LENGTH
        seen = int(until / FINE) + 1 if share else 0
        time, voltage = _with_spikes(self.time[:seen], run.voltage[:seen], run.spikes[run.spikes <= until])
        self.voltage.set_data(time, voltage)
        self.current.set_data([0, until], [current, current])
        self.circle.set_facecolor(fill(output * (share == 1) * kept, max(self.outputs)))
        over = share == 1
        fires = run.rate > 0
        self.words.set_text("" if not share else f"{current:g} nA flows in and leaks out" if not fires
                            else f"{current:g} nA: up to the threshold, a spike, again")
        counted = f"{format_number(run.rate)} a second" if fires else "silent"
        self.counted.set_text(counted if over else "")
        self.output.set_text(format_number(output) if over else "")
        self.arrives.set_text(f"{current:g} nA" if share else "")
        for artist in (self.voltage, self.current, self.words, self.counted, self.output, self.arrives):
            artist.set_alpha(kept)

    def _draw(self):
        palette = colors()
        write = {"fontsize": points(film.TEXT), "va": "center_baseline"}
        muted = dict(color=palette["muted"], **write)
        self.figure, page = canvas((film.WIDTH, 470))
        self.words = page.text(20, 444, "", fontweight="bold", **write)
        page.text(20, 402, "potential, mV (dashed: threshold)", **muted)
        ax = panel(self.figure, 66, 196, 264, 186)
        ax.set(xlim=(0, LENGTH), ylim=(-70, PEAK), xticks=(), yticks=(-65, -50), yticklabels=("−65", "−50"))
        ax.tick_params(labelsize=points(film.TEXT), length=0)
        ax.axhline(self.neuron.threshold, color=palette["accent"], linewidth=points(STROKES["outline"]),
                   dashes=dashes("guide", "outline"))
        self.voltage, = ax.plot([], [], color=palette["ink"], linewidth=points(STROKES["line"]),
                                solid_joinstyle="round")
        page.text(20, 166, "current, nA", **muted)
        ax = panel(self.figure, 66, 56, 264, 92)
        ax.set(xlim=(0, LENGTH), ylim=(0, 5), xticks=(0, 80, 160), yticks=(0, 4))
        ax.tick_params(labelsize=points(film.TEXT), length=0)
        page.text(330, 14, "ms", ha="right", **muted)
        self.current, = ax.plot([], [], color=palette["positive"], linewidth=points(STROKES["strong"]),
                                solid_capstyle="butt")
        (x, y), radius = NEURON, RADII["neuron-film"]
        outline = dict(edgecolor=palette["line"], linewidth=points(STROKES["outline"]), zorder=3)
        page.plot([366, x - radius], [y, y], color=palette["line"], linewidth=points(STROKES["edge"]),
                  zorder=2)
        self.circle = page.add_patch(Circle((x, y), radius, **outline))
        self.arrives = page.text(342, y + 22, "", **write)
        page.text(x, y + 90, "artificial", ha="center", **muted)
        page.text(x, y + 60, "neuron", ha="center", **muted)
        page.text(x, y - 66, "its output:", ha="center", **muted)
        self.output = page.text(x, y - 96, "", ha="center", fontweight="bold", **write)
        page.text(x, 96, "spikes counted:", ha="center", **muted)
        self.counted = page.text(x, 66, "", ha="center", fontweight="bold", **write)
        page.set(xlim=(0, film.WIDTH), ylim=(0, 470))


def _with_spikes(time, voltage, spikes):
    """The same trace with a line up to the peak at each spike, which the model itself does not draw."""
    neuron = SpikingNeuron()
    extra = np.repeat(spikes, 3)
    heights = np.tile([neuron.threshold, PEAK, neuron.reset], len(spikes))
    order = np.argsort(np.concatenate([time, extra]), kind="stable")
    return np.concatenate([time, extra])[order], np.concatenate([voltage, heights])[order]
