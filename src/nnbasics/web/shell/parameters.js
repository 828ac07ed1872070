// A whole network in the traits of a view (`NetworkView`): kept at one with the engine's network, both ways.
//
//   const held = holdParameters(model, { output: "sigmoid", nameOf: (what) => "x₁ → h₂" })
//   held.network            the engine's network with the numbers of the traits; another one after a reshape
//   held.push()             after held.network.parameters have changed, by training: the traits follow
//   held.move({ [place]: number })     by hand: these parameters alone
//   held.reshape(sizes, hidden, carry)    other layers; carry(from, to) fills the new network from the old
//   held.pick(what)         the slider takes hold of an edge or a neuron of the network drawing
//   held.picked()           which that is
//
// Repaint on the traits TRAITS_OF_NETWORK.

import { createNetwork } from "../engine/network.js";
import { reachFor } from "./reach.js";
import { listen } from "./listen.js";

export const TRAITS_OF_NETWORK = ["sizes", "hidden", "parameters", "picked", "picked_value"];

export function holdParameters(model, { output, loss, nameOf }) {
  const held = { network: undefined, push, move, reshape, pick, picked, close };
  let fitted; // the place among the parameters that the range of the slider was made for
  read();
  const shape = "change:sizes change:hidden change:parameters";
  const stopListening = listen(model, {
    [shape]: read,
    "change:picked": pickAgain,
    "change:picked_value": write,
  });
  return held;

  // Sizes and parameters arrive in one message, but their events one by one.
  function read() {
    const numbers = floatsOf(model.get("parameters"));
    const sizes = model.get("sizes"),
      hidden = model.get("hidden");
    const same =
      held.network && String([sizes, hidden]) === String([held.network.sizes, held.network.hidden]);
    const network = same ? held.network : createNetwork(sizes, { hidden, output, loss });
    if (numbers.length !== network.numParameters) return;
    network.parameters.set(numbers);
    held.network = network;
    pickAgain();
  }

  // A slider never stands outside its range, not for a moment: so that is widened first and made to fit last.
  function pickAgain() {
    const now = state();
    if (!model.get("picked_high") || now.picked === fitted) model.set(now);
    else {
      const reach = reachOf(held.network, now.picked);
      widen(Math.max(reach, model.get("picked_high")));
      model.set(now);
      widen(reach);
      fitted = now.picked;
    }
    model.save_changes();
  }

  function widen(reach) {
    model.set({ picked_low: -reach, picked_high: reach });
  }

  function state() {
    const place = Math.min(model.get("picked"), held.network.numParameters - 1);
    const high = model.get("picked_high");
    if (high && Math.abs(held.network.parameters[place]) > high)
      widen(reachFor([held.network.parameters[place]]));
    return {
      picked: place,
      picked_value: held.network.parameters[place],
      picked_name: nameOf(pickAt(held.network, place)),
    };
  }

  function write() {
    const place = model.get("picked");
    if (held.network.parameters[place] === model.get("picked_value")) return;
    held.network.parameters[place] = model.get("picked_value");
    push();
  }

  function push() {
    const { sizes, hidden, parameters } = held.network;
    model.set({
      sizes: [...sizes],
      hidden: [...hidden],
      parameters: new DataView(parameters.slice().buffer),
      ...state(),
    });
    model.save_changes();
  }

  function move(numbers) {
    for (const [place, number] of Object.entries(numbers)) held.network.parameters[place] = number;
    push();
  }

  function reshape(sizes, hidden, carry) {
    const network = createNetwork(sizes, { hidden, output, loss });
    const what = picked();
    carry(held.network, network);
    held.network = network;
    model.set({ picked: isThere(network, what) ? indexOfParameter(network, what) : 0 });
    push();
  }

  function pick(what) {
    model.set({ picked: indexOfParameter(held.network, what) });
    model.save_changes();
  }

  function picked() {
    return pickAt(held.network, model.get("picked"));
  }

  function close() {
    stopListening();
  }
}

// Where among the parameters (W₀, b₀, W₁, b₁, … as in NumPy) stands what was picked on a network drawing: the
// weight of an edge, the bias of a neuron.
export function indexOfParameter(network, { kind, layer, from, to, index }) {
  if (kind === "edge") return startOf(network.weights[layer]) + from * network.sizes[layer + 1] + to;
  return startOf(network.biases[layer - 1]) + index;
}

// And back: what stands at a place.
export function pickAt(network, place) {
  const layer = network.biases.findIndex((biases) => place < startOf(biases) + biases.length);
  const weight = place - startOf(network.weights[layer]);
  const fanOut = network.sizes[layer + 1];
  if (weight < network.weights[layer].length)
    return { kind: "edge", layer, from: Math.floor(weight / fanOut), to: weight % fanOut };
  return { kind: "neuron", layer: layer + 1, index: weight - network.weights[layer].length };
}

function isThere({ sizes }, { kind, layer, from, to, index }) {
  return kind === "edge" ? from < sizes[layer] && to < sizes[layer + 1] : index < sizes[layer];
}

// As far as the largest number of its layer wants.
function reachOf({ weights, biases }, place) {
  const layer = biases.findIndex((ofLayer) => place < startOf(ofLayer) + ofLayer.length);
  return reachFor([...weights[layer], ...biases[layer]]);
}

function startOf(view) {
  return view.byteOffset / Float64Array.BYTES_PER_ELEMENT;
}

// Copied, because what arrives from a kernel need not begin at a multiple of eight bytes.
export function floatsOf({ buffer, byteOffset, byteLength }) {
  return new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));
}
