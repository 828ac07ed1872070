// The losses of several trainings, each over its own steps.
//
//   const curves = createLossCurves([{ name, words }, …]);   curves.set([losses, …])      as of createLossCurve

import { html } from "../draw/elements.js";
import { createLossCurve } from "./loss_curve.js";

export function createLossCurves(runs) {
  const curves = runs.map((run) => createLossCurve("step", run));
  return {
    element: html("div", { class: "nn-losses" }, ...curves.map(({ element }) => element)),
    set: (all) => all.forEach((losses, i) => curves[i].set(losses)),
  };
}
