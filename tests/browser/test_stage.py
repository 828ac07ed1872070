"""Picture and sliders on one screen, text to be read, targets to be hit, nothing that jumps: everywhere."""

import pytest
from playwright.sync_api import expect

from .conftest import explorers_of
from .screens import CALM_PHONE, LAPTOP

SCREENS = pytest.mark.parametrize("screen", [LAPTOP, CALM_PHONE], ids=["laptop", "phone"])

# The largest share of a main picture that is seen, and not covered, while the slider can be taken.
SHARE = """(slider) => {
    const explorer = slider.closest(".nn-explorer"), points = 9;
    const isAt = (element, x, y) => {
        const top = document.elementFromPoint(x, y);
        return top && (element.contains(top) || top.contains(element));
    };
    const share = (picture) => {
        const box = picture.getBoundingClientRect();
        let seen = 0;
        for (let i = 0; i < points ** 2; i += 1) {
            const x = box.left + (i % points + 0.5) * box.width / points;
            const y = box.top + (Math.floor(i / points) + 0.5) * box.height / points;
            seen += y > 0 && y < innerHeight && isAt(picture, x, y);
        }
        return seen / points ** 2;
    };
    const pictures = [...explorer.querySelectorAll(".nn-main")].filter((each) => each.checkVisibility());
    if (!pictures.length) pictures.push(explorer.querySelector(".nn-stage"));
    let best = 0;
    for (const [element, block] of [...pictures.map((picture) => [picture, "center"]),
        [slider, "start"], [slider, "center"], [slider, "end"]]) {
        element.scrollIntoView({ block, behavior: "instant" });
        if (block === "end") scrollBy({ top: 12, behavior: "instant" });
        const { left, top, width, height, bottom } = slider.getBoundingClientRect();
        const taken = top >= 0 && bottom <= innerHeight && isAt(slider, left + width / 2, top + height / 2);
        if (taken) best = Math.max(best, ...pictures.map(share));
    }
    return best;
}"""
SMALL = """() => {
    const found = new Set();
    const note = (element, ...sizes) => found.add([
        element.closest("[data-explorer]")?.dataset.explorer, element.tagName, element.getAttribute("class"),
        ...sizes.map((size) => size.toFixed(1)),
    ].join(" "));
    for (const text of document.querySelectorAll(".nn-explorer svg text")) {
        if (!text.textContent.trim() || !text.checkVisibility()) continue;
        const { a, b } = text.getScreenCTM();
        const size = parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b);
        if (size < 11.99) note(text, size);
    }
    const targets = "button, select, input, summary, [role=button], [role=slider], [tabindex]";
    for (const target of document.querySelectorAll(`.nn-explorer :is(${targets})`)) {
        const { width, height } = target.getBoundingClientRect();
        if (!width || !target.checkVisibility() || (width > 23.9 && height > 23.9)) continue;
        if (target.querySelector(".nn-grip")) continue; // a line as wide as a finger, which no box tells
        if (target.closest(".nn-pixels")) continue; // the pad beside them takes a finger
        const steps = target.closest(".nn-explorer").querySelector(".nn-neuron-steps");
        if (!(steps && target.matches(".nn-digit-network *"))) note(target, width, height);
    }
    return [...found];
}"""
TOP = """() => Math.min(...Array.from(
    document.querySelectorAll(".bd-article :is(.nn-film, .nn-explorer, .cell_output img)"),
    (picture) => picture.checkVisibility() ? picture.getBoundingClientRect().top / innerHeight : Infinity,
))"""
# Where the sliders and the buttons of the transport are in their explorer.
PLACES = """(explorer) => Object.fromEntries(Array.from(
    explorer.querySelectorAll(".widget-slider, .nn-transport button, .nn-tail"),
    (part, i) => {
        const box = part.getBoundingClientRect(), from = explorer.getBoundingClientRect();
        const name = part.querySelector("label, .widget-label")?.textContent ?? part.className;
        const sticks = part.closest(".nn-group.nn-holds-picked");
        const at = `${Math.round(box.left - from.left)}, ${Math.round(box.top - from.top)}`;
        return [`${i} ${name}`, part.checkVisibility() && !sticks && at];
    },
))"""
# Transports that do not go from a step a second to as fast as they go.
WITHOUT_A_SPEED = """() => Array.from(document.querySelectorAll(".nn-transport select"), ({ options }) => {
    const speeds = Array.from(options, ({ value }) => Number(value));
    return speeds.includes(1) && speeds.includes(Infinity) ? [] : speeds;
}).flat()"""
# Main plots with axes, inside which they are less wide than 400 pixels.
NARROW = """(explorer) => Array.from(
    explorer.querySelectorAll(".nn-main .nn-axes > .nn-axis"),
    (axis) => axis.checkVisibility() && Math.round(axis.getBoundingClientRect().width),
).filter((width) => width && width < 400)"""
# What lies on another part of the explorer, scrolled so far that the numbers are in the middle of the screen.
LIES_ON = """(explorer) => {
    const below = [...explorer.querySelectorAll(".nn-numbers, .nn-tail")]
        .find((part) => part.checkVisibility());
    below.scrollIntoView({ block: "center", behavior: "instant" });
    const boxes = [...explorer.querySelectorAll(".nn-main, .nn-group, .nn-numbers, .nn-numbers ~ *, .nn-own")]
        .filter((part) => part.checkVisibility() && !part.matches(".nn-spoken"))
        .map((part) => [part, part.getBoundingClientRect()]);
    return boxes.flatMap(([one, a], i) => boxes.slice(i + 1).filter(([other, b]) => !one.contains(other)
        && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
        .map(([other]) => `${one.className} and ${other.className}`));
}"""
# By nature one of several small pictures that are seen at once, or with names beside it.
SMALL_MULTIPLES = {
    "time_travel": "up to six curves have their names at their ends",
    "pets": "the losses stand beside the picture and what argued, the threshold's trade beside the mistakes",
}
# The order of the focus, as the blocks in which the stops of Tab stand, with the place of each.
STOPS = """(explorer) => {
    const found = [];
    const stops = "button:not([disabled]), select, input, summary, canvas, [tabindex='0']";
    for (const stop of explorer.querySelectorAll(stops)) {
        if (!stop.checkVisibility() || stop.tabIndex < 0) continue;
        const block = stop.closest(".nn-stage > *, .nn-group, .nn-time, .nn-own, .nn-mistakes, .nn-tail");
        if (found.at(-1)?.block !== block) found.push({ block });
    }
    return found.map(({ block }) => {
        const { left, top } = block.getBoundingClientRect();
        return [block.className, Math.round(top), Math.round(left)];
    });
}"""
# Numbers that touch the rim of their neuron (elsewhere names of weights leave no room outside), and
# words that stand at the rim of their explorer.
RIMS = """() => {
    const found = [], boxOf = (part) => part.getBoundingClientRect();
    for (const neuron of document.querySelectorAll("[data-explorer=hidden] .nn-neuron")) {
        const text = neuron.querySelector(".nn-value");
        if (!text.textContent || !text.checkVisibility()) continue;
        const [box, rim] = [boxOf(text), boxOf(neuron.querySelector(".nn-node"))];
        const isOutside = box.top + 3 > rim.bottom; // a line is higher than its digits
        if (!isOutside && box.width > rim.width - 4) found.push(`${text.textContent} in its neuron`);
    }
    for (const text of document.querySelectorAll(".nn-explorer svg text")) {
        if (!text.textContent.trim() || !text.checkVisibility()) continue;
        const [box, card] = [boxOf(text), boxOf(text.closest(".nn-explorer"))];
        if (box.right > card.right - 8 || box.left < card.left + 4)
            found.push(`${text.textContent} at the rim`);
    }
    return found;
}"""
# Where pictures and sliders are, and how large.
OUTLINE = """(explorer) => {
    explorer.scrollIntoView({ block: "start", behavior: "instant" });
    const from = explorer.getBoundingClientRect();
    return Array.from(explorer.querySelectorAll(".nn-main, .nn-stage, .widget-slider"), (part) => {
        const box = part.getBoundingClientRect();
        return [part.checkVisibility(), box.left - from.left, box.top - from.top, box.width, box.height];
    }).flat().map(Math.round).join(" ");
}"""
# The least share of a row of a picture, and of its explorer, from which a finger scrolls the page.
SCROLLS = """(explorer) => {
    const scrolls = (element) => {
        for (let each = element; each; each = each.parentElement) {
            const { touchAction } = getComputedStyle(each);
            if (!/auto|pan-y|manipulation/.test(touchAction)) return false;
        }
        return true;
    };
    let least = 1;
    const rows = 12, columns = 24, { left, width } = explorer.getBoundingClientRect();
    for (const picture of explorer.querySelectorAll(".nn-stage > *")) {
        if (!picture.checkVisibility()) continue;
        picture.scrollIntoView({ block: "center", behavior: "instant" });
        const { top, height } = picture.getBoundingClientRect();
        for (let row = 0; row < rows; row += 1) {
            let free = 0;
            for (let column = 0; column < columns; column += 1)
                free += scrolls(document.elementFromPoint(
                    left + (column + 0.5) * width / columns, top + (row + 0.5) * height / rows));
            least = Math.min(least, free / columns);
        }
    }
    return least;
}"""
# Style rules with :has() for what an explorer stands in, is, or holds: the browser weighs them anew, for all
# of the explorer, at each change of a number, which takes longer than all else of a repaint.
WEIGHED_ANEW = """() => {
    const found = new Set();
    const weigh = (rules) => [...rules].forEach((rule) => {
        if (rule.cssRules?.length) weigh(rule.cssRules);
        const [before, ...after] = rule.selectorText?.split(":has(") ?? [];
        if (!after.length) return;
        // Whose it is: what stands before, without what is open, in the last of a list.
        const whose = before.replace(/:not\\($/, "").match(/(?:[^,()]|\\([^()]*\\))*$/)[0].trim() || "*";
        for (const element of document.querySelectorAll(whose))
            if (element.closest(".nn-explorer") || element.querySelector(".nn-explorer"))
                found.add(rule.selectorText);
    });
    [...document.styleSheets].forEach((sheet) => weigh(sheet.cssRules));
    return [...found];
}"""
COVERED = """() => {
    const part = document.activeElement, box = part.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(x, y);
    const covers = top?.closest(".nn-main, .nn-group, header");
    return covers && !covers.contains(part) ? `${part.getAttribute("aria-label") ?? part.textContent}` : "";
}"""


@SCREENS
def test_a_chapter_on_a_screen(chapter, open_page, screen):
    """Its picture comes first; text can be read and targets can be hit; nothing jumps; main plots are large.

    On a phone a thumb scrolls the page on two fifths of a picture's width, whatever it does elsewhere.
    And what is moved and what it changes are seen together: two thirds of the picture at least, for every
    slider, also those that a menu brings.
    """
    page, apart = open_page(chapter, **screen), {}
    assert page.evaluate(TOP) <= 1.5, "screens to the first picture"
    assert page.evaluate(WEIGHED_ANEW) == []
    assert page.evaluate(WITHOUT_A_SPEED) == []
    if screen is CALM_PHONE:
        assert page.evaluate(SMALL) == []
        assert page.evaluate(RIMS) == []
    for explorer in explorers_of(page):
        assert_nothing_jumps(explorer)
        if screen is LAPTOP:
            assert explorer.element.evaluate(LIES_ON) == [], explorer.name
        if screen is LAPTOP and explorer.name not in SMALL_MULTIPLES:
            assert explorer.element.evaluate(NARROW) == [], f"{explorer.name}: main plots are 400 wide"
        outlines = set()
        for arrangement in explorer.arrangements():
            if screen is CALM_PHONE:
                assert explorer.element.evaluate(SCROLLS) >= 0.4, f"{explorer.name}, {arrangement}"
            outline = explorer.element.evaluate(OUTLINE)
            if outline in outlines:
                continue  # all is where it was
            outlines.add(outline)
            for slider in explorer.sliders():
                share = slider.handle.evaluate(SHARE)
                if share < 2 / 3:
                    apart[explorer.name, slider.name] = round(share, 2)
    assert not apart


def assert_nothing_jumps(explorer):
    """Each slider goes to its ends, each button is pressed: where the sliders are, they stay.

    And, as long as only numbers change, so does all that is below them.
    """
    before = explorer.element.evaluate(PLACES)

    def assert_there(done, all_of_it=False):
        """A button may bring more under the sliders; another number brings none."""
        explorer.settle()
        now = explorer.element.evaluate(PLACES)
        if not all_of_it:
            now = {name: at for name, at in now.items() if not name.endswith("nn-tail")}
        moved = {name: (at, now[name]) for name, at in before.items() if now.get(name) and now[name] != at}
        assert not moved, f"{explorer.name}, {done}"

    for slider in explorer.sliders():
        for key in ("Home", "End"):
            slider.handle.press(key)
            assert_there(f"{slider.name}: {key}", all_of_it=True)
    for button in explorer.element.locator(".nn-actions button, .nn-transport button").all():
        if not button.is_visible() or button.get_attribute("aria-disabled") == "true":
            continue
        name = button.inner_text()
        button.click()
        assert_there(name)
        if button.inner_text() == "Pause":
            button.click()
            assert_there(f"{name} paused")
    explorer.button("Reset").click()
    assert_there("Reset")


@pytest.mark.parametrize("place", ["book/03-hidden-layers", "book/06-better-model"])
def test_what_sticks_never_covers_the_focus(explorers, place):
    explorer = explorers(place, **CALM_PHONE)[0]
    keyboard, drawing = explorer.page.keyboard, explorer.element.locator(".nn-pickable[tabindex='0']")
    drawing.focus()
    covered = []
    for key in ["ArrowDown"] * 6 + ["e"] + ["ArrowDown"] * 8 + ["Tab"] * 14:
        keyboard.press(key)
        explorer.settle()
        covered += [explorer.page.evaluate(COVERED)]
    assert not any(covered)


@SCREENS
def test_the_focus_goes_down_the_screen(explorers, screen):
    """In the explorer of most parts; those that stand side by side from left to right."""
    explorer = explorers("book/07-working-model", **screen)[0]
    stops = explorer.element.evaluate(STOPS)
    assert len(stops) > 5
    assert stops == sorted(stops, key=lambda stop: stop[1:])


def test_escape_leads_back_from_the_slider_to_what_it_moves(explorers):
    explorer = explorers("book/03-hidden-layers", **LAPTOP)[0]
    edge = explorer.element.get_by_role("button", name="x₁ → h₁", exact=True)
    edge.focus()
    explorer.page.keyboard.press("Enter")
    expect(explorer.slider("x₁ → h₁")).to_be_focused()
    explorer.page.keyboard.press("Escape")
    expect(edge).to_be_focused()


@SCREENS
def test_nothing_jumps_when_numbers_and_messages_change(explorers, screen):
    explorer = explorers("book/01-artificial-neuron", **screen)[0]
    before = explorer.element.evaluate(PLACES)
    for change in (
        lambda: explorer.run("Fit"),
        lambda: explorer.button("Fit").click(),
        lambda: explorer.type("weight w₁", "-12.5"),
        lambda: explorer.type("bias b", "0"),
        lambda: explorer.button("Reset").click(),
    ):
        change()
        explorer.settle()
        assert explorer.element.evaluate(PLACES) == before


def test_the_line_of_the_plane_is_dragged(explorers):
    """Its middle shifts it, and the weights stay; an end turns it about the other; the example stays."""
    explorer = explorers("book/01-artificial-neuron", **LAPTOP)[0]

    def drag(part, right, down):
        explorer.drag(part, right, down)
        return explorer.parameters()[0]

    drawing = explorer.element.locator(".nn-plane-drawing")
    (w1, w2, b), example = explorer.parameters()
    shifted = drag(drawing.locator(".nn-line-middle"), 40, 0)
    assert shifted[:2] == [w1, w2] and shifted[2] < b  # to the right: more petal for a virginica
    turned = drag(drawing.locator(".nn-line-end").first, 30, 0)
    assert turned[:2] != [w1, w2]
    assert turned[0] ** 2 + turned[1] ** 2 == pytest.approx(w1**2 + w2**2)
    assert explorer.parameters()[1] == example
    explorer.button("All three × 2").click()
    assert explorer.parameters()[0] == pytest.approx([2 * value for value in turned])


@pytest.mark.parametrize(
    ("place", "number"),
    [("book/04-forward-propagation", 0), ("book/06-better-model", 0), ("book/08-activation-functions", 1)],
)
def test_the_range_of_what_is_picked_grows_where_typing_leads_beyond_it(explorers, place, number):
    explorer = explorers(place, **LAPTOP)[number]
    name = explorer.element.locator(".nn-picked-slider").get_by_role("slider").get_attribute("aria-label")
    before = explorer.code()
    explorer.type(name, "7.5")
    assert explorer.value(name) == 7.5 and explorer.code() != before


def test_ranges_grow_where_training_and_typing_lead_beyond_them(explorers):
    explorer = explorers("book/index", **LAPTOP)[0]
    slider = explorer.element.locator(".nn-picked-slider").get_by_role("slider")
    name = slider.get_attribute("aria-label")
    explorer.type(name, "40")
    assert explorer.value(name) == 40
    explorer.button("One step").click()  # training goes on from there
    explorer.settle()
    assert explorer.number("steps") == 1
