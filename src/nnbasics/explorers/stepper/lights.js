// What a single step of the lesson touches, lit on the drawing of the network: forward from left to right in gray,
// backward from right to left in the accent, each edge with the number that counts, deltas below their neurons.
//
//   const lights = createLights(drawing, sizes)      a network drawing of web/draw
//   lights.update(lesson, at, wanted, picked)        picked: the edge that has its weight on it already

import { svg } from "../../web/draw/elements.js";
import { LOOK } from "../../web/draw/look.js";
import { numberPlace } from "../../web/draw/network_numbers.js";
import { formatNumber } from "../../web/draw/numbers.js";

export function createLights({ drawing, centers, radii }, sizes) {
  const under = svg("g"),
    over = svg("g");
  drawing.prepend(under);
  drawing.append(over);
  const note = ([x, y], kind, anchor) =>
    over.appendChild(svg("text", { x, y, "text-anchor": anchor, class: `${kind} nn-halo` }));
  // Below their neurons, clear of the numbers on the edges between the last two layers.
  const deltas = sizes.slice(1).map((_, l) =>
    centers[l + 1].map(([x, y]) => {
      const isLast = l + 2 === sizes.length;
      return note([isLast ? x - 22 : x + 10, y + radii[l + 1] + 16], "nn-delta", isLast ? "start" : "end");
    }),
  );
  const targets = centers.at(-1).map(([x, y]) => note([x + 58, y + radii.at(-1) + 34], "nn-target", "end"));
  const now = over.appendChild(svg("g"));
  let lit;

  return {
    update(lesson, at, wanted, picked) {
      const step = lesson.steps[at];
      const seen = new Set(
        lesson.steps
          .slice(0, at + 1)
          .filter(({ kind }) => kind === "delta")
          .map(({ layer, to }) => `${layer} ${to}`),
      );
      deltas.forEach((layer, l) =>
        layer.forEach((text, to) => {
          text.textContent = seen.has(`${l} ${to}`)
            ? `δ ${formatNumber(lesson.gradients.deltas[l][to])}`
            : "";
        }),
      );
      targets.forEach((text, k) => (text.textContent = `wanted ${formatNumber(wanted[k])}`));
      const backward = step.beat === "backward" && step.kind !== "bias-slope";
      const isShown = ({ layer, from, to }) =>
        ofWeight(step) && layer === picked.layer && from === picked.from && to === picked.to;
      const numbered = edgesOf(step).filter((edge) => !isShown(edge));
      const taken = picked.kind === "edge" ? placeOn(picked) : undefined;
      now.replaceChildren(...numbered.map((edge) => labelOf(lesson, step, edge, taken)));
      if (lit === step) return; // only a new step is drawn in motion
      lit = step;
      const kind = step.beat === "forward" ? "nn-lit" : "nn-lit nn-lit-back";
      under.replaceChildren(
        ...edgesOf(step).map((edge) => lineOf(edge, kind, backward)),
        ...neuronsOf(step).map((neuron) => ringOf(neuron, kind)),
      );
    },
  };

  function edgesOf({ kind, layer, from, to }) {
    const all = (length, edge) => Array.from({ length }, (_, i) => edge(i));
    if (kind === "z") return all(sizes[layer], (start) => ({ layer, from: start, to }));
    if (kind === "delta" && layer + 2 < sizes.length)
      return all(sizes[layer + 2], (end) => ({ layer: layer + 1, from: to, to: end }));
    return kind === "weight-slope" || kind === "new-weight" ? [{ layer, from, to }] : [];
  }

  function neuronsOf({ kind, layer, to }) {
    if (kind === "loss" || kind === "loss-after")
      return centers.at(-1).map((_, index) => ({ layer: sizes.length - 1, index }));
    return kind === "new-weight" || kind === "weight-slope" ? [] : [{ layer: layer + 1, index: to }];
  }

  function lineOf({ layer, from, to }, kind, backward) {
    const ends = [centers[layer][from], centers[layer + 1][to]];
    const [[x1, y1], [x2, y2]] = backward ? ends.reverse() : ends;
    return svg("path", { d: `M${x1} ${y1}L${x2} ${y2}`, class: kind, pathLength: 1 });
  }

  function ringOf({ layer, index }, kind) {
    const [cx, cy] = centers[layer][index];
    return svg("circle", { cx, cy, r: radii[layer] + LOOK.radii.ring, class: kind });
  }

  function placeOn({ layer, from, to }, taken) {
    return numberPlace(centers[layer][from], centers[layer + 1][to], radii[layer], taken);
  }

  function labelOf(lesson, step, edge, taken) {
    const { layer, from, to } = edge,
      [x, y] = placeOn(edge, taken);
    const value = ofWeight(step)
      ? lesson.network.weights[layer][from * sizes[layer + 1] + to]
      : lesson.valueOf(step);
    const text = svg(
      "text",
      {
        x,
        y,
        "text-anchor": "middle",
        class: "nn-halo nn-edge-number",
      },
      formatNumber(value),
    );
    text.classList.toggle("nn-back", step.beat !== "forward");
    return text;
  }
}

// Else the number on its edges is a slope, or a new weight.
function ofWeight({ kind }) {
  return kind === "z" || kind === "delta";
}
