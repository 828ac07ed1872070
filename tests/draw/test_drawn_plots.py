"""What planes and curves show is what the numbers say, against functions whose formula is known."""

import re

import numpy as np
import pytest

from nnbasics.look import TOKENS

LIGHT = TOKENS["colors"]["light"]
PLANE = """const names = { xName: "x₁", yName: "x₂" };
    const plane = drawings.createPlane({ x: [-2, 3], y: [-1, 2], ...names, points: [], labels: [] });
    document.querySelector("#place").replaceChildren(plane.element);
    const { toX, toY } = plane.axes;
    const { grid, gridPoints: length } = plane;
    const over = (f) => Float64Array.from({ length }, (_, i) => f(grid[2 * i], grid[2 * i + 1]));
    const numbersOf = (path) => {
        const unit = [toX(1) - toX(0), toY(1) - toY(0)];
        return path.getAttribute("d").match(/[\\d.]+/g).map(Number)
            .map((number, i) => (number - (i % 2 ? toY(0) : toX(0))) / unit[i % 2]);
    };"""


def test_the_boundary_of_a_plane_is_where_the_sum_is_0(room):
    """An ellipse around (0.5, 0.4), its half axes 2 and 1, more than 100 pixels; to half a pixel."""
    crossings = room.evaluate(
        f"""() => {{
        {PLANE}
        const preactivations = over((x, y) => (x - 0.5) ** 2 / 4 + (y - 0.4) ** 2 - 1);
        plane.update({{ preactivations, mark: [0, 0] }});
        return numbersOf(plane.drawing.querySelector(".nn-boundary"));
    }}"""
    )
    x, y = np.reshape(crossings, (-1, 2)).T
    share = np.hypot((x - 0.5) / 2, y - 0.4)
    assert len(share) > 200 and abs(share - 1).max() < 0.005


def test_the_shade_of_a_plane_is_as_sure_as_the_probability(room):
    """From paper at one half to the full soft color at certainty, each row at a height of its own."""
    pixels = room.evaluate(
        f"""() => {{
        {PLANE}
        plane.update({{ preactivations: over((x, y) => 2 * y), mark: [0, 0] }});
        const canvas = plane.element.querySelector("canvas"), {{ width, height }} = canvas;
        return Array.from(canvas.getContext("2d").getImageData(width / 2, 0, 1, height).data);
    }}"""
    )
    pixels = np.reshape(pixels, (-1, 4))
    probability = 1 / (1 + np.exp(-2 * np.linspace(2, -1, len(pixels))))  # from the top
    for pixel, p in zip(pixels, probability, strict=True):
        end = LIGHT["positive-soft" if p > 0.5 else "negative-soft"]
        soft = np.array([int(end[k : k + 2], 16) for k in (1, 3, 5)])
        assert pixel == pytest.approx([*(255 + abs(2 * p - 1) * (soft - 255)), 255], abs=1.01)


def test_minus_signs_fill_the_part_of_a_plane_where_the_sum_is_negative(room):
    """Above the line y = x / 2 there is none; below it one is near every place."""
    starts = room.evaluate(
        f"""() => {{
        {PLANE}
        plane.update({{ preactivations: over((x, y) => y - x / 2), mark: [0, 0] }});
        return numbersOf({{ getAttribute: () =>
            plane.drawing.querySelector(".nn-minuses").getAttribute("d").replaceAll(/h[\\d.]+/g, " ") }});
    }}"""
    )
    x, y = np.reshape(starts, (-1, 2)).T
    x = x + 0.05  # from the start of a sign towards its middle
    assert len(x) > 20 and (y - x / 2).max() < 0.1
    below = [
        (a, b) for a in np.linspace(-1.7, 2.7, 20) for b in np.linspace(-0.8, 1.8, 20) if b < a / 2 - 0.2
    ]
    assert max(np.hypot(x - a, y - b).min() for a, b in below) < 0.7


@pytest.mark.parametrize("at", [-1.99, 0.2, 2.99])
@pytest.mark.parametrize("lies", [False, True])
def test_the_line_of_a_hidden_neuron_has_its_name_inside_the_plane(room, at, lies):
    at = (at + 2) * 3 / 5 - 1 if lies else at  # as far from the bottom as from the left
    line, (left, right), (top, bottom), box = room.evaluate(
        f"""([at, lies]) => {{
        {PLANE}
        const lines = drawings.createHiddenLines(plane, ["h₁"]);
        lines.update(over((x, y) => (lies ? y : x) - at));
        const text = plane.drawing.querySelector(".nn-marked-text");
        const {{ x, y, width, height }} = text.getBBox();
        return [numbersOf(plane.drawing.querySelector(".nn-hidden-line")),
            [toX(-2), toX(3)], [toY(2), toY(-1)], [x, x + width, y, y + height]];
    }}""",
        [at, lies],
    )
    assert np.reshape(line, (-1, 2))[:, int(lies)] == pytest.approx(at, abs=0.005)
    assert left - 4 <= box[0] and box[1] <= right + 4
    assert top - 1 <= box[2] and box[3] <= bottom + 1


def test_a_curve_is_cut_off_where_it_leaves_the_axes(room):
    path, (left, top), (right, bottom) = room.evaluate("""() => {
        const curve = drawings.createCurve({ x: [-3, 3], y: [-1, 1], xName: "x", yName: "y" });
        document.querySelector("#place").replaceChildren(curve.element);
        const values = curve.inputs.map((x) => 2 * Math.sin(2 * x)), { toX, toY } = curve.axes;
        curve.update({ values, point: [0, 0] });
        const path = curve.element.querySelector(".nn-curve").getAttribute("d");
        return [path, [toX(-3), toY(1)], [toX(3), toY(-1)]];
    }""")
    strokes = [
        np.reshape(re.findall(r"[\d.]+", stroke), (-1, 2)).astype(float) for stroke in path.split("M")[1:]
    ]
    x, y = np.concatenate(strokes).T
    x, y = -3 + 6 * (x - left) / (right - left), 1 - 2 * (y - top) / (bottom - top)
    assert abs(y).max() < 1.001 and len(strokes) == 5  # up and down through the axes, five times
    assert y == pytest.approx(2 * np.sin(2 * x), abs=0.03)


@pytest.mark.parametrize("at", [-3, 0, 3])
def test_the_words_at_a_marked_line_stay_on_the_drawing(room, at):
    left, right, width = room.evaluate(
        """(at) => {
        const curve = drawings.createCurve({ x: [-3, 3], y: [-1, 1], xName: "x", yName: "y" });
        document.querySelector("#place").replaceChildren(curve.element);
        curve.update({ values: curve.inputs, point: [0, 0], line: { at, text: "−b/w = −3.00" } });
        const { x, width } = curve.element.querySelector(".nn-marked-text").getBBox();
        return [x, x + width, curve.element.viewBox.baseVal.width];
    }""",
        at,
    )
    assert 0 <= left and right <= width


def test_a_loss_map_has_its_lines_its_arrow_and_its_way_where_the_numbers_are(room):
    """A bowl, w² + v² on −4 to 4: nine lines of equal loss are circles; an arrow's wings are alike."""
    drawn = room.evaluate("""() => {
        const map = drawings.createLossMap({ x: [-4, 4], y: [-4, 4], xName: "w", yName: "v", paths: ["1"] });
        document.querySelector("#place").replaceChildren(map.element);
        const { grid, points: length } = map;
        map.show(Float64Array.from({ length }, (_, i) => grid[2 * i] ** 2 + grid[2 * i + 1] ** 2));
        map.update({ mark: [2, 1], arrow: [-1, -0.5], paths: [{ points: [-3, 3, 2, -1, 9, 9], length: 4 }] });
        const get = (name) => map.element.querySelector(name);
        const { x, y, width, height } = map.element.querySelector("clipPath rect").getBBox();
        const paths = [".nn-contours", ".nn-arrow", "path.nn-way"], dot = get(".nn-dot");
        return { box: [x, y, width, height], dot: `${dot.getAttribute("cx")} ${dot.getAttribute("cy")}`,
            end: get(".nn-way-end").getAttribute("transform"),
            ...Object.fromEntries(paths.map((name) => [name, get(name).getAttribute("d")])) };
    }""")
    x, y, width, height = drawn.pop("box")
    read = lambda name: (
        (np.reshape([float(number) for number in re.findall(r"[\d.]+", drawn[name])], (-1, 2)) - (x, y))
        / (width / 8, -height / 8)
        + (-4, 4)
    )
    radii = np.hypot(*read(".nn-contours").T)
    wanted = np.sqrt(32) * (np.arange(9) + 0.5) / 9
    nearest = abs(radii[:, None] - wanted)
    assert nearest.min(1).max() < 0.03 and set(nearest.argmin(1)) == set(range(9))
    assert read("dot")[0] == pytest.approx((2, 1)) and read("end")[0] == pytest.approx((2, -1), abs=0.01)
    assert read("path.nn-way").ravel() == pytest.approx([-3, 3, 2, -1], abs=0.01)
    start, tip, one, same, other = read(".nn-arrow") * (width, height)  # as they look
    assert [*start, *tip] == pytest.approx([2 * width, height, width, height / 2], abs=2)
    assert same == pytest.approx(tip) and np.hypot(*(one - tip)) == pytest.approx(
        np.hypot(*(other - tip)), rel=0.05
    )
    shaft, head = tip - start, tip - (one + other) / 2  # the head points along the arrow
    assert shaft @ head == pytest.approx(np.hypot(*shaft) * np.hypot(*head), rel=0.01)


def test_the_shade_of_a_loss_map_grows_with_the_root_of_the_loss_from_paper_towards_ink(room):
    pixels = room.evaluate("""() => {
        const map = drawings.createLossMap({ x: [-4, 4], y: [-4, 4], xName: "w", yName: "v", paths: [] });
        document.querySelector("#place").replaceChildren(map.element);
        const { grid, points: length } = map;
        map.show(Float64Array.from({ length }, (_, i) => grid[2 * i] ** 2 + grid[2 * i + 1] ** 2));
        const canvas = map.element.querySelector("canvas"), { width, height } = canvas;
        return [...canvas.getContext("2d").getImageData(0, 0, width, height).data];
    }""")
    side = int(np.sqrt(len(pixels) / 4))
    colors = np.reshape(pixels, (side, side, 4))
    ink = np.array([int(LIGHT["ink"][k : k + 2], 16) for k in (1, 3, 5)])
    shares = (255 - colors[..., :3]) / (255 - ink)
    far = np.hypot(*np.meshgrid(np.linspace(-4, 4, side), np.linspace(-4, 4, side)))
    assert (colors[..., 3] == 255).all() and shares.max() > 0.25
    assert abs(shares - (shares.max() * far / far.max())[..., None]).max() < 0.01


@pytest.mark.parametrize("most", [4, 60])
def test_a_pile_stands_on_its_line_dot_by_dot(room, most):
    """Equal values lie on each other, as many as there are: none below the line, none above the room."""
    dots, line, top = room.evaluate(
        """(values) => {
        const given = { x: [0, 2], xName: "cost", count: values.length, description: "" };
        const pile = drawings.createPile(given);
        document.querySelector("#place").replaceChildren(pile.element);
        pile.update({ values, marked: 0, average: 1, averageText: "" });
        const number = (dot, name) => Number(dot.getAttribute(name));
        const dots = [...pile.element.querySelectorAll("circle")]
            .map((dot) => ["cx", "cy", "r"].map((name) => number(dot, name)));
        const text = pile.element.querySelector(".nn-marked-text");
        const line = pile.element.querySelector(".nn-axis").getAttribute("d").match(/ ([\\d.]+)H/)[1];
        return [dots, Number(line), number(text, "y")];
    }""",
        [0.5] * most + [1.5],
    )
    x, y, r = np.transpose(dots)
    assert max(y + r) == pytest.approx(line, abs=0.1) and min(y - r) > top
    pile = np.sort(y[x < x.max()])[::-1]
    assert len(pile) == most and (np.diff(pile) < -0.3).all()
    assert np.ptp(np.diff(pile)) < 0.2 and (most > 4 or -np.diff(pile) == pytest.approx(2 * r[0], abs=0.1))


def test_each_way_of_a_loss_map_has_its_own_name_and_look_at_its_own_end(room):
    ends = room.evaluate("""() => {
        const paths = ["one", "ten", "all"];
        const map = drawings.createLossMap({ x: [-4, 4], y: [-4, 4], xName: "w", yName: "v", paths });
        document.querySelector("#place").replaceChildren(map.element);
        const ways = [[0, 0, 1, 3], [0, 0, 2, 2], [0, 0, 3, 1]];
        map.update({ mark: [0, 0], paths: ways.map((points) => ({ points })) });
        return [0, 1, 2].map((i) => {
            const [way, end] = ["path.nn-way", "g.nn-way-end"]
                .map((kind) => map.element.querySelector(`${kind}.nn-way-${i}`));
            return [end.textContent, way.getAttribute("d").split("L")[1], end.getAttribute("transform")];
        });
    }""")
    assert [name for name, *_ in ends] == ["one", "ten", "all"]
    for _, last, moved in ends:
        assert re.findall(r"[\d.]+", last) == re.findall(r"[\d.]+", moved)
    right, down = zip(*(map(float, last.split()) for _, last, _ in ends), strict=True)
    assert right[0] < right[1] < right[2] and down[0] < down[1] < down[2]
