"""Links that are opened cold, and hands: fingers, palms, pens, mice that report often."""

import pytest
from playwright.sync_api import expect

WIDE = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
# Events as a browser would send them: [type, pointer, kind, x, y], the place in shares of the drawing.
SEND = """(drawing, events) => {
    const box = drawing.getBoundingClientRect();
    for (const [type, pointerId, pointerType, x, y] of events)
        drawing.dispatchEvent(new PointerEvent(type, {
            pointerId, pointerType, bubbles: true, isPrimary: pointerId === 1,
            clientX: box.left + x * box.width, clientY: box.top + y * box.height }));
}"""
INK = """canvas => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((v, i) => i % 4 === 3 && v).length;
}"""


def stroke(pointer, kind, points):
    first, *others = points
    yield ["pointerdown", pointer, kind, *first]
    yield from (["pointermove", pointer, kind, *point] for point in others)
    yield ["pointerup", pointer, kind, *points[-1]]


def down(x, y0=0.1, y1=0.9, points=20):
    return [(x, y0 + (y1 - y0) * i / (points - 1)) for i in range(points)]


def across(y, points=20):
    return [(0.15 + 0.7 * i / (points - 1), y) for i in range(points)]


@pytest.fixture
def pad(explorers):
    """The pad of chapter 4: `draw(events)` on it; the pixels that the network then sees."""
    (digits,) = (each for each in explorers("book/04-forward-propagation") if each.name == "digits")
    canvas = digits.element.locator(".nn-pad")

    def draw(events):
        canvas.evaluate(SEND, list(events))
        digits.settle()
        return digits.element.locator(".nn-pixel").evaluate_all(
            "cells => cells.map((cell) => Number(cell.getAttribute('aria-label').match(/ink (\\d+)/)[1]))"
        )

    draw.canvas, draw.clear, draw.digits = canvas, digits.button("Clear").click, digits
    return draw


def test_two_fingers_draw_two_strokes(pad):
    one, other = (list(stroke(i, "touch", across(y))) for i, y in ((1, 0.2), (2, 0.8)))
    together = pad(event for both in zip(one, other, strict=True) for event in both)
    pad.clear()
    assert together == pad([*one, *other])  # one after the other: no line from finger to finger


def test_a_palm_beside_a_pen_leaves_no_ink(pad):
    one = list(stroke(6, "pen", down(0.45)))
    alone = pad(one)
    ink = pad.canvas.evaluate(INK)
    pad.clear()
    palm = [["pointerdown", 5, "touch", 0.9, 0.95], ["pointermove", 5, "touch", 0.92, 0.95]]
    assert pad([*palm, *one[:9], palm[1], *one[9:], ["pointerup", 5, "touch", 0.9, 0.95]]) == alone
    later = list(stroke(7, "touch", across(0.9)))  # it rests there again
    assert pad(later) == alone and pad.canvas.evaluate(INK) == ink
    assert pad.digits.number("reads") == 1
    pad.clear()
    assert any(pad(later))  # a new drawing may be a finger's


def test_a_stroke_of_many_points_is_the_same_stroke(pad):
    """A mouse that reports a thousand times a second, for five seconds, and for two minutes."""
    few = pad(stroke(1, "mouse", down(0.5)))
    for points in (5_000, 130_000):
        pad.clear()
        assert pad(stroke(1, "mouse", down(0.5, points=points))) == few


@pytest.mark.parametrize("options", (WIDE, PHONE), ids=("wide", "phone"))
def test_a_link_to_a_section_lands_on_its_heading(options, offline_context, book):
    """Cold, after a reload, and from another page, where nobody asks for reduced motion."""
    page = offline_context(**options, reduced_motion="no-preference").new_page()
    address = f"{book}/book/01-artificial-neuron.html#exercises"

    def lands():
        expect(page.locator(".nn-explorer .nn-view:has(output)")).to_have_count(
            page.locator(".nn-fallback").count()
        )
        page.evaluate("globalThis.MathJax?.startup?.promise.then(() => {})")
        page.evaluate("new Promise((done) => setTimeout(done, 500))")
        off = """heading => heading.getBoundingClientRect().top
            - parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)"""
        assert abs(page.locator("#exercises").evaluate(off)) < 2

    page.goto(address)
    lands()
    page.reload()
    lands()
    page.goto(f"{book}/book/notation.html")
    page.evaluate("address => { location.href = address; }", address)
    page.wait_for_url(address)
    lands()
