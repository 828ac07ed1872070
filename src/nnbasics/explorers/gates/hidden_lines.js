// Where each hidden neuron is undecided, as a thin line on the plane, with its name.
//
//   const lines = createHiddenLines(plane, ["h₁", "h₂"])
//   lines.update(preactivations)       of the hidden layer at plane.grid, one row per point

import { setAttributes, svg } from "../../web/draw/elements.js";
import { GRID, zeroContour } from "../../web/draw/grid.js";

export function createHiddenLines({ axes, ground, grid }, names) {
  const lines = names.map((name) => ({
    path: svg("path", { class: "nn-hidden-line" }),
    text: svg("text", { class: "nn-marked-text nn-halo", "text-anchor": "middle" }, `${name} = ½`),
  }));
  ground.append(...lines.map(({ path }) => path), ...lines.map(({ text }) => text));
  const last = grid.length / 2 - 1;
  const [left, bottom, right, top] = [grid[0], grid[1], grid[2 * last], grid[2 * last + 1]];
  const toX = (column) => axes.toX(left + (column / (GRID - 1)) * (right - left));
  const toY = (row) => axes.toY(bottom + (row / (GRID - 1)) * (top - bottom));
  const own = new Float64Array(GRID * GRID);

  return {
    update(preactivations) {
      lines.forEach(({ path, text }, unit) => {
        for (let i = 0; i < own.length; i += 1) own[i] = preactivations[i * names.length + unit];
        const segments = zeroContour(own);
        const at = (column, row) => `${toX(column).toFixed(1)} ${toY(row).toFixed(1)}`;
        path.setAttribute("d", segments.map(([c0, r0, c1, r1]) => `M${at(c0, r0)}L${at(c1, r1)}`).join(""));
        text.style.display = segments.length ? "" : "none";
        if (!segments.length) return;
        // Near one end of the line: the first neuron's at the lower end, the second's at the upper.
        const ordered = segments.map(([c0, r0]) => [c0, r0]).sort(([, one], [, other]) => one - other);
        const [column, row] = ordered[Math.round((unit === 0 ? 0.06 : 0.94) * (ordered.length - 1))];
        const { area } = axes;
        setAttributes(text, {
          x: Math.min(area.right - 24, Math.max(area.left + 24, toX(column))).toFixed(1),
          y: Math.min(area.bottom - 6, Math.max(area.top + 14, toY(row) + 4)).toFixed(1),
        });
      });
    },
  };
}
