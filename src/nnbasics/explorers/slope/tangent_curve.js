// The loss over one weight, with its tangent and the secant of the finite difference, and a note on both.
//
//   const drawn = createTangentCurve({ range, name, onPick })
//   drawn.inputs: the weights for which drawn.update wants the loss, `values`

import { createCurve } from "../../web/draw/curve.js";
import { html, svg } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";

const TANGENT = 1.6; // how far it is drawn to either side
const SMALLEST_SEEN = 0.04; // a step h that can be drawn

export function createTangentCurve({ range, name, onPick }) {
  const curve = createCurve({
    x: range,
    y: [0, 1],
    xName: name,
    yName: "loss",
    onPick,
    description: `The loss for every value of ${name} from ${formatNumber(range[0])} to ${range[1]}`,
  });
  const [tangent, secant] = ["nn-tangent", "nn-secant"].map((kind) =>
    curve.ground.appendChild(svg("path", { class: kind })),
  );
  const note = html("p", { class: "nn-slope-note" });
  const { toX, toY } = curve.axes,
    point = (w, l) => `${toX(w).toFixed(1)} ${toY(l).toFixed(1)}`;
  return {
    elements: [curve.element, note],
    inputs: curve.inputs,
    // ends: the loss a step h to the left and to the right.
    update({ values, at, loss, slope, h, ends }) {
      const unseen = h < SMALLEST_SEEN;
      curve.update({ values, point: [at, loss] });
      tangent.setAttribute(
        "d",
        `M${point(at - TANGENT, loss - TANGENT * slope)}L${point(at + TANGENT, loss + TANGENT * slope)}`,
      );
      secant.setAttribute("d", unseen ? "" : `M${point(at - h, ends[0])}L${point(at + h, ends[1])}`);
      note.textContent = `Solid: the tangent, with the slope of backpropagation. ${
        unseen
          ? `The finite difference's step h = ${formatNumber(h)} is too small to be drawn.`
          : `Dashed: the finite difference over the step h = ${formatNumber(h)} to either side.`
      }`;
    },
  };
}
