"""One bad widget in a page: a sentence in its place, the picture of its first state, the others alive."""

import json
from pathlib import Path

import anywidget
import ipywidgets as widgets
import pytest
from ipywidgets.embed import dependency_state, embed_data
from playwright.sync_api import expect

from nnbasics.explorers import StepExplorer

BOOK_CSS = Path(__file__).parents[2] / "book" / "_static" / "book.css"
VIEW_END = "</script>"
FALLBACK = '<figure class="nn-fallback"><img alt="picture"><figcaption>words</figcaption></figure></div>'
# As in the head of every page: a script hides the pictures that the widgets replace.
ALIVE = '<script>document.documentElement.classList.add("nn-alive");</script>'


class Draws(anywidget.AnyWidget):
    _esm = "export default { render({ el }) { el.textContent = 'drawn' } }"


@pytest.fixture
def open_page(tmp_path, serve, page, write_page):
    """`open_page(widgets, change=None, head="")`: the page; `change(state, views, ids)` damages it."""

    def open_page(shown, change=None, head="", text=None):
        data = embed_data(views=shown, state=dependency_state(shown, drop_defaults=False))
        state, views = data["manager_state"], data["view_specs"]
        if change:
            change(state["state"], views, [widget.model_id for widget in shown])
        look = f"<style>{BOOK_CSS.read_text(encoding='utf-8')}</style>"
        write_page(tmp_path, views, state, f"{look}{head}{ALIVE}")
        file = tmp_path / "index.html"
        html = file.read_text(encoding="utf-8")
        for place, view in enumerate(views):
            script = f'<script type="application/vnd.jupyter.widget-view+json">{json.dumps(view)}{VIEW_END}'
            html = html.replace(script, f'<div class="nn-widget" id="place-{place}">{script}{FALLBACK}', 1)
        file.write_text(text(html) if text else html, encoding="utf-8")
        page.goto(serve(tmp_path) + "/index.html")
        return page

    return open_page


def is_alive(page, place=1):
    handle = page.locator(f"#place-{place}").get_by_role("slider", name="good")
    handle.press("ArrowRight")
    expect(handle).to_have_attribute("aria-valuetext", "1")
    expect(page.locator(f"#place-{place} .nn-fallback")).to_be_hidden()


def good():
    return widgets.VBox([widgets.IntSlider(description="good"), Draws()])


def inside_itself(state, views, ids):
    state[ids[0]]["state"]["children"].append(f"IPY_MODEL_{ids[0]}")


def inside_each_other(state, views, ids):
    (child, *_) = state[ids[0]]["state"]["children"]
    child = state[child.removeprefix("IPY_MODEL_")]
    child.update(state[ids[0]], state={**state[ids[0]]["state"], "children": [f"IPY_MODEL_{ids[0]}"]})


def with_state(change):
    def damage(state, views, ids):
        change(state, state[ids[0]], ids[0])

    return damage


def nothing(state, model, id):
    state[id] = None


def no_state(state, model, id):
    model["state"] = None


def a_list(state, model, id):
    state[id] = []


def bad_bytes(state, model, id):
    model["buffers"] = [{"encoding": "base64", "path": ["box_style"], "data": "%%%"}]


def bytes_nowhere(state, model, id):
    model["buffers"] = [{"encoding": "base64", "path": ["a", "b", "c"], "data": "AAAA"}]


def bytes_of_another_kind(state, model, id):
    model["buffers"] = [{"encoding": "rot13", "path": ["box_style"], "data": "AAAA"}]


def another_version(state, model, id):
    model["model_module_version"] = "3.0.0"


def missing(state, model, id):
    del state[id]


def missing_child(state, model, id):
    del state[model["state"]["children"][0].removeprefix("IPY_MODEL_")]


def children_are_none(state, model, id):
    model["state"]["children"] = None


def view_of_another_version(state, views, ids):
    views[0]["version_major"] = 3


@pytest.mark.parametrize(
    "change, words",
    [
        (inside_itself, "it stands inside itself"),
        (inside_each_other, "it stands inside itself"),
        (with_state(nothing), "its state in the page is empty"),
        (with_state(no_state), "its state in the page is empty"),
        (with_state(a_list), "its state in the page is empty"),
        (with_state(bad_bytes), "its bytes in the page are damaged"),
        (with_state(bytes_nowhere), "This widget could not start"),
        (with_state(bytes_of_another_kind), "its bytes in the page are damaged"),
        (with_state(another_version), "it is of version 3.0.0 of @jupyter-widgets/controls"),
        (with_state(missing), "The page holds no state of the widget"),
        (with_state(missing_child), "the page holds no state of the widget"),
        (with_state(children_are_none), "This widget could not start"),
        (view_of_another_version, "it is of version 3, which this page cannot show"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_model_that_makes_no_sense(open_page, change, words):
    page = open_page([good(), good()], change)
    notice = page.locator("#place-0 .nn-notice")
    expect(notice.first).to_contain_text(words)
    expect(page.locator("#place-0 .nn-fallback")).to_be_visible()
    is_alive(page)


def test_the_rest_of_a_box_lives(open_page):
    page = open_page([good(), good()], inside_itself)
    expect(page.locator("#place-0 .nn-notice")).to_have_count(1)
    handle = page.locator("#place-0").get_by_role("slider", name="good")
    handle.press("ArrowRight")
    expect(handle).to_have_attribute("aria-valuetext", "1")
    expect(page.locator("#place-0")).to_contain_text("drawn")


def test_a_widget_without_its_look_is_there(open_page):
    def change(state, views, ids):
        (child, *_) = state[ids[0]]["state"]["children"]
        for look in ("layout", "style"):
            del state[state[child.removeprefix("IPY_MODEL_")]["state"][look].removeprefix("IPY_MODEL_")]

    page = open_page([good(), good()], change)
    is_alive(page, 0)
    is_alive(page)


@pytest.mark.parametrize(
    "esm, words",
    [
        ("throw new Error('no luck')", "could not start: no luck"),
        ("this is no module", "could not start: Unexpected identifier"),
        ("export default { render() { throw new Error('no canvas') } }", "could not start: no canvas"),
        ("export default { async render() { throw new Error('no data') } }", "could not start: no data"),
        ("export default { render() { throw null } }", "This widget could not start"),
        ("export default () => { throw new Error('another version') }", "could not start: another version"),
        ("export default 7", "This widget could not start"),
    ],
)
def test_a_view_that_throws(open_page, esm, words):
    class Throws(anywidget.AnyWidget):
        _esm = esm

    page = open_page([Throws(), good()])
    expect(page.locator("#place-0 .nn-notice")).to_contain_text(words)
    expect(page.locator("#place-0 .nn-fallback")).to_be_visible()
    is_alive(page)


def test_numbers_that_are_none(open_page):
    """Python writes NaN as a bare word, which is no JSON: it reaches the view, and the view says so."""

    def change(state, views, ids):
        for model in state.values():
            if model["model_name"] == "FloatSliderModel":
                model["state"]["value"] = float("nan")
            if "w" in model["state"]:
                model["state"].update(w=float("nan"), x=float("-inf"))

    page = open_page([StepExplorer(), good()], change)
    expect(page.locator("#place-0 .nn-notice").last).to_contain_text("finite")
    expect(page.locator("#place-0 .nn-fallback")).to_be_visible()
    is_alive(page)


def test_a_paint_that_throws_says_so_until_one_works(open_page):
    page = open_page([StepExplorer(), good()])
    place = page.locator("#place-0")
    expect(place.locator(".nn-stage")).to_be_visible()
    expect(place.locator(".nn-fallback")).to_be_hidden()
    set_weight = """(weight) => {
        const place = document.querySelector("#place-0 .nn-view");
        place.dispatchEvent(new CustomEvent("nn-set", { detail: { w: weight } }));
    }"""
    page.evaluate(set_weight, float("inf"))
    expect(place.locator(".nn-notice")).to_contain_text("This state cannot be shown: ")
    expect(place.locator(".nn-stage")).to_be_hidden()
    expect(place.locator(".nn-fallback")).to_be_visible()
    is_alive(page)
    page.evaluate(set_weight, 2)
    expect(place.locator(".nn-notice")).to_have_count(0)
    expect(place.locator(".nn-stage")).to_be_visible()
    expect(place.locator(".nn-fallback")).to_be_hidden()


@pytest.mark.parametrize("state", ["{", "null", '{"version_major": 9, "state": {}}'])
def test_no_state_that_can_be_read(open_page, state):
    def text(html):
        start = html.index('widget-state+json">') + len('widget-state+json">')
        return html[:start] + state + html[html.index(VIEW_END, start) :]

    page = open_page([good(), good()], text=text)
    for place in (0, 1):
        expect(page.locator(f"#place-{place} .nn-notice")).to_contain_text("This widget could not start")
        expect(page.locator(f"#place-{place} .nn-fallback")).to_be_visible()


def policy(rule):
    return f'<meta http-equiv="Content-Security-Policy" content="{rule}">'


def test_where_no_script_may_run_the_picture_stays(open_page):
    page = open_page([good()], head=policy("script-src 'none'"))
    expect(page.locator("#place-0 .nn-fallback")).to_be_visible()


def test_where_modules_may_not_run_the_view_says_so(open_page):
    page = open_page([good()], head=policy("script-src 'self'"))
    expect(page.locator("#place-0 .nn-notice")).to_contain_text("this page forbids its script")
    expect(page.locator("#place-0 .nn-fallback")).to_be_visible()
    expect(page.get_by_role("slider", name="good")).to_be_visible()


def test_a_description_asks_for_nothing_from_elsewhere(open_page):
    far = "http://example.org/spy"
    words = (
        f"<b style='color: rgb(1, 2, 3)'>weight</b><i style='background: url({far})'>i</i>"
        f"<i style='background: u\\72l({far})'>j</i><i style='background: image-set(\"{far}\" 1x)'>k</i>"
        f"<img src='{far}.png'><img src='data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='>"
        f"<span onclick='alert(1)'>l</span><script>alert(2)</script><style>b {{ color: red }}</style>"
    )
    page = open_page([widgets.IntSlider(description=words, description_allow_html=True)])
    label = page.locator("#place-0 .widget-label")
    expect(label.locator("b")).to_have_css("color", "rgb(1, 2, 3)")
    expect(label.locator("i[style]")).to_have_count(0)
    expect(label.locator("img[src]")).to_have_count(1)
    expect(label.locator("[onclick], script, style")).to_have_count(0)
    assert page.context.refused == []
