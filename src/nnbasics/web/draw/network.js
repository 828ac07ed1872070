// A feed-forward network, left to right: inputs left, edges under neurons, a bead for each bias.
//
//   const drawing = createNetworkDrawing({ sizes: [2, 3, 1], inputs: ["x₁", "x₂"], hidden: [["h₁", …]], outputs: ["y"] })
//   drawing.update({ weights, biases, activations, reached })
//
// weights[l], biases[l] are those of the engine's network, activations[l] one example's row of the trace.
// `reached` says how far a forward pass has come, in layers: at 1.5 it is half way from layer 1 to layer 2,
// and what it has not reached is blank.  With `onPick`, a neuron or an edge can be picked by mouse, touch or
// keyboard, and focused with `onFocus`: { kind: "neuron", layer, index } or { kind: "edge", layer, from, to },
// where `layer` counts as the sizes do for a neuron, and as the weights do for an edge.  `nameOf` gives its name in
// words, and nothing for what is not to be picked.
//
// `parameters` has, for each layer with weights, the symbols { weights: ["w₁", …], biases: ["b₁", …] }: each then
// stands with its number beside its edge or its bead.  Where two layers of several neurons meet, their edges cross,
// and there is no room for weights.  `spacing` is from one neuron of a layer to the next.
//
// With onScrub(place, value) these numbers can be dragged, place being that among Network.parameters; where edges are
// picked, the one that is has its number on it, to be dragged, too.
//
// Edges are measured layer by layer, beads over the whole network; unless every weight has its number, a caption
// under the drawing says which weight the widest edge of each layer stands for.
//
// Neurons are so large, where there is room, that −0.34 stays clear of their rims on a phone, too.
//
// More than FEW_EDGES edges of a layer are painted on a canvas under the neurons, and are not picked one by one;
// drawing.pick({ kind: "neuron", … }) then brings out the edges into that neuron.

import { createEdgeCanvas } from "./edge_canvas.js";
import { html, svg } from "./elements.js";
import {
  activationScale,
  fillByActivation,
  parameterScale,
  readPalette,
  scaleWords,
  strokeByWeight,
} from "./encoding.js";
import { places } from "./layout.js";
import { createEdges, createNeuron, setBead } from "./network_parts.js";
import { LOOK } from "./look.js";
import { addNames, addNamesAbove, addNamesBelow, parameterTexts } from "./network_texts.js";
import { createPickedNumber, scrubParameters } from "./network_numbers.js";
import { formatNumber, formatShort } from "./numbers.js";
import { countedName, makePickable } from "./picking.js";

const MARGIN = 6;
const ROOM_FOR_NAMES = 60; // and for half of their neuron
const LETTER = 9; // on a phone, where the type is largest
const FEW_EDGES = 40; // so many can carry dashes that are seen, be picked, and have their number beside them

export function createNetworkDrawing({
  sizes,
  width = 360,
  height = 250,
  inputs = [],
  hidden = [],
  outputs = [],
  grid,
  values = true,
  parameters = [],
  spacing = 72,
  radius = LOOK.shares.neuron * width, // with room for its number: draw.css has its type
  onPick,
  onFocus,
  onScrub,
  nameOf = countedName,
}) {
  const { centers, radii } = layOut({ sizes, width, height, grid, spacing, radius, inputs, outputs });
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "nn-network-drawing" });
  drawing.style.setProperty("--nn-width", width);
  if (onPick) drawing.setAttribute("role", "group");
  else drawing.setAttribute("aria-hidden", "true");
  const few = sizes.every((size, l) => l === 0 || size * sizes[l - 1] <= FEW_EDGES);
  const edgeLayers = few ? sizes.slice(1).map(() => svg("g", { class: "nn-edges" })) : [];
  const edges = edgeLayers.map((group, l) => createEdges(group, centers[l], centers[l + 1]));
  const edgeCanvas = few ? undefined : createEdgeCanvas({ sizes, centers, width, height });
  let picked, shown, pickedEdge;
  drawing.append(...edgeLayers);

  const texts = parameters.map((symbols, l) =>
    parameterTexts(symbols, edges[l], centers[l + 1], radii[l + 1], height / 2),
  );
  const nodes = centers.map((middles, layer) =>
    middles.map((center) =>
      createNeuron({
        center,
        radius: radii[layer],
        layer,
        square: grid && layer === 0,
        room: onPick && gapOf(middles, spacing),
      }),
    ),
  );
  const image = grid && svg("g", {}, ...nodes[0].map(({ group }) => group)); // the cells of the inputs
  drawing.append(...(grid ? [image] : nodes[0].map(({ group }) => group)));
  for (const neuron of nodes.slice(1).flat()) drawing.append(neuron.group);
  drawing.append(...texts.flatMap(({ weights, biases }) => [...weights, ...biases]));
  addNames(drawing, centers[0], radii[0], inputs, -1);
  addNames(drawing, centers.at(-1), radii.at(-1), outputs, 1);
  const addHiddenNames = parameters.length ? addNamesBelow : addNamesAbove;
  hidden.forEach((names, l) => addHiddenNames(drawing, centers[l + 1], radii[l + 1], names));
  if (onPick) makePickable(nodes, edges, { onPick, onFocus, nameOf });
  if (onScrub) scrubParameters(texts, sizes, (kind) => shown[kind], onScrub);
  const number = onScrub && onPick && createPickedNumber(sizes, edges, radii, onScrub);
  if (number) drawing.append(number.element);
  const numbered =
    texts.length === sizes.length - 1 &&
    texts.every(({ weights }, l) => weights.length === sizes[l] * sizes[l + 1]);
  const caption = html("p", { class: "nn-scale" });
  const paper = html("div", { class: "nn-network-paper" }, ...(few ? [] : [edgeCanvas.element]), drawing);

  return {
    element: html("div", { class: "nn-network" }, paper, ...(numbered ? [] : [caption])),
    drawing,
    centers,
    radii,
    image,
    update({ weights, biases, activations, reached = sizes.length - 1 }) {
      const palette = readPalette(drawing);
      const scales = weights.map(parameterScale),
        biasScale = parameterScale(biases.flatMap((layer) => [...layer]));
      const words = scaleWords(scales);
      if (words !== caption.textContent) caption.textContent = words;
      edges.forEach((layer, l) => {
        layer.forEach((edge, i) => strokeByWeight(edge.line, weights[l][i], scales[l]));
        edgeLayers[l].classList.toggle("nn-passing", reached > l && reached < l + 1);
      });
      texts.forEach((layer, l) => {
        layer.weights.forEach(
          (text, i) => (text.textContent = `${parameters[l].weights[i]} = ${formatNumber(weights[l][i])}`),
        );
        layer.biases.forEach(
          (text, i) => (text.textContent = `${parameters[l].biases[i]} = ${formatNumber(biases[l][i])}`),
        );
      });
      shown = { weights, biases, activations, reached, palette };
      number?.update(pickedEdge, shown);
      edgeCanvas?.update({ ...shown, picked });
      nodes.forEach((layer, l) => {
        const scale = activationScale(activations[l]);
        const share = Math.max(0, Math.min(1, reached - l + 1));
        layer.forEach((neuron, i) => {
          fillByActivation(neuron.shape, neuron.text, share * activations[l][i], scale, palette);
          neuron.text.textContent =
            values && share === 1 && neuron.roomy ? formatShort(activations[l][i]) : "";
          if (l > 0) setBead(neuron, biases[l - 1][i], biasScale);
        });
      });
    },
    pick(what) {
      for (const old of drawing.querySelectorAll(".nn-picked")) mark(old, false);
      picked = what?.kind === "neuron" ? what : undefined;
      pickedEdge = what?.kind === "edge" ? what : undefined;
      if (shown) number?.update(pickedEdge, shown);
      if (shown) edgeCanvas?.update({ ...shown, picked });
      if (what?.kind === "neuron") {
        const { group } = nodes[what.layer][what.index];
        mark(group, true);
        for (const stop of drawing.querySelectorAll("[tabindex='0']")) stop.setAttribute("tabindex", "-1");
        group.setAttribute("tabindex", "0"); // the tab key comes back to it
      }
      if (what?.kind === "edge" && few)
        mark(edges[what.layer][what.from * sizes[what.layer + 1] + what.to].group, true);
    },
  };
}

// An image stands at the left as large as fits; names of inputs and outputs get room beside their neurons.
function layOut({ sizes, width, height, grid, spacing, radius, inputs, outputs }) {
  const margin = radius + MARGIN;
  const beside = (names) => radius + 7 + LETTER * Math.max(...names.map((name) => name.length));
  const room = (names) => (names.length ? Math.max(ROOM_FOR_NAMES, beside(names)) : margin);
  const cell = grid && Math.min((height - 2 * margin) / grid[0], (0.34 * width) / grid[1]);
  const left = grid ? (cell * grid[1]) / 2 + 2 : room(inputs);
  const box = [left, height - margin, width - room(outputs), margin];
  return places(sizes, box, { radius, spacing, cell, grid });
}

function gapOf([[, first], second], alone) {
  return second ? Math.abs(second[1] - first) : alone;
}

function mark(part, picked) {
  part.classList.toggle("nn-picked", picked);
  part.setAttribute("aria-pressed", picked);
}
