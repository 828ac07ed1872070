"""Pages of the built book, open in the browser, and their explorers in the hands of a test."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .reading import SEEN

ROOT = Path(__file__).parents[2]
PAGES = re.findall(r"(?:root|file): *(\S+)", (ROOT / "_toc.yml").read_text(encoding="utf-8"))
RUN = """
import contextlib, io, json, sys
printed = []
for code in json.load(sys.stdin):
    names = {}
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(code, names)
    layers = getattr(names.get("drawn") or names.get("shown"), "layers", [])
    numbers = [[layer.weights.ravel().tolist(), layer.biases.tolist()] for layer in layers]
    printed.append([out.getvalue(), numbers])
json.dump(printed, sys.stdout)
"""
# Scripts that the page waits for until its first explorer stands are fetched then.
ALL_FETCHED = """!document.querySelector("script[type='text/later']")
    && [...document.scripts].every(({ src }) => !src || performance.getEntriesByName(src).length)"""
# They come one by one, from the top down.
ALL_THERE = f"""() => document.querySelectorAll(".nn-explorer .nn-view:has(output)").length
    === document.querySelectorAll("script[type$='jupyter.widget-view+json']").length && {ALL_FETCHED}"""
# Two frames later; whether it computes still.
PAINTED = """(view) => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(
    () => done(view.hasAttribute("aria-busy")))))"""
# How far the page is scrolled, when that has come to rest: a push of a finger goes on for a while.
SCROLLED = """async () => {
    for (let last = NaN, same = 0; same < 5; last = scrollY) {
        await new Promise(requestAnimationFrame);
        same = scrollY === last ? same + 1 : 0;
    }
    return scrollY;
}"""
# The picture as one number: it is only compared, and large ones take long to leave the browser.
SNAPSHOT = """(explorer) => {
    let picture = 1;
    const add = (numbers) => { // by place: millions of pixels, and an iterator takes twice as long
        for (let i = 0; i < numbers.length; i += 1) picture = Math.imul(picture, 31) + numbers[i] | 0;
    };
    const drawings = explorer.querySelector(".nn-stage").cloneNode(true);
    drawings.querySelectorAll("output").forEach((output) => output.remove());
    add(new TextEncoder().encode(drawings.innerHTML));
    for (const canvas of explorer.querySelectorAll("canvas")) {
        const { width, height } = canvas;
        if (!width || !height) continue;
        add(new Uint32Array(canvas.getContext("2d").getImageData(0, 0, width, height).data.buffer));
    }
    return {
        numbers: Object.fromEntries(Array.from(
            explorer.querySelectorAll("output[data-name]:not([data-past])"),
            (output) => [output.dataset.name, Number(output.dataset.value)])),
        picture,
        code: explorer.querySelector(".nn-code code").textContent,
        sliders: Object.fromEntries([...explorer.querySelectorAll("[role=slider]")]
            .filter((slider) => slider.checkVisibility())
            .map((slider) => [slider.ariaLabel, Number(slider.ariaValueNow)])),
    };
}"""
# All of it in one call, two frames later; null while it computes still.
LOOK = f"""async (explorer) => await ({PAINTED})(explorer.querySelector("[data-explorer]"))
    ? null : {{...({SNAPSHOT})(explorer), ...({SEEN})(explorer)}}"""


class Printed(dict):
    """Numbers by name; `layers`: weights and biases of the network `drawn`, or `shown`, in the code."""

    def __init__(self, text, layers):
        lines = (line.rsplit(maxsplit=1) for line in text.splitlines())
        super().__init__((name.strip(), float(value)) for name, value in lines)
        self.layers = layers


def pytest_generate_tests(metafunc):
    """A test that takes `page_name` runs on every page; with `chapter`, on those with explorers."""
    if "page_name" in metafunc.fixturenames:
        metafunc.parametrize("page_name", PAGES)
    if "chapter" in metafunc.fixturenames:
        metafunc.parametrize("chapter", [page for page in PAGES if _has_explorers(page)])


def _has_explorers(page):
    notebook = ROOT / f"{page}.ipynb"
    return notebook.exists() and "nnbasics.explorers" in notebook.read_text(encoding="utf-8")


def swipe(page, x, y, right, down=0):
    """One finger, put down at (x, y) and moved by so many pixels."""
    touch = page.context.new_cdp_session(page)
    for i in range(11):
        touch.send(
            "Input.dispatchTouchEvent",
            {
                "type": "touchMove" if i else "touchStart",
                "touchPoints": [{"x": x + i * right / 10, "y": y + i * down / 10}],
            },
        )
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


class ExplorerOnPage:
    """An explorer in an open page: what a reader can move there, and what the reader then sees.

    `name` is that of its view, `element` its Playwright locator.
    """

    def __init__(self, element):
        self.element, self.page = element, element.page
        self.handle, self.view = element.element_handle(), element.locator("[data-explorer]").element_handle()
        self.name = self.view.get_attribute("data-explorer")
        # By key: a click misses where the page above still takes its room.
        element.locator(".nn-code summary").press("Enter")
        self.settle()

    def settle(self):
        """Wait until what was changed is computed and painted: the frame in which it is, and its end.

        Some is computed over many frames; that it is, is known after the first.
        """
        if self.view.evaluate(PAINTED):
            self.element.locator("[data-explorer]:not([aria-busy])").wait_for(
                state="attached", timeout=120_000
            )
            self.view.evaluate(PAINTED)

    def look(self):
        """What is on the screen: `numbers`, `sliders`, `picture`, `code`; and what reading.py reads."""
        while not (seen := self.handle.evaluate(LOOK)):
            self.settle()
        return seen

    def code(self):
        """What stands "as code"."""
        self.settle()
        return self.handle.eval_on_selector(".nn-code code", "code => code.textContent")

    def number(self, name):
        """One number in full precision."""
        self.settle()
        output = self.element.locator(f"output[data-name='{name}']")
        return float(output.get_attribute("data-value"))

    def parameters(self):
        """Weights and biases in one list, as `Network.parameters`, and the inputs, by the code."""
        names = {"print": lambda *anything: None}
        exec(self.look()["code"], names)
        return names["shown"].parameters.tolist(), names["trace"].activations[0].ravel().tolist()

    def slider(self, name):
        """The handle of a slider, by its label."""
        return self.element.get_by_role("slider", name=name, exact=True)

    def value(self, name):
        return float(self.slider(name).get_attribute("aria-valuenow"))

    def type(self, name, text):
        """Type a number over the one beside the slider."""
        readout = self.element.get_by_role("textbox", name=f"{name}, value", exact=True)
        readout.fill(text)
        readout.press("Enter")
        self.settle()

    def sliders(self):
        """The sliders that are in sight: menus may hide some."""
        for handle in self.element.get_by_role("slider").element_handles():
            yield Slider(handle)

    def arrangements(self):
        """Every choice of every menu in turn, by its words; at least the one that is there at first."""
        yield "as it is at first"
        for menu in self.element.locator("select:not(.nn-transport select)").all():
            if not menu.is_visible():
                continue
            for option in menu.locator("option").all():
                menu.select_option(option.get_attribute("value"))
                self.settle()  # a menu hides and shows sliders when it is painted
                yield option.inner_text()

    def run(self, label, speed="as fast as it goes"):
        """Let the transport play, at this speed."""
        self.element.get_by_role("combobox", name="Speed").select_option(speed)
        self.button(label).click()

    def drag(self, part, right, down=0):
        """Take hold of the middle of a part with the mouse, and pull it by so many pixels."""
        x, y = self._middle(part)
        mouse = self.page.mouse
        mouse.move(x, y)
        mouse.down()
        mouse.move(x + right, y + down, steps=6)
        mouse.up()
        self.settle()

    def draw(self, part, *strokes):
        """Draw on a part that is in sight; each stroke is a list of places, as shares of its box."""
        box, mouse = part.bounding_box(), self.page.mouse
        for stroke in strokes:
            places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in stroke]
            mouse.move(*places[0])
            mouse.down()
            for place in places[1:]:
                mouse.move(*place, steps=8)
            mouse.up()
        self.settle()

    def swipe(self, part, right, down=0):
        """The same with a finger; by how many pixels that scrolls the page."""
        x, y = self._middle(part)
        before = self.page.evaluate(SCROLLED)
        swipe(self.page, x, y, right, down)
        self.settle()
        return self.page.evaluate(SCROLLED) - before

    def _middle(self, part):
        for each, block in ((self.element, "start"), (part, "center")):  # a picture may stay on the screen
            each.evaluate("(each, block) => each.scrollIntoView({ block, behavior: 'instant' })", block)
        self.page.evaluate("scrollBy({ top: -0.2 * innerHeight, behavior: 'instant' })")  # clear of that
        self.settle()
        box = part.bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def points(self, drawing, kind=""):
        """The places of the examples in a drawing, in its pixels; `kind` is like ".nn-wrong"."""
        marks = self.element.locator(f"{drawing} .nn-point{kind}:not(.nn-key *)")
        paths = marks.evaluate_all("marks => marks.map((mark) => mark.getAttribute('d') ?? '')")
        return [(float(x), float(y)) for x, y in re.findall(r"M(\S+) (-?[\d.]+)", "".join(paths))]

    def button(self, name):
        return self.element.get_by_role("button", name=name, exact=True)


class Slider:
    """A slider that is in sight: its `name`, and its `handle`, found once."""

    def __init__(self, handle):
        self.handle, self.name = handle, handle.get_attribute("aria-label")

    def value(self):
        return float(self.handle.get_attribute("aria-valuenow"))

    def least(self):
        return float(self.handle.get_attribute("aria-valuemin"))

    def most(self):
        return float(self.handle.get_attribute("aria-valuemax"))


@pytest.fixture(scope="session")
def book(built_book, serve):
    """The address of the built book."""
    return serve(built_book)


@pytest.fixture
def open_page(offline_context, book):
    """`open_page(name, **options)`: the page, its widgets drawn; options of the browser context.

    `address` is what follows in the address, from the # on.

    Whatever a test does with it, no error may reach the console and no other host may be asked.
    """
    pages = []

    def open_page(name, address="", **options):
        page = offline_context(**{"viewport": {"width": 1280, "height": 800}} | options).new_page()
        pages.append(page)
        page.goto(f"{book}/{name}.html{address}")
        page.wait_for_function(ALL_THERE)
        # The font of the formulas moves what is below them.
        page.evaluate("document.fonts.ready.then(() => {})")
        return page

    yield open_page
    assert [error for page in pages for error in page.context.errors] == []
    assert [address for page in pages for address in page.context.refused] == []


@pytest.fixture
def explorers(open_page):
    """`explorers(name, **options)`: all explorers of a page."""

    return lambda name, **options: explorers_of(open_page(name, **options))


def explorers_of(page):
    found = page.locator(".nn-explorer").all()
    assert found, f"{page.url} has no explorer"
    return [ExplorerOnPage(element) for element in found]


@pytest.fixture(scope="session")
def printed_by():
    """`printed_by(snippets)`: the numbers that each piece of Python prints by name, and its `layers`."""

    def printed_by(snippets):
        once = list(dict.fromkeys(snippets))
        done = subprocess.run(
            [sys.executable, "-c", RUN],
            input=json.dumps(once),
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        printed = dict(zip(once, json.loads(done.stdout), strict=True))
        return [Printed(*printed[snippet]) for snippet in snippets]

    return printed_by
