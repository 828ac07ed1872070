// A feed-forward network, left to right: inputs left, edges under neurons, a bead for each bias.
//
//   const drawing = createNetworkDrawing({ sizes: [2, 3, 1], inputs: ["x₁", "x₂"], outputs: ["y"] })
//   drawing.update({ weights, biases, activations, reached })
//
// weights[l], biases[l] are those of the engine's network, activations[l] one example's row of the trace.
// `reached` says how far a forward pass has come, in layers: at 1.5 it is half way from layer 1 to layer 2,
// and what it has not reached is blank.  With `onPick`, a neuron or an edge can be picked by mouse, touch or
// keyboard: { kind: "neuron", layer, index } or { kind: "edge", layer, from, to }, where `layer` counts as the
// sizes do for a neuron, and as the weights do for an edge.

import { svg } from "./elements.js";
import { fillByActivation, readPalette, strokeByWeight } from "./encoding.js";
import { layOut } from "./network_layout.js";
import { formatNumber } from "./numbers.js";

const FEW_EDGES = 40; // so many can carry dashes that are seen, be picked, and have their number beside them

export function createNetworkDrawing({ sizes, width = 360, height = 250, inputs = [], outputs = [], grid, weightNumbers = false, onPick }) {
  const { centers, radii } = layOut({ sizes, width, height, grid, named: [inputs.length > 0, outputs.length > 0] });
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "nn-network-drawing" });
  if (onPick) drawing.setAttribute("role", "group");
  else drawing.setAttribute("aria-hidden", "true");
  const edgeLayers = sizes.slice(1).map((_, l) => svg("g", { class: "nn-edges" }));
  const edges = edgeLayers.map((group, l) => createEdges(group, centers[l], centers[l + 1]));
  const few = edges.every((layer) => layer.length <= FEW_EDGES);
  drawing.append(...edgeLayers);

  const edgeTexts = weightNumbers ? edges.map((layer, l) => layer.map((edge, i) => edgeText(edge, i, sizes[l + 1], height))) : [];
  const nodes = sizes.map((size, layer) =>
    centers[layer].map((center, index) => createNeuron({ center, radius: radii[layer], layer, square: grid && layer === 0 })),
  );
  for (const neuron of nodes.flat()) drawing.append(neuron.group);
  drawing.append(...edgeTexts.flat());
  addNames(drawing, centers[0], radii[0], inputs, -1);
  addNames(drawing, centers.at(-1), radii.at(-1), outputs, 1);
  if (onPick) makePickable(drawing, nodes, few ? edges : [], onPick);

  return {
    element: drawing,
    centers,
    radii,
    update({ weights, biases, activations, reached = sizes.length - 1 }) {
      const palette = readPalette(drawing);
      const largest = Math.max(1e-12, ...weights.map(largestOf));
      const largestBias = Math.max(1e-12, ...biases.map(largestOf));
      edges.forEach((layer, l) => {
        layer.forEach((edge, i) => strokeByWeight(edge.line, weights[l][i], largest, few ? 9 : 3));
        edgeTexts[l]?.forEach((text, i) => (text.textContent = formatNumber(weights[l][i])));
        edgeLayers[l].classList.toggle("nn-passing", reached > l && reached < l + 1);
      });
      nodes.forEach((layer, l) => {
        const scale = l === 0 || !isBounded(activations[l]) ? Math.max(1, largestOf(activations[l])) : 1;
        const share = Math.max(0, Math.min(1, reached - l + 1));
        layer.forEach((neuron, i) => {
          fillByActivation(neuron.shape, neuron.text, (share * activations[l][i]) / scale, palette);
          neuron.text.textContent = share === 1 && neuron.roomy ? short(activations[l][i]) : "";
          if (l > 0) setBead(neuron, biases[l - 1][i], largestBias);
        });
      });
    },
    pick(what) {
      for (const picked of drawing.querySelectorAll(".nn-picked")) picked.classList.remove("nn-picked");
      if (what?.kind === "neuron") nodes[what.layer][what.index].group.classList.add("nn-picked");
      if (what?.kind === "edge") edges[what.layer][what.from * sizes[what.layer + 1] + what.to].line.classList.add("nn-picked");
    },
  };
}

// Row by row as the weights are: all edges from the first neuron, then from the second.
function createEdges(group, starts, ends) {
  return starts.flatMap(([x1, y1]) =>
    ends.map(([x2, y2]) => {
      const line = svg("path", { d: `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}`, class: "nn-edge" });
      group.append(line);
      return { line, from: [x1, y1], to: [x2, y2] };
    }),
  );
}

function createNeuron({ center: [x, y], radius, layer, square }) {
  const shape = square
    ? svg("rect", { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, class: "nn-node nn-cell" })
    : svg("circle", { cx: x, cy: y, r: radius, class: "nn-node" });
  const roomy = !square && radius >= 15;
  const text = svg("text", { x, y: y + 4.5, "text-anchor": "middle", class: "nn-value" });
  const group = svg("g", { class: "nn-neuron" }, shape, text);
  const bead = layer > 0 && svg("circle", { cx: x, cy: y - radius, r: 0, class: "nn-bias" });
  if (bead) group.append(bead);
  return { group, shape, text, bead, radius, roomy };
}

function setBead(neuron, bias, largest) {
  const most = Math.min(6, 0.4 * neuron.radius);
  neuron.bead.setAttribute("r", bias === 0 ? 0 : Math.max(1, most * Math.sqrt(Math.abs(bias) / largest)));
  neuron.bead.classList.toggle("nn-negative", bias < 0);
}

// Beside the edge, near its start, where the edges of one neuron have not met those of the others.
function edgeText({ from, to }, i, fanOut, height) {
  const share = fanOut > 1 ? 0.28 + 0.12 * (i % 2) : 0.4;
  const [x, y] = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
  const above = from[1] + to[1] <= height + 1;
  return svg("text", { x, y: y + (above ? -8 : 18), "text-anchor": "middle", class: "nn-weight-text nn-halo" });
}

function addNames(drawing, centers, radius, names, side) {
  names.forEach((name, i) => {
    const [x, y] = centers[i];
    const attributes = { x: x + side * (radius + 7), y: y + 4, "text-anchor": side < 0 ? "end" : "start", class: "nn-name" };
    drawing.append(svg("text", attributes, name));
  });
}

// One stop for the tab key; the arrow keys go from neuron to neuron and, with Shift, from edge to edge.
function makePickable(drawing, nodes, edges, onPick) {
  const neurons = nodes.flatMap((layer, l) => layer.map((neuron, index) => ({ element: neuron.group, what: { kind: "neuron", layer: l, index } })));
  const lines = edges.flatMap((layer, l) => {
    const fanOut = nodes[l + 1].length;
    return layer.map((edge, i) => ({ element: edge.line, what: { kind: "edge", layer: l, from: Math.floor(i / fanOut), to: i % fanOut } }));
  });
  const all = [...neurons, ...lines];
  for (const { element, what } of all) {
    element.classList.add("nn-pickable");
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", nameOfPick(what));
    element.setAttribute("tabindex", "-1");
    element.addEventListener("click", () => onPick(what));
    element.addEventListener("keydown", (event) => {
      const group = what.kind === "edge" ? lines : neurons;
      const move = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (event.key === "Enter" || event.key === " ") onPick(what);
      else if (event.key.toLowerCase() === "e" && lines.length) go(event.target, what.kind === "edge" ? neurons[0] : lines[0]);
      else if (move) go(event.target, group[(group.findIndex((one) => one.element === element) + move + group.length) % group.length]);
      else return;
      event.preventDefault();
    });
  }
  neurons.find(({ what }) => what.layer > 0).element.setAttribute("tabindex", "0");
}

function go(from, { element }) {
  from.setAttribute("tabindex", "-1");
  element.setAttribute("tabindex", "0");
  element.focus();
}

// Counted from 1, as people do.
export function nameOfPick(what) {
  if (what.kind === "edge") return `weight from neuron ${what.from + 1} of layer ${what.layer} to neuron ${what.to + 1} of layer ${what.layer + 1}`;
  return what.layer === 0 ? `input ${what.index + 1}` : `neuron ${what.index + 1} of layer ${what.layer}`;
}

function largestOf(values) {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

function isBounded(values) {
  return largestOf(values) <= 1;
}

// Three digits are what fits on a neuron.
function short(value) {
  const digits = Math.abs(value) < 9.995 ? 2 : Math.abs(value) < 99.95 ? 1 : 0;
  return (value < 0 ? "−" : "") + Math.abs(value).toFixed(digits);
}
