// The examples of the present epoch in a row, cut into batches: dark where they have been learned from, light where
// they are waiting for their batch to be full.
//
//   const strip = createStrip(n, size);   strip.update(seen)

import { svg } from "../../web/draw/elements.js";

const WIDTH = 300,
  HEIGHT = 12;

export function createStrip(n, size) {
  const unit = WIDTH / n;
  const element = svg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    class: "nn-strip",
    "aria-hidden": "true",
    preserveAspectRatio: "none",
  });
  const waiting = svg("rect", { y: 0, height: HEIGHT, class: "nn-strip-waiting" });
  const learned = svg("rect", { x: 0, y: 0, height: HEIGHT, class: "nn-strip-learned" });
  const cuts = Array.from(
    { length: Math.ceil(n / size) - 1 },
    (_, i) => `M${(i + 1) * size * unit} 0V${HEIGHT}`,
  ).join("");
  element.append(
    svg("rect", { width: WIDTH, height: HEIGHT, class: "nn-strip-ground" }),
    waiting,
    learned,
    svg("path", { d: cuts, class: "nn-strip-cut" }),
  );
  return {
    element,
    update(seen) {
      const inEpoch = seen > 0 && seen % n === 0 ? n : seen % n;
      const done = inEpoch === n ? n : Math.floor(inEpoch / size) * size;
      learned.setAttribute("width", done * unit);
      waiting.setAttribute("x", done * unit);
      waiting.setAttribute("width", (inEpoch - done) * unit);
    },
  };
}
