"""Static pages with widgets, as a built book has: state and views in the page, no kernel."""

import json
import shutil
from pathlib import Path

import pytest
from ipywidgets.embed import dependency_state, embed_data

from nnbasics.look import css_variables

DIST = Path(__file__).parents[2] / "book" / "_runtime" / "dist"
RECORD = """
window.views = []; window.rendered = [];
addEventListener('nn:widget-rendered', ({ detail, target }) => {
  window.first ??= performance.now(); views.push(detail.view); rendered.push(target);
});
"""


@pytest.fixture
def write_page():
    """`write_page(folder, view_specs, manager_state, head)`: a page with widgets and the runtime."""

    def write_page(folder, views, state, head):
        for path in DIST.iterdir():
            shutil.copy(path, folder)
        (folder / "index.html").write_text(
            f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Widgets</title>
<link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">
<style>{css_variables()} body {{ background: var(--nn-paper); color: var(--nn-ink) }}</style>
<link rel="stylesheet" href="nn-widgets.css">{head}
<script defer src="nn-widgets-every.js"></script></head>
<body><main><h1>Widgets</h1>{"".join(_script("view", view) for view in views)}</main>
{_script("state", state)}</body></html>""",
            encoding="utf-8",
        )

    return write_page


@pytest.fixture
def show(tmp_path, serve, page, write_page):
    """`show(widget, ..., head="", wait=None)`: a page of the widgets, open in the browser.

    Waits for as many `nn:widget-rendered` events as there are widgets, or for `wait` of them.
    `page.evaluate("views")` are the views seen.
    """

    def open_page(*widgets, head="", wait=None, extra_views=()):
        # A kernel saves the state in full, so `drop_defaults` is off.
        data = embed_data(views=widgets, state=dependency_state(widgets, drop_defaults=False))
        write_page(tmp_path, [*data["view_specs"], *extra_views], data["manager_state"], head)
        page.add_init_script(RECORD)
        page.goto(serve(tmp_path) + "/index.html")
        wanted = len(widgets) if wait is None else wait
        seen = "wanted => rendered.filter(element => element.isConnected).length >= wanted"
        page.wait_for_function(seen, arg=wanted)
        if wait is None:  # one that holds others counts for more than one
            shown = "wanted => document.querySelectorAll('.widget-subarea > *').length >= wanted"
            page.wait_for_function(shown, arg=wanted)
        return page

    return open_page


def _script(kind, content):
    # As MyST-NB writes it.
    text = json.dumps(content).replace("</script>", r"<\/script>")
    return f'<script type="application/vnd.jupyter.widget-{kind}+json">{text}</script>'
