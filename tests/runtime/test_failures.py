"""What cannot be shown says so in its place, and what is merely slow is waited for."""

import anywidget
import ipywidgets as widgets
import traitlets
from playwright.sync_api import expect


def test_what_cannot_be_shown_says_so_and_the_others_go_on(show):
    class Unknown(widgets.DOMWidget):
        _model_module = traitlets.Unicode("jupyter-leaflet").tag(sync=True)
        _view_module = traitlets.Unicode("jupyter-leaflet").tag(sync=True)
        _model_name = traitlets.Unicode("LeafletMapModel").tag(sync=True)
        _view_name = traitlets.Unicode("LeafletMapView").tag(sync=True)

    class Newer(widgets.IntSlider):
        _view_name = traitlets.Unicode("KnobView").tag(sync=True)

    class Throws(anywidget.AnyWidget):
        _esm = "export default { render() { throw new Error('out of luck') } }"

    class Unreadable(anywidget.AnyWidget):
        _esm = "this is not JavaScript"

    class Initialize(anywidget.AnyWidget):
        _esm = "export default { initialize() { throw new Error('not today') }, render() {} }"

    class Remote(anywidget.AnyWidget):
        _esm = "import 'https://example.org/d3.js'; export default { render() {} }"

    last = widgets.IntSlider(description="last")
    stateless = {"version_major": 2, "version_minor": 0, "model_id": "0" * 32}
    page = show(
        Unknown(),
        Newer(),
        widgets.HBox([Throws(), Unreadable()]),
        Initialize(),
        Remote(),
        last,
        wait=4,
        extra_views=[stateless],
    )
    notices = page.locator(".nn-notice")
    expect(notices).to_have_count(7)
    texts = " | ".join(notices.all_text_contents())
    for part in (
        "needs the module jupyter-leaflet (LeafletMapView), which this page does not carry",
        "needs KnobView of the module @jupyter-widgets/controls, which this page does not carry",
        "could not start: out of luck",
        "could not start: Unexpected identifier 'is'",
        "could not start: not today",
        "could not start: Failed to fetch dynamically imported module",
        "could not start: The page holds no state of the widget 0000",
    ):
        assert part in texts
    page.get_by_role("slider", name="last").press("ArrowRight")
    expect(page.get_by_role("slider", name="last")).to_have_attribute("aria-valuetext", "1")
    assert page.context.refused == ["https://example.org/d3.js"]


def test_a_slow_module_is_waited_for(show):
    class Slow(anywidget.AnyWidget):
        _esm = """export default {
          initialize: () => new Promise((done) => setTimeout(done, 2300)),
          render({ el }) { el.textContent = 'at last' },
        };"""

    page = show(Slow())
    expect(page.get_by_text("at last")).to_be_visible()
    assert page.context.errors + page.context.refused == []
