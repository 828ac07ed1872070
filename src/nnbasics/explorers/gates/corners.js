// The corners of a truth table, to be chosen, each with what is wanted and what is said.

import { svg } from "../../web/draw/elements.js";
import { LOOK } from "../../web/draw/look.js";
import { formatFixed } from "../../web/draw/numbers.js";
import { createPlane } from "../../web/draw/plane.js";
import { createTrace, forward } from "../../web/engine/network.js";
import { createHiddenLines } from "./hidden_lines.js";

export const ROWS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const RANGE = [-0.45, 1.45];

// The plane with the four corners, what the network says at each, and the lines of the hidden neurons.
export function createCorners({ name, wanted }, single, choose, network) {
  const plane = createPlane({
    x: RANGE,
    y: RANGE,
    xName: "x₁",
    yName: "x₂",
    points: ROWS,
    labels: wanted,
    classes: ["wanted: no", "wanted: yes"],
    radii: [LOOK.radii.knob, LOOK.radii.knob],
    description: `The four pairs of inputs in the plane of x₁ and x₂, and where the network says yes. ${name}`,
    onPick: (x1, x2) => choose(2 * (x1 > 0.5) + (x2 > 0.5)),
  });
  const lines = single ? undefined : createHiddenLines(plane, ["h₁", "h₂"]);
  const field = createTrace(network, plane.gridPoints);
  const texts = ROWS.map(([x1, x2]) =>
    svg("text", {
      x: plane.axes.toX(x1) + 14,
      y: plane.axes.toY(x2) - 11,
      class: "nn-halo nn-said",
    }),
  );
  plane.ground.append(...texts);
  return {
    element: plane.element,
    update({ wrong, mark, y }) {
      forward(network, plane.grid, plane.gridPoints, field);
      plane.update({ preactivations: field.preactivations.at(-1), wrong, mark });
      lines?.update(field.preactivations[0]);
      texts.forEach((text, i) => (text.textContent = formatFixed(y[i], 2)));
    },
  };
}
