// What the layer is doing to the plane where the slider stands, how far it is with it, and where the cross is by then.

import { html } from "../../web/draw/elements.js";
import { formatFixed } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { partOf } from "./carried.js";

const SQUASHED = {
  tanh: "squashed by tanh",
  sigmoid: "squashed by the sigmoid",
  relu: "pressed flat by ReLU",
  linear: "left as it is",
};

export function createPhase() {
  const words = html("strong");
  const far = html("span");
  const cross = ["carried-across", "carried-up"].map((name) => createOutput(name));
  const [lead, comma, close] = Array.from({ length: 3 }, () => html("span"));
  return {
    element: html("p", { class: "nn-phase" }, words, far, lead, cross[0], comma, cross[1], close),
    // at: where the cross is.  Returns the words.
    update(activation, at, carried) {
      const { place, share } = partOf(carried);
      const isOver = carried === 1;
      words.textContent =
        carried === 0
          ? "not yet carried"
          : ["stretched by the weights", "shifted by the biases", SQUASHED[activation]][place];
      far.textContent = carried === 0 || isOver ? "" : `, ${Math.round(100 * share)} % of it`;
      lead.textContent = isOver ? "" : "; the cross at (";
      comma.textContent = isOver ? "" : ", ";
      close.textContent = isOver ? "" : ")";
      // At the end they are the activations, which stand below.
      cross.forEach((output, axis) =>
        showNumber(output, isOver ? NaN : at[axis], isOver ? "" : formatFixed(at[axis], 2)),
      );
      return words.textContent;
    },
  };
}
