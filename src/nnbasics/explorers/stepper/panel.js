// The words beside the drawing: which beat it is, the rule in symbols and in numbers, and the line that does it.

import { html } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { BEATS } from "./lesson.js";

export function createLessonPanel() {
  const beats = BEATS.map((beat, i) => html("li", {}, `${i + 1} ${beat}`));
  const [says, rule, numbers, where] = ["says", "rule", "numbers", "where"].map((name) =>
    html("p", { class: `nn-lesson-${name}` }),
  );
  const code = html("code"),
    value = createOutput("now"),
    filled = html("span");
  numbers.append("= ", filled, " = ", value);
  return {
    element: html(
      "div",
      { class: "nn-panel nn-lesson" },
      html("ol", { class: "nn-beats" }, ...beats),
      says,
      rule,
      numbers,
      html("div", { class: "nn-lesson-code" }, where, html("pre", {}, code)),
    ),
    // formula: of formulas.js; line: the file and the source of what does the step in NumPy.
    update({ step, formula, line, result, learningRate }) {
      beats.forEach((element, i) => {
        const rate = i === 3 ? `, η ${Number(learningRate.toPrecision(3))}` : "";
        element.textContent = `${i + 1} ${BEATS[i]}${rate}`;
        if (BEATS[i] === step.beat) element.setAttribute("aria-current", "step");
        else element.removeAttribute("aria-current");
      });
      says.textContent = formula.says;
      rule.textContent = `${step.name} = ${formula.rule}`;
      filled.textContent = formula.numbers;
      showNumber(value, result, formatNumber(result));
      where.textContent = `in ${line.where}, for all examples at once:`;
      code.textContent = line.code;
    },
  };
}
