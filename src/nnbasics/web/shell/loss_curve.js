// The loss after each step of a run, drawn while it runs, with a cursor at the present step.
//
//   const curve = createLossCurve("step", { name, words });   curve.add(steps, loss);   curve.clear()
//   curve.set(losses)      of all steps from 0 on, where they are known at once

import { html, setAttributes, svg } from "../draw/elements.js";
import { formatCount, formatNumber } from "../draw/numbers.js";
import { createOutput, showNumber } from "../draw/output.js";

const WIDTH = 300,
  HEIGHT = 64; // of the drawing, which stretches; lines and texts do not
const MOST = 400; // points; of more, every second one is left out

export function createLossCurve(unit, { name = "loss-now", words = "loss" } = {}) {
  const now = createOutput(name, { "data-past": "" });
  const top = html("span", { class: "nn-loss-top", "aria-hidden": "true" });
  const path = svg("path", { class: "nn-loss-line" });
  const drawing = svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img" },
    svg("path", { class: "nn-axis", d: `M0 0V${HEIGHT}H${WIDTH}` }),
    path,
  );
  const cursor = html("span", { class: "nn-loss-cursor" });
  const element = html(
    "div",
    { class: "nn-loss" },
    html("p", {}, `${words} `, now),
    html("div", { class: "nn-loss-plot" }, drawing, top, cursor),
  );
  let points = [],
    every = 1;
  clear();
  return { element, add, set, clear };

  function add(steps, loss) {
    if (!Number.isFinite(loss)) return;
    if (points.length > 1 && steps - points.at(-2)[0] < every) points.pop(); // the last one is always there
    points.push([steps, loss]);
    if (points.length > MOST) {
      points = points.filter((_, i) => i % 2 === 0 || i === points.length - 1);
      every = Math.max(2 * every, points.at(-1)[0] / MOST);
    }
    draw();
  }

  function set(losses) {
    every = Math.ceil(losses.length / MOST);
    points = Array.from(losses, (loss, step) => [step, loss]).filter(
      ([step, loss]) => Number.isFinite(loss) && (step % every === 0 || step === losses.length - 1),
    );
    draw();
  }

  function clear() {
    points = [];
    every = 1;
    draw();
  }

  function draw() {
    const [steps, loss] = points.at(-1) ?? [0, NaN];
    const most = points.reduce((most, [, value]) => Math.max(most, value), 0) || 1;
    const place = ([at, value]) => [(WIDTH * at) / Math.max(1, steps), HEIGHT * (1 - value / most)];
    path.setAttribute(
      "d",
      points
        .map(
          (point, i) =>
            `${i ? "L" : "M"}${place(point)
              .map((pixel) => pixel.toFixed(1))
              .join(" ")}`,
        )
        .join(""),
    );
    const [x, y] = points.length ? place(points.at(-1)) : [0, 0];
    Object.assign(cursor.style, { left: `${(100 * x) / WIDTH}%`, top: `${(100 * y) / HEIGHT}%` });
    cursor.hidden = !points.length;
    top.textContent = points.length ? formatNumber(most) : "";
    showNumber(now, loss, points.length ? formatNumber(loss) : "–");
    const told = points.length
      ? `from ${formatNumber(points[0][1])} to ${formatNumber(loss)} in ${formatCount(steps)} ${unit}s`
      : "nothing yet";
    setAttributes(drawing, { "aria-label": `The ${words} so far: ${told}` });
  }
}
