"""Picture and sliders share the screen; what is read can be read, and hit what is hit: in every explorer."""

import pytest

LAPTOP = {"viewport": {"width": 1280, "height": 720}}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
SCREENS = pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
CALM = {"reduced_motion": "reduce"}

# The largest share of a main picture that is seen, and not covered, while the slider can be taken.
SHARE = """(slider) => {
    const explorer = slider.closest(".nn-explorer"), points = 9;
    const isAt = (element, x, y) => {
        const top = document.elementFromPoint(x, y);
        return top && (element.contains(top) || top.contains(element));
    };
    const share = (picture) => {
        const box = picture.getBoundingClientRect();
        let seen = 0;
        for (let i = 0; i < points ** 2; i += 1) {
            const x = box.left + (i % points + 0.5) * box.width / points;
            const y = box.top + (Math.floor(i / points) + 0.5) * box.height / points;
            seen += y > 0 && y < innerHeight && isAt(picture, x, y);
        }
        return seen / points ** 2;
    };
    const pictures = [...explorer.querySelectorAll(".nn-main")].filter((each) => each.checkVisibility());
    if (!pictures.length) pictures.push(explorer.querySelector(".nn-stage"));
    let best = 0;
    for (const [element, block] of [...pictures.map((picture) => [picture, "center"]),
        [slider, "start"], [slider, "center"], [slider, "end"]]) {
        element.scrollIntoView({ block, behavior: "instant" });
        if (block === "end") scrollBy({ top: 12, behavior: "instant" });
        const { left, top, width, height, bottom } = slider.getBoundingClientRect();
        if (top < 0 || bottom > innerHeight || !isAt(slider, left + width / 2, top + height / 2)) continue;
        best = Math.max(best, ...pictures.map(share));
    }
    return best;
}"""
SMALL = """() => {
    const smaller = (element, width, height) => {
        const name = element.closest("[data-explorer]")?.dataset.explorer;
        const size = `${width.toFixed(1)}×${height.toFixed(1)}`;
        return `${name}: ${element.tagName} ${element.getAttribute("class")} ${size}`;
    };
    const found = [];
    for (const text of document.querySelectorAll(".nn-explorer svg text")) {
        if (!text.textContent.trim() || !text.checkVisibility()) continue;
        const { a, b } = text.getScreenCTM();
        const size = parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b);
        if (size < 11.99) found.push(smaller(text, size, size));
    }
    const targets = "button, select, input, summary, [role=button], [role=slider], [tabindex]";
    for (const target of document.querySelectorAll(`.nn-explorer :is(${targets})`)) {
        const { width, height } = target.getBoundingClientRect();
        if (!width || !target.checkVisibility() || (width > 23.9 && height > 23.9)) continue;
        if (target.querySelector(".nn-grip")) continue; // a line as wide as a finger, which no box tells
        if (target.closest(".nn-pixels")) continue; // the pad beside them takes a finger
        const steps = target.closest(".nn-explorer").querySelector(".nn-neuron-steps");
        if (target.matches(".nn-digit-network *") && steps) continue;
        found.push(smaller(target, width, height));
    }
    return [...new Set(found)];
}"""
BOXES = """(explorer) => Array.from(
    explorer.querySelectorAll("[role=slider], .nn-transport button"),
    (part) => part.closest(".widget-slider") ?? part,
).filter((part) => part.checkVisibility()).map((part) => {
    const { left, top } = explorer.getBoundingClientRect(), box = part.getBoundingClientRect();
    const said = part.textContent.slice(0, 20).trim() && part.querySelector("label")?.textContent;
    const place = `${Math.round(box.left - left)}, ${Math.round(box.top - top)}`;
    return `${said || part.textContent} ${place}`;
})"""


@SCREENS
def test_what_is_moved_and_what_it_changes_are_seen_together(chapter, explorers, screen):
    """At least two thirds of the picture, for every slider, also those that a menu brings."""
    apart = {}
    for explorer in explorers(chapter, **screen, **CALM):
        for name in explorer.sliders():
            share = explorer.slider(name).evaluate(SHARE)
            if share < 2 / 3:
                apart[explorer.name, name] = round(share, 2)
    assert not apart


def test_on_a_phone_text_can_be_read_and_targets_can_be_hit(chapter, open_page):
    page = open_page(chapter, **PHONE, **CALM)
    assert page.evaluate(SMALL) == []
