// What has been changed by hand: the pixels against the test digit that is chosen, the network against the first one.
//
//   const changes = createChanges(held.network)
//   changes.update({ digit, given, pixels, network })      given: the pixels of that test digit

import { html } from "../../web/draw/elements.js";
import { createOutput, showNumber } from "../../web/draw/output.js";

export function createChanges({ parameters }) {
  const first = parameters.slice();
  const names = ["test-digit", "pixels-lighter", "pixels-darker", "parameters-changed"];
  const outputs = names.map((name) => createOutput(name, { "data-past": "" }));
  const [digit, lighter, darker, changed] = outputs;
  const element = html(
    "p",
    { class: "nn-caption nn-changes" },
    ...["Against test digit ", digit, ": pixels lighter ", lighter, ", darker ", darker],
    ...["; weights and biases changed ", changed, "."],
  );
  return {
    element,
    update({ digit, given, pixels, network }) {
      const values = [
        digit,
        pixels.filter((ink, i) => ink < given[i]).length,
        pixels.filter((ink, i) => ink > given[i]).length,
        network.parameters.filter((value, i) => value !== first[i]).length,
      ];
      outputs.forEach((output, i) => showNumber(output, values[i], String(values[i])));
    },
  };
}
