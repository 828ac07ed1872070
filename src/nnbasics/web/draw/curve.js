// The curve of a function of one variable, with points and lines marked on it.
//
//   const curve = createCurve({ x: [-3, 3], y: [0, 1], xName: "x", yName: "output", onPick, description })
//   curve.update({ values, point: [x, y], line: { at: s, text: "−b/w" } })
//
// curve.inputs holds the x of every point of the curve; the caller computes the values.  What leaves the axes is cut
// off.  curve.ground is an SVG group behind the curve, for more to draw there, curve.axes the way from numbers to its
// pixels, and curve.pathOf(values) the path of any values at curve.inputs.

import { createAxes } from "./axes.js";
import { setAttributes, svg } from "./elements.js";
import { LOOK } from "./look.js";
import { followPointer } from "./pointing.js";

const WIDTH = 360;
const HEIGHT = 290;
const POINTS = 361;

export function createCurve({ x, y, xName, yName, onPick, description }) {
  const axes = createAxes({
    x,
    y,
    xName,
    yName,
    width: WIDTH,
    height: HEIGHT,
    margin: { left: 34, right: 6, top: 30, bottom: 44 },
  });
  const { area } = axes;
  const drawing = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    class: "nn-curve-drawing",
    role: "img",
    "aria-label": description,
  });
  const ground = svg("g");
  const line = svg("path", { class: "nn-marked-line" });
  const lineText = svg("text", { y: area.top - 8, "text-anchor": "middle", class: "nn-marked-text" });
  const drop = svg("path", { class: "nn-drop" });
  const path = svg("path", { class: "nn-curve" });
  const dot = svg("circle", { r: LOOK.radii.dot, class: "nn-dot" });
  drawing.append(axes.group, ground, line, drop, path, dot, lineText);

  const inputs = Float64Array.from({ length: POINTS }, (_, i) => x[0] + ((x[1] - x[0]) * i) / (POINTS - 1));
  if (onPick) followPointer(drawing, axes, [x, y], onPick);

  return {
    element: drawing,
    inputs,
    axes,
    ground,
    pathOf,
    update({ values, point, line: mark }) {
      path.setAttribute("d", pathOf(values));
      const within = point[1] >= y[0] && point[1] <= y[1];
      for (const part of [dot, drop]) part.style.display = within ? "" : "none";
      setAttributes(dot, { cx: axes.toX(point[0]), cy: axes.toY(point[1]) });
      drop.setAttribute("d", `M${axes.toX(point[0])} ${area.bottom}V${axes.toY(point[1])}H${area.left}`);
      const seen = mark && mark.at >= x[0] && mark.at <= x[1];
      for (const part of [line, lineText]) part.style.display = seen ? "" : "none";
      if (seen) {
        line.setAttribute("d", `M${axes.toX(mark.at)} ${area.top}V${area.bottom}`);
        lineText.setAttribute("x", Math.min(area.right - 40, Math.max(area.left + 60, axes.toX(mark.at))));
        lineText.textContent = mark.text;
      }
    },
  };

  function pathOf(values) {
    let path = "";
    for (let i = 1; i < values.length; i += 1) {
      const from = [inputs[i - 1], values[i - 1]],
        to = [inputs[i], values[i]];
      const seen = cut(from, to, y);
      if (!seen) continue;
      const [start, end] = seen.map(
        ([at, value]) => `${axes.toX(at).toFixed(1)} ${axes.toY(value).toFixed(2)}`,
      );
      path += path && seen[0] === from ? `L${end}` : `M${start}L${end}`;
    }
    return path;
  }
}

// The part of a stroke that lies between low and high; nothing if none does.
function cut(from, to, [low, high]) {
  if (Math.max(from[1], to[1]) < low || Math.min(from[1], to[1]) > high) return undefined;
  const within = ([x, value], [otherX, other]) => {
    const edge = Math.min(high, Math.max(low, value));
    return [x + ((edge - value) / (other - value)) * (otherX - x), edge];
  };
  const inside = ([, value]) => value >= low && value <= high;
  return [inside(from) ? from : within(from, to), inside(to) ? to : within(to, from)];
}
