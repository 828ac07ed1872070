// Many values as a pile of dots along a line, one of them marked, and their average.
//
//   const pile = createPile({ x: [0, 2], xName: "cost", count: 60, description, height: 90 })
//   pile.update({ values, marked: 3, average, averageText })      without an average, none is shown

import { createAxes } from "./axes.js";
import { setAttributes, svg } from "./elements.js";
import { LOOK } from "./look.js";

const WIDTH = 360;
const RADIUS = LOOK.radii.speck;

export function createPile({ x, xName, count, description, height = 150 }) {
  const margin = { left: 10, right: 10, top: 26, bottom: 40 };
  const axes = createAxes({ x, y: [0, 1], xName, yName: "", width: WIDTH, height, margin });
  const { area } = axes;
  for (const tick of axes.group.querySelectorAll(
    "text[text-anchor='end']:not(.nn-axis-name), .nn-tick[d$='h-5']",
  ))
    tick.remove();
  axes.group.querySelector(".nn-axis").setAttribute("d", `M${area.left} ${area.bottom}H${area.right}`);
  const drawing = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${height}`,
    class: "nn-pile",
    role: "img",
    "aria-label": description,
  });
  const line = svg("path", { class: "nn-marked-line" });
  const text = svg("text", { y: area.top - 10, "text-anchor": "middle", class: "nn-marked-text" });
  const dots = Array.from({ length: count }, () => svg("circle", { r: RADIUS, class: "nn-pile-dot" }));
  drawing.append(axes.group, line, ...dots, text);

  return {
    element: drawing,
    update({ values, marked, average, averageText }) {
      const piles = new Map(); // how many stand in each column
      const places = Array.from(values, (value) => {
        const column = Math.round(axes.toX(value) / (2 * RADIUS)),
          below = piles.get(column) ?? 0;
        piles.set(column, below + 1);
        return below;
      });
      // The tallest fits: its dots overlap rather than share the top.
      const room = area.bottom - area.top - 2 * RADIUS;
      const pitch = Math.min(2 * RADIUS, room / Math.max(1, ...places));
      dots.forEach((dot, i) => {
        setAttributes(dot, {
          cx: axes.toX(values[i]).toFixed(1),
          cy: (area.bottom - RADIUS - pitch * places[i]).toFixed(1),
        });
        dot.classList.toggle("nn-marked", i === marked);
      });
      dots[marked].remove();
      drawing.insertBefore(dots[marked], text); // on top of the others
      for (const part of [line, text]) part.style.display = average === undefined ? "none" : "";
      if (average === undefined) return;
      line.setAttribute("d", `M${axes.toX(average)} ${area.top - 4}V${area.bottom}`);
      text.setAttribute("x", Math.min(area.right - 60, Math.max(area.left + 60, axes.toX(average))));
      text.textContent = averageText;
    },
  };
}
