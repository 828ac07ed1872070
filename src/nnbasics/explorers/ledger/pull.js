// The network with what one digit, or the average, wants of every weight: edges as wide as the wish, blue up,
// orange down.  Above it what can be done to the digit: mute it, let it speak twice, say that it is another
// one.
//
//   const pull = createPull({ sizes, onPick, onSays, onLabel })
//   pull.update({ network, wishes, activations, neuron, row, said })      said: the digit's row, nothing for the average

import { aDigit } from "../../web/digits/data.js";
import { nameOfPart } from "../../web/digits/names.js";
import { createNeuronSteps } from "../../web/digits/neuron_steps.js";
import { html } from "../../web/draw/elements.js";
import { createNetworkDrawing } from "../../web/draw/network.js";

const NAMES = Array.from({ length: 10 }, (_, i) => String(i));
const VOICES = ["muted", "speaks once", "speaks twice"];

export function createPull({ sizes, onPick, onSays, onLabel }) {
  const drawing = createNetworkDrawing({
    sizes,
    width: 400,
    height: 340,
    grid: [8, 8],
    outputs: NAMES,
    values: false,
    onPick,
    nameOf: (what) => nameOfPart(what, sizes.length - 1),
  });
  let shown;
  const neurons = createNeuronSteps({ sizes, now: () => shown, onPick });
  const whose = html("p", { class: "nn-verdict" });
  const says = menu("voice", VOICES, onSays);
  const label = menu("labeled", NAMES, onLabel);
  const name = html("span");
  const remark = html("span", { class: "nn-caption" });
  const voice = html("p", { class: "nn-voice" }, name, says, " labeled ", label, " ", remark);

  return {
    element: html(
      "div",
      { class: "nn-pull nn-digit-network" },
      whose,
      voice,
      drawing.element,
      neurons.element,
    ),
    update({ network, wishes, activations, neuron, row, said }) {
      shown = neuron;
      const part = (view) => wishes.slice(startOf(view), startOf(view) + view.length);
      drawing.update({ weights: network.weights.map(part), biases: network.biases.map(part), activations });
      drawing.pick({ kind: "neuron", ...neuron });
      const who = said
        ? `Digit ${row}, ${aDigit(said.label)} read as ${aDigit(said.reads)},`
        : "The average of all";
      whose.textContent = `${who} pulls: blue up, orange down`;
      for (const choice of [says, label]) choice.disabled = !said;
      name.textContent = said ? `Digit ${row} ` : "Choose a digit ";
      remark.textContent = said && said.label !== said.own ? `(it is meant as ${said.own})` : "";
      if (said) Object.assign(says, { value: said.says });
      if (said) Object.assign(label, { value: said.label });
    },
  };
}

function menu(name, choices, onChoice) {
  const options = choices.map((choice, i) => html("option", { value: i }, choice));
  const select = html("select", { class: "nn-select", "aria-label": name }, ...options);
  select.addEventListener("change", () => onChoice(Number(select.value)));
  return select;
}

// Where among the parameters the weights or biases of a layer begin.
function startOf(view) {
  return view.byteOffset / Float64Array.BYTES_PER_ELEMENT;
}
