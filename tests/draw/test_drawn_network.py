"""What a network drawing in a page shows is the network: sign, dash, width of edges, beads, fills, caption.

The styles are those that the browser computes, the expectation is worked out here from the weights alone.
"""

import json

import numpy as np
import pytest

from nnbasics import Network
from nnbasics.look import TOKENS

WIDEST, HAIR, DENSE = 9, 0.5, 3  # pixels, as the look has them
LIGHT = TOKENS["colors"]["light"]
LOOK_AT = """() => {
  const style = (selector) => [...document.querySelectorAll(`#place ${selector}`)].map((element) => {
    const { stroke, strokeWidth, strokeDasharray, fill } = getComputedStyle(element);
    const [from, to] = element.tagName === "path" ? [0, 1e4].map((at) => element.getPointAtLength(at)) : [];
    const number = (name) => Number(element.getAttribute(name));
    return { stroke, width: parseFloat(strokeWidth), dash: strokeDasharray, fill,
             ends: [from?.x, from?.y, to?.x, to?.y], r: number("r"), x: number("cx"), y: number("cy") };
  });
  return { edges: style(".nn-edge"), beads: style(".nn-bias"), nodes: style(".nn-node"),
           words: [...document.querySelectorAll("#place text")].map((text) => text.textContent),
           caption: document.querySelector("#place .nn-scale")?.textContent };
}"""


def show(room, network, example, options=None):
    """Draw the network with one example in it; what the browser then shows."""
    trace = network.forward([example])
    state = {
        "weights": [layer.weights.ravel().tolist() for layer in network.layers],
        "biases": [layer.biases.tolist() for layer in network.layers],
        "activations": [row[0].tolist() for row in trace.activations],
    }
    room.evaluate(
        """([sizes, options, state]) => {
        const drawing = drawings.createNetworkDrawing({ sizes, ...options });
        document.querySelector("#place").replaceChildren(drawing.element);
        drawing.update(state);
        globalThis.drawing = drawing;
        return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }""",
        [network.sizes, options or {}, json.loads(json.dumps(state))],
    )
    return room.evaluate(LOOK_AT)


def rgb(color):
    return "rgb({}, {}, {})".format(*(int(color[at : at + 2], 16) for at in (1, 3, 5)))


def some_network(seed):
    rng = np.random.default_rng(seed)
    network = Network([2, int(rng.integers(1, 6)), 2, 1], hidden="relu", output="sigmoid", seed=seed)
    for layer, size in zip(network.layers, (20, 0.3, 3), strict=True):
        layer.weights[:] = rng.normal(0, size, layer.weights.shape) * rng.choice(
            [0, 1], layer.weights.shape, p=[0.1, 0.9]
        )
        layer.biases[:] = rng.normal(0, 1, layer.biases.shape)
    return network, rng.normal(0, 2, 2)


def check_edges(edges, weights, scale):
    for edge, weight in zip(edges, weights, strict=True):
        color = "positive" if weight > 0 else "negative" if weight < 0 else "muted"
        assert edge["stroke"] == rgb(LIGHT[color])
        assert (edge["dash"] != "none") == (weight < 0)
        assert edge["width"] == pytest.approx(max(HAIR, WIDEST * abs(weight) / scale), rel=1e-3)


def test_edges_beads_and_fills_are_the_network(room):
    for seed in range(12):
        network, example = some_network(seed)
        seen = show(room, network, example)
        at, nodes = 0, iter(seen["nodes"])
        centers = [
            [(node["x"], node["y"]) for node in (next(nodes) for _ in range(size))] for size in network.sizes
        ]
        for layer, starts, ends in zip(network.layers, centers[:-1], centers[1:], strict=True):
            weights = layer.weights.ravel()
            edges, at = seen["edges"][at : at + weights.size], at + weights.size
            check_edges(edges, weights, max(0.1, abs(weights).max()))
            joined = [(*start, *end) for start in starts for end in ends]
            assert [edge["ends"] for edge in edges] == [pytest.approx(ends, abs=0.06) for ends in joined]
        biases = np.concatenate([layer.biases for layer in network.layers])
        for bead, bias in zip(seen["beads"], biases, strict=True):
            assert bead["fill"] == rgb(LIGHT["positive" if bias > 0 else "paper"])
            assert bead["stroke"] == rgb(LIGHT["positive" if bias > 0 else "negative"])
            assert (bead["r"] / 7) ** 2 == pytest.approx(abs(bias) / abs(biases).max(), abs=0.01)
        computing = seen["nodes"][network.sizes[0] :]
        for bead, node in zip(seen["beads"], computing, strict=True):  # on top, as in the figures
            assert (bead["x"], bead["y"]) == pytest.approx((node["x"], node["y"] - node["r"]))
        activations = network.forward([example]).activations
        nodes = iter(seen["nodes"])
        for row in activations:
            for a in row[0]:
                share = min(1, abs(a) / max(1, abs(row).max()))
                end = np.array(
                    [int(LIGHT["positive" if a >= 0 else "negative"][k : k + 2], 16) for k in (1, 3, 5)]
                )
                fill = [int(part) for part in next(nodes)["fill"][4:-1].split(",")]
                assert fill == pytest.approx(255 + share * (end - 255), abs=1)
        for layer, words in enumerate(seen["caption"].split(": ")[1].split(", ")):
            assert float(words.split()[0][1:]) == pytest.approx(
                max(0.1, abs(network.layers[layer].weights).max()), rel=0.01
            )
    assert room.context.errors == []


def show_neuron(room, x, weights, bias, z):
    state = {
        "inputs": list(x),
        "weights": list(weights),
        "bias": bias,
        "z": z,
        "output": 1 / (1 + np.exp(-z)),
    }
    room.evaluate(
        """(state) => {
        const neuron = drawings.createNeuronDrawing({ inputs: ["x₁", "x₂"], weights: ["w₁", "w₂"] });
        document.querySelector("#place").replaceChildren(neuron.element);
        neuron.update(state);
    }""",
        state,
    )


def test_a_neuron_is_drawn_as_its_numbers(room):
    rng = np.random.default_rng(4)
    for _ in range(12):
        weights, bias = rng.normal(0, 4, 2), float(rng.normal(0, 4))
        x = rng.normal(0, 2, 2)
        show_neuron(room, x, weights, bias, float(x @ weights + bias))
        seen = room.evaluate(LOOK_AT)
        check_edges(seen["edges"], [*weights, bias], max(0.1, *abs(weights), abs(bias)))
        (bead,) = seen["beads"]
        assert bead["fill"] == rgb(LIGHT["positive" if bias > 0 else "paper"])
        off = room.evaluate("""() => {
            const curve = document.querySelector("#place .nn-small-curve"), length = curve.getTotalLength();
            const dot = document.querySelector("#place .nn-dot");
            const [x, y] = ["cx", "cy"].map((at) => dot.getAttribute(at));
            const points = Array.from({ length: 200 }, (_, i) => curve.getPointAtLength((i / 199) * length));
            return Math.min(...points.map((point) => Math.hypot(point.x - x, point.y - y)));
        }""")
        assert off < 0.5, "the dot is on the curve of the sigmoid"


@pytest.mark.parametrize("inputs", [["x"], ["x₁", "x₂"], ["x₁", "x₂", "x₃"]])
def test_the_edges_of_a_neuron_lead_from_its_inputs_to_its_body(room, inputs):
    """From the circle of each to the left side; inside either they would cross a number."""
    edges, circles, body = room.evaluate(
        """(inputs) => {
        const neuron = drawings.createNeuronDrawing({ inputs, weights: inputs });
        document.querySelector("#place").replaceChildren(neuron.element);
        const all = (name) => [...neuron.element.querySelectorAll(name)];
        const numbers = (element, names) => names.map((name) => Number(element.getAttribute(name)));
        return [all(".nn-edge").map((edge) => edge.getAttribute("d").match(/[\\d.]+/g).map(Number)),
            all("circle.nn-node").map((circle) => numbers(circle, ["cx", "cy", "r"])),
            numbers(neuron.element.querySelector(".nn-body"), ["x", "y", "height"])];
    }""",
        inputs,
    )
    left, top, height = body
    sides = zip(edges[: len(inputs)], circles[: len(inputs)], strict=True)
    for (x0, y0, x1, y1), (x, y, radius) in sides:
        assert (x0, y0, x1) == pytest.approx((x + radius, y, left)) and top < y1 < top + height


@pytest.mark.parametrize("weights", [["w"], ["w₁", "w₂"]])
def test_the_weights_of_a_neuron_stand_beside_its_inputs_and_its_body(room, weights):
    """Each by its own edge; that of a single edge, which is level, does not lie on it."""
    texts, edges, right, (left, high, _, low) = room.evaluate(
        """(weights) => {
        const neuron = drawings.createNeuronDrawing({ inputs: weights, weights });
        document.querySelector("#place").replaceChildren(neuron.element);
        const same = (value) => weights.map(() => value);
        neuron.update({ inputs: same(1), weights: same(-12.3), bias: 1, z: 1, output: 0.7 });
        const all = (name) => [...neuron.element.querySelectorAll(name)];
        const box = ({ x, y, width, height }) => [x, y, x + width, y + height];
        const own = (text) => text.textContent.includes("12.3");
        const circle = neuron.element.querySelector("circle.nn-node");
        return [all("text").filter(own).map((text) => box(text.getBBox())),
            all(".nn-edge").map((edge) => edge.getPointAtLength(edge.getTotalLength() / 2).y),
            Number(circle.getAttribute("cx")) + Number(circle.getAttribute("r")),
            box(neuron.element.querySelector(".nn-body").getBBox())];
    }""",
        weights,
    )
    assert len(texts) == len(weights)
    levels = edges[: len(weights)]
    for (x0, top, x1, bottom), level in zip(texts, levels, strict=True):
        assert right <= x0 and (x1 <= left or bottom <= high or low <= top)
        assert min(levels, key=lambda other: abs((top + bottom) / 2 - other)) == level
        assert len(weights) > 1 or bottom < level


# How far its number, or else the nearest, is from the middle of each circle.  The figures themselves, by what
# they cover: a box of text has room below for letters that hang.
OFF_THE_MIDDLE = """() => {
    const paper = document.createElement("canvas").getContext("2d");
    const place = document.querySelector("#place");
    const numbersIn = (part) => [...part.querySelectorAll("text.nn-value")].map((text) => {
        const { fontWeight, fontSize, fontFamily } = getComputedStyle(text);
        paper.font = `${fontWeight} ${fontSize} ${fontFamily}`;
        const { actualBoundingBoxAscent: above } = paper.measureText(text.textContent);
        return [Number(text.getAttribute("x")), text.getAttribute("y") - above / 2];
    });
    return [...place.querySelectorAll("circle.nn-node")].map((circle) =>
        Math.min(...numbersIn(circle.closest(".nn-neuron") ?? place).map(([x, y]) =>
            Math.hypot(x - circle.getAttribute("cx"), y - circle.getAttribute("cy")))));
}"""


@pytest.mark.parametrize("many", [True, False])
def test_numbers_stand_in_the_middle_of_their_neurons(room, many):
    if many:
        show(room, Network([2, 3, 1], "sigmoid", seed=1), [0.5, 1])
    else:
        show_neuron(room, [0.5, 1], [2, -3], 0.5, -1.5)
    off = room.evaluate(OFF_THE_MIDDLE)
    assert len(off) == (6 if many else 3) and max(off) < 1.5


@pytest.mark.parametrize("weight", [0.2, -0.2])
def test_an_edge_among_very_many_has_its_color_and_its_dashes(room, weight):
    network = Network([8, 6, 1], hidden="tanh", output="sigmoid")
    network.parameters[:] = 0
    network.layers[0].weights[2, 4] = weight  # one edge that says something, beside a layer of larger weights
    network.layers[1].weights[0, 0] = 5
    show(room, network, [0, 0, 1, 0, 0, 0, 0, 0])
    room.wait_for_function("document.querySelector('canvas').width > 300")
    pixels = np.array(
        room.evaluate("""() => {
        const canvas = document.querySelector("canvas"), context = canvas.getContext("2d");
        const center = (node) => ["cx", "cy"].map((name) => Number(node.getAttribute(name)));
        const nodes = Array.from(document.querySelectorAll("#place .nn-node"), center);
        const [[x0, y0], [x1, y1]] = [nodes[2], nodes[8 + 4]], scale = canvas.width / 360;
        return Array.from({ length: 400 }, (_, i) => {
            const share = 0.2 + (0.6 * i) / 400;
            const [x, y] = [x0 + share * (x1 - x0), y0 + share * (y1 - y0)];
            return [...context.getImageData(scale * x, scale * y, 1, 1).data];
        });
    }""")
    )
    full = pixels[pixels[:, 3] > 200]
    color = [int(LIGHT["positive" if weight > 0 else "negative"][k : k + 2], 16) for k in (1, 3, 5)]
    assert abs(np.median(full[:, :3], axis=0) - color).max() < 12
    assert (len(full) > 380) == (weight > 0)
    assert 120 < len(full)


def test_the_edges_into_a_picked_neuron_are_half_as_wide_again(room):
    network = Network([8, 6, 1], hidden="tanh", output="sigmoid")
    network.parameters[:] = 0
    network.layers[0].weights[2, 4] = 0.2
    show(room, network, [1.0] * 8)
    room.wait_for_function("document.querySelector('canvas').width > 300")
    across = """(index) => {
        drawing.pick({ kind: "neuron", layer: 1, index });
        const canvas = document.querySelector("canvas"), middle = canvas.width / 4;
        const column = canvas.getContext("2d").getImageData(middle, 0, 1, canvas.height).data;
        const ink = column.reduce((ink, value, i) => ink + (i % 4 === 3 ? value / 255 : 0), 0);
        return (ink * 360) / canvas.width;
    }"""
    # Into 4: the edge, half as wide again, and 7 hairs; into 3: 8 hairs, and the edge at half its strength.
    wanted = (1.5 * DENSE + 7 * HAIR) - (8 * HAIR + 0.5 * DENSE)
    assert room.evaluate(across, 4) - room.evaluate(across, 3) == pytest.approx(wanted, abs=0.8)


@pytest.mark.parametrize("inputs", [0.0, 1.0])  # faint, and lit by what they carry
@pytest.mark.parametrize("sizes", [[8, 6, 1], [8, 12, 2]])
def test_edges_among_very_many_end_at_their_neurons(room, sizes, inputs):
    """Left of each column of neurons is ink where the neurons are and nowhere else; behind the last, none."""
    show(room, Network(sizes, output="sigmoid", seed=1), [inputs] * sizes[0])
    room.wait_for_function("document.querySelector('canvas').width > 300")
    columns = room.evaluate("""() => {
        const canvas = document.querySelector("canvas"), scale = canvas.width / 360;
        const read = (node, name) => Number(node.getAttribute(name));
        const nodes = [...document.querySelectorAll("#place .nn-node")];
        const centers = [...new Set(nodes.map((node) => read(node, "cx")))].slice(1);
        const ink = (x) => [...canvas.getContext("2d").getImageData(x * scale, 0, 1, canvas.height).data]
            .flatMap((value, i) => (i % 4 === 3 && value > 8 ? [(i - 3) / 4 / scale] : []));
        const from = Math.ceil(centers.at(-1) * scale) + 1, width = canvas.width - from;
        const behind = canvas.getContext("2d").getImageData(from, 0, width, canvas.height).data;
        return centers.map((cx) => {
            const here = nodes.filter((node) => read(node, "cx") === cx), r = read(here[0], "r");
            return [here.map((node) => read(node, "cy")), r, ink(cx - r - 1), behind.some(Boolean)];
        });
    }""")
    assert len(columns) == 2
    for centers, radius, ink, is_ink_behind in columns:
        away = abs(np.subtract.outer(ink, centers))
        assert away.min(1).max() < 2 * radius and away.min(0).max() < radius
        assert not is_ink_behind


def test_what_is_picked_is_what_was_pressed(room):
    """Every edge and neuron of a network whose layers have different sizes; the tab key comes to one."""
    first, *picked = room.evaluate("""() => {
        const picked = [], onPick = (what) => picked.push(what), nameOf = () => "a name";
        const drawing = drawings.createNetworkDrawing({ sizes: [2, 3, 4], nameOf, onPick });
        document.querySelector("#place").replaceChildren(drawing.element);
        const parts = [...document.querySelectorAll("#place .nn-pickable")];
        const stops = parts.filter((part) => part.getAttribute("tabindex") === "0");
        for (const part of [...stops, ...parts]) part.dispatchEvent(new MouseEvent("click"));
        return picked;
    }""")
    neurons = [
        {"kind": "neuron", "layer": layer, "index": i}
        for layer, size in enumerate((2, 3, 4))
        for i in range(size)
    ]
    edges = [
        {"kind": "edge", "layer": layer, "from": i, "to": k}
        for layer, (fan_in, fan_out) in enumerate([(2, 3), (3, 4)])
        for i in range(fan_in)
        for k in range(fan_out)
    ]
    assert first == {"kind": "neuron", "layer": 1, "index": 0}  # the first that computes
    assert sorted(map(str, picked)) == sorted(map(str, neurons + edges))


@pytest.mark.parametrize("sizes", [[2, 3, 1], [9, 2, 1], [1, 2, 9]])
def test_names_stand_beside_their_neurons(room, sizes):
    """Clear of the circle and not far from it, though a layer of many has small neurons."""
    gaps = room.evaluate(
        """(sizes) => {
        const named = (n, letter) => Array.from({ length: n }, (_, i) => letter + i);
        const options = { sizes, inputs: named(sizes[0], "x"), outputs: named(sizes.at(-1), "y") };
        const drawing = drawings.createNetworkDrawing(options);
        document.querySelector("#place").replaceChildren(drawing.element);
        const box = (part) => part.getBoundingClientRect();
        const boxesOf = (parts) => [...document.querySelectorAll(parts)].map(box);
        const [nodes, boxes] = [boxesOf("#place .nn-node"), boxesOf("#place .nn-name")];
        const outer = [...nodes.slice(0, sizes[0]), ...nodes.slice(-sizes.at(-1))];
        return boxes.map(({ left, right, top, bottom }, i) => [
            i < sizes[0] ? outer[i].left - right : left - outer[i].right,
            (top + bottom) / 2 - (outer[i].top + outer[i].bottom) / 2,
        ]);
    }""",
        sizes,
    )
    assert len(gaps) == sizes[0] + sizes[-1]
    for beside, above in gaps:
        assert 2 < beside < 12 and abs(above) < 4
