// Two buttons from neuron to neuron, through all layers but the input: a way to pick them for fingers that are wider
// than the neurons of a drawing.
//
//   const steps = createNeuronSteps({ sizes, now: () => ({ layer, index }), onPick })

import { html } from "../draw/elements.js";

export function createNeuronSteps({ sizes, now, onPick }) {
  const neurons = sizes.flatMap((size, layer) =>
    layer ? Array.from({ length: size }, (_, index) => ({ kind: "neuron", layer, index })) : [],
  );
  const go = (by) => (event) => {
    const { layer, index } = now();
    const at = neurons.findIndex((neuron) => neuron.layer === layer && neuron.index === index);
    onPick(neurons[(at + by + neurons.length) % neurons.length], event);
  };
  const buttons = [
    ["Previous neuron", -1],
    ["Next neuron", 1],
  ].map(([text, by]) => {
    const button = html("button", { type: "button", class: "nn-button" }, text);
    button.addEventListener("click", go(by));
    return button;
  });
  return { element: html("p", { class: "nn-neuron-steps" }, ...buttons) };
}
