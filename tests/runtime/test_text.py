"""Text in a page of widgets: saved outputs, HTML and math in labels."""

import ipywidgets as widgets
from playwright.sync_api import expect


def test_the_output_widget_shows_what_was_saved(show):
    inner = widgets.IntSlider(description="inner")
    view = {
        "application/vnd.jupyter.widget-view+json": {"model_id": inner.model_id},
        "text/plain": "IntSlider",
    }
    output = widgets.Output(
        outputs=(
            {"output_type": "stream", "name": "stdout", "text": "epoch 1\n"},
            {"output_type": "display_data", "data": {"text/html": "<b>bold</b>"}, "metadata": {}},
            {"output_type": "execute_result", "data": {"text/plain": "array([1.])"}, "metadata": {}},
            {"output_type": "display_data", "data": view, "metadata": {}},
            {
                "output_type": "error",
                "ename": "ValueError",
                "evalue": "no",
                "traceback": ["\x1b[31mValueError\x1b[0m: no"],
            },
        )
    )
    # The box brings the slider into the state of the page.
    page = show(output, widgets.HBox([inner]), wait=4)
    shown = page.locator(".widget-output")
    for text in ("epoch 1", "bold", "array([1.])", "ValueError: no"):
        expect(shown.get_by_text(text)).to_be_visible()
    expect(shown.get_by_role("slider", name="inner")).to_be_visible()
    assert page.context.errors + page.context.refused == []


def test_a_state_that_ends_a_script_is_read_to_its_end(show):
    page = show(widgets.Label("before </script> after"))
    expect(page.get_by_text("before </script> after")).to_be_visible()


def test_html_in_descriptions_is_sanitized(show):
    risky = "<b>bias</b><img src='data:,' onerror='window.hacked = 1'><script>window.hacked = 1</script>"
    page = show(widgets.IntSlider(description=risky, description_allow_html=True))
    label = page.locator("label.widget-label")
    assert label.inner_html() == '<b>bias</b><img src="data:,">'
    assert page.evaluate("window.hacked") is None
