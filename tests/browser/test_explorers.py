"""Every explorer of every chapter: each slider moves the picture, and every number is NumPy's.

The code that stands "as code" beside an explorer is Python and knows nothing of the browser's
engine.  So it is run, and what it prints is compared with what is on the screen.  A later chapter
is tested without a new line here.
"""

import math

import pytest

KEYS = ["Home", "ArrowRight", "ArrowRight", "PageUp", "End", "ArrowLeft", "PageDown"]


def assert_numpy_agrees(seen, printed_by):
    """`seen`: pairs of what was done and what the explorer then showed."""
    numpy = printed_by([shown["code"] for _, shown in seen])
    for (done, shown), printed in zip(seen, numpy, strict=True):
        numbers = shown["numbers"].items()
        on_screen = {name: value for name, value in numbers if not math.isnan(value)}
        assert on_screen == pytest.approx(printed, rel=1e-9, abs=1e-12), f"{done}: {shown['code']}"


def changed(before, after):
    return before["picture"] != after["picture"] and before["code"] != after["code"]


def test_the_first_state_is_numpys(chapter, explorers, printed_by):
    seen = [(explorer.name, explorer.look()) for explorer in explorers(chapter)]
    assert all(shown["numbers"] for _, shown in seen)
    assert_numpy_agrees(seen, printed_by)


def test_each_slider_by_keyboard(chapter, explorers, printed_by):
    seen = []
    for explorer in explorers(chapter):
        for name in explorer.sliders():
            start, value, before = str(explorer.value(name)), explorer.value(name), explorer.look()
            explorer.slider(name).focus()
            for key in KEYS:
                if key == "Home" and float(explorer.slider(name).get_attribute("aria-valuemin")) == value:
                    continue  # it stands there already
                explorer.page.keyboard.press(key)
                after, moved_to = explorer.look(), explorer.value(name)
                done = f"{explorer.name}, {name}: {key} from {value} to {moved_to}"
                assert moved_to != value, done
                assert changed(before, after), done
                seen.append((done, after))
                value, before = moved_to, after
            explorer.type(name, start)
            done = f"{explorer.name}, {name}: typed {start}"
            assert explorer.value(name) == pytest.approx(float(start), abs=1e-9), done
            assert changed(before, explorer.look()) or value == float(start), done  # keys may have led back
    assert_numpy_agrees(seen, printed_by)


def test_each_slider_by_mouse(chapter, explorers, printed_by):
    seen = []
    for explorer in explorers(chapter):
        mouse = explorer.page.mouse
        for name in explorer.sliders():
            handle, before, value = explorer.slider(name), explorer.look(), explorer.value(name)
            handle.scroll_into_view_if_needed()
            x, y = middle(handle)
            by = 30 if value < float(handle.get_attribute("aria-valuemax")) else -30
            mouse.move(x, y)
            mouse.down()
            mouse.move(x + by / 2, y, steps=2)
            assert changed(before, explorer.look()), f"{name}: nothing moves before it is let go"
            mouse.move(x + by, y, steps=2)
            mouse.up()
            after = explorer.look()
            moved_to = explorer.value(name)
            done = f"{explorer.name}, {name}: dragged by {by} pixels from {value} to {moved_to}"
            assert (moved_to - value) * by > 0, done
            assert changed(before, after), done
            seen.append((done, after))
    assert_numpy_agrees(seen, printed_by)


def test_a_slider_by_finger_on_a_phone(chapter, explorers, printed_by):
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
    seen = []
    for explorer in explorers(chapter, **phone):
        finger = explorer.page.context.new_cdp_session(explorer.page)
        name = next(explorer.sliders())
        handle, before, value = explorer.slider(name), explorer.look(), explorer.value(name)
        handle.scroll_into_view_if_needed()
        x, y = middle(handle)
        for kind, points in [
            ("touchStart", [x]),
            ("touchMove", [x + 10]),
            ("touchMove", [x + 25]),
            ("touchEnd", []),
        ]:
            touches = [{"x": point, "y": y} for point in points]
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
        after = explorer.look()
        done = f"{explorer.name}, {name}: pushed from {value} to {explorer.value(name)}"
        assert explorer.value(name) > value, done
        assert changed(before, after), done
        seen.append((done, after))
    assert_numpy_agrees(seen, printed_by)


def test_each_choice_of_a_menu(chapter, explorers, printed_by):
    for explorer in explorers(chapter):
        seen = [(explorer.name, explorer.look()) for _ in explorer.arrangements()]
        assert_numpy_agrees(seen, printed_by)


def middle(handle):
    box = handle.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
