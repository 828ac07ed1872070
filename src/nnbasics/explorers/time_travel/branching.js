// The form that makes a branch: another optimizer, learning rate, batch size and seed, from the epoch of the
// cursor.
//
//   const form = createForm({ onBranch(place, settings), onRemove(place) })      place: 0 for A, 1 for B
//   form.update({ epoch, branches, most })

import { html } from "../../web/draw/elements.js";
import { BATCH_SIZES, OPTIMIZER_CHOICES, RATES } from "./settings.js";

export function createForm({ onBranch, onRemove }) {
  const menu = (name, labels, chosen) => {
    const select = html(
      "select",
      { class: "nn-select", "aria-label": name },
      ...labels.map((label, i) => html("option", { value: i }, label)),
    );
    select.value = chosen;
    return select;
  };
  const optimizer = menu(
    "optimizer of the branch",
    OPTIMIZER_CHOICES.map(({ label }) => label),
    0,
  );
  const rate = menu(
    "learning rate of the branch",
    RATES.map((value) => (value > 1e6 ? "10²⁰⁰" : String(value))),
    RATES.indexOf(0.1),
  );
  const size = menu("batch size of the branch", BATCH_SIZES.map(String), BATCH_SIZES.indexOf(10));
  const seed = html("input", {
    type: "number",
    min: 0,
    max: 999,
    step: 1,
    value: 1,
    class: "nn-select nn-seed",
    "aria-label": "seed of the branch",
  });
  const from = html("span", { class: "nn-from" });
  const buttons = ["A", "B"].map((letter, place) => {
    const go = html("button", { type: "button", class: "nn-button" }, `Branch ${letter}`);
    const remove = html("button", { type: "button", class: "nn-button" }, `Remove ${letter}`);
    go.addEventListener("click", () =>
      onBranch(place, [Number(optimizer.value), RATES[rate.value], BATCH_SIZES[size.value], wholeSeed()]),
    );
    remove.addEventListener("click", () => onRemove(place));
    return { go, remove };
  });
  const wholeSeed = () => Math.min(999, Math.max(0, Math.round(Number(seed.value)) || 0));
  const labelled = (text, control) => html("label", { class: "nn-setting" }, text, " ", control);
  const element = html(
    "div",
    { class: "nn-branching", role: "group", "aria-label": "Branch off" },
    from,
    labelled("optimizer", optimizer),
    labelled("learning rate", rate),
    labelled("batches of", size),
    labelled("seed", seed),
    html("div", { class: "nn-branches" }, ...buttons.flatMap(({ go, remove }) => [go, remove])),
  );

  return {
    element,
    update({ epoch, most, branches, ready }) {
      from.textContent =
        epoch < most ? `Branch off after epoch ${epoch}, with` : "Go back in time to branch off, with";
      buttons.forEach(({ go, remove }, place) => {
        go.disabled = !ready || epoch >= most;
        remove.hidden = branches[place].length === 0;
      });
    },
  };
}
