// The numbers of chapter 3's explorer: the example on its way through the network, and how the network does.

import { html } from "../../web/draw/elements.js";
import { formatCount, formatFixed, formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { unitName } from "./names.js";

export function createHiddenNumbers(place) {
  const [input, names, comma, close] = Array.from({ length: 4 }, () => html("span"));
  const numbers = Object.fromEntries(
    ["across", "up", "z", "output", "right", "log-loss", "parameters"].map((name) => [
      name,
      createOutput(name),
    ]),
  );
  const seed = createOutput("seed", { "data-past": "" }); // the code says it where it is the whole truth
  const drawn = html("span");
  place.append(
    html(
      "p",
      {},
      "the example at the cross: (x₁, x₂) = ",
      input,
      " → ",
      names,
      numbers.across,
      comma,
      numbers.up,
      close,
      " → z = ",
      numbers.z,
      " → output = σ(z) = ",
      numbers.output,
    ),
    html("p", { class: "nn-score" }, "right: ", numbers.right),
    html("p", { class: "nn-score" }, "log-loss: ", numbers["log-loss"]),
    html("p", { class: "nn-score" }, "weights and biases: ", numbers.parameters, drawn, seed),
  );

  // one: the trace of the example at the cross.
  return function update({ network, one, pair: [across, up], right, n, loss, origin }) {
    const [x, hidden, [result]] = one.activations;
    const [z] = one.preactivations[1];
    const alone = up === undefined;
    input.textContent = `(${formatNumber(x[0])}, ${formatNumber(x[1])})`;
    names.textContent = alone ? "h₁ = " : `(${unitName(across)}, ${unitName(up)}) = (`;
    comma.textContent = alone ? "" : ", ";
    close.textContent = alone ? "" : ")";
    showNumber(numbers.across, hidden[across], steady(hidden[across]));
    showNumber(numbers.up, alone ? NaN : hidden[up], alone ? "" : steady(hidden[up]));
    showNumber(numbers.z, z, steady(z));
    showNumber(numbers.output, result, formatFixed(result, 3));
    showNumber(numbers.right, right, `${right} of ${n}`);
    showNumber(numbers["log-loss"], loss, formatNumber(loss));
    showNumber(numbers.parameters, network.numParameters, formatCount(network.numParameters));
    drawn.textContent = origin ? `, ${origin.steps ? "trained from" : "drawn from"} seed ` : "";
    showNumber(seed, origin?.seed ?? NaN, origin ? String(origin.seed) : "");
  };
}

// As many digits now as a moment ago, so that the line does not tremble.
function steady(value) {
  return Math.abs(value) < 99.995 ? formatFixed(value, 2) : formatNumber(value);
}
