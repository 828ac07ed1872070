"""The picture of the spiking neuron at rest: potential and current over time; rates, and the ReLU on them."""
import numpy as np

from nnbasics.explorers.picture import small_png
from nnbasics.figures.style import STROKES, canvas, colors, dashes, panel, points, theme
from nnbasics.spiking import fit_relu

WIDTH, HEIGHT = 784, 320
PEAK = -20  # mV: where the line that stands for a spike ends


def spiking_picture(neuron, recording, currents, rates, highest) -> bytes:
    """PNG: what the neuron did; at the right its f–I curve, the points on it, the ReLU fitted to them."""
    with theme("light"):
        palette = colors()
        figure, _ = canvas((WIDTH, HEIGHT))
        time = recording.dt * np.arange(len(recording.voltage))
        above = panel(figure, 60, 140, 320, 150)
        above.plot(time, recording.voltage, color=palette["ink"], linewidth=points(STROKES["line"]))
        above.vlines(recording.spikes, neuron.threshold, PEAK, color=palette["ink"],
                     linewidth=points(STROKES["line"]))
        above.axhline(neuron.threshold, color=palette["accent"], linewidth=points(STROKES["outline"]),
                      dashes=dashes("guide", "outline"))
        above.set(xlim=(0, time[-1]), ylim=(-70, PEAK), xticks=(),
                  title="potential V, mV; dashed: the threshold")
        below = panel(figure, 60, 46, 320, 62)
        below.stairs(recording.current, time, color=palette["positive"], linewidth=points(STROKES["curve"]),
                     baseline=None)
        below.set(xlim=(0, time[-1]), ylim=(0, highest), xlabel="time, ms", ylabel="I, nA")
        ax = panel(figure, 450, 60, 310, 230)
        line = np.linspace(0, highest, 501)
        ax.plot(line, neuron.rate(line), color=palette["muted"], linewidth=points(STROKES["outline"]),
                dashes=dashes("guide", "outline"))
        if len(set(currents[rates > 0])) > 1:
            weight, bias = fit_relu(currents, rates)
            ax.plot(line, np.maximum(0, weight * line + bias), color=palette["positive"],
                    linewidth=points(STROKES["curve"]))
        ax.plot(currents, rates, "o", color=palette["accent"])
        ax.set(xlim=(0, highest), ylim=(0, None), xlabel="current I, nA",
               title="spikes a second; blue: the ReLU fitted")
        return small_png(figure)
