"""Chapter 10 in the browser: the current by hand, by slider and by keyboard; each one visited is kept."""

import pytest

CHAPTER = "book/10-human-brain"


def test_the_current_in_the_readers_hand(explorers, printed_by):
    (explorer,) = explorers(CHAPTER)
    seen = [explorer.look()]
    # A constant current that is visited becomes a point; forgotten, it is the only one, and no ReLU fits one
    # point.
    regime = explorer.element.locator(".nn-regime")
    explorer.type("current I, nA", "1")
    assert regime.inner_text() == "Silent: current and leak balance at −55.0 mV"  # −65 and 10 MΩ × 1 nA
    explorer.button("Undo").click()
    explorer.type("current I, nA", "3.5")
    assert explorer.element.locator(".nn-visited").count() == 1 + 7  # one is in the key
    seen.append(explorer.look())
    explorer.button("Forget the points").click()
    seen.append(explorer.look())
    assert explorer.element.locator(".nn-visited").count() == 1 + 1 and "fit_relu(" not in seen[-1]["code"]
    explorer.button("Undo").click()
    explorer.settle()
    assert explorer.element.locator(".nn-visited").count() == 1 + 7

    # Drawn with the mouse, from left to right, upward.
    drawing = explorer.element.locator(".nn-current-drawing")
    drawing.scroll_into_view_if_needed()
    box = drawing.bounding_box()
    at = lambda x, y: (box["x"] + x * box["width"], box["y"] + y * box["height"])
    mouse = explorer.page.mouse
    mouse.move(*at(0.15, 0.7))
    mouse.down()
    mouse.move(*at(0.9, 0.25), steps=3)
    mouse.up()
    seen.append(explorer.look())
    assert explorer.element.get_by_role("combobox", name="the current is").input_value() == "drawn by hand"
    drawn = heights(seen[-1]["code"])
    assert drawn[3] < drawn[12] < drawn[22] and explorer.element.locator(".nn-interval").count() > 5

    # The same by keyboard: the cursor goes to a piece, the slider moves that piece alone.
    explorer.type("time t, ms", "130")
    assert explorer.value("current I, nA") == pytest.approx(drawn[6])
    explorer.type("current I, nA", "4.5")
    moved = heights(explorer.look()["code"])
    assert moved[6] == 4.5 and [height for i, height in enumerate(moved) if i != 6] == [
        height for i, height in enumerate(drawn) if i != 6
    ]

    # Played from the cursor on; at the end it rests.
    explorer.run("Play")
    explorer.element.get_by_text(": 500 ms are over").wait_for()
    assert explorer.value("time t, ms") == 500
    seen.append(explorer.look())
    for shown, printed in zip(seen, printed_by([each["code"] for each in seen]), strict=True):
        assert {name: shown["numbers"][name] for name in printed} == pytest.approx(printed, rel=1e-9)


def heights(code):
    line = next(line for line in code.splitlines() if line.startswith("current = np.repeat("))
    return [float(number) for number in line.partition("[")[2].partition("]")[0].split(", ")]
