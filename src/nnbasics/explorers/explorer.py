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
import numpy as np
import traitlets

from ..look import css_variables
from ..network import Network
from .link import link

VIEWS = Path(__file__).with_name("views")


class Finite(traitlets.Float):
    """A number that is neither NaN nor infinite: no picture could show those."""

    def validate(self, obj, value):
        number = super().validate(obj, value)
        if not np.isfinite(number):
            raise ValueError(f"{self.name}: wanted a finite number, got {number}")
        return number


class View(anywidget.AnyWidget):
    """A drawing in the browser.  A subclass names its module: ``class NeuronView(View, module="neuron")``.

    Its state is its synced traits; each weight, bias or input with a slider of its own is one scalar.
    ``hand`` says that a hand has been at the controls.
    """

    hand = traitlets.Bool(False).tag(sync=True)
    _css = css_variables() + (VIEWS / "explorer.css").read_text(encoding="utf-8")

    def __init_subclass__(cls, module=None, **kwargs):
        if module:  # none where traitlets derives a class of its own, to add a trait
            cls._esm = link(VIEWS / f"{module}_view.js")
        super().__init_subclass__(**kwargs)


class NetworkView(View):
    """A view of a network with more parameters than sliders: one slider moves what the reader picks.

    ``sizes`` and ``hidden`` are those of `Network`; ``parameters`` are its flat parameters, float64 as bytes.
    ``picked`` is a place among them, ``picked_name`` what stands there, and ``picked_value``, which has the
    slider, its number.  In the browser `views/parameters.js` keeps these at one.
    """

    sizes = traitlets.List(traitlets.Int()).tag(sync=True)
    hidden = traitlets.List(traitlets.Unicode()).tag(sync=True)
    parameters = traitlets.CBytes().tag(sync=True)  # a browser sends a memoryview
    picked = traitlets.Int(0).tag(sync=True)
    picked_name = traitlets.Unicode().tag(sync=True)
    picked_value = Finite().tag(sync=True)

    def show(self, network):
        """Put a network on the screen: its layers and its numbers."""
        with self.hold_trait_notifications():
            self.sizes, self.hidden = list(network.sizes), list(network.hidden)
            self.parameters = network.parameters.astype("<f8").tobytes()
            self.picked = min(self.picked, network.num_parameters - 1)
            self.picked_value = float(network.parameters[self.picked])


class Explorer(widgets.VBox):
    """A view with its controls, and the real `Network` that holds the same numbers.

    ``parameters`` maps a scalar trait of the view to its place in the network:
    ``{"w1": ("weights", 0, (0, 0)), "b": ("biases", 0, 0)}``.  A `NetworkView` holds them all, and needs none.

    A subclass says in words (`describe`) and as a picture (`picture`) what it shows, from the network's
    numbers.  Paper, a page without JavaScript and a screen reader get those.
    """

    def __init__(self, view: View, controls, network: Network, parameters: dict | None = None):
        self.view = view
        self._network = network
        self._parameters = parameters or {}
        panel = widgets.VBox(controls)
        panel.add_class("nn-controls")
        super().__init__([panel, view])  # the way of the focus; the style sheet puts the picture on top
        self.add_class("nn-explorer")
        if parameters:
            view.observe(self._follow_view, names=list(parameters))
        if isinstance(view, NetworkView):
            view.show(network)
            view.observe(self._follow_parameters, names=["sizes", "hidden", "parameters", "picked_value"])

    @property
    def network(self) -> Network:
        """The network on the screen.  Assign another, and the picture moves; ValueError where it does not fit in.

        The explorer takes a copy, so that its sliders leave yours alone.
        """
        return self._network

    @network.setter
    def network(self, network):
        self.check(network)
        if not np.isfinite(network.parameters).all():
            raise ValueError("network: wanted finite weights and biases")
        self._network = network.copy()
        if isinstance(self.view, NetworkView):
            self.view.show(network)
        with self.view.hold_sync():
            for trait in self._parameters:
                setattr(self.view, trait, self._number(network, trait))

    def _number(self, network, trait):
        kind, layer, index = self._parameters[trait]
        return float(getattr(network.layers[layer], kind)[index])

    def check(self, network):
        """Raise ValueError for a network that this explorer cannot show: here, of other sizes or functions."""
        drawn = ("sizes", "output") if isinstance(self.view, NetworkView) else ("sizes", "hidden", "output")
        for name in drawn:
            wanted, given = getattr(self._network, name), getattr(network, name, None)
            if given != wanted:
                raise ValueError(f"network: wanted {name} {wanted}, as this explorer shows; got {given}")

    def _follow_view(self, change):
        kind, layer, index = self._parameters[change["name"]]
        getattr(self._network.layers[layer], kind)[index] = change["new"]

    def _follow_parameters(self, change):
        # Only reads: to write to the view while a slider is dragged would pull the slider back.
        view, network = self.view, self._network
        if change["name"] == "picked_value":
            network.parameters[view.picked] = change["new"]
            return
        if (list(network.sizes), list(network.hidden)) != (view.sizes, view.hidden):
            network = Network(view.sizes, view.hidden, network.output, network.loss_name)
        numbers = np.frombuffer(view.parameters, "<f8")
        if numbers.size != network.num_parameters or not np.isfinite(numbers).all():
            raise ValueError(f"parameters: wanted {network.num_parameters} finite numbers for sizes {view.sizes}, "
                             f"got {numbers.size}; assign a Network to explorer.network instead")
        network.parameters[...] = numbers
        self._network = network

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
    """A slider linked, in the browser, to a scalar trait of the view; ValueError where that starts out of its reach."""
    value = getattr(view, trait)
    if not low <= value <= high:
        raise ValueError(f"{label}: wanted a number from {low} to {high} to start with, got {value}")
    # JupyterLab's sliders, when they are drawn, round their number to their step and would write that back.
    control = widgets.FloatSlider(
        value=value, min=low, max=high, step=step, description=label, readout_format=".2f", continuous_update=False
    )
    widgets.jsdlink((view, "hand"), (control, "continuous_update"))
    widgets.jslink((control, "value"), (view, trait))
    return control


def picked_slider(view: NetworkView, low: float, high: float, step: float = 0.05):
    """The slider of what is picked on the drawing; its label says what that is."""
    control = slider(view, "picked_value", view.picked_name, low, high, step)
    widgets.jslink((control, "description"), (view, "picked_name"))
    return control


def group(title: str, *controls) -> widgets.VBox:
    """Controls that belong together, under a title."""
    box = widgets.VBox([widgets.HTML(f"<span class='nn-group-title'>{title}</span>"), *controls])
    box.add_class("nn-group")
    return box


def scalar(value: float = 0.0):
    """A synced number of a view."""
    return Finite(value).tag(sync=True)
