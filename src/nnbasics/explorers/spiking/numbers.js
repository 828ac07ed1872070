// The numbers of the explorer: what the spiking neuron does, in a word and counted, and what the artificial one says.

import { html } from "../../web/draw/elements.js";
import { bracketed, formatCount, formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { CONSTANT, LENGTH } from "./stimulus.js";

const REGULAR = 1e-6; // intervals that differ by less, in proportion, are the same

export function createNumbers(place) {
  const names = ["spikes", "rate", "formula", "potential", "weight", "bias", "kink", "error", "output"];
  const outputs = Object.fromEntries(names.map((name) => [name, createOutput(name)]));
  const [regime, time, current] = [html("b"), html("span"), html("span")];
  const score = (...parts) => html("p", { class: "nn-score" }, ...parts);
  const formula = score("by the formula: ", outputs.formula);
  place.append(
    html("p", { class: "nn-regime" }, regime),
    score(`spikes in ${LENGTH} ms: `, outputs.spikes),
    score("spikes a second: ", outputs.rate),
    formula,
    score("V at t = ", time, " ms: ", outputs.potential, " mV"),
    html("p", {}, "artificial neuron: max(0, w × I + b) = max(0, ", current, ") = ", outputs.output),
    score("weight w: ", outputs.weight),
    score("bias b: ", outputs.bias),
    score("its kink, −b/w: ", outputs.kink, " nA"),
    score("it misses the points by ", outputs.error, " spikes a second (root of the mean square)"),
  );
  return ({ neuron, shape, heights, time: t, now, recording, rate, byFormula, fit }) => {
    const show = (name, value) =>
      showNumber(outputs[name], value, Number.isNaN(value) ? "–" : formatNumber(value));
    showNumber(outputs.spikes, recording.spikes.length, formatCount(recording.spikes.length));
    show("rate", rate);
    show("formula", byFormula);
    formula.style.visibility = shape === CONSTANT ? "" : "hidden";
    show("potential", recording.voltage[t]);
    for (const name of ["weight", "bias", "error"]) show(name, fit ? fit[name] : NaN);
    show("kink", fit ? -fit.bias / fit.weight : NaN);
    show("output", fit ? Math.max(0, fit.weight * now + fit.bias) : NaN);
    time.textContent = t;
    current.textContent = fit
      ? `${formatNumber(fit.weight)} × ${bracketed(now)} + ${bracketed(fit.bias)}`
      : "not yet: too few points";
    regime.textContent = regimeOf(neuron, shape, heights, recording.spikes);
    return regime.textContent;
  };
}

// What it does, in words.
export function regimeOf(neuron, shape, heights, spikes) {
  if (spikes.length < 2) {
    const rests = neuron.rest + neuron.resistance * heights[0];
    if (spikes.length) return "One spike";
    return shape === CONSTANT
      ? `Silent: current and leak balance at ${formatNumber(rests)} mV`
      : "Silent: it never reaches the threshold";
  }
  const lengths = Array.from(spikes)
    .slice(1)
    .map((spike, i) => spike - spikes[i]);
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
  if (longest - shortest > REGULAR * longest)
    return `Firing, every ${formatNumber(shortest)} to ${formatNumber(longest)} ms`;
  return `Firing, every ${formatNumber(longest)} ms`;
}
