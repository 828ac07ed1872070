"""Every explorer of every chapter: each slider moves the picture, and every number is NumPy's.

The code that stands "as code" beside an explorer is Python and knows nothing of the browser's
engine.  So it is run, and what it prints is compared with what is on the screen.  A later chapter
is tested without a new line here.
"""

import math

import pytest

from .reading import assert_it_reads_so
from .screens import PHONE

KEYS = ["Home", "ArrowRight", "ArrowRight", "PageUp", "End", "ArrowLeft", "PageDown"]


def assert_numpy_agrees(seen, printed_by):
    """`seen`: pairs of what was done and what the explorer then showed."""
    numpy = printed_by([shown["code"] for _, shown in seen])
    for (done, shown), printed in zip(seen, numpy, strict=True):
        numbers = shown["numbers"].items()
        on_screen = {name: value for name, value in numbers if not math.isnan(value)}
        assert on_screen == pytest.approx(printed, rel=1e-9, abs=1e-12), f"{done}: {shown['code']}"
        assert_it_reads_so(shown, printed.layers, done)


BOTH = ["picture", "code"]


def changed(before, after):
    """What of the picture and the code is another one."""
    return [part for part in BOTH if before[part] != after[part]]


def test_each_choice_of_a_menu_and_each_slider(chapter, explorers, printed_by):
    """One visit for all: each slider is moved by keys, by typing and by mouse where it is first in sight."""
    seen = []
    for explorer in explorers(chapter):
        moved = set()
        for choice in explorer.arrangements():
            seen.append((f"{explorer.name}: {choice}", explorer.look()))
            assert seen[-1][1]["numbers"]
            for slider in explorer.sliders():
                if slider.name not in moved:
                    moved.add(slider.name)
                    seen += by_keys(explorer, slider)
                    seen += by_mouse(explorer, slider)
    assert_numpy_agrees(seen, printed_by)


def by_keys(explorer, slider):
    before = explorer.look()
    start = value = before["sliders"][slider.name]
    slider.handle.focus()
    for key in KEYS:
        if key == "Home" and slider.least() == value:
            continue  # it stands there already
        explorer.page.keyboard.press(key)
        after = explorer.look()
        moved_to = after["sliders"][slider.name]
        done = f"{explorer.name}, {slider.name}: {key} from {value} to {moved_to}"
        assert moved_to != value, done
        assert changed(before, after) == BOTH, done
        yield done, after
        value, before = moved_to, after
    explorer.type(slider.name, str(start))
    done = f"{explorer.name}, {slider.name}: typed {start}"
    after = explorer.look()
    assert after["sliders"][slider.name] == pytest.approx(start, abs=1e-9), done
    assert changed(before, after) == BOTH or value == start, done  # keys may have led back


def by_mouse(explorer, slider):
    mouse, before = explorer.page.mouse, explorer.look()
    value = before["sliders"][slider.name]
    slider.handle.scroll_into_view_if_needed()
    x, y = middle(slider.handle)
    by = 60 if value < slider.most() else -60  # half of it is a step of the coarsest slider
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + by / 2, y, steps=2)
    assert changed(before, explorer.look()) == BOTH, f"{slider.name}: nothing moves before it is let go"
    mouse.move(x + by, y, steps=2)
    mouse.up()
    after = explorer.look()
    moved_to = after["sliders"][slider.name]
    done = f"{explorer.name}, {slider.name}: dragged by {by} pixels from {value} to {moved_to}"
    assert (moved_to - value) * by > 0, done
    assert changed(before, after) == BOTH, done
    yield done, after


def test_a_slider_by_finger_on_a_phone(chapter, explorers, printed_by):
    seen = []
    for explorer in explorers(chapter, **PHONE):
        finger = explorer.page.context.new_cdp_session(explorer.page)
        slider, before = next(explorer.sliders()), explorer.look()
        value = slider.value()
        way = 1 if value < slider.most() else -1
        slider.handle.scroll_into_view_if_needed()
        x, y = middle(slider.handle)
        for kind, points in [
            ("touchStart", [x]),
            ("touchMove", [x + 10 * way]),
            ("touchMove", [x + 25 * way]),
            ("touchEnd", []),
        ]:
            touches = [{"x": point, "y": y} for point in points]
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
        after = explorer.look()
        done = f"{explorer.name}, {slider.name}: pushed from {value} to {slider.value()}"
        assert way * (slider.value() - value) > 0, done
        assert changed(before, after) == BOTH, done
        seen.append((done, after))
    assert_numpy_agrees(seen, printed_by)


def middle(handle):
    box = handle.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
