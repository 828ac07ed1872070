// Explorer of chapter 8: an activation function, its tangent at one point, and beside it the slope of that tangent.

import { createCurve } from "../../web/draw/curve.js";
import { html, svg } from "../../web/draw/elements.js";
import { formatNumber, pythonNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { createFrame } from "../../web/shell/frame.js";
import { valuesAndSlopes } from "./functions.js";

const LAYERS = 10; // through which the slope is multiplied
const TANGENT = 62; // its half, in pixels of the drawing
const BOUNDED = ["sigmoid", "tanh", "step"];

function render({ model, el }) {
  const names = model.get("names"),
    reach = model.get("reach"),
    x = [-reach, reach];
  const name = () => names[model.get("activation")];
  const frame = createFrame(model, el, {
    name: "curves",
    traits: ["activation", "z"],
    paint,
    code: () => pythonCode(name(), model.get("z")),
  });
  const onPick = (z) => {
    model.set({ z });
    model.save_changes();
  };
  const drawn = { x, xName: "sum z", onPick };
  // Two scales of f, one of its slope: slopes can be compared from function to function.
  const [bounded, open] = [
    [-1.25, 1.25],
    [-2, 6],
  ].map((y) => {
    const curve = createCurve({
      ...drawn,
      y,
      yName: "f(z), with its tangent",
      description: "The activation function, with the tangent at the point",
    });
    return { curve, tangent: curve.ground.appendChild(svg("path", { class: "nn-curves-tangent" })) };
  });
  const slope = createCurve({
    ...drawn,
    y: [-0.25, 1.25],
    yName: "slope f′(z)",
    description: "The slope of the activation function at every z",
  });
  slope.element.classList.add("nn-curves-slope");
  const left = html("div", { class: "nn-panel nn-main" }),
    formula = html("p", { class: "nn-curves-formula" });
  frame.stage.append(formula, left, html("div", { class: "nn-panel" }, slope.element));
  const numbers = {
    value: createOutput("f(z)"),
    slope: createOutput("slope"),
    through: createOutput("through-ten-layers"),
  };
  frame.numbers.append(
    html("p", { class: "nn-score" }, "f(z) = ", numbers.value),
    html("p", { class: "nn-score" }, "slope f′(z) = ", numbers.slope),
    html("p", { class: "nn-score" }, `the same slope ${LAYERS} times, multiplied: `, numbers.through),
  );

  function paint() {
    const chosen = name(),
      z = model.get("z");
    const { curve, tangent } = BOUNDED.includes(chosen) ? bounded : open;
    if (left.firstChild !== curve.element) left.replaceChildren(curve.element);
    const along = valuesAndSlopes(chosen, curve.inputs),
      here = valuesAndSlopes(chosen, Float64Array.of(z));
    const [value, steepness] = [here.values[0], here.slopes[0]],
      through = steepness ** LAYERS;
    formula.textContent = `${chosen}: ${model.get("formulas")[model.get("activation")]}`;
    curve.update({ values: along.values, point: [z, value] });
    slope.update({ values: along.slopes, point: [z, steepness] });
    const { toX, toY } = curve.axes;
    const run = TANGENT / Math.hypot(toX(1) - toX(0), steepness * (toY(1) - toY(0)));
    // It ends with the picture, however near to its side the point is.
    const end = (to) => `${toX(to).toFixed(1)} ${toY(value + (to - z) * steepness).toFixed(1)}`;
    tangent.setAttribute("d", `M${end(Math.max(-reach, z - run))}L${end(Math.min(reach, z + run))}`);
    showNumber(numbers.value, value, formatNumber(value));
    showNumber(numbers.slope, steepness, formatNumber(steepness));
    showNumber(numbers.through, through, formatNumber(through));
    return `${chosen} at z ${formatNumber(z)}: it says ${formatNumber(value)}, its slope is ${formatNumber(steepness)}.`;
  }

  return () => frame.close();
}

function pythonCode(name, z) {
  return `import numpy as np
from nnbasics.activations import ACTIVATIONS

f = ACTIVATIONS["${name}"]
z = np.array([${pythonNumber(z)}])
slope = f.derivative(z).item()
print("f(z)", f(z).item())
print("slope", slope)
print("through-ten-layers", slope ** ${LAYERS})
`;
}

export default { render };
