"""What a page loads before anything is scrolled to, and that nothing it needs was left out."""

import gzip
import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from styles import LEFT_OUT

from .conftest import ALL_FETCHED

PHONE = {"width": 360, "height": 740}
TEXT = {".html", ".js", ".css", ".svg"}
# Kilobytes, text gzipped: a phone on slow 4G gets 180 in a second.
MOST = {"scripts": 220, "own": 90, "style sheets": 50, "fonts": 45, "pictures": 45}
MOST_OF_ALL = 450
SHEETS = ("basic", "styles/bootstrap", "styles/pydata-sphinx-theme", "vendor/fontawesome/6.5.2/css/all.min")
SHEETS += (
    "pygments",
    "styles/sphinx-book-theme",
    "togglebutton",
    "copybutton",
    "mystnb.*",
    "sphinx-design.min",
)
# Rules of the sheets as they came, which match something on the page and are not in the book's one.
LOST = """(sheets) => {
    const rules = (text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return [...sheet.cssRules];
    };
    const parts = (rule) => rule.selectorText.split(/,(?![^(]*\\))/).map((part) => part.trim());
    const styles = (list) =>
        list.flatMap((rule) => !rule.selectorText ? styles([...rule.cssRules ?? []])
            : rule.style.length ? parts(rule) : []);
    const kept = new Set(styles(rules(sheets.pop())));
    // Whatever state an element is in, and what stands before and after it.
    const state = /::?(before|after|hover|focus-visible|focus-within|focus|active|visited|link|target)\\b/g;
    const bare = (part) => part.replace(state, "") || "*";
    const there = (part) => { try { return document.querySelector(bare(part)); } catch { return false; } };
    return [...new Set(sheets.flatMap((text) => styles(rules(text))))]
        .filter((part) => !kept.has(part) && there(part));
}"""


@pytest.fixture(scope="module")
def weigh(built_book):
    def weigh(url):
        file = built_book / urlsplit(url).path.lstrip("/")
        return len(gzip.compress(file.read_bytes()) if file.suffix in TEXT else file.read_bytes()) / 1000

    return weigh


def kind_of(url):
    path = urlsplit(url).path
    if path.endswith(".html") or "/_static/nn/" in path and "/shared." not in path:
        return "own"
    kinds = {".js": "scripts", ".css": "style sheets", ".woff2": "fonts"}
    return kinds.get(Path(path).suffix, "pictures")


def test_a_page_is_light_before_anything_is_scrolled_to_and_asks_no_other_host(
    page_name, offline_context, book, weigh
):
    page = offline_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True).new_page()
    loaded = set()
    page.on("request", lambda request: request.url.startswith(book) and loaded.add(request.url))
    page.goto(f"{book}/{page_name}.html")
    page.wait_for_function(ALL_FETCHED)
    page.wait_for_load_state("networkidle")
    assert page.context.errors == [] and page.context.refused == []
    weights = defaultdict(float)
    for url in loaded:
        weights[kind_of(url)] += weigh(url)
    # A poster or a figure that a reader sees, or is about to see, is a picture: `far` ones are not asked for.
    assert {kind: round(kilobytes) for kind, kilobytes in weights.items() if kilobytes > MOST[kind]} == {}
    assert sum(weights.values()) <= MOST_OF_ALL


def test_the_first_explorer_waits_neither_for_the_last_nor_for_the_theme(offline_context, book):
    """Its numbers stand on the screen while those below are still pictures; they come from the top down."""
    page = offline_context(viewport=PHONE).new_page()
    page.add_init_script("""
        globalThis.seen = [];
        const look = () => {
            const has = (widget, part) => widget.querySelector(part) !== null;
            const works = (widget) => Number(has(widget, "[role=slider]") && has(widget, "output"));
            seen.push([...document.querySelectorAll(".nn-widget")].map(works).join(""));
            requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        new MutationObserver((_, observer) => {
            if (!document.querySelector("[data-explorer]")) return;
            globalThis.first = performance.now(); // its module has come and draws
            observer.disconnect();
        }).observe(document, { childList: true, subtree: true });
    """)
    page.goto(f"{book}/book/08-activation-functions.html")
    page.wait_for_function(ALL_FETCHED)
    page.wait_for_function("/^1+$/.test(seen.at(-1))")
    seen = list(dict.fromkeys(page.evaluate("seen")))
    assert any(re.fullmatch("10+", there) for there in seen), seen
    assert not any(re.search("01", there) for there in seen), seen
    asked = page.evaluate(
        "performance.getEntriesByType('resource').map((it) => [it.name, it.startTime - first])"
    )
    late = {Path(urlsplit(url).path).name for url, after in asked if after > 0}
    assert {"bootstrap.js", "pydata-sphinx-theme.js", "copybutton.js", "terms.js"} <= late
    assert not late & {"nn-widgets.js", "questions.js", "landing.js", "curves.js"}


def test_where_the_runtime_does_not_come_the_rest_of_the_page_works(offline_context, book):
    context = offline_context(viewport=PHONE)
    context.route("**/nn-widgets.js*", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{book}/book/08-activation-functions.html")
    page.wait_for_function(ALL_FETCHED)
    before = page.locator("html").get_attribute("data-mode")
    page.locator(".theme-switch-button:visible").click()
    assert page.locator("html").get_attribute("data-mode") != before
    expect(page.locator(".nn-film-bar").first).to_be_visible()
    expect(page.locator(".nn-fallback img").first).to_be_visible()


def test_nothing_that_a_page_needs_is_left_out(page_name, open_page, built_book):
    """No rule of the sheets as they came, no character of a formula; no formula is a stop for the tab key."""
    page = open_page(page_name)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    for button in page.locator("button.theme-switch-button, .btn-download-source-button").all():
        if button.is_visible():
            button.hover()  # a tooltip stands
    sheets = [file for name in SHEETS for file in sorted((built_book / "_static").glob(f"{name}.css"))]
    texts = [file.read_text(encoding="utf-8") for file in [*sheets, built_book / "_static/site.css"]]
    lost = page.evaluate(LOST, texts)
    # Those left out on purpose book.css replaces.
    assert [rule for rule in lost if not LEFT_OUT.search(rule)] == []
    # The browser makes a stop of what can be scrolled, and of nothing else here.
    wide = "boxes => boxes.filter((box) => box.scrollWidth > box.clientWidth).length"
    assert page.locator("div.math").evaluate_all(wide) == 0 and not page.locator("math [tabindex]").count()
    page.emulate_media(media="print")  # where all is unfolded
    assert fonts_of_formulas(page) <= {"Book Formulas"}, "run tools/subset_fonts.py"
    # The sign of a root is no character of the formula: a root without it is as wide as what stands under it.
    bare = """roots => roots.filter((root) => root.getBoundingClientRect().width
        < root.firstElementChild.getBoundingClientRect().width + 4).length"""
    assert page.locator("msqrt, mroot").evaluate_all(bare) == 0, "run tools/subset_fonts.py"


def fonts_of_formulas(page):
    """The families whose characters the browser draws in formulas, by its own account."""
    tools = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        tools.send(f"{domain}.enable")
    root = tools.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    found = set()
    formulas = tools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "article math"})
    for node in formulas["nodeIds"]:
        fonts = tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        found |= {font["familyName"] for font in fonts}
    return found


def test_a_wide_formula_scrolls_by_itself_on_a_phone(offline_context, book):
    page = offline_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(f"{book}/book/08-activation-functions.html")
    width = "[box.scrollWidth > box.clientWidth + 1, box.getBoundingClientRect().right]"
    boxes = page.locator("div.math").evaluate_all(f"boxes => boxes.map((box) => {width})")
    assert any(scrolls for scrolls, _ in boxes) and all(right <= 360 for _, right in boxes)


def test_paper_has_all_pictures(open_page):
    page = open_page("book/05-trash")
    films, figures = (
        page.locator(".nn-film").count(),
        page.locator(".nn-fallback, .cell_output > img").count(),
    )
    pictures = set(re.findall(rb"/Subtype /Image\s*/Width (\d+)\s*/Height (\d+)", page.pdf()))
    assert films and figures and len(pictures) >= films + figures
