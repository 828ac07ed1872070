// The words in the drawing of a network: what its neurons are called, and its parameters with their numbers.

import { svg } from "./elements.js";

const ASIDE = 18; // from the middle of its edge, a weight: away from the larger of two layers

// Weights outside the fan of their edges, at a distance that no number is too wide for.  Biases over their bead, or
// below the neuron where edges that cross leave no room there.
export function parameterTexts({ weights, biases }, edges, centers, radius, middle) {
  const text = (x, y) =>
    svg("text", { x: x.toFixed(1), y: y.toFixed(1), "text-anchor": "middle", class: "nn-parameter nn-halo" });
  const crossing = centers.length > 1 && edges.length > centers.length;
  const aside = edges.length > centers.length ? ASIDE : -ASIDE;
  return {
    weights: weights.map((_, i) => {
      const [[x1, y1], [x2, y2]] = [edges[i].from, edges[i].to];
      const slope = Math.abs((y2 - y1) / (x2 - x1));
      const away = 15 + 34 * slope;
      return text((x1 + x2) / 2 + aside, (y1 + y2) / 2 + (y1 + y2 > 2 * middle ? away + 4 : -away + 4));
    }),
    biases: biases.map((_, i) =>
      text(centers[i][0], centers[i][1] + (crossing ? radius + 31 : -radius - 11)),
    ),
  };
}

// At the upper left of the neuron, clear of its bead.
export function addNamesAbove(drawing, centers, radius, names) {
  names.forEach((name, i) => {
    const [x, y] = centers[i];
    const attributes = {
      x: x - 0.75 * radius,
      y: y - 0.75 * radius - 1,
      "text-anchor": "end",
      class: "nn-name nn-halo",
    };
    drawing.append(svg("text", attributes, name));
  });
}

export function addNamesBelow(drawing, centers, radius, names) {
  names.forEach((name, i) => {
    const [x, y] = centers[i];
    drawing.append(svg("text", { x, y: y + radius + 16, "text-anchor": "middle", class: "nn-name" }, name));
  });
}

// Beside the inputs or the outputs.
export function addNames(drawing, centers, radius, names, side) {
  names.forEach((name, i) => {
    const [x, y] = centers[i];
    const attributes = {
      x: x + side * (radius + 7),
      y: y + 4,
      "text-anchor": side < 0 ? "end" : "start",
      class: "nn-name",
    };
    drawing.append(svg("text", attributes, name));
  });
}
