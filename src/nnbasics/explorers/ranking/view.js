// Explorer of chapter 5: three networks, the same digit; the reader puts them in order of their cost.

import { costsOf, mean, wantedFor } from "../../web/digits/cost.js";
import { aDigit, digitAt, FULL } from "../../web/digits/data.js";
import { createDigit } from "../../web/digits/image.js";
import { createBars, fixed } from "../../web/draw/bars.js";
import { html } from "../../web/draw/elements.js";
import { readPalette } from "../../web/draw/encoding.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { createPile } from "../../web/draw/pile.js";
import { initialize } from "../../web/engine/initializers.js";
import { createNetwork, createTrace, forward } from "../../web/engine/network.js";
import { createFrame } from "../../web/shell/frame.js";
import { listen } from "../../web/shell/listen.js";
import { floatsOf } from "../../web/shell/parameters.js";
import { pythonCode } from "./code.js";

const NAMES = Array.from({ length: 10 }, (_, i) => String(i));
const MOST = 2; // of a cost: all for a wrong digit, nothing for the right one
const PLACES = ["lowest cost", "in the middle", "highest cost"];

function render({ model, el }) {
  const labels = model.get("labels");
  const X = Float64Array.from(
    labels.flatMap((_, i) => digitAt(model, i)),
    (ink) => ink / FULL,
  );
  const candidates = ["A", "B", "C"].map((name) => ({ name }));
  const load = () =>
    candidates.forEach((candidate, i) => {
      const network = createNetwork(model.get("sizes"), { hidden: model.get("hidden"), output: "softmax" });
      const born = model.get("born"),
        carried = born.slice(0, i).filter((how) => !how).length * network.numParameters;
      if (born[i]) initialize(network, born[i][0], born[i][1] ?? undefined);
      else
        network.parameters.set(
          floatsOf(model.get("candidates")).subarray(carried, carried + network.numParameters),
        );
      const trace = createTrace(network, labels.length);
      forward(network, X, labels.length, trace);
      const outputs = trace.activations.at(-1);
      Object.assign(candidate, { network, born: born[i], outputs, costs: costsOf(outputs, labels) });
    });

  load();

  const frame = createFrame(model, el, {
    name: "ranking",
    traits: ["digit", "by", "order"],
    keep: ["by"],
    paint,
    code: () =>
      pythonCode(
        candidates,
        digitAt(model, model.get("digit")),
        labels[model.get("digit")],
        model.get("source"),
        solved(),
      ),
  });
  const image = createDigit();
  const title = html("p", {});
  const cards = candidates.map((candidate) => {
    const bars = createBars({
      names: NAMES,
      caption: `Network ${candidate.name}`,
      outputName: (i) => `${candidate.name}-${i}`,
    });
    const button = html("button", { type: "button", class: "nn-button" });
    button.addEventListener("click", () => place(candidate.name));
    const cost = createOutput(`${candidate.name}-cost`),
      average = createOutput(`${candidate.name}-average-cost`);
    const element = html(
      "div",
      { class: "nn-card" },
      bars.element,
      button,
      html("p", {}, "cost: ", cost),
      html("p", {}, "average: ", average),
    );
    return { bars, button, cost, average, element };
  });
  frame.stage.classList.add("nn-ranking");
  frame.stage.append(
    html("div", { class: "nn-asked" }, image.element, title),
    ...cards.map((card) => card.element),
  );
  const strips = candidates.map(({ name }) =>
    createPile({
      x: [0, MOST],
      xName: `${name}: cost of each digit`,
      count: labels.length,
      description: `Network ${name}: a dot for the cost of each of ${labels.length} digits`,
      height: 130,
    }),
  );
  const dots = html("div", { class: "nn-panel nn-costs" }, ...strips.map((strip) => strip.element));
  frame.stage.append(dots);
  const verdict = html("p", { class: "nn-verdict" });
  frame.stage.append(verdict);

  const set = (order) => {
    model.set({ order });
    model.save_changes();
  };
  const place = (name) => {
    const order = model.get("order");
    set(order.includes(name) ? order.slice(0, order.indexOf(name)) : [...order, name]);
  };
  const restart = () => set([]);
  const reload = () => {
    load();
    restart();
    frame.repaint();
  };
  const stopListening = listen(model, {
    "change:digit change:by": restart,
    "change:candidates change:born": reload,
  });

  const byAverage = () => model.get("by") === 1;
  const costOf = ({ costs }) => (byAverage() ? mean(costs) : costs[model.get("digit")]);
  const rightOrder = () => [...candidates].sort((a, b) => costOf(a) - costOf(b)).map(({ name }) => name);
  const solved = () => model.get("order").join() === rightOrder().join();

  function paint() {
    const digit = model.get("digit"),
      order = model.get("order"),
      done = solved();
    image.update(digitAt(model, digit), {
      scale: FULL,
      palette: readPalette(el),
      description: `The digit: ${aDigit(labels[digit])}`,
    });
    title.textContent = `This is ${aDigit(labels[digit])}: a mark on each line shows what was wanted. Which network is least wrong ${byAverage() ? `on average over ${labels.length} such digits` : "about it"}?`;
    candidates.forEach(({ name, outputs, costs }, i) => {
      const { bars, button, cost, average } = cards[i];
      bars.update({
        values: [...outputs.subarray(10 * digit, 10 * digit + 10)],
        wanted: wantedFor(labels[digit]),
      });
      const at = order.indexOf(name);
      button.textContent = at < 0 ? `${name}: ${PLACES[order.length] ?? "place"}?` : `${name}: ${PLACES[at]}`;
      button.setAttribute("aria-pressed", at >= 0);
      if (byAverage())
        strips[i].update({
          values: costs,
          marked: digit,
          average: done ? mean(costs) : undefined,
          averageText: `average ${fixed(mean(costs))}`,
        });
      showNumber(cost, done ? costs[digit] : NaN, done ? fixed(costs[digit]) : "–");
      showNumber(average, done ? mean(costs) : NaN, done ? fixed(mean(costs)) : "–");
    });
    frame.stage.classList.toggle("nn-by-average", byAverage());
    dots.hidden = !byAverage(); // one digit's dot would say its cost
    verdict.textContent = judge(order, done);
    return order.length
      ? verdict.textContent
      : `${title.textContent} ${readings(digit)} ${verdict.textContent}`;
  }
  function readings(digit) {
    const said = candidates.map(({ name, outputs }) => {
      const values = outputs.subarray(10 * digit, 10 * digit + 10),
        most = Math.max(...values);
      return `${name} reads ${aDigit(values.indexOf(most))} with ${fixed(most)}`;
    });
    return `${said.join(", ")}.`;
  }

  function judge(order, done) {
    if (order.length < 3)
      return `Press the networks in order, the lowest cost first. ${order.length} of 3 placed.`;
    const costs = rightOrder()
      .map((name) => `${name} ${fixed(costOf(candidates.find((one) => one.name === name)))}`)
      .join(" < ");
    if (done) return `Goal reached: ${costs}.`;
    const sorted = rightOrder(),
      wrong = order.find((name, i) => name !== sorted[i]);
    return `Not yet. ${wrong} is not ${byAverage() ? "on average " : ""}the one with the ${PLACES[order.indexOf(wrong)].replace("in the middle", "middle cost")}. Press a network to take it back.`;
  }

  return () => {
    stopListening();
    frame.close();
  };
}

export default { render };
