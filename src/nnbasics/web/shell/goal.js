// A goal, and below it whether it is reached, in a box that keeps its height.
//
//   const goal = createGoal()
//   goal.update({ name: "AND: 1 if both inputs are 1", reached: true, text: "all four right." })

import { html } from "../draw/elements.js";

export function createGoal() {
  const sign = html("span", { class: "nn-goal-sign", "aria-hidden": "true" });
  const name = html("p", { class: "nn-goal-name" });
  const text = html("span");
  const element = html("div", { class: "nn-goal" }, name, html("p", {}, sign, text));
  return {
    element,
    update({ name: wanted, reached, text: words }) {
      element.classList.toggle("nn-reached", reached);
      sign.textContent = reached ? "✓" : "○";
      name.textContent = `Goal: ${wanted}`;
      text.textContent = `${reached ? "Reached" : "Not yet"}: ${words}`;
    },
  };
}
