"""A plane to put a mark on: axes, a curve drawn from the start, what is drawn when the reader has committed.

The reader presses on the picture or moves one slider for each axis; ``_static/question-kinds.js`` moves the
mark.  An answer of one number is a place along x: its mark is an upright line.
"""
import math

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 400, 240, 34, 26, 10, 12


def check_plane(plane, answer):
    """The sides of the plane, as [x0, x1, y0, y1], and how many axes the mark has; ValueError for others."""
    values = answer if isinstance(answer, list) else [answer]
    if len(plane) != 4 or not (plane[0] < plane[1] and plane[2] < plane[3]) or len(values) > 2:
        raise ValueError(f"wanted a plane [x0, x1, y0, y1] and an answer of one or two numbers, got {plane}, "
                         f"{answer}")
    sides = list(zip(plane[::2], plane[1::2], strict=False))
    outside = [value for value, (low, high) in zip(values, sides, strict=False) if not low <= value <= high]
    if outside:
        raise ValueError(f"the answer {answer} is outside the plane {plane}")
    return sides[:len(values)]


def usual_tolerance(sides):
    """A twentieth of each axis: what a hand can place."""
    return [(high - low) / 20 for low, high in sides]


def draw(plane, answer, curve, after):
    """The picture as SVG.  ``curve`` and ``after`` are lists of points, or None."""
    x0, x1, y0, y1 = plane
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM

    def to_x(x):
        return round(LEFT + (x - x0) / (x1 - x0) * (right - LEFT), 1)

    def to_y(y):
        return round(bottom - (y - y0) / (y1 - y0) * (bottom - TOP), 1)

    def line(points, kind):
        inside = [(x, y) for x, y in points or [] if x0 <= x <= x1]
        path = " ".join(f"{to_x(x)},{to_y(min(max(y, y0), y1))}" for x, y in inside)
        return f'<polyline class="{kind}" points="{path}"/>' if inside else ""

    def mark(kind):
        values = answer if isinstance(answer, list) else [answer]
        place = f"translate({to_x(values[0])} {to_y(values[1]) if len(values) > 1 else 0})"
        shape = '<path d="M-9 0H9M0 -9V9"/>' if len(values) > 1 else f'<path d="M0 {TOP}V{bottom}"/>'
        return f'<g class="{kind}" transform="{place}">{shape}</g>'

    axes = f'<path class="nn-axes" d="M{LEFT} {TOP}V{bottom}H{right}"/>'
    for x in _ticks(x0, x1):
        axes += f'<text x="{to_x(x)}" y="{bottom + 18}" text-anchor="middle">{_text(x)}</text>'
    for y in _ticks(y0, y1):
        axes += f'<text x="{LEFT - 6}" y="{to_y(y) + 4}" text-anchor="end">{_text(y)}</text>'
    return (f'<svg class="nn-plane-to-mark" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" '
            f'data-box="[{LEFT}, {right}, {bottom}, {TOP}]" data-plane="[{x0}, {x1}, {y0}, {y1}]">'
            f'{axes}{line(curve, "nn-curve")}<g class="nn-truth">{line(after, "nn-after")}'
            f'{mark("nn-there")}</g>{mark("nn-mine")}</svg>')


def sliders(sides):
    """One for each axis, a hundred steps long, in the middle at first."""
    names = ("along x", "along y")
    return "".join(
        f'<label class="nn-said">{name} <input type="range" min="{low}" max="{high}" '
        f'step="{(high - low) / 100:.6g}" value="{(low + high) / 2}"></label>'
        for name, (low, high) in zip(names, sides, strict=False)
    ) + '<output class="nn-where">no mark yet</output>'


def _ticks(low, high):
    step = 10 ** math.floor(math.log10((high - low) / 2))
    step = next(step * k for k in (1, 2, 5, 10) if (high - low) / (step * k) <= 6)
    return [step * k for k in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _text(number):
    return f"{number:.6g}".replace("-", "−")
