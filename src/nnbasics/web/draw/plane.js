// The plane of two inputs: examples of two classes, the probability of class 1 as a shade, the boundary.
//
//   const plane = createPlane({ x, y, xName, yName, points, labels, classes, radii, onPick, description })
//   plane.update({ preactivations, wrong, mark, points })
//
// plane.grid holds the inputs (x1, x2) of GRID × GRID points, row by row from the lowest x2; the caller
// computes the preactivation of the output neuron for each.  The boundary is where that is 0; where it is
// negative, minus signs say so.  Without preactivations there is no shade, with points the examples move.
// plane.ground is an SVG group between the shade and the examples, for more to draw there, and plane.axes the
// way from numbers to its pixels.  plane.change({ x, y, xName, yName }) shows another part of the plane; what then lies
// outside is cut off.

import { createAxes } from "./axes.js";
import { html, svg } from "./elements.js";
import { paintPixel, readPalette } from "./encoding.js";
import { fillGrid, GRID, zeroContour } from "./grid.js";
import { LOOK } from "./look.js";
import { minusPath } from "./minuses.js";
import { followPointer } from "./pointing.js";
import { createMark, createPoints } from "./points.js";

const WIDTH = 360;
const HEIGHT = 320;
let planes = 0;

export function createPlane({ x, y, xName, yName, points, labels, classes, radii, onPick, description }) {
  const axes = createAxes({
    x,
    y,
    xName,
    yName,
    width: WIDTH,
    height: HEIGHT,
    margin: { left: 34, right: 6, top: 28, bottom: 44 },
  });
  const { area } = axes;
  const drawing = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    class: "nn-plane-drawing",
    role: "img",
    "aria-label": description,
  });
  const canvas = html("canvas", { width: GRID, height: GRID, class: "nn-shade" });
  setBox(canvas, area);
  const ground = svg("g");
  const boundary = svg("path", { class: "nn-boundary" });
  const examples = createPoints(radii);
  const cursor = svg(
    "g",
    { class: "nn-cursor" },
    svg("path", { d: "M-11 0H-5M5 0H11M0 -11V-5M0 5V11" }),
    svg("circle", { r: LOOK.radii.cursor }),
  );
  const minuses = svg("path", { class: "nn-minus nn-minuses" });
  const inside = svg("g", {}, ground, boundary, ...examples.elements, cursor);
  drawing.append(axes.group, minuses, inside);
  const element = html(
    "div",
    { class: "nn-plane" },
    html("div", { class: "nn-plane-paper" }, canvas, drawing),
  );
  if (classes) element.append(key(classes));

  const grid = new Float64Array(2 * GRID * GRID);
  fillGrid(grid, x, y);
  if (onPick) followPointer(drawing, axes, [x, y], onPick);

  const context = canvas.getContext("2d");
  const image = context.createImageData(GRID, GRID);
  return {
    element,
    drawing,
    axes,
    ground,
    grid,
    gridPoints: GRID * GRID,
    change(to) {
      axes.change(to);
      fillGrid(grid, to.x, to.y);
      if (!inside.hasAttribute("clip-path")) cutOff(inside, area);
    },
    update({ preactivations, wrong, mark, points: moved }) {
      if (preactivations) {
        shade(image, preactivations, readPalette(element));
        boundary.setAttribute("d", boundaryPath(preactivations, axes));
        minuses.setAttribute("d", minusPath(preactivations, GRID, area));
      } else {
        image.data.fill(0);
        boundary.setAttribute("d", "");
        minuses.setAttribute("d", "");
      }
      context.putImageData(image, 0, 0);
      const places = (moved ?? points).map(([x1, x2]) => [axes.toX(x1), axes.toY(x2)]);
      examples.update(places, labels, wrong);
      cursor.setAttribute("transform", `translate(${axes.toX(mark[0])} ${axes.toY(mark[1])})`);
    },
  };
}

function cutOff(group, { left, right, top, bottom }) {
  const id = `nn-plane-${(planes += 1)}`;
  const box = svg("rect", { x: left, y: top, width: right - left, height: bottom - top });
  group.before(svg("clipPath", { id }, box));
  group.setAttribute("clip-path", `url(#${id})`);
}

function key(classes) {
  const entry = (shape, text) =>
    html(
      "span",
      { class: "nn-key-entry" },
      svg("svg", { viewBox: "0 0 14 14", width: 14, height: 14, "aria-hidden": "true" }, shape),
      text,
    );
  return html(
    "div",
    { class: "nn-key" },
    entry(createMark(7, 7, 0), `${classes[0]} (0)`),
    entry(createMark(7, 7, 1), `${classes[1]} (1)`),
    entry(createMark(7, 7, 1, true), "ringed: on the wrong side"),
  );
}

function setBox(canvas, area) {
  const percent = (part, whole) => `${(100 * part) / whole}%`;
  Object.assign(canvas.style, {
    left: percent(area.left, WIDTH),
    top: percent(area.top, HEIGHT),
    width: percent(area.right - area.left, WIDTH),
    height: percent(area.bottom - area.top, HEIGHT),
  });
}

function shade(image, preactivations, palette) {
  for (let row = 0; row < GRID; row += 1) {
    for (let column = 0; column < GRID; column += 1) {
      const probability = 1 / (1 + Math.exp(-preactivations[row * GRID + column]));
      const end = probability > 0.5 ? palette["positive-soft"] : palette["negative-soft"];
      paintPixel(image, (GRID - 1 - row) * GRID + column, palette.paper, end, Math.abs(2 * probability - 1));
    }
  }
}

function boundaryPath(preactivations, { area }) {
  const toX = (column) => (area.left + (column / (GRID - 1)) * (area.right - area.left)).toFixed(1);
  const toY = (row) => (area.bottom - (row / (GRID - 1)) * (area.bottom - area.top)).toFixed(1);
  return zeroContour(preactivations)
    .map(([c0, r0, c1, r1]) => `M${toX(c0)} ${toY(r0)}L${toX(c1)} ${toY(r1)}`)
    .join("");
}
