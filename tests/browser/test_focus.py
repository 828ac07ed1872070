"""The focus in every explorer: nothing lies on what has it, and Escape leads it back to the drawing."""

import pytest

from .conftest import explorers_of

LAPTOP = {"viewport": {"width": 1280, "height": 720}, "reduced_motion": "reduce"}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
PHONE |= {"reduced_motion": "reduce"}

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


@pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_nothing_covers_what_has_the_focus_and_escape_leads_to_the_drawing(chapter, open_page, screen):
    for explorer in explorers_of(open_page(chapter, **screen)):
        assert explorer.element.evaluate(COVERED) == [], explorer.name
        if screen is LAPTOP:  # phones have no Escape
            escape_leads_from_the_slider_of_what_is_picked_to_the_drawing(explorer)


def escape_leads_from_the_slider_of_what_is_picked_to_the_drawing(explorer):
    drawing = explorer.element.locator(".nn-stage")
    if not drawing.locator(".nn-main [tabindex='0'], svg [tabindex='0']").count():
        return  # nothing on it is picked by keyboard
    for slider in explorer.element.locator(".nn-picked-slider [role=slider]").all():
        slider.press("Escape")
        assert drawing.evaluate("(drawing) => drawing.contains(document.activeElement)"), explorer.name
