// A function wanted on a curve's drawing: lanes that the curve shall stay in, and where it is farthest from them.
//
//   const lanes = createLanes(curve, { tolerance: 0.1, apart: 0.5 })
//   lanes.update(goal, value)      goal: { levels: [0, 1, 0], edges: [-1, 1] }; value(x) is the curve's
//   → { gap, at }                  the largest distance between goal and curve, and its x
//
// Where the goal jumps, at its edges, no smooth curve can follow: within `apart` of an edge nothing is asked.  x is
// judged in tenths, so that Python, too, judges exactly the same points.

import { setAttributes, svg } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";

export function createLanes({ axes, ground }, { tolerance, apart, from, to }) {
  const lanes = svg("g");
  const worst = svg("path", { class: "nn-gap" });
  const text = svg("text", { class: "nn-gap-text nn-halo" });
  ground.append(lanes, worst, text);

  return {
    update({ levels, edges }, valueAt) {
      const ends = [from, ...edges, to];
      lanes.replaceChildren(
        ...levels.map((level, i) => {
          const left = axes.toX(ends[i] + (i === 0 ? 0 : apart));
          const right = axes.toX(ends[i + 1] - (i === levels.length - 1 ? 0 : apart));
          const top = axes.toY(level + tolerance);
          return svg("rect", {
            x: left,
            y: top,
            width: right - left,
            height: axes.toY(level - tolerance) - top,
            class: "nn-lane",
          });
        }),
      );

      let gap = -1,
        at = 0,
        level = 0;
      for (let tenth = Math.round(10 * from); tenth <= 10 * to; tenth += 1) {
        if (edges.some((edge) => Math.abs(tenth - 10 * edge) < 10 * apart)) continue;
        const wanted = levels[edges.filter((edge) => tenth > 10 * edge).length];
        const distance = Math.abs(valueAt(tenth / 10) - wanted);
        if (distance > gap) [gap, at, level] = [distance, tenth / 10, wanted];
      }
      const value = Math.min(axes.area.bottom, Math.max(axes.area.top, axes.toY(valueAt(at))));
      const far = gap > tolerance;
      for (const part of [worst, text]) part.style.display = far ? "" : "none";
      worst.setAttribute("d", `M${axes.toX(at)} ${axes.toY(level)}V${value}`);
      const side = axes.toX(at) > (axes.area.left + axes.area.right) / 2 ? -1 : 1;
      const height = axes.toY(level) + 0.75 * (value - axes.toY(level)) + 4;
      setAttributes(text, {
        x: axes.toX(at) + 6 * side,
        y: height,
        "text-anchor": side < 0 ? "end" : "start",
      });
      text.textContent = `off by ${formatNumber(gap)}`;
      return { gap, at };
    },
  };
}
