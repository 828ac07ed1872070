// The f–I plane: spikes a second against the current.  The points that were visited, the curve of the formula, and the
// ReLU that fits the points best; two marks at the present current, one for each neuron.
//
//   const rates = createRates({ highest: 5 })
//   rates.update({ curve, still, moving, fit, now, rate })      curve: rates at rates.currents

import { createAxes } from "../../web/draw/axes.js";
import { html, svg } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";

const WIDTH = 360,
  HEIGHT = 300,
  POINTS = 301;
const TOPS = [50, 100, 150, 200, 300, 400, 600, 800, 1000]; // spikes a second: where the axis may end

export function createRates({ highest }) {
  const drawing = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" });
  const currents = Float64Array.from({ length: POINTS }, (_, i) => (highest * i) / (POINTS - 1));
  const formula = svg("path", { class: "nn-formula" }),
    relu = svg("path", { class: "nn-curve" });
  const marks = svg("g"),
    here = svg("path", { class: "nn-drop" });
  let axes, top;
  return {
    element: html("div", {}, drawing, key()),
    currents,
    update({ curve, still, moving, fit, now }) {
      const most = Math.max(
        curve.at(-1),
        ...moving.map(([, rate]) => rate),
        fit ? fit.weight * highest + fit.bias : 0,
      );
      const end = TOPS.find((each) => each >= most) ?? TOPS.at(-1);
      if (end !== top) {
        top = end;
        axes = createAxes({
          x: [0, highest],
          y: [0, top],
          xName: "current I, nA",
          yName: "spikes a second",
          width: WIDTH,
          height: HEIGHT,
          margin: { left: 40, right: 14, top: 30, bottom: 44 },
        });
        drawing.replaceChildren(axes.group, formula, here, relu, marks);
      }
      const point = (x, y) => `${axes.toX(x).toFixed(1)} ${axes.toY(Math.min(top, y)).toFixed(1)}`;
      formula.setAttribute("d", `M${Array.from(curve, (rate, i) => point(currents[i], rate)).join("L")}`);
      const kink = fit && Math.min(highest, Math.max(0, -fit.bias / fit.weight));
      relu.setAttribute(
        "d",
        fit
          ? `M${point(0, Math.max(0, fit.bias))}L${point(kink, Math.max(0, fit.weight * kink + fit.bias))}L${point(highest, fit.weight * highest + fit.bias)}`
          : "",
      );
      here.setAttribute("d", `M${axes.toX(now)} ${axes.area.top}V${axes.area.bottom}`);
      const mark =
        (kind, shape) =>
        ([x, y]) =>
          svg("path", { class: kind, transform: `translate(${point(x, y)})`, d: shape });
      marks.replaceChildren(
        ...still.map(mark("nn-visited", CIRCLE)),
        ...moving.map(mark("nn-interval", DIAMOND)),
      );
      const told = fit
        ? `The fitted ReLU has weight ${formatNumber(fit.weight)} and bias ${formatNumber(fit.bias)}`
        : "No ReLU is fitted yet";
      drawing.setAttribute(
        "aria-label",
        `Spikes a second against the current, at ${still.length + moving.length} points. ${told}`,
      );
    },
  };
}

const CIRCLE = "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0",
  DIAMOND = "M-5 0L0 -5L5 0L0 5Z";

function key() {
  const entry = (kind, d, text) =>
    html(
      "span",
      { class: "nn-key-entry" },
      svg(
        "svg",
        { viewBox: "-7 -7 14 14", width: 14, height: 14, "aria-hidden": "true" },
        svg("path", { class: kind, d }),
      ),
      text,
    );
  return html(
    "div",
    { class: "nn-key" },
    entry("nn-visited", CIRCLE, "a current visited"),
    entry("nn-interval", DIAMOND, "one interval"),
    entry("nn-formula", "M-7 0H7", "formula"),
    entry("nn-curve", "M-7 4H-1L7 -5", "artificial neuron"),
  );
}
