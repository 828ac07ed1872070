// The runs of one kind of data, a panel each: what it is, its plot, its numbers.
//
//   const panels = createPanels({ kind: "classes", runs, x, y });   panels.update({ found, points, labels, probe })
//   panels.losses: the loss of each over the steps

import { html } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { createLossCurves } from "../../web/shell/loss_curves.js";
import { lineOf } from "./courses.js";
import { createPlot } from "./plot.js";

export const LOSS_WORDS = { mse: "squared error", bce: "cross-entropy", cce: "cross-entropy" };
const FITS = {
  classes: {
    "linear mse": "made for quantities",
    "sigmoid bce": "matching",
    "softmax cce": "matching",
    "sigmoid mse": "mismatched loss",
    "softmax mse": "mismatched loss",
  },
  quantity: {
    "linear mse": "matching",
    "sigmoid mse": "stays between 0 and 1",
    "softmax mse": "one number: always 1",
  },
};
const LEVELS = { linear: [0.5, 0, 1], sigmoid: [0.5, 0.1, 0.9], softmax: [0.5, 0.1, 0.9] };
const POINTS = 81;

export function createPanels({ kind, runs, x, y }) {
  const classes = kind === "classes";
  const panels = runs.map(([output, loss]) => {
    const plot = createPlot({ x, y });
    const of = (what) => createOutput(`${what}-${output}-${loss}`);
    const own = { plot, loss: of("loss"), right: of("right"), says: of("says"), where: html("span") };
    own.element = html(
      "figure",
      { class: "nn-output-panel" },
      html(
        "figcaption",
        {},
        html("b", {}, `${output}, ${LOSS_WORDS[loss]}`),
        html("span", { class: "nn-fits" }, FITS[kind][`${output} ${loss}`]),
      ),
      plot.element,
      ...(classes
        ? [html("p", {}, "right: ", own.right), html("p", {}, "says of the farthest: ", own.says)]
        : [html("p", {}, own.where, own.says)]),
      html("p", {}, "loss: ", own.loss),
    );
    return own;
  });
  const lossCurves = createLossCurves(
    runs.map(([output, loss]) => ({
      name: `loss-now-${output}-${loss}`,
      words: `loss of ${output}, ${LOSS_WORDS[loss]}`,
    })),
  );
  const key = html("p", { class: "nn-output-key" });
  const element = html(
    "div",
    {
      class: `nn-output-panels nn-main nn-of-${kind}`,
      tabindex: 0,
      role: "region",
      "aria-label": "The outputs, side by side",
    },
    ...panels.map((panel) => panel.element),
    key,
  );

  return {
    element,
    losses: lossCurves.element,
    update({ found, points, labels, probe, curves }) {
      found.forEach((run, i) => {
        const { plot, loss, right, says, where } = panels[i],
          n = labels.length;
        const told = `${run.output} with ${LOSS_WORDS[run.loss]}`;
        if (classes) {
          const [middle, ...others] = LEVELS[run.output].map((level) => lineOf(run, level));
          plot.update({
            ground: middle,
            lines: [middle, ...others],
            description: `${told}: ${run.right} of ${n} examples are on the right side`,
            points: points.map((at, k) => ({
              at,
              kind: labels[k],
              wrong: run.outputs[k] > 0.5 !== labels[k] > 0.5,
            })),
          });
          showNumber(right, run.right, `${run.right} of ${n}`);
        } else {
          plot.update({
            curve: curves(run, along(x)),
            description: `${told}: its output over the input`,
            points: points.map(([at], k) => ({ at: [at, labels[k]], kind: 1 })),
          });
        }
        showNumber(loss, run.value, formatNumber(run.value));
        showNumber(says, run.outputs[probe], formatNumber(run.outputs[probe]));
        where.textContent = `where ${formatNumber(labels[probe])} is wanted: `;
      });
      lossCurves.set(found.map(({ losses }) => losses));
      key.textContent = classes
        ? "● class 1, ■ class 0, ringed: on the wrong side. Solid line: output ½. Dashed: 0.1 and 0.9; with the linear output 0 and 1."
        : "● the examples; the curve: what the output says for every input. The thin lines are 0.";
      return found
        .map(
          (run) =>
            `${run.output} with ${LOSS_WORDS[run.loss]}: ${classes ? `${run.right} of ${labels.length} right` : `loss ${formatNumber(run.value)}`}`,
        )
        .join("; ");
    },
  };
}

function along([low, high]) {
  return Float64Array.from({ length: POINTS }, (_, i) => low + ((high - low) * i) / (POINTS - 1));
}
