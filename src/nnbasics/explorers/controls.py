"""The controls of explorers, each linked in the browser to a trait of the view: alive without a kernel."""
import ipywidgets as widgets

from nnbasics.explorers.view import NetworkView, View


def slider(view: View, trait: str, label: str, low: float, high: float, step: float = 0.1, *, ends=()):
    """A slider linked, in the browser, to a scalar trait; ValueError where that starts out of its reach.

    ends: two traits of the view that hold the slider's ends, for a range that the view can widen.
    """
    value = getattr(view, trait)
    if not low <= value <= high:
        raise ValueError(f"{label}: wanted a number from {low} to {high} to start with, got {value}")
    # JupyterLab's sliders, when they are drawn, round their number to their step and would write that back.
    control = widgets.FloatSlider(
        value=value, min=low, max=high, step=step, description=label, readout_format=".2f",
        continuous_update=False
    )
    widgets.jsdlink((view, "hand"), (control, "continuous_update"))
    for end, own in zip(ends, ("min", "max"), strict=False):  # there may be none
        widgets.jslink((control, own), (view, end))
    widgets.jslink((control, "value"), (view, trait))
    return control


def weight_slider(view: View, trait: str, label: str, low: float, high: float, step: float = 0.1, *, ends=()):
    """A slider of a weight or a bias: in the book its range grows when typing or training asks for more."""
    return slider(view, trait, label, low, high, step, ends=ends).add_class("nn-grows")


def picked_slider(view: NetworkView, low: float, high: float, step: float = 0.05, *, grows=True):
    """The slider of what is picked on the drawing; its label says what that is.

    Its range fits the numbers of the layer and widens with them, unless a drawing ends where it does: then
    ``grows=False``.
    """
    if grows:
        view.picked_low, view.picked_high = float(low), float(high)
        ends = "picked_low", "picked_high"
        control = weight_slider(view, "picked_value", view.picked_name, low, high, step, ends=ends)
    else:
        control = slider(view, "picked_value", view.picked_name, low, high, step)
    widgets.jslink((control, "description"), (view, "picked_name"))
    return control


def whole_slider(view: View, trait: str, label: str, low: int, high: int):
    """A slider over whole numbers, linked like `slider`."""
    control = widgets.IntSlider(value=getattr(view, trait), min=low, max=high, description=label)
    widgets.jslink((control, "value"), (view, trait))
    return control


def menu(view: View, trait: str, label: str, options):
    """A menu linked to a whole number of the view: the place of what is chosen, as browsers link menus."""
    control = widgets.Dropdown(options=list(options), index=getattr(view, trait), description=label)
    widgets.jslink((control, "index"), (view, trait))
    return control


def group(title: str, *controls) -> widgets.VBox:
    """Controls that belong together, under a title."""
    box = widgets.VBox([widgets.HTML(f"<span class='nn-group-title'>{title}</span>"), *controls])
    box.add_class("nn-group")
    return box
