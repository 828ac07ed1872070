// The straight boundary w₁x₁ + w₂x₂ + b = 0 on a plane, to be dragged: its middle shifts it, its ends turn it.
//
//   const grips = createLineGrips(drawing, axes, { x, y, onMove(w, b) });   grips.update(w, b)
//
// Turned or shifted, the weights keep their length, and with it the boundary its softness.

import { placeOf } from "./pointing.js";
import { createRing } from "./ring.js";

const INSET = 0.06; // of the line, so that the ends are not under the frame

export function createLineGrips(drawing, axes, { x, y, onMove }) {
  let now, held;
  const rings = ["end", "middle", "end"].map((kind, i) =>
    createRing(`nn-line-${kind}`, {
      begin: () => void (held = { i, pivot: now.ends[i === 0 ? 1 : 0] }),
      move: drag,
      end: () => (held = undefined),
    }),
  );
  drawing.append(...rings.map((ring) => ring.element));
  return { update };

  function drag(event) {
    const at = placeOf(event, drawing);
    const point = [axes.fromX(at.x), axes.fromY(at.y)];
    const { w } = now;
    if (held.i === 1) return onMove(w, -(w[0] * point[0] + w[1] * point[1]));
    const [dx, dy] = [point[0] - held.pivot[0], point[1] - held.pivot[1]];
    const length = Math.hypot(dx, dy);
    if (length < 1e-9) return undefined;
    const size = Math.hypot(...w) / length;
    const turned = [-dy * size, dx * size];
    if (turned[0] * w[0] + turned[1] * w[1] < 0) turned.forEach((value, i) => (turned[i] = -value));
    return onMove(turned, -(turned[0] * held.pivot[0] + turned[1] * held.pivot[1]));
  }

  function update(w, b) {
    const ends = endsOf(w, b, x, y);
    for (const ring of rings) ring.show(ends || held);
    if (!ends) return;
    now = { w, ends };
    const along = (share) => ends[0].map((from, k) => from + share * (ends[1][k] - from));
    [INSET, 0.5, 1 - INSET].forEach((share, i) => {
      const [x1, x2] = along(share);
      rings[i].place(axes.toX(x1), axes.toY(x2));
    });
  }
}

// Where the line enters and leaves the plane; nothing where it does not cross it.
export function endsOf([w1, w2], b, x, y) {
  const found = [];
  const add = (x1, x2) => {
    const inside = x1 >= x[0] - 1e-9 && x1 <= x[1] + 1e-9 && x2 >= y[0] - 1e-9 && x2 <= y[1] + 1e-9;
    if (inside && !found.some(([a, c]) => Math.hypot(a - x1, c - x2) < 1e-6)) found.push([x1, x2]);
  };
  if (w2) for (const x1 of x) add(x1, -(w1 * x1 + b) / w2);
  if (w1) for (const x2 of y) add(-(w2 * x2 + b) / w1, x2);
  return found.length === 2 ? found : undefined;
}
