"""The focus in every explorer: nothing lies on what has it, and Escape leads it back to the drawing."""

from itertools import pairwise

import pytest

from .conftest import explorers_of
from .screens import CALM_PHONE, LAPTOP

# Every stop of Tab has the focus, down the explorer and up again; on which of them something lies then.
COVERED = """async (explorer) => {
    const frame = () => new Promise(requestAnimationFrame), found = new Set();
    const kinds = "button, select, input, summary, pre, [tabindex='0'], [contenteditable='true']";
    const stops = [...explorer.querySelectorAll(`:is(${kinds}):not([tabindex='-1'], [disabled])`)];
    explorer.scrollIntoView({ block: "start", behavior: "instant" });
    for (const stop of [...stops, ...stops.reverse()]) {
        stop.focus();
        if (document.activeElement !== stop) continue;
        await frame();
        await frame();
        const { left, top, width, height } = stop.getBoundingClientRect();
        if (height > innerHeight / 2) continue; // more than fits between what stays on the screen
        const over = document.elementFromPoint(left + width / 2, top + height / 2);
        // In a drawing one part lies on another.
        const drawing = stop.ownerSVGElement?.closest(".nn-stage > *") ?? stop;
        if (!over || !(drawing.contains(over) || over.contains(stop)))
            found.add(stop.getAttribute("aria-label") ?? stop.textContent.slice(0, 30));
    }
    return [...found];
}"""

# Where what Tab led to stands, in the order in which it did; what sticks to an edge, in its own place.
NOTE = "() => { window.stops = []; addEventListener('focusin', ({ target }) => stops.push(target)); }"
PLACES = """(explorer) => {
    const sheet = document.head.appendChild(document.createElement("style"));
    sheet.textContent = ".nn-explorer * { position: static !important; }";
    // The parts of a drawing are one behind the other by what they mean.
    const found = stops.filter((stop) => explorer.contains(stop) && !stop.closest("svg, .nn-stage, table"));
    const places = found.map((stop) => {
        const { left, top, bottom } = (stop.closest(".slider-container") ?? stop).getBoundingClientRect();
        return [stop.ariaLabel || stop.textContent.slice(0, 30) || stop.className, left, (top + bottom) / 2];
    });
    sheet.remove();
    stops.length = 0;
    return places;
}"""


@pytest.mark.parametrize("screen", [LAPTOP, CALM_PHONE], ids=["laptop", "phone"])
def test_nothing_covers_what_has_the_focus_and_it_goes_down_and_back_to_the_drawing(
    chapter, open_page, screen
):
    page = open_page(chapter, **screen)
    page.evaluate(NOTE)
    for explorer in explorers_of(page):
        assert explorer.element.evaluate(COVERED) == [], explorer.name
        if screen is CALM_PHONE:
            assert_tab_goes_down(explorer)
        else:  # phones have no Escape
            escape_leads_from_the_slider_of_what_is_picked_to_the_drawing(explorer)


def assert_tab_goes_down(explorer):
    """In one column; what stands in one line from left to right."""
    code = explorer.element.locator(".nn-code summary")
    explorer.element.evaluate("(explorer) => { explorer.tabIndex = -1; explorer.focus(); stops.length = 0; }")
    for _ in range(200):
        explorer.page.keyboard.press("Tab")
        if code.evaluate("(code) => document.activeElement === code"):
            break
    places = explorer.element.evaluate(PLACES)
    assert len(places) > 2
    for (_, left, y), (name, its_left, its_y) in pairwise(places):
        beside = abs(its_y - y) < 20 and its_left > left
        assert beside or its_y > y, f"{explorer.name}: the focus goes up to {name!r}, {places}"


def escape_leads_from_the_slider_of_what_is_picked_to_the_drawing(explorer):
    drawing = explorer.element.locator(".nn-stage")
    if not drawing.locator(".nn-main [tabindex='0'], svg [tabindex='0']").count():
        return  # nothing on it is picked by keyboard
    for slider in explorer.element.locator(".nn-picked-slider [role=slider]").all():
        slider.press("Escape")
        assert drawing.evaluate("(drawing) => drawing.contains(document.activeElement)"), explorer.name


# The lowest button of which the picture, at the upper edge, leaves half: its place; whether it was clicked.
HALF_UNDER_THE_PICTURE = """(explorer) => {
    const main = explorer.querySelector(".nn-main") ?? explorer, box = (part) => part.getBoundingClientRect();
    for (const button of [...explorer.querySelectorAll("button")].reverse()) {
        if (!button.checkVisibility() || main.contains(button)) continue;
        for (let i = 0; i < 3; i += 1) // the picture comes to the edge as the page does
            scrollBy(0, box(button).top + box(button).height / 2 - box(main).bottom);
        const { left, right, top, bottom } = box(button), edge = box(main).bottom;
        if (!(edge > top + 4 && edge < bottom - 4 && left < box(main).right)) continue;
        button.addEventListener("click", () => (button.dataset.clicked = true));
        button.dataset.half = true;
        return [(left + right) / 2, edge + 3];
    }
    return null;
}"""


def test_what_is_pressed_stays_under_the_hand_though_half_covered(chapter, open_page):
    """Were the page scrolled while the button is down, it would be let go of beside it: no click."""
    page = open_page(chapter, viewport=CALM_PHONE["viewport"])
    for explorer in explorers_of(page):
        if not (place := explorer.element.evaluate(HALF_UNDER_THE_PICTURE)):
            continue  # none of its buttons comes under it
        page.mouse.move(*place)
        page.mouse.down()
        explorer.settle()
        page.mouse.up()
        assert explorer.element.locator("[data-half][data-clicked]").count() == 1, explorer.name
