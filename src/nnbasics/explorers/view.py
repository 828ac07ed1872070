"""The browser's half of an explorer: a drawing that computes, its state kept in synced traits."""
import re
import sys
from pathlib import Path

import anywidget
import numpy as np
import traitlets

from nnbasics.explorers.link import SHARED_STYLES, link
from nnbasics.look import css_variables

COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)  # for who reads the source, as in link.py


class Finite(traitlets.Float):
    """A number that is neither NaN nor infinite: no picture could show those."""

    def validate(self, obj, value):
        number = super().validate(obj, value)
        if not np.isfinite(number):
            raise ValueError(f"{self.name}: wanted a finite number, got {number}")
        return number


class View(anywidget.AnyWidget):
    """A drawing in the browser.  A subclass with a ``view.js`` in its folder shows that.

    ``view.css`` beside it is for what only this view has; `SHARED_STYLES` are for all.
    Its state is its synced traits; each weight, bias or input with a slider of its own is one scalar.
    ``hand`` says that a hand has been at the controls.
    """

    hand = traitlets.Bool(False).tag(sync=True)
    _late = traitlets.List(traitlets.Unicode()).tag(sync=True)  # the traits made by `late_bytes`
    _module = None

    @traitlets.default("_late")
    def _names_of_late_traits(self):
        return sorted(self.trait_names(late=True))

    def __init_subclass__(cls, **kwargs):
        # A class of a notebook has no folder; one that traitlets derives, to add a trait, is linked already.
        file = getattr(sys.modules.get(cls.__module__), "__file__", None) or __file__
        module = Path(file).with_name("view.js")
        if module.exists() and module != cls._module:
            cls._module, cls._esm = module, link(module)
            cls._css = styles(module.with_suffix(".css"))
        super().__init_subclass__(**kwargs)


def styles(own: Path) -> str:
    """The style sheet of a view: the tokens, what all share, its own where it has one."""
    files = [*SHARED_STYLES, *([own] if own.exists() else [])]
    sheets = css_variables() + "".join(file.read_text(encoding="utf-8") for file in files)
    return COMMENT.sub("", sheets)


class NetworkView(View):
    """A view of a network with more parameters than sliders: one slider moves what the reader picks.

    ``sizes`` and ``hidden`` are those of `Network`; ``parameters`` are its flat parameters, float64 as bytes.
    ``picked`` is a place among them, ``picked_name`` what stands there, and ``picked_value``, which has the
    slider, its number; that of a slider that grows goes from ``picked_low`` to ``picked_high``.  In the
    browser `web/shell/parameters.js` keeps these at one.
    """

    sizes = traitlets.List(traitlets.Int()).tag(sync=True)
    hidden = traitlets.List(traitlets.Unicode()).tag(sync=True)
    parameters = traitlets.CBytes().tag(sync=True)  # a browser sends a memoryview
    picked = traitlets.Int(0).tag(sync=True)
    picked_name = traitlets.Unicode().tag(sync=True)
    picked_value = Finite().tag(sync=True)
    picked_low, picked_high = Finite().tag(sync=True), Finite().tag(sync=True)  # 0 and 0: the slider's own

    def show(self, network):
        """Put a network on the screen: its layers and its numbers."""
        with self.hold_trait_notifications():
            self.sizes, self.hidden = list(network.sizes), list(network.hidden)
            self.parameters = network.parameters.astype("<f8").tobytes()
            self.picked = min(self.picked, network.num_parameters - 1)
            self.picked_value = float(network.parameters[self.picked])


def scalar(value: float = 0.0):
    """A synced number of a view."""
    return Finite(value).tag(sync=True)


def late_bytes():
    """Synced bytes that the book fetches only when `lateData` of web/shell/late.js asks for them."""
    return traitlets.Bytes().tag(sync=True, late=True)
