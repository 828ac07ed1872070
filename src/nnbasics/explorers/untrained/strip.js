// Many values as a pile of dots along a line, one of them marked, and their average.
//
//   const strip = createStrip({ x: [0, 2], xName: "cost", count: 60, description })
//   strip.update({ values, marked: 3, average, averageText })

import { createAxes } from "../../web/draw/axes.js";
import { setAttributes, svg } from "../../web/draw/elements.js";

const WIDTH = 360;
const HEIGHT = 150;
const RADIUS = 3;

export function createStrip({ x, xName, count, description }) {
  const margin = { left: 10, right: 10, top: 26, bottom: 40 };
  const axes = createAxes({ x, y: [0, 1], xName, yName: "", width: WIDTH, height: HEIGHT, margin });
  const { area } = axes;
  for (const tick of axes.group.querySelectorAll(
    "text[text-anchor='end']:not(.nn-axis-name), .nn-tick[d$='h-5']",
  ))
    tick.remove();
  axes.group.querySelector(".nn-axis").setAttribute("d", `M${area.left} ${area.bottom}H${area.right}`);
  const drawing = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    class: "nn-strip",
    role: "img",
    "aria-label": description,
  });
  const line = svg("path", { class: "nn-marked-line" });
  const text = svg("text", { y: area.top - 10, "text-anchor": "middle", class: "nn-marked-text" });
  const dots = Array.from({ length: count }, () => svg("circle", { r: RADIUS, class: "nn-strip-dot" }));
  drawing.append(axes.group, line, ...dots, text);

  return {
    element: drawing,
    update({ values, marked, average, averageText }) {
      const piles = new Map();
      const room = Math.floor((area.bottom - area.top) / (2 * RADIUS));
      dots.forEach((dot, i) => {
        const column = Math.round(axes.toX(values[i]) / (2 * RADIUS));
        const height = piles.get(column) ?? 0;
        piles.set(column, height + 1);
        setAttributes(dot, {
          cx: axes.toX(values[i]).toFixed(1),
          cy: area.bottom - RADIUS - 2 * RADIUS * Math.min(height, room),
        });
        dot.classList.toggle("nn-marked", i === marked);
      });
      dots[marked].remove();
      drawing.insertBefore(dots[marked], text); // on top of the others
      line.setAttribute("d", `M${axes.toX(average)} ${area.top - 4}V${area.bottom}`);
      text.setAttribute("x", Math.min(area.right - 60, Math.max(area.left + 60, axes.toX(average))));
      text.textContent = averageText;
    },
  };
}
