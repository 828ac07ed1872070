// One artificial neuron: its inputs, its weights on the edges, its bias as a mark, sum and sigmoid inside.
//
//   const neuron = createNeuronDrawing({ inputs: ["x₁", "x₂"], weights: ["w₁", "w₂"] })
//   neuron.update({ inputs: [0.7, 0.3], weights: [1, −1], bias: 0, z: 0.4, output: 0.599 })
//
// With onScrub(place, value) the numbers of the weights and, in the last place, the bias can be dragged.

import { setAttributes, svg } from "./elements.js";
import {
  activationScale,
  fillByActivation,
  parameterScale,
  readPalette,
  strokeByWeight,
} from "./encoding.js";
import { LOOK } from "./look.js";
import { formatNumber, formatShort } from "./numbers.js";
import { makeScrubbable } from "./scrub.js";

const WIDTH = 360;
const HEIGHT = 250;
const MIDDLE = 132;
const INPUT = { x: 34, radius: LOOK.radii["neuron-large"] };
const BODY = { left: 150, right: 262, half: 36 };
const OUTPUT = { x: 330, radius: LOOK.radii["neuron-large"] };
const CURVE = { x: 231, reach: 24, height: 40, zAtEdge: 6 };

export function createNeuronDrawing({ inputs, weights, onScrub }) {
  const drawing = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    class: "nn-neuron-drawing",
    "aria-hidden": "true",
  });
  const spread = inputs.length > 1 ? 140 / (inputs.length - 1) : 0;
  const places = inputs.map((_, i) => MIDDLE + (i - (inputs.length - 1) / 2) * spread);
  const edges = places.map((y) => {
    const end = MIDDLE + (y - MIDDLE) * 0.2;
    return svg("path", { d: `M${INPUT.x + INPUT.radius} ${y}L${BODY.left} ${end}`, class: "nn-edge" });
  });
  const weightTexts = places.map((y) => {
    if (inputs.length === 1) return text({ x: 104, y: y - 18 });
    return text({ x: 102, y: y + 6, "text-anchor": "start" });
  });
  const nodes = places.map((y) => svg("circle", { cx: INPUT.x, cy: y, r: INPUT.radius, class: "nn-node" }));
  const values = places.map((y) => text({ x: INPUT.x, y: y + 5, class: "nn-value" }));
  const names = places.map((y, i) =>
    text({ x: INPUT.x, y: y - INPUT.radius - 7, class: "nn-name" }, inputs[i]),
  );

  const body = svg("rect", {
    x: BODY.left,
    y: MIDDLE - BODY.half,
    width: BODY.right - BODY.left,
    height: 2 * BODY.half,
    rx: BODY.half,
    class: "nn-node nn-body",
  });
  const divide = svg("path", {
    d: `M${(BODY.left + BODY.right) / 2} ${MIDDLE - BODY.half}v${2 * BODY.half}`,
    class: "nn-divide",
  });
  const sum = text({ x: 178, y: MIDDLE + 5, class: "nn-value" });
  const curve = svg("path", { d: sigmoidPath(), class: "nn-small-curve" });
  const dot = svg("circle", { r: LOOK.radii.point, class: "nn-dot" });
  const captions = [
    text({ x: 176, y: MIDDLE + BODY.half + 20, class: "nn-name" }, "sum z"),
    text({ x: 236, y: MIDDLE + BODY.half + 20, class: "nn-name" }, "σ(z)"),
    text({ x: OUTPUT.x, y: MIDDLE + OUTPUT.radius + 20, class: "nn-name" }, "output"),
  ];
  const stub = svg("path", { d: `M178 ${MIDDLE - 62}V${MIDDLE - BODY.half}`, class: "nn-edge" });
  const bead = svg("circle", { cx: 178, cy: MIDDLE - 62, r: LOOK.radii.bead, class: "nn-bias" });
  const biasText = text({ x: 192, y: MIDDLE - 58, "text-anchor": "start" });
  const out = svg("path", { d: `M${BODY.right} ${MIDDLE}H${OUTPUT.x - OUTPUT.radius}`, class: "nn-wire" });
  const node = svg("circle", { cx: OUTPUT.x, cy: MIDDLE, r: OUTPUT.radius, class: "nn-node" });
  const outputValue = text({ x: OUTPUT.x, y: MIDDLE + 5, class: "nn-value" });
  drawing.append(
    ...edges,
    stub,
    out,
    ...nodes,
    body,
    divide,
    curve,
    dot,
    bead,
    node,
    ...values,
    ...names,
    ...weightTexts,
    sum,
    biasText,
    outputValue,
    ...captions,
  );

  let parameters = []; // the numbers that are on show
  if (onScrub)
    [...weightTexts, biasText].forEach((number, place) =>
      makeScrubbable(number, {
        value: () => parameters[place],
        onScrub: (value) => onScrub(place, value),
      }),
    );

  return {
    element: drawing,
    update({ inputs: x, weights: w, bias, z, output }) {
      parameters = [...w, bias];
      const scale = parameterScale(parameters); // the bias has an edge here, too
      const palette = readPalette(drawing);
      const inputScale = activationScale(x);
      x.forEach((value, i) => {
        values[i].textContent = formatShort(value);
        fillByActivation(nodes[i], values[i], value, inputScale, palette);
      });
      w.forEach((weight, i) => {
        strokeByWeight(edges[i], weight, scale);
        weightTexts[i].textContent = `${weights[i]} = ${formatNumber(weight)}`;
      });
      strokeByWeight(stub, bias, scale);
      bead.classList.toggle("nn-negative", bias < 0);
      biasText.textContent = `b = ${formatNumber(bias)}`;
      sum.textContent = formatShort(z);
      const within = Math.max(-1, Math.min(1, z / CURVE.zAtEdge));
      setAttributes(dot, { cx: CURVE.x + within * CURVE.reach, cy: MIDDLE + CURVE.height * (0.5 - output) });
      outputValue.textContent = formatShort(output);
      fillByActivation(node, outputValue, output, 1, palette);
    },
  };
}

function sigmoidPath() {
  const points = [];
  for (let i = -12; i <= 12; i += 1) {
    const share = 1 / (1 + Math.exp((-CURVE.zAtEdge * i) / 12));
    points.push(`${CURVE.x + (CURVE.reach * i) / 12} ${(MIDDLE + CURVE.height * (0.5 - share)).toFixed(2)}`);
  }
  return `M${points.join("L")}`;
}

function text(attributes, content = "") {
  return svg("text", { "text-anchor": "middle", ...attributes }, content);
}
