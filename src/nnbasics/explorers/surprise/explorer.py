"""−ln p beside the squared error, with their slopes by the output and by the sum before it (chapter 9)."""
import numpy as np
import traitlets

from nnbasics.activations import sigmoid
from nnbasics.explorers.arguments import arguments, between, whole
from nnbasics.explorers.controls import group, menu, slider
from nnbasics.explorers.explorer import Explorer
from nnbasics.explorers.surprise.picture import surprise_picture
from nnbasics.explorers.view import View, scalar
from nnbasics.figures.style import number
from nnbasics.losses import bce, mse

REACH = 8.0  # of z, to either side
LOSSES = {"cross-entropy": bce, "squared error": mse}


class SurpriseView(View):
    z = scalar()
    wanted = traitlets.Int(1).tag(sync=True)  # also its place in the menu
    reach = scalar(REACH)


class SurpriseExplorer(Explorer):
    """One sigmoid output p = σ(z), and how steep cross-entropy and squared error are at it.

    z: the sum to start with, −8 to 8.  wanted: 0 or 1.

    ``explorer.losses`` and ``explorer.slopes`` give both by name, as NumPy computes them for what is on the
    screen.  ValueError for another ``wanted``, and for a z out of reach.
    Introduced in chapter 9, "Output layer".
    """

    @arguments(z=between(-REACH, REACH), wanted=whole(0, 1))
    def __init__(self, *, z=-5.0, wanted=1):
        if wanted not in (0, 1):
            raise ValueError(f"wanted: got {wanted!r}, wanted 0 or 1")
        view = SurpriseView(z=z, wanted=wanted)
        super().__init__(view, [group("The output", slider(view, "z", "sum z", -REACH, REACH),
                                      menu(view, "wanted", "the truth", ["0, no", "1, yes"]))])

    @property
    def losses(self):
        """name → loss."""
        return {name: loss(*self._numbers) for name, loss in LOSSES.items()}

    @property
    def slopes(self):
        """name → the slope of the loss by z."""
        return {name: loss.delta(*self._numbers, sigmoid, 1).item() for name, loss in LOSSES.items()}

    @property
    def _numbers(self):
        z = np.array([[self.view.z]])
        return z, sigmoid(z), np.array([[float(self.view.wanted)]])

    def describe(self):
        _, p, _ = self._numbers
        slopes = self.slopes
        said = "; ".join(f"{name} {number(loss)}, with the slope {number(slopes[name])} by z"
                         for name, loss in self.losses.items())
        return ("Two losses of one sigmoid output, over the output p and over the sum z, with their "
                f"tangents. The sum is {number(self.view.z)}, the output {number(p.item())}, and "
                f"{self.view.wanted} is wanted: {said}.")

    def picture(self):
        return surprise_picture(self.view.z, self.view.wanted)
