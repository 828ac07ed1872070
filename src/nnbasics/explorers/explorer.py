"""What every explorer is: a view that computes in the browser, controls linked to it, a network behind it.

    slider ──jslink── view trait ──observe── explorer.network
           (browser)             (kernel)

The left arrow needs no kernel, so the page is alive wherever it is opened.  The right arrow is there when
a kernel is: move a slider, run the next cell, and ``explorer.network`` holds the numbers on the screen.
"""
import base64

import ipywidgets as widgets
import numpy as np

from nnbasics.explorers.view import NetworkView, View
from nnbasics.network import Network

# What a control asks of the boxes around it, by its kind.
HELD = {"nn-picked-slider": "nn-holds-picked", "nn-long-label": "nn-holds-long-label"}


def say_what_is_held(box):
    """Put on a box of controls a class for each kind that it holds; returns the set of them.

    A style rule with ``:has()`` would say it by itself, but is weighed anew at every change of a number.
    """
    held = set()
    for control in box.children:
        held |= {HELD[name] for name in control._dom_classes if name in HELD}
        if isinstance(control, widgets.Dropdown):
            held.add("nn-holds-menu")
        if isinstance(control, widgets.Box):
            held |= say_what_is_held(control)
    for name in sorted(held):
        box.add_class(name)
    return held


class Explorer(widgets.VBox):
    """A view with its controls.

    A subclass says in words (`describe`) and as a picture (`picture`) what it shows, from the network's
    numbers.  Paper, a page without JavaScript and a screen reader get those.
    """

    def __init__(self, view: View, controls):
        self.view = view
        panel = widgets.VBox(controls)
        panel.add_class("nn-controls")
        say_what_is_held(panel)
        super().__init__([panel, view])  # the way of the focus; the style sheet puts the picture on top
        self.add_class("nn-explorer")

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


class NetworkExplorer(Explorer):
    """An explorer of one network: ``explorer.network`` is a real `Network` with the numbers on the screen.

    ``names`` are the view's scalar traits in the order of `Network.parameters`: W₀ row by row, b₀, W₁, …
    With a `NetworkView`, which holds all parameters itself, there are none.
    """

    def __init__(self, view: View, controls, network: Network, names=()):
        super().__init__(view, controls)
        self._network = network.copy()  # the sliders leave the given one alone
        self._places = {name: place for place, name in enumerate(names)}
        if self._places:
            view.observe(self._follow_scalar, names=list(names))
        if isinstance(view, NetworkView):
            view.show(network)
            view.observe(self._follow_parameters, names=["sizes", "hidden", "parameters", "picked_value"])

    @property
    def network(self) -> Network:
        """The network on the screen.  Assign another, and the picture moves; ValueError if it does not fit.

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
            for name, place in self._places.items():
                setattr(self.view, name, float(network.parameters[place]))

    def check(self, network):
        """Raise ValueError for a network that this explorer cannot show: one of other sizes or functions."""
        drawn = ("sizes", "output") if isinstance(self.view, NetworkView) else ("sizes", "hidden", "output")
        for name in drawn:
            wanted, given = getattr(self._network, name), getattr(network, name, None)
            if given != wanted:
                raise ValueError(f"network: wanted {name} {wanted}, as this explorer shows; got {given}")

    def _follow_scalar(self, change):
        self._network.parameters[self._places[change["name"]]] = change["new"]

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
            raise ValueError(f"parameters: wanted {network.num_parameters} finite numbers for sizes "
                             f"{view.sizes}, got {numbers.size}; assign a Network to explorer.network "
                             "instead")
        network.parameters[...] = numbers
        self._network = network
