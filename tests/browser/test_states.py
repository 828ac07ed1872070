"""Every explorer of every chapter: one undo a gesture, a reset, and an address that brings its state back."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import ALL_THERE, ExplorerOnPage

SENTENCE = "The address names a state that this explorer does not have"


@pytest.fixture
def reader(open_page, chapter):
    return Reader(open_page(chapter))


class Reader:
    """A reader of a page: its explorers, and their states as code."""

    def __init__(self, page):
        self.page = page
        self.find()
        self.first = self.codes()

    def find(self):
        self.explorers = [ExplorerOnPage(element) for element in self.page.locator(".nn-explorer").all()]

    def codes(self):
        return [explorer.code() for explorer in self.explorers]

    def go(self, address):
        self.page.evaluate(
            "address => { history.replaceState(null, '', '#'); location.hash = address; }", address
        )

    def address(self):
        return self.page.evaluate("location.hash")


def drag(explorer, by=24):
    """A slider by the mouse, in many small moves, away from the end that is near; the first one in sight."""
    handle, mouse = explorer.element.get_by_role("slider").first, explorer.page.mouse
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    now, most = (float(handle.get_attribute(f"aria-value{which}")) for which in ("now", "max"))
    if now > 0.9 * most:
        by = -by
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + by, y, steps=6)
    mouse.up()
    explorer.settle()  # a slider that follows the hand slowly has come to rest


def test_undo_reset_and_link(reader):
    page, addresses, codes = reader.page, [], []
    for place, explorer in enumerate(reader.explorers):
        assert explorer.button("Undo").get_attribute("aria-disabled") == "true"
        drag(explorer)
        moved = explorer.code()
        assert moved != reader.first[place], explorer.name
        drag(explorer, 40)
        assert explorer.code() not in (moved, reader.first[place]), explorer.name
        explorer.button("Undo").click()
        assert explorer.code() == moved, f"{explorer.name}: one gesture is one step back"
        explorer.element.get_by_role("slider").first.focus()
        page.keyboard.press("Control+z")
        assert explorer.code() == reader.first[place], explorer.name
        drag(explorer)
        explorer.button("Link to this state").click()
        addresses.append(reader.address())
        codes.append(explorer.code())
        assert codes[-1] != reader.first[place], explorer.name
        explorer.button("Reset").click()
        assert explorer.code() == reader.first[place], explorer.name
        explorer.button("Undo").click()
        assert explorer.code() == codes[-1], f"{explorer.name}: a reset can be undone"
        explorer.button("Reset").click()

    # Each address brings back its own explorer, and leaves the others as they are.
    wanted = list(reader.first)
    for place, address in enumerate(addresses):
        reader.go(address)
        wanted[place] = codes[place]
        assert reader.codes() == wanted
    page.reload()
    page.wait_for_function(ALL_THERE)
    reader.find()
    assert reader.codes() == [*reader.first[:-1], codes[-1]]

    # One that was altered, cut, or is of another explorer gives the first state and a sentence.
    explorer, address = reader.explorers[-1], addresses[-1]
    altered = address[:-6] + ("A" if address[-6] != "A" else "B") + address[-5:]
    foreign = re.sub(r"__(\w[\w-]*?)__", "__no-such-explorer__", address, count=1)
    nothing, nobody = address.rsplit("__", 1)[0] + "__", re.sub(r"__\d+__", "__99__", address, count=1)
    for wrong in (altered, address[:-9], foreign, f"{address}%", f"{address[:-3]}%E0%A4%A", nothing, nobody):
        reader.go(address)
        assert explorer.code() == codes[-1]
        reader.go(wrong)
        assert explorer.code() == reader.first[-1], wrong
        assert SENTENCE in explorer.element.inner_text()
    assert page.context.errors == []
    # An ordinary link works as ever, and nobody says a word.
    reader.go(address)
    heading = page.locator("section[id]").last
    reader.go("#" + heading.get_attribute("id"))
    assert explorer.code() == codes[-1] and SENTENCE not in page.locator("body").inner_text()
    expect(heading.locator("h1, h2, h3").first).to_be_in_viewport()
