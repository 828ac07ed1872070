// What a threshold trades: the dogs found against the cats taken for dogs, for every threshold, one of them marked.
//
//   const trade = createTrade()      trade.update({ points, at: [taken, found] })

import { createAxes } from "../../web/draw/axes.js";
import { setAttributes, svg } from "../../web/draw/elements.js";
import { LOOK } from "../../web/draw/look.js";

const WIDTH = 300,
  HEIGHT = 240;

export function createTrade() {
  const axes = createAxes({
    x: [0, 1],
    y: [0, 1],
    xName: "share of cats called dogs",
    yName: "share of dogs called dogs",
    width: WIDTH,
    height: HEIGHT,
    margin: { left: 34, right: 12, top: 26, bottom: 42 },
  });
  const { area, toX, toY } = axes;
  const chance = svg("path", { class: "nn-marked-line", d: `M${toX(0)} ${toY(0)}L${toX(1)} ${toY(1)}` });
  const words = svg("text", { class: "nn-marked-text", x: toX(0.6), y: toY(0.5) + 4 }, "guessing");
  const path = svg("path", { class: "nn-trade" });
  const drop = svg("path", { class: "nn-drop" });
  const dot = svg("circle", { r: LOOK.radii.dot, class: "nn-dot" });
  const drawing = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" });
  drawing.append(axes.group, chance, words, path, drop, dot);
  return {
    element: drawing,
    update({ points = [], at }) {
      path.setAttribute(
        "d",
        points.map(([x, y], i) => `${i ? "L" : "M"}${toX(x).toFixed(1)} ${toY(y).toFixed(1)}`).join(""),
      );
      for (const part of [dot, drop]) part.style.display = at ? "" : "none";
      const percent = (share) => `${(100 * share).toFixed(0)} %`;
      drawing.setAttribute(
        "aria-label",
        at
          ? `At this threshold ${percent(at[1])} of the dogs and ${percent(at[0])} of the cats are called dogs`
          : "What each threshold trades: nothing yet",
      );
      if (!at) return;
      setAttributes(dot, { cx: toX(at[0]), cy: toY(at[1]) });
      drop.setAttribute("d", `M${toX(at[0])} ${area.bottom}V${toY(at[1])}H${area.left}`);
    },
  };
}
