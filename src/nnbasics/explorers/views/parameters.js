// A whole network in the traits of a view (`NetworkView`): kept at one with the engine's network, both ways.
//
//   const held = holdParameters(model, { output: "sigmoid", nameOf: (place) => "w₁₁" })
//   held.network            the engine's network with the numbers of the traits; another one after a reshape
//   held.push()             after held.network.parameters have changed, by training: the traits follow
//   held.reshape(sizes, hidden, carry)    other layers; carry(from, to) fills the new network from the old
//   held.pick(place)        the slider takes hold of parameters[place];  placeOfWeight, placeOfBias say where that is
//
// Repaint on the traits TRAITS_OF_NETWORK.

import { createNetwork } from "../engine.js";

export const TRAITS_OF_NETWORK = ["sizes", "hidden", "parameters", "picked", "picked_value"];

export function holdParameters(model, { output, loss, nameOf }) {
  const held = { network: undefined, push, reshape, pick, close };
  read();
  const shape = "change:sizes change:hidden change:parameters";
  model.on(shape, read);
  model.on("change:picked", pickAgain);
  model.on("change:picked_value", write);
  return held;

  // Sizes and parameters arrive in one message, but their events one by one.
  function read() {
    const numbers = floatsOf(model.get("parameters"));
    const sizes = model.get("sizes"), hidden = model.get("hidden");
    const same = held.network && String([sizes, hidden]) === String([held.network.sizes, held.network.hidden]);
    const network = same ? held.network : createNetwork(sizes, { hidden, output, loss });
    if (numbers.length !== network.numParameters) return;
    network.parameters.set(numbers);
    held.network = network;
    pickAgain();
  }

  function pickAgain() {
    const picked = Math.min(model.get("picked"), held.network.numParameters - 1);
    model.set({ picked, picked_value: held.network.parameters[picked], picked_name: nameOf(picked, held.network) });
    model.save_changes();
  }

  function write() {
    const picked = model.get("picked");
    if (held.network.parameters[picked] === model.get("picked_value")) return;
    held.network.parameters[picked] = model.get("picked_value");
    push();
  }

  function push() {
    const picked = Math.min(model.get("picked"), held.network.numParameters - 1);
    const { sizes, hidden, parameters } = held.network;
    model.set({
      sizes: [...sizes], hidden: [...hidden], parameters: new DataView(parameters.slice().buffer),
      picked, picked_value: parameters[picked], picked_name: nameOf(picked, held.network),
    });
    model.save_changes();
  }

  function reshape(sizes, hidden, carry) {
    const network = createNetwork(sizes, { hidden, output, loss });
    carry(held.network, network);
    held.network = network;
    push();
  }

  function pick(place) {
    model.set({ picked: place });
    model.save_changes();
  }

  function close() {
    model.off(shape, read);
    model.off("change:picked", pickAgain);
    model.off("change:picked_value", write);
  }
}

// Where a weight and a bias stand among the parameters: W₀, b₀, W₁, b₁, … as in NumPy.
export function placeOfWeight(network, layer, from, to) {
  return startOf(network, layer) + from * network.sizes[layer + 1] + to;
}

export function placeOfBias(network, layer, index) {
  return startOf(network, layer) + network.weights[layer].length + index;
}

// And back: { kind: "weight", layer, from, to } or { kind: "bias", layer, index }.
export function whatStandsAt(network, place) {
  let rest = place, layer = 0;
  while (rest >= network.weights[layer].length + network.biases[layer].length) {
    rest -= network.weights[layer].length + network.biases[layer].length;
    layer += 1;
  }
  const { length } = network.weights[layer], fanOut = network.sizes[layer + 1];
  if (rest >= length) return { kind: "bias", layer, index: rest - length };
  return { kind: "weight", layer, from: Math.floor(rest / fanOut), to: rest % fanOut };
}

function startOf(network, layer) {
  return network.weights[layer].byteOffset / Float64Array.BYTES_PER_ELEMENT;
}

// Copied, because what arrives from a kernel need not begin at a multiple of eight bytes.
function floatsOf({ buffer, byteOffset, byteLength }) {
  return new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));
}
