"""The same data under linear, sigmoid and softmax outputs, with fitting and other losses (chapter 9)."""
import numpy as np
import traitlets

from nnbasics.explorers.arguments import arguments, between, examples, several, text, whole
from nnbasics.explorers.controls import group, menu, slider, whole_slider
from nnbasics.explorers.explorer import Explorer
from nnbasics.explorers.outputs.picture import outputs_picture
from nnbasics.explorers.view import View, scalar
from nnbasics.figures.style import number
from nnbasics.network import Network

MOST = 500  # steps
FASTEST = 0.06  # learning rate at which the linear output still comes to rest with the examples far away
FARTHEST = 6.0
WRONG = 4.0
RUNS = {
    "classes": [("linear", "mse"), ("sigmoid", "bce"), ("softmax", "cce"), ("sigmoid", "mse"),
                ("softmax", "mse")],
    "quantity": [("linear", "mse"), ("sigmoid", "mse"), ("softmax", "mse")],
}
LOSSES = {"mse": "squared error", "bce": "cross-entropy", "cce": "cross-entropy"}


class OutputsView(View):
    # [X, Y] and Python lines, of each kind.
    examples, sources = (traitlets.List().tag(sync=True) for _ in range(2))
    data, start, seed, steps, movers = (traitlets.Int(0).tag(sync=True) for _ in range(5))
    far, learning_rate = scalar(), scalar(0.05)
    most = traitlets.Int(MOST).tag(sync=True)


class OutputsExplorer(Explorer):
    """One layer, trained by gradient descent with each output and loss, on the same examples and seed.

    classes: (X, Y) on a plane, labels 0 and 1 in one column; the first ``movers`` can be moved to the right.
    quantity: (X, Y) with one input and one number.
    sources: Python lines that make X and Y of each, for "as code".

    ``explorer.networks()`` gives the trained `Network` of each run by (output, loss), ``explorer.data`` its
    data.  ValueError for examples of another shape.
    That far examples spoil a straight line fitted to classes is figure 4.4 of Bishop, "Pattern Recognition
    and Machine Learning", 2006.  Introduced in chapter 9, "Output layer".
    """

    @arguments(classes=examples, quantity=examples, sources=several(text, 2),
               far=between(0, FARTHEST), seed=whole(0, 9),
               steps=whole(0, MOST), learning_rate=between(0.005, FASTEST))
    def __init__(self, classes, quantity, *, sources, movers=8, far=2.0, seed=3, steps=200,
                 learning_rate=0.05):
        self._examples = {"classes": _check(*classes, 2, "classes"),
                          "quantity": _check(*quantity, 1, "quantity")}
        movers = whole(0, len(self._examples["classes"][0]))("movers", movers)
        view = OutputsView(
            examples=[[X.tolist(), Y[:, 0].tolist()] for X, Y in self._examples.values()],
            sources=list(sources), movers=movers, far=far, seed=seed, steps=steps,
            learning_rate=learning_rate)
        apart = slider(view, "far", f"{movers} moved by", 0, FARTHEST, 0.5)
        apart.add_class("nn-of-far")
        rate = slider(view, "learning_rate", "learning rate η", 0.005, FASTEST, 0.005)
        rate.readout_format = ".3f"
        super().__init__(view, [
            group("The data", apart, menu(view, "data", "learn", ["two classes", "a quantity"])),
            group("The training", whole_slider(view, "steps", "steps", 0, MOST), rate,
                  whole_slider(view, "seed", "seed", 0, 9),
                  menu(view, "start", "start", ["drawn by the seed", "sure and wrong"])),
        ])

    @property
    def kind(self):
        """"classes" or "quantity": what is on the screen."""
        return list(RUNS)[self.view.data]

    @property
    def data(self):
        """(X, Y) as they are on the screen."""
        X, Y = self._examples[self.kind]
        X = X.copy()
        if self.kind == "classes":
            X[:self.view.movers, 0] += self.view.far
        return X, Y

    def networks(self):
        """(output, loss) → the network after the steps on the screen, trained here."""
        return {(output, loss): self._train(output, loss) for output, loss in RUNS[self.kind]}

    def wanted(self, output):
        """What a network with that output is to say: for a softmax of two classes two columns, else one."""
        Y = self.data[1]
        return np.hstack([1 - Y, Y]) if output == "softmax" and self.kind == "classes" else Y

    def _train(self, output, loss):
        (X, _), wanted, view = self.data, self.wanted(output), self.view
        network = Network([X.shape[1], wanted.shape[1]], output=output, loss=loss, seed=view.seed)
        if view.start == 1:
            network.layers[0].weights[:] = -WRONG if wanted.shape[1] == 1 else [WRONG / 2, -WRONG / 2]
        for _ in range(view.steps):
            network.parameters -= view.learning_rate * network.backward(network.forward(X), wanted).flat
        return network

    def describe(self):
        X, Y = self.data
        said = []
        for (output, loss), network in self.networks().items():
            text = f"{output} with {LOSSES[loss]}: loss {number(network.loss(X, self.wanted(output)))}"
            if self.kind == "classes":
                text += f", {np.sum((network.predict(X)[:, -1] > 0.5) == (Y[:, 0] > 0.5))} of {len(X)} right"
            said.append(text)
        return (f"One layer learns {len(X)} examples for {self.view.steps} steps, under different outputs "
                f"and losses. {'; '.join(said)}.")

    def picture(self):
        return outputs_picture(*self.data, self.networks(), self.kind)


def _check(X, Y, inputs, name):
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    fits = X.ndim == 2 and X.shape[1] == inputs and Y.shape == (len(X), 1)
    if not fits or (name == "classes" and not np.isin(Y, (0, 1)).all()):
        raise ValueError(f"{name}: wanted shapes (n, {inputs}) and (n, 1)"
                         f"{', Y 0 or 1' if name == 'classes' else ''}; got {X.shape} and {Y.shape}")
    return X, Y
