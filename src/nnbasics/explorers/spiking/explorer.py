"""A spiking neuron beside an artificial one: a current, spikes, the f–I curve with a ReLU (chapter 10)."""
import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, between, made_by, several
from nnbasics.explorers.controls import group, menu, slider, whole_slider
from nnbasics.explorers.explorer import Explorer
from nnbasics.explorers.spiking.picture import spiking_picture
from nnbasics.explorers.view import View, scalar
from nnbasics.figures.style import number
from nnbasics.spiking import SpikingNeuron, fit_relu

PIECE, PIECES = 20, 25  # ms of a piece of current; how many there are in a recording
SHAPES = ("the same all the time", "on, then off", "a slow ramp", "drawn by hand")
HIGHEST = 5.0  # nA
VISITED = (0.0, 1.0, 2.0, 3.0, 4.0, 5.0)
DRAWN = (0, 0, 0, 1, 1, 1, 2, 3, 4, 4, 4, 3, 2, 1, 1, 0, 0, 2, 0, 2, 0, 3, 3, 3, 0)  # the first one "by hand"


class SpikingView(View):
    current, time_constant, threshold, refractory = scalar(2.0), scalar(20.0), scalar(-50.0), scalar(2.0)
    shape = traitlets.Int(0).tag(sync=True)  # of the current over time, a place in SHAPES
    time = traitlets.Int(PIECE * PIECES).tag(sync=True)  # ms
    drawn = traitlets.List(traitlets.Float()).tag(sync=True)  # nA, one a piece
    visited = traitlets.List(traitlets.Float()).tag(sync=True)  # nA


class SpikingExplorer(Explorer):
    """A leaky integrate-and-fire neuron over half a second, and the ReLU that fits its rates best.

    current: the input in nA, from 0 to 5.
    visited: constant currents whose rates are points of the f–I curve.
    neuron: a `SpikingNeuron`; its time constant, threshold and refractory time have sliders.

    ``explorer.neuron`` and ``explorer.recording`` are what is on the screen, by NumPy.
    Introduced in chapter 10, "Neural Network vs Human brain".
    """

    @arguments(current=between(0, HIGHEST), visited=several(between(0, HIGHEST)),
               neuron=made_by(SpikingNeuron))
    def __init__(self, *, current=2.0, visited=VISITED, neuron=SpikingNeuron()):
        if not all(0 <= each <= HIGHEST for each in visited):
            raise ValueError(f"visited: wanted currents from 0 to {HIGHEST:g} nA, got {list(visited)}")
        if (neuron.resistance, neuron.rest, neuron.reset) != (10.0, -65.0, -65.0):
            raise ValueError(f"neuron: wanted resistance 10, rest and reset −65, got {neuron}")
        view = SpikingView(current=current, time_constant=neuron.time_constant, threshold=neuron.threshold,
                           refractory=neuron.refractory, drawn=[float(each) for each in DRAWN],
                           visited=sorted({*map(float, visited), float(current)}))
        hold = slider(view, "current", "current I, nA", 0, HIGHEST, 0.05)
        hold.add_class("nn-picked-slider")  # stays in sight of the picture
        super().__init__(view, [
            group("The input", hold),
            group("Over time", menu(view, "shape", "the current is", SHAPES),
                  whole_slider(view, "time", "time t, ms", 0, PIECE * PIECES)),
            group("The neuron", slider(view, "time_constant", "leak τ, ms", 5, 50, 1),
                  slider(view, "threshold", "threshold, mV", -60, -40, 0.5),
                  slider(view, "refractory", "refractory, ms", 1, 20, 0.5)),
        ])

    @property
    def neuron(self):
        """The `SpikingNeuron` on the screen."""
        view = self.view
        return SpikingNeuron(time_constant=view.time_constant, threshold=view.threshold,
                             refractory=view.refractory)

    @property
    def recording(self):
        """Its `Recording` of the current on the screen, a step a millisecond."""
        return self.neuron.run(np.repeat(pieces(self.view.shape, self.view.current, self.view.drawn), PIECE))

    def points(self):
        """What is known of the f–I curve, (currents, rates): of currents visited, and of intervals."""
        x = np.array(self.view.visited)
        y = np.array([self.neuron.run(np.full(PIECE * PIECES, each)).rate for each in x])
        if self.view.shape:
            more = self.recording.intervals()
            x, y = np.concatenate([x, more[0]]), np.concatenate([y, more[1]])
        return x, y

    def describe(self):
        view, recording = self.view, self.recording
        count = len(recording.spikes)
        did = f"it spikes {count} times, {number(recording.rate)} times a second" if count > 1 else \
            "it spikes once" if count else "it stays silent"
        text = (f"The membrane potential of a spiking neuron over {PIECE * PIECES} ms, with a threshold at "
                f"{number(view.threshold)} mV. With a current of {number(view.current)} nA, "
                f"{SHAPES[view.shape]}, {did}. Beside it the rates for {len(view.visited)} currents")
        x, y = self.points()
        if len(set(x[y > 0])) < 2:
            return f"{text}."
        weight, bias = fit_relu(x, y)
        return (f"{text}, and the artificial neuron that fits them best: weight {number(weight)}, bias "
                f"{number(bias)}, output 0 up to {number(-bias / weight)} nA.")

    def picture(self):
        return spiking_picture(self.neuron, self.recording, *self.points(), HIGHEST)


def pieces(shape, current, drawn):
    """The current in nA of each piece of a recording, (25,)."""
    place = np.arange(PIECES)
    return (np.full(PIECES, current), np.where((place >= 5) & (place < 20), current, 0.0),
            current * place / (PIECES - 1), np.array(drawn))[shape]
