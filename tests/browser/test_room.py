"""What is in an explorer has room: nothing lies on a number, on a picture or on the words of a menu."""

import pytest

from .screens import CALM_PHONE, LAPTOP

CHAPTERS = pytest.mark.parametrize("place", ["book/06-better-model", "book/10-human-brain"])

# Sliders whose knob, at its right end, would lie on the number: half of it is beyond the track.
ON_NUMBERS = """() => Array.from(document.querySelectorAll(".nn-explorer .widget-slider"), (slider) => {
    const parts = [".noUi-handle", ".noUi-target", ".widget-readout"].map((a) => slider.querySelector(a));
    if (!slider.checkVisibility() || parts.includes(null)) return "";
    const [knob, track, number] = parts.map((part) => part.getBoundingClientRect());
    return track.right + knob.width / 2 <= number.left ? "" : slider.textContent;
}).filter(Boolean)"""
# Menus of the transport that are narrower than the longest of their words.
CUT = """() => Array.from(document.querySelectorAll(".nn-transport select"), (menu) => {
    const free = menu.cloneNode(true);
    free.style.cssText = "position: absolute; max-width: none";
    menu.after(free);
    const wanted = free.offsetWidth;
    free.remove();
    return menu.checkVisibility() && menu.offsetWidth < wanted - 1 ? menu.selectedOptions[0].text : "";
}).filter(Boolean)"""
# Is the middle of the picture seen, and the slider of what is picked somewhere else?
SEEN = """(explorer) => {
    const box = explorer.querySelector(".nn-main").getBoundingClientRect();
    return [0.3, 0.5, 0.7].every((part) => !document.elementFromPoint(
        box.left + box.width / 2, box.top + part * box.height)?.closest(".nn-holds-picked"));
}"""


@CHAPTERS
def test_no_knob_lies_on_its_number(explorers, place):
    assert explorers(place, **CALM_PHONE)[0].page.evaluate(ON_NUMBERS) == []


@CHAPTERS
def test_no_menu_of_the_transport_cuts_its_words(explorers, place):
    assert explorers(place, **LAPTOP)[0].page.evaluate(CUT) == []


def test_what_sticks_goes_under_the_picture_in_the_end(explorers):
    explorer = explorers("book/10-human-brain", **CALM_PHONE)[0]
    tail = explorer.element.locator(".nn-tail")
    for above in range(40, 400, 40):
        tail.evaluate("(tail, y) => scrollBy(0, tail.getBoundingClientRect().top - innerHeight + y)", above)
        explorer.settle()
        assert explorer.element.evaluate(SEEN), above
