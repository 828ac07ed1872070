"""Every page: wide and narrow, light and dark, on paper, without JavaScript, by keyboard."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
# What a page must bear by WCAG 2.2: reflow (1.4.10) and text spacing (1.4.12).
NARROWEST = {"width": 320, "height": 640}
WIDE_LETTERS = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; }
* { word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
# Every rule, best practices and experiments too.  Left out is the contrast of level AAA, 7:1: the book's is
# 4.5:1, for blue and orange to stay colors.
# Without "preload", in which axe looks for the style sheets that others import in the wrong folder.
LEVELS = "wcag2a wcag2aa wcag2aaa wcag21a wcag21aa wcag22aa best-practice experimental"
AXE = {"preload": False, "resultTypes": ["violations"], "runOnly": LEVELS.split()}
NOT_AAA = {"color-contrast-enhanced": {"enabled": False}}
OF_COLORS = ["color-contrast", "link-in-text-block"]
COLORS = {"runOnly": OF_COLORS}
ALL = {"rules": NOT_AAA}
ALL_BUT_COLORS = {"rules": NOT_AAA | {rule: {"enabled": False} for rule in OF_COLORS}}
UNFOLD = """() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const button of document.querySelectorAll(".toggle-button-hidden")) button.click();
}"""
# A word of code or of a signature takes its color from its class: one of each is looked at, others lose it.
ONE_WORD_OF_A_KIND = """() => {
    const seen = new Set();
    for (const word of [...document.querySelectorAll(":is(.highlight, .sig) :is(span, em)")].reverse()) {
        const kind = `${word.className} in ${word.closest("[class*=cell], .sig")?.className}`;
        if (seen.has(kind) && !word.children.length) word.replaceWith(word.textContent);
        seen.add(kind);
    }
}"""
# A moment more than the theme takes to notice a change of the page.
NOTICED = "new Promise((done) => setTimeout(done, 500))"
# Code becomes a stop of the keyboard once a line of it is too long for its box: perhaps since we looked.
CODE_THAT_SCROLLS = "stop => stop !== document.activeElement && document.activeElement.matches('pre')"
CODE_HAS_STOPS = """() => Array.from(document.querySelectorAll("pre[tabindex='-1']"))
    .every((code) => code.scrollWidth <= code.clientWidth)"""
# Whatever sticks out of the page to the right and cannot be scrolled to inside a box of its own.
STICKING_OUT = """() => {
    const width = document.documentElement.clientWidth;
    const own = (box) => /auto|scroll|hidden|clip/.test(getComputedStyle(box).overflowX);
    const scrolls = (box) => box && (own(box) || scrolls(box.parentElement));
    return [...document.querySelectorAll("main *")]
        .filter((part) => part.getBoundingClientRect().right > width + 0.5)
        .filter((part) => part.checkVisibility() && !scrolls(part))
        .map((part) => part.outerHTML.slice(0, 120));
}"""

# A table has a caption or a name, and each of its rows a header.
TABLES_THAT_SAY_TOO_LITTLE = """() => [...document.querySelectorAll("table")]
    .filter((table) => !(table.caption?.textContent.trim() || table.ariaLabel)
        || [...table.tBodies].some((body) => [...body.rows].some((row) => !row.querySelector("th"))))
    .map((table) => table.className)"""
# Buttons, and cells of tables in explorers, that are narrower than their words.
TOO_SMALL = """() =>
    [...document.querySelectorAll("main button, .nn-explorer :is(th, td), .prev-next-area a")]
    .filter((button) => button.checkVisibility() && button.scrollWidth > button.clientWidth + 1)
    .map((button) => button.textContent)"""


def test_on_a_wide_screen_all_is_drawn_and_axe_finds_nothing(page_name, open_page):
    """Contrast hangs on the colors, all else on what is there: each is looked at where it can differ."""
    page = open_page(page_name)
    every_widget_is_drawn(page)
    assert page.evaluate(TABLES_THAT_SAY_TOO_LITTLE) == []
    for opened, viewport, scheme, rules in (
        (False, WIDE, "light", ALL_BUT_COLORS),
        (True, WIDE, "light", ALL),
        (True, WIDE, "dark", COLORS),
        (True, NARROW, "dark", ALL_BUT_COLORS),
    ):
        if opened:
            page.evaluate(UNFOLD)
            page.evaluate(ONE_WORD_OF_A_KIND)
        page.set_viewport_size(viewport)
        page.evaluate("scheme => { document.documentElement.dataset.theme = scheme; }", scheme)
        page.evaluate(NOTICED)
        page.wait_for_function(CODE_HAS_STOPS)
        found = Axe().run(page, options=AXE | rules).response["violations"]
        faults = [
            (rule["id"], node["html"], node["failureSummary"])
            for rule in found
            for node in rule["nodes"]
            if not is_none(rule["id"], node["html"])
        ]
        assert faults == [], f"{scheme}, {viewport['width']} pixels wide, {opened=}"


def every_widget_is_drawn(page):
    views = page.locator("script[type='application/vnd.jupyter.widget-view+json']").count()
    assert page.locator(".nn-notice").count() == 0
    assert page.locator(".nn-explorer").count() == views == page.locator(".nn-fallback").count()
    assert not any(picture.is_visible() for picture in page.locator(".nn-fallback").all())


def is_none(rule, html):
    """Whether axe takes for a fault what is none."""
    return any(rule == known and re.match(begins, html) for known, begins in NO_FAULTS)


NO_FAULTS = [
    # A wide formula or table: browsers give what scrolls to the keyboard unasked; axe does not know.
    ("scrollable-region-focusable", '<div class="(math|pst-scrollable-table-container)'),
    # Axe reads no MathML, and takes a header that is a formula for an empty one; screen readers read it.
    ("empty-table-header", '<th class="(head|stub|head stub)"><p[^>]*><math'),
    # A neuron to pick is called by its bias. The number in it is its value, which changes: no name.
    ("label-content-name-mismatch", '<g class="nn-neuron nn-pickable'),
    # A row that is half under the foot of its table scrolls clear of it.
    ("target-size", '<button type="button" class="nn-row'),
    # "e" with a number raised is said "e to the 1.00".
    ("label-content-name-mismatch", '<button type="button" class="nn-power'),
]


def test_nothing_sticks_out_of_a_narrow_page(page_name, open_page):
    page = open_page(page_name, viewport=NARROW, has_touch=True, is_mobile=True)
    page.evaluate(UNFOLD)
    for explorer in page.locator(".nn-explorer").all():  # what it does once it is seen is done
        explorer.evaluate("explorer => explorer.scrollIntoView({ behavior: 'instant' })")
        explorer.locator("[data-explorer]:not([aria-busy])").wait_for(state="attached", timeout=120_000)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert page.evaluate(STICKING_OUT) == []
    page.mouse.wheel(0, 2000)
    page.mouse.wheel(0, -300)  # the theme offers "Back to top" to whoever scrolls up
    page.evaluate(NOTICED)
    assert not page.locator("#pst-back-to-top").is_visible()
    page.set_viewport_size(NARROWEST)
    page.add_style_tag(content=WIDE_LETTERS)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST["width"]
    assert page.evaluate(STICKING_OUT) == []
    assert page.evaluate(TOO_SMALL) == []


def test_a_page_that_is_opened_as_a_file_is_alive(chapter, offline_context, built_book):
    page = offline_context(viewport=WIDE).new_page()
    page.goto((built_book / f"{chapter}.html").as_uri())
    views = page.locator("script[type='application/vnd.jupyter.widget-view+json']").count()
    expect(page.locator(".nn-explorer .nn-view:has(output)")).to_have_count(views)
    assert page.context.errors == [] and page.locator(".nn-notice").count() == 0


def test_without_javascript_the_picture_stands_in(chapter, offline_context, book):
    page = offline_context(java_script_enabled=False, viewport=NARROW).new_page()
    page.goto(f"{book}/{chapter}.html")
    assert page.locator(".nn-explorer").count() == 0
    pictures_stand_in(page)
    assert page.context.refused == []


def pictures_stand_in(page):
    pictures = page.locator(".nn-fallback img").all()
    assert pictures
    for picture in pictures:
        picture.scroll_into_view_if_needed()
        assert picture.is_visible()
        assert picture.bounding_box()["width"] > 250
        assert picture.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")  # it is lazy
        assert len(picture.get_attribute("alt")) > 80


def test_every_control_can_be_reached_by_keyboard_and_on_paper_the_picture_stands_in(chapter, open_page):
    """Tab goes through all controls of an explorer in the order of the page, and out of it."""
    page = open_page(chapter)
    for explorer in page.locator(".nn-explorer").all():
        explorer.locator("summary", has_text="As code").press("Enter")
        page.evaluate(NOTICED)
        explorer.locator("[data-explorer]:not([aria-busy])").wait_for(
            state="attached"
        )  # what trains by itself has trained
        stops = explorer.locator(
            "[role=slider], [role=textbox], input, select, button:enabled, summary, [tabindex='0']"
        )
        wanted = [stop for stop in stops.element_handles() if stop.is_visible()]
        wanted[0].focus()
        for stop in wanted:
            if stop.evaluate(CODE_THAT_SCROLLS):
                page.keyboard.press("Tab")
            there = stop.evaluate("stop => stop === document.activeElement")
            assert there, stop.evaluate("stop => stop.outerHTML")
            assert stop.evaluate("stop => stop.matches(':focus-visible')")
            page.keyboard.press("Tab")
        assert not explorer.evaluate("explorer => explorer.contains(document.activeElement)")
    page.emulate_media(media="print")
    assert not any(explorer.is_visible() for explorer in page.locator(".nn-explorer").all())
    pictures_stand_in(page)
