// A ring on a drawing, to be dragged, with room for a finger around it.  Sliders do the same, and are what is told.
//
//   const ring = createRing("nn-step-ring", { begin, move, end })      as followDrag has them
//   ring.place(x, y)      ring.show(is)

import { svg } from "./elements.js";
import { LOOK } from "./look.js";
import { followDrag } from "./pointing.js";

export function createRing(kind, drag) {
  const grip = svg("circle", { class: "nn-ring-grip", r: LOOK.radii.grip });
  const ring = svg("circle", { class: "nn-ring", r: LOOK.radii.point });
  const element = svg("g", { class: kind, "aria-hidden": "true" }, grip, ring);
  followDrag(grip, drag);
  return {
    element,
    place: (x, y) => element.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`),
    show: (is) => (element.style.display = is ? "" : "none"),
  };
}
