// The steps of a curve, each with a ring on its marked line: dragged sideways, it moves the step.
//
//   const grips = createStepGrips(curve, { count: 2, range: [-5, 5], onMove(i, s) })
//   grips.update([s₁, s₂])       a step that is nowhere, or off the drawing, has no ring

import { placeOf } from "./pointing.js";
import { createRing } from "./ring.js";

const STEP = 20; // parts of 1 in which a step moves, as the slider of the input does
const UP = 16; // from the axis to the first ring, where no finger hides the curve
const APART = 30; // from one ring up to the next: two steps at one place have two

export function createStepGrips({ element, axes }, { count, range: [low, high], onMove }) {
  const rings = Array.from({ length: count }, (_, i) =>
    createRing("nn-step-ring", {
      move(event) {
        const at = Math.round(axes.fromX(placeOf(event, element).x) * STEP) / STEP;
        onMove(i, Math.min(high, Math.max(low, at)));
      },
    }),
  );
  element.append(...rings.map((ring) => ring.element));
  return {
    update(steps) {
      steps.forEach((at, i) => {
        const seen = at >= low && at <= high;
        rings[i].show(seen);
        if (seen) rings[i].place(axes.toX(at), axes.area.bottom - UP - i * APART);
      });
    },
  };
}
