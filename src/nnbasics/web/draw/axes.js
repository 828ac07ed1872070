// Two axes with ticks and names, and the way from numbers to pixels.
//
//   const axes = createAxes({ x: [-3, 3], y: [0, 1], xName, yName, width, height, margin })
//   axes.toX(0), axes.toY(0.5)    pixels of the viewBox;  axes.group    an SVG group to put on the drawing
//   axes.change({ x, y, xName, yName })    other ranges and names in the same place

import { svg } from "./elements.js";
import { formatNumber } from "./numbers.js";

export function createAxes({ x, y, xName, yName, width, height, margin }) {
  const area = {
    left: margin.left,
    right: width - margin.right,
    top: margin.top,
    bottom: height - margin.bottom,
  };
  const toX = (value) => area.left + ((value - x[0]) / (x[1] - x[0])) * (area.right - area.left);
  const toY = (value) => area.bottom - ((value - y[0]) / (y[1] - y[0])) * (area.bottom - area.top);
  const fromX = (pixel) => x[0] + ((pixel - area.left) / (area.right - area.left)) * (x[1] - x[0]);
  const fromY = (pixel) => y[0] + ((area.bottom - pixel) / (area.bottom - area.top)) * (y[1] - y[0]);

  const group = svg("g", { class: "nn-axes", "aria-hidden": "true" });
  draw();
  return { area, toX, toY, fromX, fromY, group, change };

  function change(to) {
    ({ x, y, xName, yName } = to);
    draw();
  }

  function draw() {
    group.replaceChildren(
      svg("path", { class: "nn-axis", d: `M${area.left} ${area.top}V${area.bottom}H${area.right}` }),
    );
    for (const tick of ticks(x)) {
      group.append(
        svg("path", { class: "nn-tick", d: `M${toX(tick)} ${area.bottom}v5` }),
        svg("text", { x: toX(tick), y: area.bottom + 17, "text-anchor": "middle" }, tickText(tick)),
      );
    }
    for (const tick of ticks(y)) {
      group.append(
        svg("path", { class: "nn-tick", d: `M${area.left} ${toY(tick)}h-5` }),
        svg("text", { x: area.left - 8, y: toY(tick) + 4, "text-anchor": "end" }, tickText(tick)),
      );
    }
    group.append(
      svg("text", { class: "nn-axis-name", x: area.right, y: area.bottom + 34, "text-anchor": "end" }, xName),
      svg("text", { class: "nn-axis-name", x: 2, y: area.top - 10 }, yName),
    );
  }
}

function ticks([low, high]) {
  const rough = (high - low) / 5;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * [1, 2, 5, 10].find((factor) => factor * magnitude >= rough);
  const values = [];
  for (let n = Math.ceil(low / step - 1e-9); n * step <= high + 1e-9 * step; n += 1) values.push(n * step);
  return values;
}

function tickText(tick) {
  return formatNumber(Number(tick.toPrecision(6)))
    .replace(/(\.\d*?)0+(?!\d)/, "$1")
    .replace(/\.(?!\d)/, "");
}
