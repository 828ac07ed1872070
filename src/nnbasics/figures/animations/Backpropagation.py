"""Backpropagation: an example goes forward, its error comes back, and every weight gets its slope."""
import numpy as np

from nnbasics.figures import film
from nnbasics.figures.encoding import pulse_width
from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.style import RADII, canvas, colors, number, points
from nnbasics.network import Network

# The network and the example of chapter 6, which its stepper shows too.
PARAMETERS = [0.6, -0.4, 0.8, 0.5, 0.1, -0.2, -0.9, 0.7, 0.2]
X, WANTED, RATE = [[1.0, 0.5]], [[1.0]], 0.5
WORDS = {
    "arrive": "Forward: an example comes in …",
    "to 1": "… and is passed on, layer by layer",
    "to 2": "… and is passed on, layer by layer",
    "loss": "What was wanted? The loss says how wrong",
    "delta 2": "Backward: the output gets its delta, δ",
    "slopes 2": "δ × activation: the slopes of its weights",
    "back": "δ goes back through the weights",
    "slopes 1": "… and gives the slopes of theirs",
    "step": "Each moves against its slope",
    "again": "Forward again: the loss has fallen",
}


class Scene(film.Scene):
    title = "Backpropagation on a small network: forward, back, and one step"

    def __init__(self):
        self.network = Network([2, 2, 1], hidden="tanh", output="sigmoid", loss="mse")
        self.network.parameters[:] = PARAMETERS
        self.trace = self.network.forward(X)
        self.gradients = self.network.backward(self.trace, WANTED)
        after = self.network.copy()
        after.parameters -= RATE * self.gradients.flat
        self.later = after.forward(X)
        self.losses = self.network.loss(X, WANTED), after.loss(X, WANTED)
        self.timeline = film.Timeline(
            0.2, ("arrive", 0.3), 1.0, ("to 1", 0.6), 0.5, ("to 2", 0.6), 1.0, ("loss", 0.3), 1.8,
            ("delta 2", 0.3), 1.8, ("slopes 2", 0.3), 2.2, ("back", 0.7), 1.6, ("slopes 1", 0.3), 2.4,
            ("step", 0.6), 1.4, ("again", 0.6), 2.6, ("clear", 0.3))
        self.poster = self.timeline.end("slopes 1")
        deltas = [number(value) for layer in self.gradients.deltas for value in layer[0]]
        said = [number(value) for layer in self.trace.activations[1:] for value in layer[0]]
        self.description = (
            "A network of two inputs, two hidden neurons and one output. The example "
            f"{number(X[0][0], 1)} and {number(X[0][1], 1)} passes forward, with gray pulses: the hidden "
            f"neurons say {said[0]} and {said[1]}, the output {said[2]}. Wanted was "
            f"{number(WANTED[0][0], 0)}, so the loss is {number(self.losses[0])}. Then the error comes back, "
            f"in the color of attention: the output gets its delta, {deltas[2]}, and with it the slopes of "
            "the weights into it. Through these weights the deltas of the hidden neurons arise, "
            f"{deltas[0]} and {deltas[1]}, and with them the other slopes. Each weight and bias moves a "
            f"little against its slope, and the loss is {number(self.losses[1])}.")
        self._draw()
        self.update(0)

    def update(self, frame):
        now, _ = self.timeline.latest(frame)
        done = self.timeline.done(frame)
        kept = 1 - done["clear"]
        self.words.set_text(WORDS.get(now, ""))
        self.network.parameters[:] = PARAMETERS - RATE * done["step"] * self.gradients.flat
        self.drawing.update()
        again = done["again"] == 1
        reached = [done["arrive"] * kept, (done["to 1"] == 1) * kept, (done["to 2"] == 1) * kept]
        self.drawing.show(self.later if again else self.trace, reached=reached)
        for layer in (1, 2):
            once = done[f"to {layer}"] if done["step"] == 0 else done["again"]
            self.drawing.pulse(layer, self.trace, once)
            self.drawing.pulses[layer - 1].set_color(self.palette["muted"])
        if 0 < done["back"] < 1:
            self._pulse_back(done["back"])
        self._show_numbers(done, kept, again)

    def _show_numbers(self, done, kept, again):
        self.wanted.set_alpha(done["loss"] * kept)
        self.loss.set(text=f"loss {number(self.losses[again])}", alpha=done["loss"] * kept)
        shares = [done["back"] == 1, done["back"] == 1, done["delta 2"]]
        for words, share in zip(self.deltas, shares, strict=False):
            words.set_alpha(share * kept)
        for words, share in zip(self.slopes, [done["slopes 2"], done["slopes 1"], done["slopes 1"]],
                                strict=False):
            for each in words:
                each.set_alpha(share * kept)

    def _pulse_back(self, progress):
        # The same pulses, the other way: as wide as |weight × delta|.
        self.drawing.pulse(2, self.trace, 1 - progress)
        sent = np.abs(self.network.layers[1].weights * self.gradients.deltas[1]).ravel()
        widths = [pulse_width(share, 1, self.drawing.edge_max) for share in sent / sent.max()]
        self.drawing.pulses[1].set_linewidths(points(np.array(widths)))

    def _draw(self):
        self.palette = palette = colors()
        self.figure, page = canvas((film.WIDTH, 470))
        text = {"fontsize": points(film.TEXT), "va": "center"}
        lit = {**text, "color": palette["accent"]}
        self.words = page.text(20, 444, "", **text)
        self.drawing = NetworkDrawing(page, self.network, (90, 212, 400, 356),
                                      radius=RADII["neuron-film"], spacing=150,
                                      type_sizes=film.TYPE)
        for (x, y), name in zip(self.drawing.centers[0], ("x₁", "x₂"), strict=False):
            page.text(x - 72, y, name, **text)
        output = self.drawing.centers[2][0]
        self.wanted = page.text(output[0] + 46, output[1] + 20, f"wanted {number(WANTED[0][0], 0)}", **text)
        self.loss = page.text(output[0] + 46, output[1] - 20, "", **text)
        neurons = [*self.drawing.centers[1], output]
        deltas = np.concatenate([layer[0] for layer in self.gradients.deltas])
        self.deltas = [page.text(x, y + above, f"δ = {number(delta)}", ha="center", **lit)
                       for (x, y), above, delta in zip(neurons, (54, -52, -52), deltas, strict=False)]
        self.slopes = []
        names = ("output", "h₁", "h₂")
        layers = ((1, 0), (0, 0), (0, 1))
        for row, (name, (layer, neuron)) in enumerate(zip(names, layers, strict=False)):
            y = 112 - 38 * row
            values = [*self.gradients.weights[layer][:, neuron], self.gradients.biases[layer][neuron]]
            self.slopes.append([page.text(20, y, f"slopes of {name}:", **text)] + [
                page.text(x, y, number(value), ha="right", **lit)
                for x, value in zip((284, 394), values, strict=False)] + [
                page.text(540, y, f"b: {number(values[-1])}", ha="right", **lit)])
