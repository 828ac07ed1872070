// Explorer of chapter 10: a spiking neuron with the reader's own current, and an artificial neuron fitted to its rates.

import { html } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { createSpikingNeuron, fitRelu, rateAt, rateOf, runNeuron } from "../../web/engine/spiking.js";
import { alongTrait } from "../../web/shell/along_trait.js";
import { createFrame } from "../../web/shell/frame.js";
import { listen } from "../../web/shell/listen.js";
import { createTransport } from "../../web/shell/transport.js";
import { spikingCode } from "./code.js";
import { createNumbers } from "./numbers.js";
import { createRates } from "./rates.js";
import { CONSTANT, currentOf, DRAWN, heightsOf, LENGTH, pieceAt, pointsOf, strokeOver } from "./stimulus.js";
import { createTraces } from "./traces.js";

const HIGHEST = 5; // nA
const TRAITS = ["current", "shape", "drawn", "time", "time_constant", "threshold", "refractory", "visited"];

function render({ model, el }) {
  const get = (trait) => model.get(trait);
  const frame = createFrame(model, el, {
    name: "spiking",
    traits: TRAITS,
    paint,
    code: () => spikingCode(state()),
  });
  const { set } = frame;
  const traces = createTraces({ highest: HIGHEST, onTime: (time) => set({ time }), onStroke: draw });
  const rates = createRates({ highest: HIGHEST });
  frame.stage.append(
    html("div", { class: "nn-panel nn-main nn-beside" }, traces.element),
    html("div", { class: "nn-panel" }, rates.element),
  );
  const show = createNumbers(frame.numbers);
  const transport = createTransport({
    unit: "millisecond",
    speeds: [20, 100],
    speed: 100,
    ...alongTrait(model, "time", LENGTH, `${LENGTH} ms are over`),
    begin: () => get("time") >= LENGTH && model.set({ time: 0 }),
  });
  frame.time.append(transport.element);
  frame.addButton("Forget the points", () =>
    set({ visited: get("shape") === CONSTANT ? [get("current")] : [] }),
  );

  // While the current is drawn by hand, the slider holds the piece at the cursor.  A constant current is a visit.
  const drawing = () => get("shape") === DRAWN;
  function followCurrent() {
    if (drawing()) {
      const drawn = [...get("drawn")],
        piece = pieceAt(get("time"));
      if (drawn[piece] === get("current")) return;
      drawn[piece] = get("current");
      set({ drawn });
    } else visit();
  }
  function followPiece() {
    const height = get("drawn")[pieceAt(get("time"))];
    if (drawing() && height !== get("current")) set({ current: height });
    if (!drawing()) visit();
  }
  function visit() {
    if (get("shape") !== CONSTANT || get("visited").includes(get("current"))) return;
    set({ visited: [...get("visited"), get("current")] });
  }
  // From one place of the drawing to another; what was there before becomes the drawing.
  function draw(from, to) {
    const drawn = strokeOver(heightsOf(get("shape"), get("current"), get("drawn")), from, to);
    set({
      drawn,
      shape: DRAWN,
      time: Math.min(LENGTH, Math.round(to.time)),
      current: drawn[pieceAt(to.time)],
    });
  }
  const stopListening = listen(model, {
    "change:current": followCurrent,
    "change:time change:shape change:drawn": followPiece,
  });

  let known; // what hangs on the neuron, the current and the visits alone, kept while time goes by
  function state() {
    const [shape, time, visited] = ["shape", "time", "visited"].map(get);
    const neuron = createSpikingNeuron({
      timeConstant: get("time_constant"),
      threshold: get("threshold"),
      refractory: get("refractory"),
    });
    const heights = heightsOf(shape, get("current"), get("drawn"));
    const key = JSON.stringify([neuron, heights, visited, shape]);
    if (known?.key !== key) {
      const current = currentOf(heights),
        recording = { current, ...runNeuron(neuron, current) };
      const { still, moving } = pointsOf(neuron, visited, shape, recording);
      known = {
        key,
        neuron,
        heights,
        visited,
        shape,
        recording,
        still,
        moving,
        fit: fitRelu([...still, ...moving]),
        rate: rateOf(recording.spikes),
        byFormula: shape === CONSTANT ? rateAt(neuron, heights[0]) : NaN,
        curve: rates.currents.map((each) => rateAt(neuron, each)),
      };
    }
    return { ...known, time, now: heights[pieceAt(time)] };
  }

  function paint() {
    const shown = state(),
      {
        neuron,
        recording: { voltage, spikes },
        heights,
        time,
        fit,
        now,
        rate,
      } = shown;
    traces.update({ neuron, voltage, spikes, heights, time });
    rates.update(shown);
    transport.refresh();
    const regime = show(shown);
    const said = fit
      ? ` The artificial neuron says ${formatNumber(Math.max(0, fit.weight * now + fit.bias))} for it.`
      : "";
    return `The current at ${time} ms is ${formatNumber(now)} nA. ${regime}: ${spikes.length} spikes, ${formatNumber(rate)} a second.${said}`;
  }

  return () => {
    stopListening();
    transport.close();
    frame.close();
  };
}

export default { render };
