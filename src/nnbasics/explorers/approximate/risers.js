// The steps of the hand on its drawing, each a riser with a knob: dragged, or moved with the arrow keys.
//
//   const risers = createRisers(banded, { onChoose(k), onMove(k, place, height) })
//   risers.update({ places, heights, units, start, chosen })
//
// A riser stands at its step's place and goes from the level before it to the level after; the knob is at its end.
// One stop for the tab key; Page Up and Page Down go to the next step and the one before.

import { setAttributes, svg } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { LOOK } from "../../web/draw/look.js";
import { followDrag, placeOf } from "../../web/draw/pointing.js";
import { X, Y } from "./banded.js";

const STEP = 0.01; // of an arrow key

export function createRisers({ axes, above, drawing }, { onChoose, onMove }) {
  const knobs = []; // one a step, in the order of the steps
  let now;
  drawing.setAttribute("role", "group");

  return {
    update(state) {
      now = state;
      while (knobs.length < state.units) knobs.push(createKnob(knobs.length));
      if (above.childElementCount !== state.units)
        above.replaceChildren(...knobs.slice(0, state.units).map(({ group }) => group)); // keeps the focus
      knobs.slice(0, state.units).forEach(({ group, riser, knob, grip }, k) => {
        const x = axes.toX(bounded(state.places[k], X)),
          height = state.heights[k];
        const from = axes.toY(bounded(end(k) - height, Y)),
          to = axes.toY(bounded(end(k), Y));
        riser.setAttribute("d", `M${x.toFixed(1)} ${from.toFixed(1)}V${to.toFixed(1)}`);
        for (const part of [knob, grip]) setAttributes(part, { cx: x.toFixed(1), cy: to.toFixed(1) });
        group.setAttribute(
          "class",
          `nn-riser${height < 0 ? " nn-negative" : ""}${k === state.chosen ? " nn-chosen" : ""}`,
        );
        setAttributes(group, {
          tabindex: k === state.chosen ? 0 : -1,
          "aria-pressed": k === state.chosen,
          "aria-label": `step ${k + 1} of ${state.units}, at ${formatNumber(state.places[k])}, ${height < 0 ? "down" : "up"} by ${formatNumber(Math.abs(height))}`,
        });
      });
    },
  };

  // The level of the staircase after step k: all heights of the steps that are not to its right.
  function end(k) {
    let level = now.start;
    for (let i = 0; i < now.units; i += 1) {
      const before = now.places[i] - now.places[k];
      if (before < 0 || (before === 0 && i <= k)) level += now.heights[i];
    }
    return level;
  }

  function createKnob(k) {
    const riser = svg("path", { class: "nn-riser-line" });
    const knob = svg("circle", { class: "nn-knob", r: LOOK.radii.cursor }),
      grip = svg("circle", { class: "nn-knob-grip", r: LOOK.radii.grip });
    const group = svg("g", { role: "button" }, riser, grip, knob);
    followDrag(grip, {
      begin() {
        onChoose(k);
        group.focus();
      },
      move(event) {
        const at = placeOf(event, drawing);
        const height = now.heights[k] + axes.fromY(at.y) - end(k);
        onMove(k, bounded(axes.fromX(at.x), X), bounded(height, [-1, 1]));
      },
    });
    group.addEventListener("click", () => onChoose(k));
    group.addEventListener("keydown", (event) => {
      const move = {
        ArrowLeft: [-STEP, 0],
        ArrowRight: [STEP, 0],
        ArrowUp: [0, STEP],
        ArrowDown: [0, -STEP],
      }[event.key];
      const other = { PageUp: 1, PageDown: -1 }[event.key];
      if (move) onMove(k, bounded(now.places[k] + move[0], X), bounded(now.heights[k] + move[1], [-1, 1]));
      else if (other) choose((k + other + now.units) % now.units);
      else if (event.key === "Enter" || event.key === " ") onChoose(k);
      else return;
      event.preventDefault();
    });
    return { group, riser, knob, grip };
  }

  function choose(k) {
    onChoose(k);
    knobs[k].group.focus();
  }
}

// In two hundredths, as the sliders count, and within the axes.
function bounded(value, [low, high]) {
  return Math.min(high, Math.max(low, Math.round(value * 200) / 200));
}
