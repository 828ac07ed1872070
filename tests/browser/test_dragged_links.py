"""A link to a state holds what was dragged, drawn or carried on the drawings themselves."""

import pytest

from .test_dragging import BUMP, DIGITS, NEURON, SEVEN, STEP, stroke_on_the_input

CONTROLS = """(explorer) => [
    ...Array.from(explorer.querySelectorAll("[role=slider]"), (slider) => slider.ariaValueNow),
    ...Array.from(explorer.querySelectorAll("select:not(.nn-transport *)"), (each) => each.selectedIndex),
].join(" ")"""


def ring(explorer):
    explorer.drag(explorer.element.locator(".nn-step-ring .nn-ring-grip").first, 45)


def line(explorer):
    explorer.drag(explorer.element.locator(".nn-line-end .nn-ring-grip").first, 30, 20)


def number(explorer):
    explorer.drag(explorer.element.locator(".nn-scrubbable text").first, 33)


def edge(explorer):
    explorer.element.locator("[role=button]:has(> .nn-grip)").nth(1).press("Enter")
    explorer.drag(explorer.element.locator(".nn-picked-number"), 27)


def carried(explorer):
    explorer.type("carried", "0.35")
    explorer.element.get_by_role("combobox", name="view", exact=True).select_option(index=1)


def own_digit(explorer):
    stroke_on_the_input(explorer, SEVEN)


def own_curve(explorer):
    curve = explorer.element.get_by_role("combobox", name="curve", exact=True)
    curve.select_option(label="Your own: draw it on the right")
    explorer.draw(explorer.element.locator(".nn-sketch-open"), [(0.3, 0.4), (0.6, 0.7)])


@pytest.mark.parametrize(
    ("place", "deed"),
    [
        (NEURON, number),
        (NEURON, line),
        (STEP, ring),
        (BUMP, ring),
        (("book/03-hidden-layers", 0), edge),
        (("book/03-hidden-layers", 0), carried),
        ((DIGITS, 0), own_digit),
        (("book/06-better-model", 0), edge),
        (("book/11-conclusion", 0), own_curve),
    ],
    ids=lambda value: value.__name__ if callable(value) else f"{value[0][5:7]} {value[1]}",
)
def test_a_link_holds_what_was_dragged(place, deed, explorers):
    """Opened anew, the address gives the same numbers, code, sliders and menus."""
    page_name, index = place
    explorer = explorers(page_name)[index]
    first = explorer.look()["code"], controls(explorer)
    deed(explorer)
    seen = explorer.look()
    assert (seen["code"], controls(explorer)) != first
    explorer.button("Link to this state").click()
    address = explorer.page.evaluate("location.hash")
    anew = explorers(page_name, address=address)[index]
    assert anew.look()["numbers"] == pytest.approx(seen["numbers"], nan_ok=True)
    assert (anew.code(), controls(anew)) == (seen["code"], controls(explorer))


def controls(explorer):
    """Where sliders and menus stand."""
    return explorer.element.evaluate(CONTROLS)
