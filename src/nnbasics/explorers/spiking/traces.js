// Two traces over time: the membrane potential with its threshold and spikes, and below it the current, which can be drawn.
//
//   const traces = createTraces({ highest: 5, onTime(time), onStroke(from, to) })     from, to: { time, height }
//   traces.update({ neuron, voltage, spikes, heights, time })
//
// A press or drag on the potential moves the cursor.  On the current it draws; a finger that moves up or down scrolls
// the page, one that moves sideways draws.

import { createAxes } from "../../web/draw/axes.js";
import { html, setAttributes, svg } from "../../web/draw/elements.js";
import { LOOK } from "../../web/draw/look.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { followDrag, followPointer, placeOf } from "../../web/draw/pointing.js";
import { LENGTH, PIECE } from "./stimulus.js";

const WIDTH = 360,
  HEIGHTS = [216, 132],
  LOWEST = -70,
  PEAK = -20; // mV: a spike is drawn as a line up to there
const MARGIN = { left: 36, right: 14 };

export function createTraces({ highest, onTime, onStroke }) {
  const [above, below] = [
    [LOWEST, PEAK],
    [0, highest],
  ].map((y, i) =>
    createAxes({
      x: [0, LENGTH],
      y,
      xName: i ? "time, ms" : "",
      yName: i ? "current I, nA: drag to draw it" : "membrane potential V, mV",
      width: WIDTH,
      height: HEIGHTS[i],
      margin: { ...MARGIN, top: 26, bottom: i ? 40 : 22 },
    }),
  );
  const [potential, current] = HEIGHTS.map((height, i) =>
    svg("svg", {
      viewBox: `0 0 ${WIDTH} ${height}`,
      class: i ? "nn-current-drawing" : "nn-curve-drawing",
      role: "img",
    }),
  );
  const threshold = svg("path", { class: "nn-threshold" }),
    words = svg(
      "text",
      { class: "nn-marked-text nn-halo", x: above.area.right, "text-anchor": "end" },
      "threshold",
    );
  const [past, future] = ["nn-trace", "nn-trace nn-future"].map((kind) => svg("path", { class: kind }));
  const cursors = [0, 1].map(() => svg("path", { class: "nn-drop" })),
    dot = svg("circle", { class: "nn-dot nn-membrane" });
  dot.setAttribute("r", LOOK.radii.dot);
  const level = svg("path", { class: "nn-level" }),
    floor = svg("path", { class: "nn-level-fill" });
  potential.append(above.group, threshold, future, past, cursors[0], dot, words);
  current.append(below.group, floor, level, cursors[1]);
  followPointer(
    potential,
    above,
    [
      [0, LENGTH],
      [LOWEST, PEAK],
    ],
    (time) => onTime(Math.round(time)),
  );
  followStroke();

  return {
    element: html("div", { class: "nn-traces" }, potential, current),
    update({ neuron, voltage, spikes, heights, time }) {
      threshold.setAttribute("d", `M${above.area.left} ${above.toY(neuron.threshold)}H${above.area.right}`);
      words.setAttribute("y", above.toY(neuron.threshold) - 5);
      const points = traceOf(neuron, voltage, spikes);
      const upTo = points.findIndex(([t]) => t > time),
        cut = upTo < 0 ? points.length : upTo;
      past.setAttribute("d", pathOf(points.slice(0, cut)));
      future.setAttribute("d", pathOf(points.slice(Math.max(0, cut - 1))));
      setAttributes(dot, { cx: above.toX(time), cy: above.toY(voltage[time]) });
      cursors.forEach((cursor, i) =>
        cursor.setAttribute(
          "d",
          `M${above.toX(time)} ${[above, below][i].area.top}V${[above, below][i].area.bottom}`,
        ),
      );
      const stairs = heights
        .map(
          (height, i) =>
            `${i ? "V" : `M${below.area.left} `}${below.toY(height).toFixed(1)}H${below.toX((i + 1) * PIECE).toFixed(1)}`,
        )
        .join("");
      level.setAttribute("d", stairs);
      floor.setAttribute("d", `${stairs}V${below.area.bottom}H${below.area.left}Z`);
      potential.setAttribute(
        "aria-label",
        `The membrane potential over ${LENGTH} ms, with ${spikes.length} spikes; ${formatNumber(voltage[time])} mV at ${time} ms`,
      );
      current.setAttribute(
        "aria-label",
        `The current over the same time, from ${formatNumber(Math.min(...heights))} to ${formatNumber(Math.max(...heights))} nA`,
      );
    },
  };

  // Points [time, potential], with a line up and down for each spike: the model itself only says when.
  function traceOf(neuron, voltage, spikes) {
    const points = [];
    let next = 0;
    voltage.forEach((value, time) => {
      for (; next < spikes.length && spikes[next] <= time; next += 1) {
        for (const height of [neuron.threshold, PEAK, neuron.reset]) points.push([spikes[next], height]);
      }
      points.push([time, value]);
    });
    return points;
  }

  function pathOf(points) {
    return points
      .map(
        ([time, value], i) =>
          `${i ? "L" : "M"}${above.toX(time).toFixed(1)} ${above.toY(Math.max(LOWEST, value)).toFixed(1)}`,
      )
      .join("");
  }

  function followStroke() {
    let from;
    const place = (event) => {
      const at = placeOf(event, current);
      const within = (value, most) => Math.min(most, Math.max(0, value));
      return {
        time: within(below.fromX(at.x), LENGTH),
        height: Math.round(20 * within(below.fromY(at.y), highest)) / 20,
      };
    };
    const draw = (event) => {
      const to = place(event);
      onStroke(from ?? to, to);
      from = to;
    };
    followDrag(current, {
      begin(event) {
        from = event.pointerType === "mouse" ? undefined : place(event);
        if (event.pointerType === "mouse") draw(event);
      },
      move: draw,
    });
    current.addEventListener("click", (event) => onStroke(place(event), place(event)));
  }
}
