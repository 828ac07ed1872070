"""Links that are opened cold, and hands: fingers, palms, pens, mice that report often."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .conftest import ALL_FETCHED, SCROLLED, swipe
from .screens import PHONE, WIDE

ROOT = Path(__file__).parents[2]
README, TEACHING = ROOT / "README.md", ROOT / "book" / "teaching.md"
# Events as a browser would send them: [type, pointer, kind, x, y], the place in shares of the drawing.
SEND = """(drawing, events) => {
    const box = drawing.getBoundingClientRect();
    for (const [type, pointerId, pointerType, x, y] of events)
        drawing.dispatchEvent(new PointerEvent(type, { pointerId, pointerType, bubbles: true,
            clientX: box.left + x * box.width, clientY: box.top + y * box.height }));
}"""
INK = """(canvas) => canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data
    .filter((value, i) => i % 4 === 3 && value).length"""

OFF = """(heading) => heading.getBoundingClientRect().top
    - parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)"""


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
        assert abs(page.locator("#exercises").evaluate(OFF)) < 2

    page.goto(address)
    lands()
    page.reload()
    lands()
    page.goto(f"{book}/book/notation.html")
    page.evaluate("address => { location.href = address; }", address)
    page.wait_for_url(address)
    lands()


def test_a_swipe_on_the_track_of_a_slider_scrolls_the_page(explorers):
    """And a tap on it does nothing; a finger takes hold of the handle."""
    (neuron, *_) = explorers("book/01-artificial-neuron", **PHONE)
    page, target = neuron.page, neuron.element.locator(".noUi-target").first
    handle = target.get_by_role("slider")
    handle.scroll_into_view_if_needed()
    before, box = handle.get_attribute("aria-valuenow"), target.bounding_box()
    page.touchscreen.tap(box["x"] + 0.9 * box["width"], box["y"] + box["height"] / 2)
    assert handle.get_attribute("aria-valuenow") == before
    scrolled = page.evaluate("scrollY")
    swipe(page, box["x"] + 0.9 * box["width"], box["y"] + box["height"] / 2, 0, -150)
    assert page.evaluate(SCROLLED) > scrolled + 50 and handle.get_attribute("aria-valuenow") == before
    handle.evaluate("handle => handle.scrollIntoView({ block: 'end' })")  # from under the picture that stays
    grip = handle.bounding_box()
    swipe(page, grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2, 60, 0)
    assert float(handle.get_attribute("aria-valuenow")) > float(before)


@pytest.mark.parametrize("kind", [".nn-question", ".nn-film"])
def test_a_swipe_on_the_track_of_a_question_or_a_film_scrolls_the_page(kind, open_page):
    page = open_page("book/03-hidden-layers", **PHONE)
    bar = page.locator(f"{kind} input[type=range]").first
    bar.evaluate("bar => bar.scrollIntoView({ block: 'center', behavior: 'instant' })")
    box, before = bar.bounding_box(), bar.input_value()
    low, high = (float(bar.get_attribute(end)) for end in ("min", "max"))
    at = (float(before) - low) / (high - low)
    x, y = box["x"] + (0.9 if at < 0.6 else 0.1) * box["width"], box["y"] + box["height"] / 2
    page.touchscreen.tap(x, y)
    assert bar.input_value() == before
    scrolled = page.evaluate("scrollY")
    swipe(page, x, y, 0, -150)
    assert page.evaluate(SCROLLED) > scrolled + 50 and bar.input_value() == before
    bar.evaluate("bar => bar.scrollIntoView({ block: 'center', behavior: 'instant' })")
    thumb = box["height"]
    y = bar.bounding_box()["y"] + thumb / 2
    swipe(page, box["x"] + thumb / 2 + at * (box["width"] - thumb), y, 60, 0)
    assert float(bar.input_value()) > float(before)


@pytest.mark.parametrize(
    ("host", "colab"), (("book.example.org", True), ("127.0.0.1", False)), ids=("public", "here")
)
def test_the_line_that_installs_the_package_has_the_address_of_the_site(host, colab, offline_context, book):
    context = offline_context(**WIDE)
    # The same site under another name.
    context.route(
        "http://book.example.org/**",
        lambda route: route.fulfill(
            response=route.fetch(url=route.request.url.replace("http://book.example.org", book))
        ),
    )
    site = f"http://{host}" if colab else book
    page = context.new_page()
    page.goto(f"{site}/book/01-artificial-neuron.html")
    page.wait_for_function(ALL_FETCHED)
    install, on_colab = page.locator(".nn-install-line pre").all_text_contents()
    (wheel,) = page.locator(".nn-install a[download]").evaluate_all("links => links.map((link) => link.href)")
    assert wheel.startswith(f"{site}/_static/nnbasics-")
    assert install.split() == ["pip", "install", wheel, "scikit-learn"]
    assert on_colab.split()[-1] == (wheel if colab else wheel.rsplit("/", 1)[1])
    assert page.request.get(wheel.replace(site, book)).ok


# Of those that are seen, which hang on the font, once that is there.
WIDTHS_OF_FORMULAS = """async (formulas) => {
    const family = location.origin === origin ? "Book Formulas" : "Book Formulas Brought";
    const there = (font) => font.family.includes(family) && font.status === "loaded";
    for (let i = 0; i < 200 && ![...document.fonts].some(there); i++)
        await new Promise((done) => setTimeout(done, 50));
    await document.fonts.ready;
    return formulas.map((formula) => formula.getBoundingClientRect().width).filter((width) => width);
}"""


def test_in_a_sandboxed_frame_of_another_site_all_works(offline_context, book):
    """Where storage is refused, too."""
    page = offline_context(**WIDE).new_page()
    address = f"{book}/book/01-artificial-neuron.html"
    page.set_content(f"<iframe sandbox='allow-scripts' width=1200 height=700 src='{address}'></iframe>")
    frame = page.frame_locator("iframe")
    root, views = frame.locator("html"), frame.locator(".nn-explorer .nn-view:has(output)")
    expect(views).to_have_count(frame.locator("script[type$='jupyter.widget-view+json']").count())
    page.frames[1].wait_for_function(ALL_FETCHED)
    for _ in range(2):
        before = root.get_attribute("data-mode")
        frame.locator(".theme-switch-button").first.click()
        assert root.get_attribute("data-mode") != before
    handle = frame.locator(".nn-explorer").get_by_role("slider").first
    before = handle.get_attribute("aria-valuenow")
    handle.press("ArrowRight")
    assert handle.get_attribute("aria-valuenow") != before
    # The font is refused, for which the server would have to name the frame's origin, and comes as a script.
    assert not [error for error in page.context.errors if "font" not in error and "ERR_FAILED" not in error]
    plain = page.context.new_page()
    plain.set_viewport_size({"width": 1200, "height": 700})
    plain.goto(address)
    widths = [
        place.locator("math").evaluate_all(WIDTHS_OF_FORMULAS) for place in (frame, plain.locator("html"))
    ]
    assert widths[0] == widths[1] and len(widths[0]) > 10
    for press in ("click", "Enter"):
        number = frame.get_by_label("Log-loss").first
        number.fill("0.7")
        if press == "click":
            frame.get_by_role("button", name="Check", exact=True).first.click()
        else:
            number.press("Enter")
        expect(frame.locator(".nn-verdict").first).to_have_text("✗ You said 0.7: not quite.")
        number.fill("nothing")
        number.press("Enter")
        expect(frame.locator(".nn-verdict").first).not_to_contain_text("0.7")


def test_with_the_attributes_that_the_readme_names_nothing_is_missing_in_a_frame(offline_context, book):
    """An answer is kept, and the search is sent."""
    sandbox = re.search(r'sandbox="([^"]+)"', README.read_text(encoding="utf-8"))[1]
    assert set(sandbox.split()) == set(re.findall(r"`(allow-[a-z-]+)`", TEACHING.read_text(encoding="utf-8")))
    page = offline_context(**WIDE).new_page()
    address = f"{book}/book/01-artificial-neuron.html"
    # From the book's own site: elsewhere this browser keeps nothing for what is in a frame.
    frame = f"<iframe sandbox='{sandbox}' width=1200 height=700 src='{address}'></iframe>"
    page.route(f"{book}/frame.html", lambda route: route.fulfill(body=frame, content_type="text/html"))
    page.goto(f"{book}/frame.html")
    page.frames[1].wait_for_function(ALL_FETCHED)
    frame = page.frame_locator("iframe")
    frame.get_by_label("Log-loss").first.fill("0.105")
    frame.get_by_role("button", name="Check", exact=True).first.click()
    stored = frame.locator("html").evaluate("() => Object.values(localStorage).join()")
    assert "one-flower" in stored
    frame.get_by_role("button", name="Search").first.click()
    box = frame.locator("input[name=q]:visible")
    box.fill("epoch")
    box.press("Enter")
    page.frames[1].wait_for_url("**/search.html?q=epoch")


def test_a_word_of_the_glossary_says_what_it_means(open_page):
    """To a mouse, by keyboard and to a finger; Escape takes it away, and on paper there is nothing."""
    page = open_page("book/01-artificial-neuron", has_touch=True)
    word, tip = page.locator("a.nn-term").first, page.get_by_role("tooltip")
    assert word.get_attribute("href").startswith("glossary.html#term-")
    assert not tip.is_visible()
    for point in (word.hover, word.focus):
        point()
        assert tip.inner_text() == word.get_attribute("data-says")
        assert word.get_attribute("aria-describedby") == tip.get_attribute("id")
        page.keyboard.press("Escape")
        assert not tip.is_visible()
        page.mouse.move(0, 0)
    word.tap()
    assert tip.is_visible() and page.url.endswith("01-artificial-neuron.html")
    page.emulate_media(media="print")
    assert not tip.is_visible()


@pytest.mark.parametrize(
    ("typed", "shows"), [("0,5", "0.50"), ("-1,25", "−1.25"), ("1/2", "2.00"), ("0.5abc", "2.00")]
)
def test_a_number_is_typed_key_by_key(typed, shows, open_page):
    """In a page of the book, where the theme listens for keys too: it took the stroke out of 1/2."""
    page = open_page("book/01-artificial-neuron")
    box = page.locator(".nn-explorer .nn-typed").first
    expect(box).to_have_text("2.00")
    box.click()
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    expect(box).to_have_text(shows)
    said = page.get_by_text(f"“{typed}” is no number: it stays 2.00.")
    assert said.count() == (shows == "2.00")
    box.click()
    page.keyboard.type("3")
    assert said.count() == 0  # it is of what was typed before
