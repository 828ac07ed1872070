// Explorer of chapter 4: a digit, from the test set or drawn by hand, passes through a trained network.

import { aDigit, digitAt, FULL } from "../../web/digits/data.js";
import {
  nameOfNeuron,
  nameOfParameter,
  nameOfPart,
  nameOfPlace,
  namesOfInputs,
} from "../../web/digits/names.js";
import { createNeuronSteps } from "../../web/digits/neuron_steps.js";
import { createBars, fixed } from "../../web/draw/bars.js";
import { html } from "../../web/draw/elements.js";
import { readPalette } from "../../web/draw/encoding.js";
import { createNetworkDrawing } from "../../web/draw/network.js";
import { formatFixed } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { createTrace, forward } from "../../web/engine/network.js";
import { createFrame } from "../../web/shell/frame.js";
import { listen } from "../../web/shell/listen.js";
import { nameValue } from "../../web/shell/named_value.js";
import { holdParameters, TRAITS_OF_NETWORK } from "../../web/shell/parameters.js";
import { createChanges } from "./changes.js";
import { createInput } from "./input.js";
import { createNeuronSum } from "./neuron_sum.js";
import { createPass } from "./pass.js";
import { pythonCode } from "./code.js";

const NAMES = Array.from({ length: 10 }, (_, i) => String(i));
const SIDE = 400; // of the drawing
const MEANING = {
  relu: "z where z is positive, else 0: relu(z)",
  softmax: "eᶻ, divided by the sum of eᶻ over all ten outputs",
};

function render({ model, el }) {
  const last = model.get("sizes").length - 1;
  const held = holdParameters(model, { output: "softmax", nameOf: (what) => nameOfParameter(what, last) });
  const { sizes } = held.network;
  const trace = createTrace(held.network, 1);
  const labels = model.get("labels");

  const frame = createFrame(model, el, {
    name: "digits",
    traits: [...TRAITS_OF_NETWORK, "digit", "pixels", "reached"],
    paint,
    restored: () => input.clear(),
    code: () => pythonCode(held.network, model.get("pixels"), model.get("reached"), pickedNeuron()),
  });
  const drawing = createNetworkDrawing({
    sizes,
    width: SIDE,
    height: SIDE,
    grid: [8, 8],
    outputs: NAMES,
    values: false,
    onPick: pick,
    onFocus: (what) => what.layer && pick(what),
    nameOf: (what) => nameOfPart(what, last),
  });
  const bars = createBars({ names: NAMES, caption: "The ten outputs", outputName: (i) => `output-${i}` });
  const sum = createNeuronSum({ namesOfInputs: sizes.slice(0, -1).map(namesOfInputs), onPick: pickWeight });
  const neurons = createNeuronSteps({ sizes, now: pickedNeuron, onPick: held.pick });
  sum.element.prepend(neurons.element);
  const verdict = { reads: createOutput("reads"), probability: createOutput("probability") };
  const read = html(
    "p",
    { class: "nn-verdict" },
    "The network reads ",
    verdict.reads,
    " with probability ",
    verdict.probability,
  );
  const changes = createChanges(held.network);
  const input = createInput({ verdict: html("div", {}, read, changes.element), onChange: see });
  const [[left, top]] = drawing.centers[0],
    [half] = drawing.radii;
  input.drawOn(drawing.image, [left - half, top - half, 16 * half]);
  const transport = createPass(model, last);
  frame.stage.classList.add("nn-flow");
  el.classList.add("nn-holds-flow");
  frame.stage.append(
    input.element,
    html("div", { class: "nn-digit-network nn-main nn-beside" }, drawing.element),
    html("div", { class: "nn-outputs", style: inLine(drawing.centers.at(-1)) }, bars.element),
    sum.element,
  );
  frame.time.append(transport.element);

  function see(pixels) {
    model.set({ pixels });
    model.save_changes();
  }
  const follow = () => {
    input.clear();
    see(digitAt(model, model.get("digit")));
  };
  const stopListening = listen(model, { "change:digit": follow });

  // What is picked is a weight or a bias; the neuron that it belongs to is the one shown.
  function pickedNeuron() {
    const what = held.picked();
    return what.kind === "neuron" ? what : { layer: what.layer + 1, index: what.to, from: what.from };
  }
  function pick(what) {
    const now = pickedNeuron();
    if (what.layer > 0) held.pick(what);
    else held.pick({ kind: "edge", layer: 0, from: what.index, to: now.layer === 1 ? now.index : 0 }); // a pixel: its weight
  }
  function pickWeight(from) {
    const { layer, index } = pickedNeuron();
    held.pick({ kind: "edge", layer: layer - 1, from, to: index });
  }

  let painted = [],
    told = nameOfPicked();
  function nameOfPicked() {
    const { layer, index } = pickedNeuron();
    return nameOfNeuron(layer, index, last);
  }
  function paint() {
    const { network } = held;
    const pixels = model.get("pixels"),
      reached = model.get("reached"),
      digit = model.get("digit");
    forward(
      network,
      Float64Array.from(pixels, (ink) => ink / FULL),
      1,
      trace,
    );
    const outputs = [...trace.activations[last]];
    const reads = outputs.indexOf(Math.max(...outputs));
    const done = reached >= last;
    const { layer, index, from } = pickedNeuron();
    const palette = readPalette(el);

    drawing.update({ ...network, activations: trace.activations, reached });
    bars.update({ values: outputs, reached: done });
    const given = digitAt(model, digit),
      own = String(pixels) !== String(given);
    changes.update({ digit, given, pixels, network });
    input.tell(own ? "Your own digit" : `Test digit ${digit}, meant as ${aDigit(labels[digit])}`);
    nameValue(el, nameOfPlace(reached, sizes));
    showNumber(verdict.reads, done ? reads : NaN, done ? aDigit(reads) : "–");
    showNumber(verdict.probability, done ? outputs[reads] : NaN, done ? fixed(outputs[reads]) : "–");

    const sentence = done
      ? `${own ? "Your digit" : `Test digit ${digit}, ${aDigit(labels[digit])},`} is read as ${aDigit(reads)}, with probability ${fixed(outputs[reads])}.`
      : `The digit has come ${formatFixed(reached, 1)} of ${last} layers far.`;
    // While the pass moves, nothing below changes.
    const state = [pixels, digit, model.get("picked"), model.get("parameters"), JSON.stringify(palette)];
    if (state.every((part, i) => part === painted[i])) return sentence;
    painted = state;
    const name = nameOfPicked();
    drawing.pick({ kind: "neuron", layer, index });
    input.update(pixels, palette);
    const fanOut = sizes[layer];
    const sumInWords = sum.update({
      layer: layer - 1,
      name,
      inputs: [...trace.activations[layer - 1]],
      weights: Array.from(
        { length: sizes[layer - 1] },
        (_, i) => network.weights[layer - 1][i * fanOut + index],
      ),
      bias: network.biases[layer - 1][index],
      z: trace.preactivations[layer - 1][index],
      activation: trace.activations[layer][index],
      rule: MEANING[network.functions[layer - 1]] ?? `${network.functions[layer - 1]}(z)`,
      picked: from,
      palette,
    });
    if (name === told) return sentence;
    told = name; // who picks a neuron wants to hear that one
    return sumInWords;
  }

  return () => {
    transport.close();
    stopListening();
    held.close();
    frame.close();
  };
}

// Where on the square drawing the output neurons are, so that their bars stand beside them.
function inLine([[, first], [, second]]) {
  return `--first: ${first / SIDE}; --pitch: ${(second - first) / SIDE}`;
}

export default { render };
