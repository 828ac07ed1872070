// Explorer of chapter 9: logits to drag, the outputs that a softmax makes of them, and the slopes of the loss.

import { html } from "../../web/draw/elements.js";
import { fixed } from "../../web/draw/bars.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { createFrame } from "../../web/shell/frame.js";
import { createTransport } from "../../web/shell/transport.js";
import { softmaxCode } from "./code.js";
import { createLights } from "./lights.js";
import { createLogits } from "./logits.js";
import { createShares } from "./shares.js";
import { softmaxOf } from "./softmax.js";
import { createWays } from "./ways.js";

const FLAT = 0.001; // a slope whose arrow no pixel shows

function render({ model, el }) {
  const names = model.get("names"),
    range = model.get("reach");
  const traits = names.map((_, i) => `z${i + 1}`);
  const state = () => ({
    logits: traits.map((trait) => model.get(trait)),
    shift: model.get("shift"),
    temperature: model.get("temperature"),
    wanted: model.get("wanted"),
  });
  const frame = createFrame(model, el, {
    name: "softmax",
    traits: [...traits, "temperature", "shift", "wanted", "shown"],
    paint,
    code: () => softmaxCode({ names, ...state(), ...softmaxOf(state()) }),
  });
  const { set } = frame;
  const lights = createLights({ onPick: (shown) => set({ shown }) });
  const bars = createLogits({
    names,
    range,
    lights,
    onDrag: (i, value) => set({ [traits[i]]: value, shown: i }),
  });
  const shares = createShares({ names, lights });
  const ways = createWays({ names, lights });
  frame.stage.append(
    html("div", { class: "nn-panel nn-main nn-beside" }, bars.element),
    html("div", { class: "nn-panel" }, shares.outputs),
    shares.fraction,
  );
  frame.numbers.after(ways.element);
  const loss = createOutput("loss"),
    truth = html("span"),
    chance = html("span");
  frame.numbers.append(html("p", {}, "loss = −ln p of ", truth, " = −ln ", chance, " = ", loss));
  const put = (logits) => model.set(Object.fromEntries(traits.map((trait, i) => [trait, logits[i]])));
  let start, told; // what "again" goes back to; where the steps have led
  const transport = createTransport({
    label: "Follow",
    begin: () => (start = state().logits),
    step() {
      const { slopes } = softmaxOf(state()),
        [low, high] = range;
      if (slopes.every((slope) => Math.abs(slope) < FLAT)) return "the arrows are too short to be seen";
      put(state().logits.map((logit, i) => Math.min(high, Math.max(low, logit - slopes[i]))));
    },
    show() {
      told = state().logits;
      model.save_changes();
    },
    rewind: () => put(start),
    loss: () => softmaxOf(state()).loss,
  });
  frame.time.append(transport.element);

  function paint() {
    const now = state(),
      found = softmaxOf(now),
      { outputs } = found;
    const byHand = now.logits.some((logit, i) => Math.abs(logit - told?.[i]) > 1e-9);
    if (transport.steps && !transport.running && byHand) transport.reset();
    const shown = model.get("shown");
    bars.update({
      ...now,
      slopes: found.slopes,
      words: now.temperature === 1 ? "slope p − y" : "slope (p − y) / T",
    });
    shares.update({ ...found, shown });
    ways.update(found);
    lights.update(shown);
    truth.textContent = names[now.wanted];
    chance.textContent = formatNumber(outputs[now.wanted]);
    showNumber(loss, found.loss, formatNumber(Math.max(0, found.loss)));
    const said = names.map((name, i) => `${name} ${fixed(outputs[i])}`).join(", ");
    return `The outputs are ${said}, together 1. The truth is ${names[now.wanted]}, the loss ${formatNumber(Math.max(0, found.loss))}.`;
  }

  return () => {
    transport.close();
    frame.close();
  };
}

export default { render };
