"""Every control of ipywidgets: shown, named, reachable by keyboard, at home in light and dark."""

import ipywidgets as widgets
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

CONTROLS = "@jupyter-widgets/controls"
# What a control needs beyond its defaults for there to be something to see.
OPTIONS = {
    "Audio": {"autoplay": False},
    "Video": {"autoplay": False},
    "Button": {"icon": "play"},
    "SelectionRangeSlider": {"options": ["a", "b"], "index": (0, 1)},
    "TagsInput": {"value": ["a"]},
    "Image": {"value": b"<svg xmlns='http://www.w3.org/2000/svg'/>", "format": "svg+xml"},
    **dict.fromkeys(
        ["Dropdown", "Select", "SelectMultiple", "RadioButtons", "ToggleButtons", "SelectionSlider"],
        {"options": ["a", "b"]},
    ),
    **dict.fromkeys(["Tab", "Accordion", "Stack"], {"titles": ["one", "two"], "selected_index": 0}),
}


def one_of_each():
    """A widget of each kind that has a view in ipywidgets' controls; boxes with two children."""
    kinds = {}  # by model: some classes are the same widget with more Python
    for kind in vars(widgets).values():
        if isinstance(kind, type) and issubclass(kind, widgets.Widget):
            if kind._view_module.default_value == CONTROLS and kind._view_name.default_value:
                kinds.setdefault(kind._model_name.default_value, kind)
    made = []
    for kind in kinds.values():
        options = dict(OPTIONS.get(kind.__name__, {}))
        if issubclass(kind, widgets.Box):
            options["children"] = [widgets.Label("first child"), widgets.Label("second child")]
        made.append(kind(**options))
    return made


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_all_controls_are_shown_and_axe_finds_nothing(show, theme):
    controls = one_of_each()
    assert len(controls) > 45
    page = show(*controls)
    page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
    assert page.locator(".nn-notice").count() == 0
    shown = set(page.evaluate("views.map(view => view.model.name)"))
    assert {control._model_name for control in controls} <= shown
    assert page.locator("[title=null]").count() == 0
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
    assert page.context.refused == []
    # Empty recordings cannot be loaded; nothing else may go wrong.
    assert [error for error in page.context.errors if "Failed to load resource" not in error] == []


def test_names_and_values(show):
    page = show(
        widgets.FloatSlider(0.25, max=1, step=0.05, description="learning rate:"),
        widgets.FloatRangeSlider(value=(-1, 2), min=-5, max=5, description="range"),
        widgets.SelectionSlider(options=["tanh", "relu"], index=1, description="activation"),
        widgets.SelectionRangeSlider(options=["Mon", "Tue"], index=(0, 1), description="days"),
        widgets.FloatLogSlider(value=0.1, min=-4, max=0, description="penalty"),
        widgets.IntSlider(description="<i>units</i>", description_allow_html=True),
        widgets.IntSlider(tooltip="seed"),
        widgets.IntSlider(disabled=True, description="off"),
        widgets.Dropdown(options=["a"], tooltip="data set"),
        widgets.BoundedIntText(description="epochs"),
        widgets.Checkbox(description="bias"),
        widgets.Play(description="training"),
        widgets.ToggleButtons(options=["one", "two"], index=1, description="layers"),
        widgets.RadioButtons(options=["left", "right"], description="side"),
        widgets.FloatProgress(value=3, max=10, description="progress"),
    )
    for name, text in {
        "learning rate": "0.25",
        "range, lower": "−1.00",
        "range, upper": "2.00",
        "activation": "relu",
        "days, lower": "Mon",
        "days, upper": "Tue",
        "penalty": "0.100",
        "units": "0",
        "seed": "0",
        "off": "0",
    }.items():
        handle = page.get_by_role("slider", name=name, exact=True)
        expect(handle).to_have_attribute("aria-valuetext", text)
    assert page.get_by_role("slider", name="learning rate").get_attribute("aria-valuenow") == "0.25"
    expect(page.get_by_role("slider", name="off")).to_be_disabled()
    for role, name in [
        ("textbox", "learning rate, value"),
        ("combobox", "data set"),
        ("spinbutton", "epochs"),
        ("checkbox", "bias"),
        ("button", "Play, training"),
        ("button", "Repeat, training"),
        ("group", "layers"),
        ("radiogroup", "side"),
        ("progressbar", "progress"),
    ]:
        expect(page.get_by_role(role, name=name, exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="two")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="one").click()
    expect(page.get_by_role("button", name="two")).to_have_attribute("aria-pressed", "false")


def test_names_follow_the_description_and_a_slider_made_anew(show):
    page = show(widgets.FloatSlider(0.5, min=-1, max=1, description="weight"))
    expect(page.get_by_role("slider", name="weight")).to_be_visible()
    page.evaluate("views[0].model.set('description', 'bias')")
    expect(page.get_by_role("slider", name="bias")).to_be_visible()
    expect(page.get_by_role("textbox", name="bias, value")).to_be_visible()
    page.evaluate("views[0].model.set('orientation', 'vertical')")
    handle = page.get_by_role("slider", name="bias")
    handle.press("ArrowUp")
    expect(handle).to_have_attribute("aria-valuetext", "0.60")


def test_a_slider_that_reports_late_still_says_its_value(show):
    page = show(widgets.FloatSlider(0.5, max=1, step=0.125, continuous_update=False))
    box = page.get_by_role("slider").bounding_box()
    page.mouse.move(box["x"] + 12, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + 500, box["y"] + 12)
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", "1.00")
    assert page.evaluate("views[0].model.get('value')") == 0.5
    page.mouse.up()
    assert page.evaluate("views[0].model.get('value')") == 1


def test_radios_tabs_and_accordions_by_keyboard(show):
    page = show(
        widgets.RadioButtons(options=["left", "right"], description="side"),
        widgets.RadioButtons(options=["up", "down"], description="end"),
        widgets.Tab([widgets.Label("plane"), widgets.Label("space")], titles=["2D", "3D"], selected_index=0),
        widgets.Accordion([widgets.Label("answer")], titles=["question"]),
    )
    page.get_by_role("radio", name="left").press("ArrowDown")
    expect(page.get_by_role("radio", name="right")).to_be_checked()
    page.keyboard.press("ArrowDown")  # around, not on into the next group
    expect(page.get_by_role("radio", name="left")).to_be_checked()
    page.keyboard.press("ArrowUp")
    assert page.evaluate("views.filter(v => v.container).map(v => v.model.get('index'))") == [1, 0]
    expect(page.get_by_text("plane")).to_be_visible()
    expect(page.get_by_text("space")).to_be_hidden()
    page.get_by_role("tab", name="2D").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_text("space")).to_be_visible()
    expect(page.get_by_text("plane")).to_be_hidden()
    question = page.get_by_role("button", name="question", expanded=False)
    expect(page.get_by_text("answer")).to_be_hidden()
    question.press("Enter")
    expect(page.get_by_text("answer")).to_be_visible()
    expect(page.get_by_role("button", name="question", expanded=True)).to_be_visible()
    assert page.context.errors == []


def test_a_handle_is_large_enough_and_shows_its_focus(show):
    page = show(widgets.IntSlider(50, description="first"), widgets.Dropdown(options=["a"]))
    handle = page.get_by_role("slider", name="first")
    size = handle.bounding_box()
    assert min(size["width"], size["height"]) >= 24
    outline = "node => getComputedStyle(node).outlineStyle + getComputedStyle(node).outlineWidth"
    assert handle.evaluate(outline).startswith("none")
    readout, choice = page.get_by_role("textbox"), page.get_by_role("combobox")
    for control in (handle, readout, choice):
        page.keyboard.press("Tab")
        assert control.evaluate("node => node === document.activeElement")
        assert control.evaluate(outline) == "solid2px"


def test_zero_is_marked_where_a_range_has_both_signs(show):
    page = show(widgets.FloatSlider(min=-1, max=3), widgets.FloatSlider(min=0, max=3))
    signed, positive = page.locator(".noUi-target").all()
    mark = "node => getComputedStyle(node, '::before').content"
    assert signed.evaluate(mark) == '""' and positive.evaluate(mark) == "none"
    left = signed.evaluate("node => parseFloat(getComputedStyle(node, '::before').left) + 1")
    assert left == pytest.approx(signed.bounding_box()["width"] / 4, abs=0.5)


def test_sliders_fit_a_narrow_page(show):
    pair = [widgets.FloatSlider(description="weight"), widgets.FloatSlider(description="bias")]
    page = show(widgets.HBox(pair), wait=3)
    page.set_viewport_size({"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_number_is_typed_with_point_or_comma_and_what_is_none_changes_nothing(show):
    page = show(
        widgets.FloatSlider(0.5, min=-2, max=3, step=0.1, description="weight"),
        widgets.IntSlider(4, max=9, description="units"),
    )
    value = "which => views[which].model.get('value')"

    def type_in(name, text):
        readout = page.get_by_role("textbox", name=f"{name}, value", exact=True)
        assert readout.evaluate("node => getComputedStyle(node).borderTopStyle") == "solid", "it looks so"
        readout.fill(text)
        readout.press("Enter")
        return readout

    for text, number in [
        ("1.25", 1.25),
        ("−1,5", -1.5),
        ("-.5", -0.5),
        ("+2", 2),
        ("1e-3", 0.001),
        (" 0,75 ", 0.75),
    ]:
        type_in("weight", text)
        assert page.evaluate(value, 0) == number, text
    for text in ("1.5x", "1,5,5", "abc", "", "1 2 .", "--1"):
        readout = type_in("weight", text)
        assert page.evaluate(value, 0) == 0.75, text
        expect(readout).to_have_text("0.75")
        expect(page.get_by_text("is no number: it stays")).to_be_visible()
    type_in("weight", "7")
    assert page.evaluate(value, 0) == 3, "the range of this one is fixed"
    expect(page.get_by_text("From −2.00 to 3.00.")).to_be_visible()
    type_in("units", "2.5")
    assert page.evaluate(value, 1) == 4
    expect(page.get_by_text("is no whole number: it stays")).to_be_visible()
    # Escape takes the typing back.
    readout = page.get_by_role("textbox", name="units, value", exact=True)
    readout.fill("8")
    readout.press("Escape")
    expect(readout).to_have_text("4")
    assert page.context.errors == []


def test_the_range_grows_where_more_is_asked_for(show):
    growing = widgets.FloatSlider(1, min=-2, max=2, step=0.1, description="weight")
    growing.add_class("nn-grows")
    page = show(growing)
    readout = page.get_by_role("textbox", name="weight, value", exact=True)
    readout.fill("7,3")
    readout.press("Enter")
    seen = "['value', 'min', 'max'].map(name => views[0].model.get(name))"
    assert page.evaluate(seen) == [7.3, -10, 10]
    page.evaluate("views[0].model.set('value', -31)")  # as a training does
    assert page.evaluate(seen) == [-31, -50, 50]
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuemin", "-50")
    expect(readout).to_have_text("−31.00")


def test_a_drag_can_hit_zero(show):
    page = show(widgets.FloatSlider(5, min=-13, max=17, step=0.1, description="weight"))
    handle, track = page.get_by_role("slider"), page.locator(".noUi-target").bounding_box()
    zero = track["x"] + 13 / 30 * track["width"]
    box = handle.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    hits = 0
    for offset in (-3, -1, 0, 2, 4, 12):
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(zero + offset, y, steps=3)
        page.mouse.up()
        page.evaluate("new Promise((done) => setTimeout(() => requestAnimationFrame(done)))")
        value = page.evaluate("views[0].model.get('value')")
        hits += value == 0
        assert (value == 0) == (offset != 12), (offset, value)
        box = handle.bounding_box()
        x = box["x"] + box["width"] / 2
    assert hits == 5 and abs(x - zero - 12) < 3
