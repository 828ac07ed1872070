// Examples of two classes as marks: circles for class 1, squares for class 0, ringed where the network is wrong.
//
//   const points = createPoints(radii)      half a square's side, a circle's radius
//   points.elements                         for the SVG
//   points.update(places, labels, wrong)    places: pairs in its pixels
//
// Four paths, not an element for each: where hundreds move at once, a browser needs a frame to lay those out.
// A mark begins with its middle: M x y.

import { svg } from "./elements.js";
import { LOOK } from "./look.js";

const { point } = LOOK.radii;
const SHAPES = [
  (r) => `m${-r} ${-r}h${2 * r}v${2 * r}h${-2 * r}z`,
  (r) => `m${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
];

export function createPoints(radii = [point, point]) {
  const shapes = SHAPES.map((shape, label) => shape(radii[label]));
  const right = [0, 1].map((label) => svg("path", { d: "", class: `nn-point nn-class-${label}` }));
  const ringed = [0, 1].map((label) => svg("path", { d: "", class: `nn-point nn-class-${label} nn-wrong` }));
  const elements = [...right, ...ringed];
  const drawn = elements.map(() => "");
  return {
    elements,
    update(places, labels, wrong) {
      const paths = elements.map(() => "");
      places.forEach(([x, y], i) => {
        paths[labels[i] + (wrong[i] ? 2 : 0)] += `M${x.toFixed(1)} ${y.toFixed(1)}${shapes[labels[i]]}`;
      });
      elements.forEach((element, k) => {
        if (paths[k] !== drawn[k]) element.setAttribute("d", (drawn[k] = paths[k]));
      });
    },
  };
}

/** One mark by itself, for a key. */
export function createMark(x, y, label, wrong = false) {
  const points = createPoints();
  points.update([[x, y]], [label], [wrong]);
  return points.elements[label + (wrong ? 2 : 0)];
}
