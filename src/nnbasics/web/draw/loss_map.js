// The loss over two weights as a map: the darker (in the dark theme: the lighter) the higher, with lines of equal loss,
// a mark where the weights are, an arrow, and the paths that trainings took.
//
//   const map = createLossMap({ x: [-4, 4], y: [-4, 4], xName, yName, description, paths: ["1", "10", "all"], onPick })
//   map.show(values)                     the loss at each point of map.grid, (w, v) row by row from the lowest v
//   map.update({ mark, arrow, paths })   arrow: [dx, dy] from the mark; paths: the points of each, flat (w, v, w, v, …),
//                                        and how many of these numbers count
//
// What leaves the map is cut off at its edge.

import { createAxes } from "./axes.js";
import { html, setAttributes, svg } from "./elements.js";
import { mixColors, readPalette } from "./encoding.js";
import { fillGrid, GRID, levelContours } from "./grid.js";
import { LOOK } from "./look.js";
import { followPointer } from "./pointing.js";

const WIDTH = 360,
  HEIGHT = 330;
const LINES = 9; // of equal loss
const DARKEST = 0.42;
let maps = 0;

export function createLossMap({ x, y, xName, yName, description, paths = [], onPick }) {
  const axes = createAxes({
    x,
    y,
    xName,
    yName,
    width: WIDTH,
    height: HEIGHT,
    margin: { left: 34, right: 6, top: 28, bottom: 44 },
  });
  const { area } = axes,
    clip = `nn-loss-map-${(maps += 1)}`;
  const drawing = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    class: "nn-plane-drawing",
    role: "img",
    "aria-label": description,
  });
  const canvas = html("canvas", { width: GRID, height: GRID, class: "nn-shade" });
  const percent = (part, whole) => `${(100 * part) / whole}%`;
  Object.assign(canvas.style, {
    left: percent(area.left, WIDTH),
    top: percent(area.top, HEIGHT),
    width: percent(area.right - area.left, WIDTH),
    height: percent(area.bottom - area.top, HEIGHT),
  });
  const box = svg("rect", {
    x: area.left,
    y: area.top,
    width: area.right - area.left,
    height: area.bottom - area.top,
  });
  const inside = svg("g", { "clip-path": `url(#${clip})` });
  const contours = svg("path", { class: "nn-contours" });
  const ways = paths.map((_, i) => svg("path", { class: `nn-way nn-way-${i}` }));
  const ends = paths.map((name, i) =>
    svg(
      "g",
      { class: `nn-way-end nn-way-${i}` },
      svg("circle", { r: LOOK.radii.point }),
      svg("text", { x: 8, y: 4, class: "nn-halo" }, name),
    ),
  );
  const arrow = svg("path", { class: "nn-arrow" });
  const dot = svg("circle", { r: LOOK.radii.dot, class: "nn-dot" });
  inside.append(contours, ...ways, arrow, ...ends, dot);
  drawing.append(svg("clipPath", { id: clip }, box), axes.group, inside);
  const element = html(
    "div",
    { class: "nn-plane" },
    html("div", { class: "nn-plane-paper" }, canvas, drawing),
  );
  if (onPick) followPointer(drawing, axes, [x, y], onPick);

  const grid = new Float64Array(2 * GRID * GRID);
  fillGrid(grid, x, y);
  const context = canvas.getContext("2d"),
    image = context.createImageData(GRID, GRID);
  const place = (w, v) => `${axes.toX(w).toFixed(1)} ${axes.toY(v).toFixed(1)}`;

  return {
    element,
    grid,
    points: GRID * GRID,
    show(values) {
      const low = Math.min(...values),
        span = Math.max(...values) - low || 1;
      const { paper, ink } = readPalette(element);
      for (let row = 0; row < GRID; row += 1)
        for (let column = 0; column < GRID; column += 1) {
          const color = mixColors(
            paper,
            ink,
            DARKEST * Math.sqrt((values[row * GRID + column] - low) / span),
          );
          const pixel = 4 * ((GRID - 1 - row) * GRID + column);
          for (let channel = 0; channel < 3; channel += 1) image.data[pixel + channel] = color[channel];
          image.data[pixel + 3] = 255;
        }
      context.putImageData(image, 0, 0);
      const cell = (at, [start, end]) => (start + ((end - start) * at) / (GRID - 1)).toFixed(1);
      const across = [area.left, area.right],
        up = [area.bottom, area.top];
      contours.setAttribute(
        "d",
        levelContours(
          values,
          Array.from({ length: LINES }, (_, i) => low + span * ((i + 0.5) / LINES) ** 2),
        )
          .map(
            ([c0, r0, c1, r1]) => `M${cell(c0, across)} ${cell(r0, up)}L${cell(c1, across)} ${cell(r1, up)}`,
          )
          .join(""),
      );
    },
    update({ mark, arrow: by, paths: taken = [] }) {
      setAttributes(dot, { cx: axes.toX(mark[0]), cy: axes.toY(mark[1]) });
      arrow.setAttribute("d", by ? arrowPath(mark, by) : "");
      taken.forEach(({ points, length = points.length }, i) => {
        const steps = [];
        for (let at = 0; at + 1 < length; at += 2) steps.push(place(points[at], points[at + 1]));
        ways[i].setAttribute("d", steps.length > 1 ? `M${steps.join("L")}` : "");
        ends[i].style.display = steps.length > 1 ? "" : "none";
        if (steps.length > 1)
          ends[i].setAttribute("transform", `translate(${steps.at(-1).replace(" ", ",")})`);
      });
    },
  };

  function arrowPath([w, v], [dw, dv]) {
    const [x1, y1, x2, y2] = [axes.toX(w), axes.toY(v), axes.toX(w + dw), axes.toY(v + dv)];
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length < 1) return "";
    const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length],
      head = Math.min(9, length);
    const wing = (side) =>
      `${(x2 - head * ux + side * 0.6 * head * uy).toFixed(1)} ${(y2 - head * uy - side * 0.6 * head * ux).toFixed(1)}`;
    return `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}M${wing(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}L${wing(-1)}`;
  }
}
