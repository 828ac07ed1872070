"""Numbers on drawings of networks, on a phone, where their type is largest: they touch nothing."""

from .screens import CALM_PHONE

# A text is as high as its capitals: its box has room for what no number has.
TOUCHES = """(explorer) => {
    const found = [];
    for (const drawing of explorer.querySelectorAll(".nn-network-drawing, .nn-neuron-drawing")) {
        const texts = Array.from(drawing.querySelectorAll("text")).filter(
            (text) => text.textContent.trim() && text.checkVisibility());
        const boxes = texts.map((text) => {
            const { left, right, top, bottom } = text.getBoundingClientRect(), middle = (top + bottom) / 2;
            const half = 0.36 * parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
            return { text, name: text.textContent, left, right, top: middle - half, bottom: middle + half };
        });
        const rims = Array.from(drawing.querySelectorAll("circle.nn-node"), (circle) => {
            const { left, right, top, bottom } = circle.getBoundingClientRect();
            return { x: (left + right) / 2, y: (top + bottom) / 2, r: (right - left) / 2 };
        });
        boxes.forEach(({ text, name, left, right, top, bottom }, i) => {
            for (const { x, y, r } of rims) {
                const isItsOwn = text.matches(".nn-value")
                    && Math.hypot((left + right) / 2 - x, (top + bottom) / 2 - y) < r / 2;
                const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
                const corner = Math.hypot(right - left, bottom - top) / 2;
                if (isItsOwn && corner > r) found.push(`${name} on its rim`);
                if (!isItsOwn && away < r) found.push(`${name} on a neuron`);
            }
            for (const other of boxes.slice(i + 1))
                if (other.left < right && other.right > left && other.top < bottom && other.bottom > top)
                    found.push(`${name} on ${other.name}`);
        });
    }
    return found;
}"""


def with_drawings(page_name, explorers):
    for explorer in explorers(page_name, **CALM_PHONE):
        drawings = explorer.element.locator(".nn-network-drawing, .nn-neuron-drawing")
        if drawings.count():
            yield explorer, explorer.element.locator("[role=button]:has(> .nn-grip)").all()


def test_no_number_touches_a_neuron_or_another_number(chapter, explorers):
    """With every slider at its ends, and each edge that can be picked at its own: there numbers are long."""
    for explorer, edges in with_drawings(chapter, explorers):
        touches = {}

        def look(*when, explorer=explorer, touches=touches):
            explorer.settle()
            for found in explorer.element.evaluate(TOUCHES):
                touches.setdefault(found, when)

        look("at first")
        for slider in explorer.sliders():
            for key in ("Home", "End"):
                slider.handle.press(key)
                look(slider.name, key)
        for edge in edges:
            edge.press("Enter")
            for key in ("Home", "End"):
                explorer.element.locator(".nn-picked-slider").get_by_role("slider").press(key)
                look(edge.get_attribute("aria-label"), key)
        assert not touches, explorer.name


def test_the_number_of_a_single_step_gives_way_to_the_one_that_is_picked(explorers):
    """In all single steps, whichever edge is picked."""
    stepper, edges = next(with_drawings("book/06-better-model", explorers))
    wanted = stepper.element.locator(".nn-network-drawing .nn-target")
    step = stepper.slider("single step")
    touches = {}
    for edge in edges:
        edge.press("Enter")
        step.press("Home")
        while stepper.value("single step") < float(step.get_attribute("aria-valuemax")):
            step.press("ArrowRight")
            stepper.settle()
            when = edge.get_attribute("aria-label"), stepper.value("single step")
            assert wanted.is_visible()  # in the drawing, not beside it
            touches |= dict.fromkeys(stepper.element.evaluate(TOUCHES), when)
    # A slope of −0.0918 is as wide as the gap between two neurons.
    assert not [found for found in touches if not found.endswith("on a neuron")], touches
