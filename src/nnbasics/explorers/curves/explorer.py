"""An activation function beside its derivative, a point on both, and the tangent between them (chapter 8)."""
import numpy as np
import traitlets

from nnbasics.activations import ACTIVATIONS
from nnbasics.explorers.arguments import arguments, between, choice
from nnbasics.explorers.controls import group, menu, slider
from nnbasics.explorers.curves.picture import curves_picture
from nnbasics.explorers.explorer import Explorer
from nnbasics.explorers.view import View, scalar
from nnbasics.figures.style import number

NAMES = [name for name in ACTIVATIONS if name != "softmax"]  # whose outputs hang on a whole row: chapter 9
REACH = 6.0  # of z
LAYERS = 10  # through which the slope is multiplied


def formula(name):
    """The formula of an activation and of its slope, as its docstring in the core has it."""
    return type(ACTIVATIONS[name]).__doc__.splitlines()[0].split("  (chapter")[0].replace("f'", "f′")


class CurvesView(View):
    activation = traitlets.Int(0).tag(sync=True)  # by index, as menus count
    z = scalar()
    names = traitlets.List(NAMES).tag(sync=True)
    formulas = traitlets.List([formula(name) for name in NAMES]).tag(sync=True)
    reach = scalar(REACH)


class CurvesExplorer(Explorer):
    """All activation functions of the core, each beside its slope.

    activation: the name of the one to begin with.  z: where the point stands, from −6 to 6.
    ValueError for other names, and for a z out of reach.
    Introduced in chapter 8, "Activation Functions".
    """

    @arguments(activation=choice(NAMES), z=between(-REACH, REACH))
    def __init__(self, activation="sigmoid", z=2.0):
        if activation not in NAMES:
            raise ValueError(f"activation: wanted one of {', '.join(NAMES)}; got {activation!r}")
        view = CurvesView(activation=NAMES.index(activation), z=z)
        super().__init__(view, [group("The function", menu(view, "activation", "activation", NAMES)),
                                group("The point", slider(view, "z", "sum z", -REACH, REACH, 0.05))])

    @property
    def function(self):
        """The activation on the screen, one of `nnbasics.activations`."""
        return ACTIVATIONS[NAMES[self.view.activation]]

    def describe(self):
        f, z = self.function, np.array([self.view.z])
        slope = f.derivative(z).item()
        return (f"The activation function {f.name}, {formula(f.name).split(';')[0]}, and beside it its "
                f"slope. At z = {number(self.view.z)} it says {number(f(z).item())}, and its slope is "
                f"{number(slope)}; multiplied through {LAYERS} layers that is {number(slope ** LAYERS)}.")

    def picture(self):
        return curves_picture(self.function, self.view.z, REACH)
