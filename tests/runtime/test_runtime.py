"""Widgets in a page without a kernel: they work, and they are linked."""

import struct

import anywidget
import ipywidgets as widgets
import traitlets
from playwright.sync_api import expect


class Plot(anywidget.AnyWidget):
    """Shows its one number, and how the bytes arrived."""

    _esm = """
    function render({ model, el }) {
      const p = document.createElement('p');
      const draw = () => { p.textContent = `w = ${model.get('w')}`; };
      model.on('change:w', draw);
      draw();
      const button = document.createElement('button');
      button.textContent = 'double';
      button.onclick = () => {
        model.set('w', 2 * model.get('w')); model.save_changes(); model.send({ clicked: true });
      };
      const bytes = model.get('weights');
      const numbers = bytes instanceof DataView
        ? new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8) : ['no DataView'];
      el.append(p, button, JSON.stringify([...numbers]));
    }
    export default { render };
    """
    _css = "p { font-weight: bold }"
    w = traitlets.Float(0.5).tag(sync=True)
    weights = traitlets.Bytes().tag(sync=True)


def slider(**options):
    return widgets.FloatSlider(**{"value": 0.5, "min": -2, "max": 2, "step": 0.1} | options)


def problems(page):
    return page.context.errors + page.context.refused


def test_a_slider_moves_its_links_by_keyboard(show):
    plot, weight, copy = Plot(), slider(description="weight"), slider(description="copy")
    widgets.jslink((weight, "value"), (plot, "w"))
    widgets.jsdlink((weight, "value"), (copy, "value"))
    page = show(plot, weight, copy)
    handle = page.get_by_role("slider", name="weight")
    handle.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_text("w = 0.8")).to_be_visible()
    expect(page.get_by_role("slider", name="copy")).to_have_attribute("aria-valuetext", "0.80")
    page.keyboard.press("Home")
    expect(page.get_by_text("w = -2")).to_be_visible()
    assert problems(page) == []


def test_a_slider_moves_by_mouse_and_by_a_typed_number(show):
    weight, plot = slider(description="weight"), Plot()
    widgets.jslink((weight, "value"), (plot, "w"))
    page = show(weight, plot)
    box = page.get_by_role("slider", name="weight").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(1000, box["y"])
    page.mouse.up()
    expect(page.get_by_text("w = 2", exact=True)).to_be_visible()
    readout = page.get_by_role("textbox", name="weight, value")
    readout.fill("−1.5")  # with the true minus sign that the readout itself shows
    readout.press("Enter")
    expect(page.get_by_text("w = -1.5")).to_be_visible()
    expect(readout).to_have_text("−1.50")
    assert problems(page) == []


def test_a_view_sets_its_slider_and_needs_no_kernel_to_save_or_send(show):
    weight, plot = slider(description="weight"), Plot()
    widgets.jslink((weight, "value"), (plot, "w"))
    page = show(weight, plot)
    page.get_by_role("button", name="double").click()
    expect(page.get_by_text("w = 1", exact=True)).to_be_visible()
    expect(page.get_by_role("slider", name="weight")).to_have_attribute("aria-valuenow", "1")
    assert problems(page) == []


def test_a_slider_leaves_the_number_it_shows_as_it_is(show):
    # ipywidgets' own slider rounds it to its step, here 0.1, and writes that back.
    weight, plot = slider(description="weight"), Plot(w=0.123)
    span = widgets.FloatRangeSlider(value=(0.123, 2), description="span")
    widgets.jslink((plot, "w"), (weight, "value"))
    page = show(weight, span, plot)
    expect(page.get_by_text("w = 0.123")).to_be_visible()
    page.get_by_role("button", name="double").click()
    expect(page.get_by_text("w = 0.246")).to_be_visible()
    expect(page.get_by_role("textbox", name="weight, value")).to_have_text("0.25")
    assert page.get_by_role("slider", name="weight").get_attribute("aria-valuenow") == "0.246"
    models = "views.map(view => view.model).filter(model => model.name == 'FloatRangeSliderModel')"
    assert page.evaluate(models + "[0].get('value')") == [0.123, 2]
    assert page.get_by_role("slider", name="span, lower").get_attribute("aria-valuetext") == "0.12"
    # From there on the steps are the slider's.
    page.get_by_role("slider", name="weight").press("ArrowRight")
    expect(page.get_by_text("w = 0.3", exact=True)).to_be_visible()
    assert problems(page) == []


def test_bytes_arrive_as_a_data_view(show):
    page = show(Plot(weights=struct.pack("<3d", 1.0, -2.5, 1e-300)))
    expect(page.get_by_text("[1,-2.5,1e-300]")).to_be_visible()
    assert problems(page) == []


def test_play_advances_what_it_is_linked_to_and_pauses(show):
    play = widgets.Play(min=0, max=1000, interval=10)
    epoch = widgets.IntSlider(max=1000, description="epoch")
    widgets.jslink((play, "value"), (epoch, "value"))
    page = show(play, epoch)
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("Number(document.querySelector('[role=slider]').ariaValueNow) > 5")
    page.get_by_role("button", name="Pause").click()
    now = page.get_by_role("slider", name="epoch").get_attribute("aria-valuenow")
    page.wait_for_timeout(100)
    assert page.get_by_role("slider", name="epoch").get_attribute("aria-valuenow") == now
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("slider", name="epoch")).to_have_attribute("aria-valuenow", "0")
    assert problems(page) == []


def test_a_dropdown_sets_an_anywidget(show):
    class Name(anywidget.AnyWidget):
        _esm = """export default { render({ model, el }) {
          const draw = () => { el.textContent = `index ${model.get('index')}`; };
          model.on('change:index', draw); draw();
        } };"""
        index = traitlets.Int().tag(sync=True)

    choice, name = widgets.Dropdown(options=["tanh", "relu"], description="activation"), Name()
    widgets.jslink((choice, "index"), (name, "index"))
    page = show(widgets.VBox([choice, name]), wait=3)
    page.get_by_role("combobox", name="activation").select_option("relu")
    expect(page.get_by_text("index 1")).to_be_visible()
    assert problems(page) == []
