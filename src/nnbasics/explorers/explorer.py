"""What every explorer is: a view that computes in the browser, controls linked to it, a network behind it.

    slider ──jslink── view trait ──observe── explorer.network
           (browser)             (kernel)

The left arrow needs no kernel, so the page is alive wherever it is opened.  The right arrow is there when
a kernel is: move a slider, run the next cell, and ``explorer.network`` holds the numbers on the screen.
"""
import base64
from pathlib import Path

import anywidget
import ipywidgets as widgets
import traitlets

from ..look import css_variables
from ..network import Network
from .link import link

VIEWS = Path(__file__).with_name("views")


class View(anywidget.AnyWidget):
    """A drawing in the browser.  A subclass names its module: ``class NeuronView(View, module="neuron")``.

    Its state is its synced traits; each weight, bias or input with a slider of its own is one scalar.
    """

    _css = css_variables() + (VIEWS / "explorer.css").read_text(encoding="utf-8")

    def __init_subclass__(cls, module=None, **kwargs):
        if module:  # none where traitlets derives a class of its own, to add a trait
            cls._esm = link(VIEWS / f"{module}_view.js")
        super().__init_subclass__(**kwargs)


class Explorer(widgets.VBox):
    """A view with its controls, and the real `Network` that holds the same numbers.

    ``parameters`` maps a scalar trait of the view to its place in the network:
    ``{"w1": ("weights", 0, (0, 0)), "b": ("biases", 0, 0)}``.

    A subclass says in words (`describe`) and as a picture (`picture`) what it shows, from the network's
    numbers.  Paper, a page without JavaScript and a screen reader get those.
    """

    def __init__(self, view: View, controls, network: Network, parameters: dict):
        self.view = view
        self._network = network
        self._parameters = parameters
        panel = widgets.VBox(controls)
        panel.add_class("nn-controls")
        super().__init__([panel, view])  # the way of the focus; the style sheet puts the picture on top
        self.add_class("nn-explorer")
        view.observe(self._follow_view, names=list(parameters))

    @property
    def network(self) -> Network:
        """The network on the screen.  Assign one of the same shape, and the picture moves."""
        return self._network

    @network.setter
    def network(self, network):
        wanted = [layer.weights.shape for layer in self._network.layers]
        given = [layer.weights.shape for layer in getattr(network, "layers", [])]
        if given != wanted:
            raise ValueError(f"network: weights of shapes {given}; this explorer shows {wanted}")
        self._network = network
        with self.view.hold_sync():
            for trait, (kind, layer, index) in self._parameters.items():
                setattr(self.view, trait, float(getattr(network.layers[layer], kind)[index]))

    def _follow_view(self, change):
        kind, layer, index = self._parameters[change["name"]]
        getattr(self._network.layers[layer], kind)[index] = change["new"]

    def describe(self) -> str:
        """What is to be seen, in words, with the numbers of the network."""
        raise NotImplementedError

    def picture(self) -> bytes:
        """The same as a PNG."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs):
        return {
            **super()._repr_mimebundle_(**kwargs),
            "text/plain": self.describe(),
            "image/png": base64.b64encode(self.picture()).decode("ascii"),
        }


def slider(view: View, trait: str, label: str, low: float, high: float, step: float = 0.1):
    """A slider linked, in the browser, to a scalar trait of the view."""
    control = widgets.FloatSlider(
        value=getattr(view, trait), min=low, max=high, step=step, description=label, readout_format=".2f"
    )
    widgets.jslink((control, "value"), (view, trait))
    return control


def group(title: str, *controls) -> widgets.VBox:
    """Controls that belong together, under a title."""
    box = widgets.VBox([widgets.HTML(f"<span class='nn-group-title'>{title}</span>"), *controls])
    box.add_class("nn-group")
    return box


def scalar(value: float = 0.0):
    """A synced number of a view."""
    return traitlets.Float(value).tag(sync=True)
