"""What a reader of an explorer reads: numbers as text, sums worked out, edges; held against the numbers.

Everything here is told what the screen shows and knows no script of the page.
"""

import math
import re
from dataclasses import dataclass
from itertools import pairwise

from nnbasics.figures.encoding import edge_width, parameter_scale

# For the snapshot of an explorer: outputs as they read, lines with an equals sign, edges of drawings.
SEEN = """(explorer) => {
    const inSight = (element) => element.checkVisibility({ visibilityProperty: true });
    const lines = Array.from(explorer.querySelectorAll(".nn-view :is(p, li, td, th, text, div)"))
        .filter((line) => !line.querySelector("p, li, td, th, div, text") && line.textContent.includes("=")
            && line.textContent.length < 300 && !line.closest(".nn-code") && inSight(line));
    const read = (line) => {
        const copy = line.cloneNode(true);
        copy.querySelectorAll("sup").forEach((power) => power.replaceWith(`^(${power.textContent})`));
        return copy.textContent;
    };
    return {
        texts: Array.from(explorer.querySelectorAll("output[data-name]"),
            (output) => [output.dataset.name, output.textContent, Number(output.dataset.value)]),
        lines: lines.map(read),
        drawings: Array.from(explorer.querySelectorAll(".nn-network-drawing"), (drawing) =>
            Array.from(drawing.querySelectorAll("path.nn-edge"), (edge) => {
                const { stroke, strokeWidth, strokeDasharray } = getComputedStyle(edge);
                return [stroke, parseFloat(strokeWidth), strokeDasharray];
            })),
        neurons: Array.from(explorer.querySelectorAll(".nn-neuron-drawing"), (drawing) =>
            Array.from(drawing.querySelectorAll("text"), (text) => text.textContent)
                .filter((text) => text.includes(" = "))),
        colors: (() => {
            const probe = explorer.appendChild(document.createElement("i"));
            probe.style.cssText = `color: var(--nn-positive); background-color: var(--nn-negative);
                outline-color: var(--nn-muted)`;
            const { color, backgroundColor, outlineColor } = getComputedStyle(probe);
            const colors = [color, backgroundColor, outlineColor];
            probe.remove();
            return colors;
        })(),
    };
}"""

POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
NUMBER = re.compile(r"([−+-]?)(\d[\d\u202f]*(?:\.\d+)?)(?:×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?")
WORDS = {"yes": 1, "no": 0}
NOTHING = ("", "–", "·")  # stands where there is no number yet


@dataclass
class Interval:
    """All numbers that a rounded one may stand for, in the arithmetic of the ends."""

    low: float
    high: float

    def __add__(self, other):
        return Interval(self.low + other.low, self.high + other.high)

    def __neg__(self):
        return Interval(-self.high, -self.low)

    def __pos__(self):
        return self

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other):
        if other.low <= 0 <= other.high:
            return Interval(-math.inf, math.inf)
        return self * Interval(1 / other.high, 1 / other.low)

    def __pow__(self, other):
        if abs(other.low - 2) > 0.01:
            raise SyntaxError("squares only")
        square = self * self
        return Interval(0.0, square.high) if self.low < 0 < self.high else square

    def of(self, rising):
        return Interval(rising(self.low), rising(self.high))

    def meets(self, other):
        slack = 1e-9 * (1 + abs(self.low) + abs(other.low))
        return self.low <= other.high + slack and other.low <= self.high + slack


def number_in(text):
    """The first number of a text, as an interval: what has been rounded to it; None where there is none."""
    found = NUMBER.search(text)
    return found and _interval(*found.groups())


def _interval(sign, digits, power):
    digits = digits.replace("\u202f", "")
    places = len(digits.partition(".")[2])
    scale = 10.0 ** int((power or "⁰").translate(POWERS))
    # A whole number below 100 is a count, or 0; of larger ones three digits are shown.
    half = 0.5 * 10.0**-places if places or float(digits) >= 100 else 1e-6
    center = float(digits) * (-1 if sign in ("−", "-") else 1)
    return Interval((center - half) * scale, (center + half) * scale)


def assert_text_reads(name, text, value, where):
    """The text of an output says its value, as exactly as it is written."""
    said = text.strip()
    if math.isnan(value):
        assert not re.match(r"[(+−-]?\d", said), f"{where}: {name} is no number and reads {said!r}"
        return
    if said in WORDS:
        assert value == WORDS[said], f"{where}: {name} is {value} and reads {said!r}"
        return
    if said in NOTHING:
        assert said == "" and value == 0, f"{where}: {name} is {value} and reads {said!r}"
        return
    shown = number_in(said)
    if shown is None:
        assert "∞" in said or not math.isfinite(value), f"{where}: {name} is {value} and reads {said!r}"
        return
    if re.fullmatch(r"[^.]*[°%]", said):
        shown = Interval(shown.low - 0.5, shown.high + 0.5)  # whole degrees, whole percents
    meant = (value, 100 * value) if "%" in said else (value,)
    assert any(shown.meets(Interval(each, each)) for each in meant), (
        f"{where}: {name} is {value}, reads {said!r}"
    )


FUNCTIONS = {
    "σ": lambda x: x.of(lambda z: 1 / (1 + math.exp(-z)) if z > -700 else 0.0),
    "tanh": lambda x: x.of(math.tanh),
    "exp": lambda x: x.of(lambda z: math.exp(min(z, 700))),
    "ln": lambda x: x.of(lambda z: math.log(z) if z > 0 else -math.inf),
    "max": lambda *numbers: Interval(max(n.low for n in numbers), max(n.high for n in numbers)),
    "N": lambda text: _interval(*text.split("|")),
}


def value_of(side):
    """What a side of an equation comes to, as an interval; None where it is not all numbers and signs."""
    said = re.sub(r"½ ×? ?", "0.5 × ", side)
    said = re.split(r", (?!0\))", said)[0].strip()  # behind a comma go words, or the 0 of max(z, 0)
    text = NUMBER.sub(
        lambda found: "{}N('|{}|{}')".format(found[1], found[2], (found[3] or "⁰").translate(POWERS)), said
    )
    text = text.replace("e^", "exp").replace("²", "**N('|2|0')").translate(str.maketrans("×·−[]", "**-()"))
    text = re.sub(r"\b(ln |exp)(N\('[^']*'\))", r"\1(\2)", text)
    plain = re.sub(r"N\('[^']*'\)", "", text)
    if not text or not re.fullmatch(r"(?:σ|tanh|exp|ln|max|[-+*/(),\s])*", plain):
        return None
    try:
        found = eval(text, {"__builtins__": {}}, FUNCTIONS)
    except (SyntaxError, TypeError, OverflowError):
        return None
    return found if isinstance(found, Interval) else None


def assert_sums_come_out(line, where):
    """Every side of an equation that is written in numbers comes to the same; returns how many did."""
    sides = [found for found in map(value_of, line.split("=")) if found]
    for one, next_one in pairwise(sides):
        assert one.meets(next_one), f"{where}: {line!r} does not come out"
    return max(0, len(sides) - 1)


def assert_edges_are(weights, edges, colors, where):
    """Color, dash and width of the edges of a drawing are those of the weights, [layer][place]."""
    expected = [(weight, parameter_scale(layer)) for layer in weights for weight in layer]
    for place, ((weight, scale), (stroke, width, dash)) in enumerate(zip(expected, edges, strict=True)):
        said = f"{where}: edge {place} of weight {weight} is drawn {stroke}, {width} wide, dash {dash}"
        assert stroke == colors[0 if weight > 0 else 1 if weight < 0 else 2], said
        assert (dash != "none") == (weight < 0), said
        assert abs(width - edge_width(weight, scale)) < 0.02, said


def assert_it_reads_so(shown, layers, where):
    """What a snapshot shows to a reader agrees with its numbers, and with the layers of its code."""
    weights = [layer_weights for layer_weights, _ in layers]
    for texts in shown["neurons"]:
        for text, value in zip(texts, sum(layers[0], []), strict=True):
            assert_text_reads(*text.split(" = "), value, where)
    for name, text, value in shown["texts"]:
        assert_text_reads(name, text, math.nan if value is None else value, where)
    for line in shown["lines"]:
        assert_sums_come_out(line, where)
    for edges in shown["drawings"]:
        if edges and len(edges) == sum(map(len, weights)):
            assert_edges_are(weights, edges, shown["colors"], where)
