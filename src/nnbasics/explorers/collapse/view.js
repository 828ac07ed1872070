// Explorer of chapter 8: two linear layers say no more than one, until a ReLU is put in between and folds the plane.

import { html, svg } from "../../web/draw/elements.js";
import { createNetworkDrawing } from "../../web/draw/network.js";
import { bracketed, formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { pickedName } from "../../web/draw/parameter_names.js";
import { GRID, levelContours, zeroContour } from "../../web/draw/grid.js";
import { createPlane } from "../../web/draw/plane.js";
import { createFrame } from "../../web/shell/frame.js";
import { holdParameters, TRAITS_OF_NETWORK } from "../../web/shell/parameters.js";
import { flat, gap, heights, multipliedOut, preactivations } from "./stack.js";
import { pythonCode } from "./code.js";

const NAMES = ["w₁", "w₂", "b", "stack", "single-layer", "largest-difference"];
const MOST_LEVELS = 12; // lines of equal output, to either side of 0

function render({ model, el }) {
  const span = model.get("span"),
    sizes = [2, 2, 1];
  const held = holdParameters(model, { output: "linear", nameOf: (what) => pickedName(sizes, what) });
  const frame = createFrame(model, el, {
    name: "collapse",
    traits: [...TRAITS_OF_NETWORK, "fold", "x1", "x2"],
    paint,
    code: () => pythonCode(held.network, model.get("fold"), [model.get("x1"), model.get("x2")], span),
  });
  const stack = createNetworkDrawing({
    sizes,
    height: 200,
    spacing: 120,
    inputs: ["x₁", "x₂"],
    hidden: [["h₁", "h₂"]],
    outputs: ["y"],
    onPick: pick,
    onScrub: (place, value) => held.move({ [place]: value }),
    nameOf: (what) => (what.kind === "neuron" && what.layer === 0 ? undefined : pickedName(sizes, what)),
  });
  const single = createNetworkDrawing({
    sizes: [2, 1],
    height: 170,
    spacing: 100,
    inputs: ["x₁", "x₂"],
    outputs: ["y"],
    parameters: [{ weights: ["w₁", "w₂"], biases: ["b"] }],
  });
  const plane = createPlane({
    x: [-span, span],
    y: [-span, span],
    xName: "input x₁",
    yName: "input x₂",
    points: [],
    labels: [],
    description:
      "The output of the stack for all inputs, with lines of equal output; the thick one is where it is 0",
    onPick(x1, x2) {
      model.set({ x1, x2 });
      model.save_changes();
    },
  });
  const levels = plane.ground.appendChild(svg("path", { class: "nn-collapse-level" }));
  const folds = [0, 1].map(() => plane.ground.appendChild(svg("path", { class: "nn-collapse-fold" })));
  const titles = ["", "multiplied out: one layer"].map((text) =>
    html("p", { class: "nn-collapse-title" }, text),
  );
  const note = html("p", { class: "nn-collapse-note" });
  frame.stage.append(
    html(
      "div",
      { class: "nn-panel nn-collapse-networks" },
      titles[0],
      stack.element,
      titles[1],
      single.element,
    ),
    html("div", { class: "nn-panel nn-main nn-beside" }, plane.element, note),
  );
  const outputs = Object.fromEntries(NAMES.map((name) => [name, createOutput(name)]));
  const sums = [0, 1, 2].map(() => html("span"));
  frame.numbers.append(
    ...[
      ["w₁ = ", 0],
      ["w₂ = ", 1],
      ["b = ", 2],
    ].map(([symbol, i]) => html("p", {}, symbol, sums[i], " = ", outputs[NAMES[i]])),
    html("p", { class: "nn-score" }, "at the cross, two layers say ", outputs.stack),
    html("p", { class: "nn-score" }, "one layer says ", outputs["single-layer"]),
    html("p", { class: "nn-score" }, "largest difference on the map: ", outputs["largest-difference"]),
  );
  const room = () => new Float64Array(plane.gridPoints);
  const [onMap, flatMap, folding] = [room(), room(), room()];

  function paint() {
    const { network } = held,
      fold = model.get("fold"),
      X = Float64Array.of(model.get("x1"), model.get("x2"));
    const layer = multipliedOut(network),
      one = (fill) => fill(new Float64Array(1))[0];
    const says = one((out) => heights(network, fold, X, out)),
      alone = one((out) => flat(layer, X, out));
    const hidden = [0, 1].map((index) => one((out) => preactivations(network, index, X, out)));
    const activations = [X, hidden.map((z, index) => (index < fold ? Math.max(z, 0) : z)), [says]];
    stack.update({ weights: network.weights, biases: network.biases, activations });
    stack.pick(held.picked());
    single.update({ weights: [layer.W], biases: [[layer.b]], activations: [X, [alone]] });
    heights(network, fold, plane.grid, onMap);
    flat(layer, plane.grid, flatMap);
    plane.update({ preactivations: onMap, wrong: [], mark: X });
    const high = onMap.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
      step = Math.ceil(high / MOST_LEVELS);
    const drawn = Array.from({ length: 2 * MOST_LEVELS + 1 }, (_, i) => (i - MOST_LEVELS) * step);
    levels.setAttribute("d", contour(levelContours(onMap, step ? drawn.filter(Boolean) : [])));
    folds.forEach((line, index) =>
      line.setAttribute("d", index < fold ? ends(preactivations(network, index, plane.grid, folding)) : ""),
    );

    titles[0].textContent = [
      "two linear layers",
      "two layers, h₁ with a ReLU",
      "two layers, h₁ and h₂ with a ReLU",
    ][fold];
    note.textContent = fold
      ? "Dashed: where the sum of a ReLU is 0. The lines of equal output are folded there."
      : "All lines of equal output are straight and evenly spaced: a tilted plane.";
    const [W1, W2] = network.weights,
      [b1, [c]] = network.biases,
      product = (w, v) => `${bracketed(w)} × ${bracketed(v)}`;
    sums[0].textContent = `${product(W1[0], W2[0])} + ${product(W1[1], W2[1])}`;
    sums[1].textContent = `${product(W1[2], W2[0])} + ${product(W1[3], W2[1])}`;
    sums[2].textContent = `${product(b1[0], W2[0])} + ${product(b1[1], W2[1])} + ${bracketed(c)}`;
    const apart = gap(onMap, flatMap);
    [...layer.W, layer.b, says, alone, apart].forEach((value, i) =>
      showNumber(outputs[NAMES[i]], value, formatNumber(value)),
    );
    return `${titles[0].textContent}: at the cross ${formatNumber(says)}, one layer ${formatNumber(alone)}; on the map they are at most ${formatNumber(apart)} apart.`;
  }

  function place(column, row) {
    const { toX, toY } = plane.axes,
      at = (cell) => -span + (2 * span * cell) / (GRID - 1);
    return `${toX(at(column)).toFixed(1)} ${toY(at(row)).toFixed(1)}`;
  }

  function contour(segments) {
    return segments.map(([c0, r0, c1, r1]) => `M${place(c0, r0)}L${place(c1, r1)}`).join("");
  }

  // Where the values of a plane are 0 is one straight line: drawn in one stroke, so that it can be dashed.
  function ends(values) {
    const points = zeroContour(values).flatMap(([c0, r0, c1, r1]) => [
      [c0, r0],
      [c1, r1],
    ]);
    if (!points.length) return "";
    const far = ([c, r]) =>
      points.reduce((one, other) =>
        Math.hypot(other[0] - c, other[1] - r) > Math.hypot(one[0] - c, one[1] - r) ? other : one,
      );
    const start = far(points[0]);
    return `M${place(...start)}L${place(...far(start))}`;
  }

  // Who picks by keyboard has the slider next.
  function pick(what, event) {
    held.pick(what);
    if (event.type === "keydown")
      el.closest(".nn-explorer")?.querySelector(".nn-picked-slider [role=slider]")?.focus();
  }

  return () => {
    held.close();
    frame.close();
  };
}

export default { render };
