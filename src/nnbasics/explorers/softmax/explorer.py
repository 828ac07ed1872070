"""Logits to drag, the outputs that a softmax makes of them, and the slopes of the loss (chapter 9)."""
import numpy as np
import traitlets

from nnbasics.activations import softmax
from nnbasics.explorers.arguments import arguments, between, made_by, text
from nnbasics.explorers.controls import group, menu, slider
from nnbasics.explorers.explorer import Explorer
from nnbasics.explorers.softmax.picture import softmax_picture
from nnbasics.explorers.view import View, scalar
from nnbasics.figures.style import number
from nnbasics.losses import cce

REACH = 6.0  # of a logit, to either side
MOST = 4  # classes


class SoftmaxView(View):
    names = traitlets.List(traitlets.Unicode()).tag(sync=True)
    z1, z2, z3, z4, shift = (scalar() for _ in range(5))
    temperature = scalar(1.0)
    wanted, shown = (traitlets.Int(0).tag(sync=True) for _ in range(2))
    reach = traitlets.List([-REACH, REACH]).tag(sync=True)


class SoftmaxExplorer(Explorer):
    """The softmax of two to four logits: p = exp(z / T) / Σ exp(z / T), and the loss −ln p of the true class.

    logits: a name for each class, and the number to start with, −6 to 6.  wanted: the name of the true class.

    ``explorer.logits`` and ``explorer.outputs`` are the numbers on the screen, shape (classes,); logits may
    be assigned.  ValueError for fewer or more classes, and for a ``wanted`` that is none of them.
    That a term and its bar light up together is an idea of CNN Explainer (Wang and others, 2020).
    Introduced in chapter 9, "Output layer".
    """

    @arguments(logits=made_by(dict), wanted=text, temperature=between(0.1, 5))
    def __init__(self, logits, *, wanted, temperature=1.0):
        names = list(logits)
        if not 2 <= len(names) <= MOST or wanted not in names:
            raise ValueError(f"logits: wanted 2 to {MOST} classes, and wanted={wanted!r} one of them; got "
                             f"{names}")
        logits = {text("logits, a name", name): between(-REACH, REACH)(f"logits, {name}", value)
                  for name, value in logits.items()}
        view = SoftmaxView(names=names, wanted=names.index(wanted), shown=names.index(wanted),
                           temperature=temperature)
        for i, value in enumerate(logits.values()):
            setattr(view, f"z{i + 1}", float(value))
        super().__init__(view, [
            group("The logits", *(slider(view, f"z{i + 1}", f"z of {name}", -REACH, REACH)
                                  for i, name in enumerate(names))),
            group("The softmax", slider(view, "temperature", "temperature T", 0.1, 5),
                  slider(view, "shift", "add to all z", -1000, 1000, 10),
                  menu(view, "wanted", "the truth", names)),
        ])

    @property
    def logits(self):
        """The logits on the screen, shape (classes,), without what is added to all."""
        return np.array([getattr(self.view, f"z{i + 1}") for i in range(len(self.view.names))])

    @logits.setter
    def logits(self, logits):
        values = np.asarray(logits, dtype=float)
        if values.shape != (len(self.view.names),) or not (abs(values) <= REACH).all():
            raise ValueError(f"logits: wanted {len(self.view.names)} numbers from {-REACH} to {REACH}, got "
                             f"{logits}")
        with self.view.hold_sync():
            for i, value in enumerate(values):
                setattr(self.view, f"z{i + 1}", float(value))

    @property
    def outputs(self):
        """What the softmax makes of them at this temperature, shape (classes,)."""
        return softmax(self._scaled)[0]

    @property
    def loss(self):
        """−ln p of the true class."""
        return cce(self._scaled, softmax(self._scaled), self._truth)

    @property
    def slopes(self):
        """The slope of the loss by each logit, (p − y) / T, shape (classes,)."""
        s = self._scaled
        return cce.delta(s, softmax(s), self._truth, softmax, 1)[0] / self.view.temperature

    @property
    def _scaled(self):
        return ((self.logits + self.view.shift) / self.view.temperature)[None]

    @property
    def _truth(self):
        return np.eye(len(self.view.names))[[self.view.wanted]]

    def describe(self):
        names = self.view.names
        said = [", ".join(f"{name} {number(value, places)}"
                          for name, value in zip(names, values, strict=True))
                for values, places in ((self.logits, None), (self.outputs, 3), (self.slopes, 3))]
        heat = "" if self.view.temperature == 1 else f" at the temperature {number(self.view.temperature)}"
        return (f"Logits: {said[0]}. The softmax{heat} makes of them the outputs {said[1]}, which add up to "
                f"1. The truth is {names[self.view.wanted]}, the loss −ln p is {number(max(0, self.loss))}, "
                f"and its slopes by the logits are {said[2]}: output minus wanted.")

    def picture(self):
        return softmax_picture(self.view.names, self.logits, self.outputs, self.slopes, self.view.wanted)
