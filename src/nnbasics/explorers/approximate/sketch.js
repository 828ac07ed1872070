// The reader draws what is wanted: with the pointer, a finger sideways, or node by node with the arrow keys.
//
//   const sketch = createSketch(banded, { nodes, onDraw(heights) })
//   sketch.update({ drawn, open })       open: whether there is something to draw now

import { setAttributes, svg } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { LOOK } from "../../web/draw/look.js";
import { placeOf } from "../../web/draw/pointing.js";
import { followStrokes } from "../../web/draw/strokes.js";

const STEP = 0.02; // of an arrow key
const REACH = [0, 1]; // of the heights

export function createSketch({ axes, drawing, above }, { nodes, onDraw }) {
  const cursor = svg("circle", { class: "nn-cursor", r: LOOK.radii.cursor });
  above.append(cursor);
  let now = [],
    node = 0,
    stroke;

  const pointAt = (event) => {
    const at = placeOf(event, drawing);
    return {
      place: Math.min(1, Math.max(0, axes.fromX(at.x))) * (nodes - 1),
      height: bounded(axes.fromY(at.y)),
    };
  };
  const isOpen = () => drawing.classList.contains("nn-sketch-open");
  // A curve has one height at each place: one pointer draws at a time.
  followStrokes(drawing, {
    begin(id, event) {
      if (!isOpen() || stroke) return;
      stroke = { id, before: now, last: pointAt(event) };
      draw(stroke.last);
    },
    move(id, events) {
      if (isOpen() && stroke?.id === id) for (const event of events) draw(pointAt(event));
    },
    drop(id) {
      if (stroke?.id === id) onDraw((now = stroke.before));
      end(id);
    },
    end,
  });
  function end(id) {
    if (stroke?.id === id) stroke = undefined;
  }
  drawing.addEventListener("keydown", (event) => {
    const turn = { ArrowLeft: -1, ArrowRight: 1 }[event.key],
      lift = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
    if (!isOpen() || !(turn || lift)) return;
    event.preventDefault();
    if (turn) node = (node + turn + nodes) % nodes;
    onDraw(now.map((height, k) => (lift && k === node ? bounded(height + lift) : height)));
    say();
  });

  // From the last point to this one, every node on the way.
  function draw(point) {
    const { last } = stroke;
    const [from, to] = point.place < last.place ? [point, last] : [last, point];
    const drawn = now.map((height, k) => {
      if (Math.round(point.place) === k) return point.height;
      if (k < from.place || k > to.place || to.place === from.place) return height;
      return bounded(from.height + ((k - from.place) / (to.place - from.place)) * (to.height - from.height));
    });
    stroke.last = point;
    node = Math.round(point.place);
    onDraw((now = drawn)); // the next point may come before the repaint
  }

  function say() {
    setAttributes(cursor, { cx: axes.toX(node / (nodes - 1)), cy: axes.toY(now[node] ?? 0) });
    cursor.style.display = isOpen() ? "" : "none";
    if (!isOpen()) return;
    setAttributes(drawing, {
      "aria-valuenow": now[node],
      "aria-valuemin": REACH[0],
      "aria-valuemax": REACH[1],
      "aria-valuetext": `at x = ${formatNumber(node / (nodes - 1))}: ${formatNumber(now[node])}`,
    });
  }

  const description = drawing.getAttribute("aria-label");
  return {
    update({ drawn, open }) {
      now = drawn;
      drawing.classList.toggle("nn-sketch-open", open);
      setAttributes(
        drawing,
        open
          ? {
              role: "spinbutton",
              tabindex: 0,
              "aria-label": "Your curve: left and right choose a place, up and down move it",
            }
          : { role: "img", tabindex: -1, "aria-label": description },
      );
      if (!open)
        for (const name of ["tabindex", "aria-valuenow", "aria-valuemin", "aria-valuemax", "aria-valuetext"])
          drawing.removeAttribute(name);
      say();
    },
  };
}

function bounded(height) {
  return Math.min(REACH[1], Math.max(REACH[0], Math.round(height * 100) / 100));
}
