// The logits as bars from a zero line, to be dragged by their ends; below each bar an arrow, the way in which gradient
// descent pushes it.
//
//   const bars = createLogits({ names, range: [-6, 6], lights, onDrag(i, value) })
//   bars.update({ logits, slopes, wanted, words })      words: what a slope is called

import { html, setAttributes, svg } from "../../web/draw/elements.js";
import { LOOK } from "../../web/draw/look.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { followDrag, placeOf } from "../../web/draw/pointing.js";

const WIDTH = 360,
  ROW = 62,
  TOP = 24;
const LEFT = 84,
  RIGHT = 300; // of the part in which bars are; right of it the number has its place
const PUSH = 54; // pixels of an arrow for a slope of 1
const STEP = 0.1;

export function createLogits({ names, range: [low, high], lights, onDrag }) {
  const toX = (value) => LEFT + ((value - low) / (high - low)) * (RIGHT - LEFT),
    zero = toX(0);
  const height = TOP + ROW * names.length;
  const drawing = svg("svg", { viewBox: `0 0 ${WIDTH} ${height}`, class: "nn-logits", role: "img" });
  drawing.append(
    svg("path", { class: "nn-axis", d: `M${zero} ${TOP - 6}V${height}` }),
    svg("text", { class: "nn-name", x: zero, y: 12, "text-anchor": "middle" }, "0"),
    svg("text", { class: "nn-name", x: 0, y: 12 }, "logits z: drag"),
  );
  const rows = names.map((name, i) => {
    const y = TOP + ROW * i;
    const row = {
      name: svg("text", { x: 0, y: y + 16, class: "nn-value" }, name),
      truth: svg("text", { x: 0, y: y + 34, class: "nn-truth" }),
      bar: svg("rect", { y: y + 3, height: 18 }),
      grip: svg("circle", { cy: y + 12, r: LOOK.radii.knob, class: "nn-dot" }),
      number: svg("text", { x: WIDTH, y: y + 16, "text-anchor": "end", class: "nn-value" }),
      arrow: svg("path", { class: "nn-arrow" }),
      y: y + 38,
    };
    const room = svg("rect", { x: 0, y, width: WIDTH, height: ROW - 6, class: "nn-logit-room" });
    row.group = svg(
      "g",
      { class: "nn-logit" },
      room,
      row.bar,
      row.arrow,
      row.grip,
      row.name,
      row.truth,
      row.number,
    );
    lights.add(i, row.group);
    follow(row.group, i);
    drawing.append(row.group);
    return row;
  });
  const slopes = names.map((name) => createOutput(`slope-${name}`));
  const what = html("span");
  const note = html(
    "p",
    { class: "nn-softmax-note" },
    what,
    ...names.flatMap((name, i) => [i ? ", " : "", `${name} `, slopes[i]]),
    ". The arrows point downhill, against it.",
  );

  return {
    element: html("div", {}, drawing, note),
    update({ logits, slopes: found, wanted, words }) {
      rows.forEach((row, i) => {
        const end = toX(logits[i]),
          tip = end - PUSH * found[i];
        setAttributes(row.bar, {
          x: Math.min(zero, end).toFixed(1),
          width: Math.abs(end - zero).toFixed(1),
          class: logits[i] < 0 ? "nn-logit-bar nn-negative" : "nn-logit-bar",
        });
        row.grip.setAttribute("cx", end.toFixed(1));
        row.number.textContent = formatNumber(logits[i]);
        row.truth.textContent = i === wanted ? "the truth" : "";
        row.arrow.setAttribute("d", arrow(end, tip, row.y));
        showNumber(slopes[i], found[i], `${found[i] > 0 ? "+" : ""}${formatNumber(found[i])}`);
      });
      what.textContent = `${words}: `;
      const said = names.map((name, i) => `${name} ${formatNumber(logits[i])}`).join(", ");
      drawing.setAttribute(
        "aria-label",
        `The logits as bars: ${said}. An arrow at each says which way the loss falls.`,
      );
    },
  };

  // A mouse drags from the press on.  A finger drags sideways; up and down it scrolls the page, which changes nothing.
  function follow(group, i) {
    const drag = (event) => {
      const at = placeOf(event, drawing).x;
      const value = low + ((at - LEFT) / (RIGHT - LEFT)) * (high - low);
      onDrag(i, Math.min(high, Math.max(low, Number((Math.round(value / STEP) * STEP).toFixed(1)))));
    };
    followDrag(group, { begin: (event) => void (event.pointerType === "mouse" && drag(event)), move: drag });
  }
}

function arrow(from, to, y) {
  if (Math.abs(to - from) < 1) return "";
  const head = Math.sign(to - from) * Math.min(7, Math.abs(to - from));
  const half = (5 / 7) * Math.abs(head); // a short arrow has a small head
  return `M${from.toFixed(1)} ${y}H${to.toFixed(1)}m${-head} ${-half}l${head} ${half}l${-head} ${half}`;
}
