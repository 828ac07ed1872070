// Thin curves behind a thick one: what each neuron gives to the sum, with a name, and where its step stands.
//
//   const summands = createSummands(curve, ["v₁h₁", "v₂h₂"])
//   summands.update([{ values, weight, step, stepText }, …])      a step that is not a number is not marked
//
// Blue and solid where the weight is positive, orange and dashed where it is negative, as the edges are.

import { setAttributes, svg } from "../../web/draw/elements.js";

const APART = 68; // pixels that two names of steps need

export function createSummands({ axes, ground, inputs, pathOf }, names) {
  const { area } = axes;
  const rows = names.map((name) => ({
    step: svg("path", { class: "nn-marked-line" }),
    stepText: svg("text", { class: "nn-marked-text nn-halo", "text-anchor": "middle" }),
    curve: svg("path", { class: "nn-summand" }),
    name: svg("text", { class: "nn-summand-name nn-halo" }, name),
  }));
  ground.append(
    ...rows.flatMap(({ step, curve }) => [step, curve]),
    ...rows.flatMap(({ stepText, name }) => [stepText, name]),
  );

  return {
    update(summands) {
      const places = summands.map(({ step }) =>
        step >= inputs[0] && step <= inputs.at(-1) ? axes.toX(step) : NaN,
      );
      summands.forEach(({ values, weight, stepText }, i) => {
        const row = rows[i];
        row.curve.setAttribute("d", pathOf(values));
        for (const part of [row.curve, row.name]) part.classList.toggle("nn-negative", weight < 0);
        const { x, y, anchor } = nameAt(values, i);
        setAttributes(row.name, { x, y, "text-anchor": anchor });
        const seen = !Number.isNaN(places[i]);
        for (const part of [row.step, row.stepText]) part.style.display = seen ? "" : "none";
        if (!seen) return;
        row.step.setAttribute("d", `M${places[i].toFixed(1)} ${area.top}V${area.bottom}`);
        const crowded = i > 0 && Math.abs(places[i] - places[i - 1]) < APART;
        const x0 = Math.min(area.right - 24, Math.max(area.left + 24, places[i])).toFixed(1);
        setAttributes(row.stepText, { x: x0, y: area.top - (crowded ? 19 : 5) });
        row.stepText.textContent = stepText;
      });
    },
  };

  // At the end where the curve is farther from 0; the first name above its curve, the second below.
  function nameAt(values, i) {
    const last = values.length - 1;
    const right = Math.abs(values[last]) >= Math.abs(values[0]);
    const place = right ? last - 14 - 30 * i : 14 + 30 * i;
    const y = Math.min(area.bottom, Math.max(area.top, axes.toY(values[place])));
    return {
      x: axes.toX(inputs[place]).toFixed(1),
      y: (y + (i ? 15 : -6)).toFixed(1),
      anchor: right ? "end" : "start",
    };
  }
}
