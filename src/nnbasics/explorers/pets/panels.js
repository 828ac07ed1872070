// What stands in the explorer: picture, argument and losses; the verdict; mistakes, threshold and what it trades.
//
//   const panels = createPanels({ epochs, pictureAt, onPick, onScrub, onPaint })
//   panels.stage, panels.numbers, panels.mistakes      elements
//   panels.update(state)      returns the state in a sentence

import { html } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { createCurves } from "./curves.js";
import { createErrors } from "./errors.js";
import { createPaper } from "./paper.js";
import { createSigned } from "./pixels.js";
import { createTrade } from "./trade.js";

const ANIMALS = ["cat", "dog"];
const NUMBERS = [
  "for-dog",
  "for-cat",
  "rest",
  "z",
  "probability",
  "loss",
  "accuracy",
  "test-loss",
  "test-accuracy",
  "found",
  "taken",
  "right",
  "right-when-moved",
];

export function createPanels({ epochs, pictureAt, onPick, onScrub, onPaint }) {
  const show = Object.fromEntries(NUMBERS.map((name) => [name, createOutput(name)]));
  const paper = createPaper({ onPaint });
  const argument = createSigned({ class: "nn-argument", role: "img" });
  const curves = createCurves({ epochs, onScrub });
  const errors = createErrors({ pictureAt, onPick });
  const trade = createTrade();
  const scale = createScale(show.probability);
  const what = html("figcaption"),
    says = html("strong");
  const argued = html("figcaption", {}, "blue pixels: for dog; orange, −: for cat");
  const line = (...children) => html("p", { class: "nn-score" }, ...children);

  return {
    stage: [
      html(
        "div",
        { class: "nn-pair-of-pictures nn-main nn-still" },
        html("figure", { class: "nn-pet" }, what, paper.element, paper.tools),
        html("figure", { class: "nn-pet" }, argued, argument.element),
      ),
      html(
        "div",
        { class: "nn-pet-verdict" },
        scale.element,
        html("p", {}, says),
        html(
          "p",
          { class: "nn-sum" },
          "for dog ",
          show["for-dog"],
          ", for cat ",
          show["for-cat"],
          ", the biases ",
          show.rest,
          "; together z = ",
          show.z,
        ),
      ),
      html("div", { class: "nn-panel nn-course-panel nn-main nn-still" }, curves.element),
    ],
    numbers: [
      line("learned from: right ", show.accuracy, " loss ", show.loss),
      line("test: right ", show["test-accuracy"], " loss ", show["test-loss"]),
      line("test, moved like this one: right ", show["right-when-moved"]),
    ],
    mistakes: html(
      "div",
      { class: "nn-mistakes" },
      html(
        "div",
        {},
        errors.table,
        html(
          "p",
          { class: "nn-caption" },
          "Called dogs: ",
          show.found,
          " of the dogs, ",
          show.taken,
          " of the cats. Right at this threshold: ",
          show.right,
        ),
      ),
      html("div", { class: "nn-panel nn-trade-panel nn-main nn-still" }, trade.element),
      errors.gallery,
    ),
    update(state) {
      const {
        palette,
        picture,
        argument: said,
        probability,
        threshold,
        shown,
        label,
        moved,
        snapshot,
        rates,
      } = state;
      const name = shown < 0 ? "your drawing" : `test picture ${shown}, a ${ANIMALS[label]}`;
      const decided = probability > threshold ? 1 : 0;
      const verdict = shown < 0 ? "" : decided === label ? " Right." : " Wrong.";
      const sentence = `It says ${ANIMALS[decided]}.${verdict}`;
      what.textContent = `${name}${moved ? ", moved" : ""}`;
      paper.update(picture, palette, `What the network sees: ${name}.`);
      argument.update(
        said.each,
        palette,
        Math.max(
          1e-12,
          said.each.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
        ),
      );
      argument.element.setAttribute(
        "aria-label",
        `Which pixels argued: for dog ${formatNumber(said.forOne)}, for cat ${formatNumber(said.forZero)}`,
      );
      says.textContent = sentence;
      scale.update(probability, threshold);
      curves.update({ ...state, words: wordsOf(state) });
      errors.update(state);
      trade.update({ points: state.points, at: rates && [rates.taken, rates.found] });
      write("for-dog", said.forOne);
      write("for-cat", said.forZero);
      write("rest", said.rest);
      write("z", said.z);
      showNumber(show.probability, probability, probability.toFixed(3));
      write("loss", snapshot?.loss);
      write("test-loss", snapshot?.testLoss);
      percent("accuracy", snapshot?.accuracy);
      percent("test-accuracy", snapshot?.testAccuracy);
      percent("found", rates?.found);
      percent("taken", rates?.taken);
      percent("right", rates?.right);
      percent("right-when-moved", state.rightWhenMoved);
      const after = state.epoch
        ? `After ${state.epoch} epochs ${show["test-accuracy"].value} of the test is right. `
        : "Untrained. ";
      return `${after}${name}: ${sentence} Output ${probability.toFixed(3)}, above ${threshold} is a dog.`;
    },
  };

  function write(name, value = NaN) {
    showNumber(
      show[name],
      value,
      Number.isNaN(value) ? "–" : formatNumber(Math.abs(value) < 1e-9 ? 0 : value),
    );
  }
  function percent(name, value = NaN) {
    showNumber(show[name], value, Number.isNaN(value) ? "–" : `${(100 * value).toFixed(1)} %`);
  }
}

function wordsOf({ settings, all }) {
  const { hidden, l2, learned } = settings;
  const neurons = hidden ? `${hidden} hidden` : "one neuron";
  return `${neurons}, ${learned === all ? "all" : learned} pictures, L2 ${l2 ? l2.toFixed(3) : "0"}`;
}

// From cat to dog, 0 to 1, with a mark for the output and a line at the threshold.
function createScale(probability) {
  const mark = html("span", { class: "nn-decision-mark" });
  const limit = html("span", { class: "nn-decision-limit" });
  const track = html("div", { class: "nn-decision-track", "aria-hidden": "true" }, limit, mark);
  const element = html(
    "div",
    { class: "nn-decision-scale" },
    html("span", {}, "cat 0"),
    track,
    html("span", {}, "1 dog"),
    html("span", {}, "output ", probability),
  );
  return {
    element,
    update(output, threshold) {
      mark.style.left = `${100 * output}%`;
      limit.style.left = `${100 * threshold}%`;
    },
  };
}
