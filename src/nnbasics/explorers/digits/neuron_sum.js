// One neuron's arithmetic: its weights × its inputs = products; their sum, plus the bias, through the activation.
//
//   const sum = createNeuronSum({ namesOfInputs, onPick(from) })      the names of the inputs of each layer
//   sum.update({ layer, name, inputs, weights, bias, z, activation, rule, picked, palette })      returns it in words
//
// 64 inputs are the pixels of an image and drawn as such, fewer as columns.  `layer` counts as namesOfInputs does,
// and `rule` says how the activation comes from z.  Picking one of the weights calls onPick with the place of its
// input.

import { createDigit } from "../../web/digits/image.js";
import { html, setAttributes } from "../../web/draw/elements.js";
import { bracketed, formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { createColumns } from "./columns.js";

const NAMED = 3; // so many contributions are told one by one

export function createNeuronSum({ namesOfInputs, onPick }) {
  const factors = namesOfInputs.map((names) => createFactors(names, onPick));
  const show = {
    title: html("strong"),
    largest: html("p", { class: "nn-largest-products" }),
    rule: html("span"),
    sum: createOutput("sum-of-products"),
    bias: createOutput("bias"),
    z: createOutput("z"),
    activation: createOutput("activation"),
  };
  const element = html(
    "div",
    { class: "nn-neuron-sum" },
    html("p", {}, show.title),
    ...factors.map((each) => each.element),
    show.largest,
    html("p", {}, "z = sum of the products + bias = ", show.sum, " + ", show.bias, " = ", show.z),
    html("p", {}, "activation = ", show.rule, " = ", show.activation),
  );

  return {
    element,
    update({ layer, name, inputs, weights, bias, z, activation, rule, picked, palette }) {
      const products = weights.map((weight, i) => weight * inputs[i]);
      factors.forEach((each, l) => (each.element.hidden = l !== layer));
      factors[layer].update({ weights, inputs, products }, { name, palette, picked });
      const sum = products.reduce((total, product) => total + product, 0);
      const title = name[0].toUpperCase() + name.slice(1);
      show.title.textContent = title;
      show.largest.textContent = contributions(products, weights, inputs, namesOfInputs[layer], sum, picked);
      show.rule.textContent = rule;
      showNumber(show.sum, sum, formatNumber(sum));
      showNumber(show.bias, bias, bracketed(bias));
      showNumber(show.z, z, formatNumber(z));
      showNumber(show.activation, activation, formatNumber(activation));
      return `${title}: sum of the products ${formatNumber(sum)}, bias ${formatNumber(bias)}, z ${formatNumber(z)}, activation ${formatNumber(activation)}.`;
    },
  };
}

// The three pictures side by side, each of them scaled to its own largest number; inputs at least to 1.
function createFactors(names, onPick) {
  const count = names.length;
  const create = count === 64 ? createDigit : createColumns;
  const pictures = ["weights", "inputs", "products"].map((which) => ({
    which,
    picture: create({ count, onPick }),
  }));
  const [weights, inputs, products] = pictures.map(({ which, picture }) =>
    html("figure", { class: "nn-factor" }, picture.element, html("figcaption", {}, which)),
  );
  const choose = onPick && createChooser(pictures[0].picture.element, names, onPick);
  const sign = (text) => html("span", { class: "nn-sign", "aria-hidden": "true" }, text);
  return {
    element: html("div", { class: "nn-factors" }, weights, sign("×"), inputs, sign("="), products),
    update(values, { name, palette, picked }) {
      for (const { which, picture } of pictures) {
        const scale = Math.max(which === "inputs" ? 1 : 1e-12, ...values[which].map(Math.abs));
        picture.update(values[which], { scale, palette, picked, description: `The ${which} of ${name}` });
      }
      choose?.(picked, values.weights);
    },
  };
}

// By keyboard, arrow keys go from weight to weight on their picture.
function createChooser(element, names, onPick) {
  const count = names.length,
    across = count === 64 ? 8 : 1;
  let at;
  setAttributes(element, { role: "spinbutton", tabindex: 0, "aria-valuemin": 1, "aria-valuemax": count });
  element.addEventListener("keydown", (event) => {
    const move = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across }[event.key];
    if (move === undefined) return;
    at = at === undefined ? 0 : (at + move + count) % count; // the next key may come before the repaint
    onPick(at);
    event.preventDefault();
  });
  return (picked, weights) => {
    at = picked;
    const text = picked === undefined ? "none picked" : `${names[at]}: ${formatNumber(weights[at])}`;
    setAttributes(element, { "aria-valuenow": (at ?? 0) + 1, "aria-valuetext": text });
  };
}

// "Largest products: row 3, column 4: 0.9 × 1 = 0.9; …; the other 61 together −0.2", the picked one first.
function contributions(products, weights, inputs, names, sum, picked) {
  const order = products.map((_, i) => i).sort((i, j) => Math.abs(products[j]) - Math.abs(products[i]));
  const told = order.slice(0, NAMED);
  const one = (i) =>
    `${names[i]}: ${formatNumber(weights[i])} × ${formatNumber(inputs[i])} = ${formatNumber(products[i])}`;
  const rest = sum - told.reduce((total, i) => total + products[i], 0);
  const chosen = picked === undefined ? "" : `Picked: ${one(picked)}. `;
  return `${chosen}Largest products: ${told.map(one).join("; ")}; the other ${products.length - NAMED} together ${formatNumber(rest)}.`;
}
