// An activation function and its slope at many z at once, by the book's engine, without a screen.
//
//   const { values, slopes } = valuesAndSlopes("tanh", z)        z: Float64Array

import { activate, multiplyBySlope } from "../../web/engine/activations.js";

export function valuesAndSlopes(name, z) {
  const values = new Float64Array(z.length),
    slopes = new Float64Array(z.length);
  activate(name, z, values, z.length, 1);
  if (name === "step") return { values, slopes }; // flat wherever it has a slope: 0
  slopes.fill(1);
  multiplyBySlope(name, z, values, slopes, z.length, 1);
  return { values, slopes };
}
