"""Bars, arrows and marks beside numbers, in a page of their own: they say what the numbers say."""

import pytest

import nnbasics.explorers as all_of_them

from .test_arguments import NEEDED

# Of each row of the ledger: the output whose name ends so, and the length of its bars in percent.
ROWS = """rows => rows.map((row) => {
    const value = (end) => Number(row.querySelector(`output[data-name$='-${end}']`).dataset.value);
    return [value("norm"), value("loss"), value("loss-after"), row.querySelector(".nn-change").textContent,
        parseFloat(row.querySelector(".nn-loud").style.getPropertyValue("--nn-share")),
        parseFloat(row.querySelector(".nn-loss-bar").style.width)];
})"""


@pytest.fixture
def ledger(show):
    return show(all_of_them.LedgerExplorer(**NEEDED["LedgerExplorer"]))


def test_the_rows_of_the_ledger_say_whose_they_are(ledger):
    labels = ledger.locator(".nn-row").all_inner_texts()
    *digits, average = [label.split()[-1] for label in labels]
    assert len(digits) > 5 and all(label[0].isdigit() for label in digits) and average == "average"


def test_bars_and_arrows_of_the_ledger_are_those_of_its_numbers(ledger):
    *digits, average = ledger.locator(".nn-ledger :is(tbody, tfoot) tr").evaluate_all(ROWS)
    loudest = max(row[0] for row in digits)
    steepest = max(abs(after - loss) for _, loss, after, *_ in (*digits, average))
    assert len(digits) > 5 and {row[3] for row in digits} == {"▲", "▼"}
    for norm, loss, after, arrow, loud, bar in (*digits, average):
        assert loud == pytest.approx(100 * norm / loudest, abs=0.06)
        assert bar == pytest.approx(100 * abs(after - loss) / steepest, abs=0.06)
        assert arrow == ("▲" if after > loss else "▼")


def test_the_stepper_marks_the_beat_of_its_step(show):
    """2-2-1: z and a of three neurons; the loss; 3 deltas and 9 slopes; 9 new numbers and the loss anew."""
    page, beats = show(all_of_them.StepperExplorer()), []
    for at in range(6 + 1 + 12 + 10):
        page.evaluate("at => (model.set('at', at), painted())", at)
        [beat] = page.locator(".nn-beats [aria-current=step]").all_inner_texts()
        beats.append(beat[0])
    assert "".join(beats) == "1" * 6 + "2" + "3" * 12 + "4" * 10
    assert page.evaluate("model.get('last')") == at


def test_a_press_on_the_curves_of_the_pets_goes_to_that_epoch(show):
    """Two steps are an epoch here."""
    page = show(all_of_them.PetsExplorer(**NEEDED["PetsExplorer"]))
    page.set_viewport_size({"width": 1280, "height": 2000})
    for _ in range(4):
        page.get_by_role("button", name="One step").click()
        page.evaluate("painted()")
    shown, box = page.get_by_role("slider", name="epoch shown"), page.locator(".nn-course").bounding_box()
    for share, epoch in ((0.1, "0"), (0.8, "2")):  # the last there is
        page.mouse.move(box["x"] + share * box["width"], box["y"] + box["height"] / 2)
        page.mouse.down()
        page.evaluate("painted()")
        assert shown.input_value() == epoch
        page.mouse.up()


# Where the rings are between the ends of the boundary, and how far beside it, in pixels.
RINGS = """() => {
    const boundary = document.querySelector(".nn-boundary").getAttribute("d").match(/[\\d.]+/g).map(Number);
    const points = boundary.flatMap((x, i) => (i % 2 ? [] : [[x, boundary[i + 1]]]));
    const away = ([x, y], [a, b]) => Math.hypot(x - a, y - b);
    const ends = points.flatMap((one) => points.map((other) => [one, other]))
        .reduce((far, pair) => (away(...pair) > away(...far) ? pair : far));
    return ["end", "middle", "end"].map((kind, i) => {
        const ring = document.querySelectorAll(`.nn-line-${kind}`)[i >> 1];
        const at = ring.getAttribute("transform").match(/[\\d.]+/g).map(Number), [one, other] = ends;
        return [away(at, one), away(at, other), away(one, other)];
    });
}"""


def test_the_rings_of_a_line_are_on_it(show):
    """Its middle, and six hundredths of it from its ends."""
    page = show(all_of_them.NeuronExplorer(**NEEDED["NeuronExplorer"]))
    for place, share in zip(page.evaluate(RINGS), (0.94, 0.5, 0.06), strict=True):
        one, other, whole = place
        assert [one / whole, other / whole] == pytest.approx([share, 1 - share], abs=0.005), place
