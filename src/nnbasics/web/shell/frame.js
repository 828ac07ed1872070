// The frame of an explorer: a stage for the drawings, its numbers, its buttons, its state as code.
//
//   const frame = createFrame(model, el, { name, traits, paint, code })
//
// `paint` draws the present state and returns it in one sentence.  However many traits change at once, it
// runs once before the next frame of the screen.  `code` returns Python that prints the same numbers.
// Traits are kept without noise: a view that sets one that follows from others does the same (numbers.js).

import { html } from "../draw/elements.js";
import { withoutNoise } from "../draw/numbers.js";

const HAND = ["pointerdown", "keydown"];
const SPEAK_AFTER = 700; // ms at rest, so that a screen reader hears the result and not the way to it

export function createFrame(model, el, { name, traits, paint, code }) {
  el.classList.add("nn-view");
  el.dataset.explorer = name;
  const stage = html("div", { class: "nn-stage" });
  const numbers = html("div", { class: "nn-numbers" });
  const actions = html("div", { class: "nn-actions" });
  const spoken = html("p", { class: "nn-spoken", role: "status" });
  const { panel, refresh } = codePanel(code);
  const time = html("div", { class: "nn-time" }); // for the transport of what trains or plays
  el.append(stage, time, numbers, actions, panel, spoken);

  let pending = 0;
  let speaking = 0;
  let said;
  const repaint = () => {
    pending ||= requestAnimationFrame(() => {
      pending = 0;
      const sentence = paint();
      refresh();
      said ??= sentence; // what the page opens with, and a change of theme, are not worth an interruption
      clearTimeout(speaking);
      speaking = setTimeout(() => {
        if (sentence !== said) spoken.textContent = said = sentence;
      }, SPEAK_AFTER);
    });
  };
  const changed = () => {
    const meant = Object.fromEntries(traits.map((trait) => [trait, withoutNoise(model.get(trait))]));
    if (traits.some((trait) => meant[trait] !== model.get(trait))) {
      model.set(meant);
      model.save_changes();
    }
    repaint();
  };
  const events = traits.map((trait) => `change:${trait}`).join(" ");
  model.on(events, changed);
  // A question beside the explorer sets it to show its answer (book/_static/questions.js).
  el.addEventListener("nn-set", ({ detail }) => (model.set(detail), model.save_changes()));
  const dark = onThemeChange(repaint);
  changed();
  // Sliders write what they show as soon as it moves; before a hand moves it, nothing of it is meant.
  const feel = ({ target }) => {
    if (model.get("hand") || !el.closest(".nn-explorer")?.contains(target)) return;
    model.set({ hand: true });
    model.save_changes();
  };
  for (const touch of HAND) addEventListener(touch, feel, true);

  return {
    stage,
    time,
    numbers,
    repaint,
    addButton(label, action) {
      const button = html("button", { type: "button", class: "nn-button" }, label);
      button.addEventListener("click", action);
      actions.append(button);
      return button;
    },
    close() {
      model.off(events, changed);
      dark.disconnect();
      for (const touch of HAND) removeEventListener(touch, feel, true);
      cancelAnimationFrame(pending);
      clearTimeout(speaking);
    },
  };
}

function codePanel(code) {
  const source = html("code");
  const copy = html("button", { type: "button", class: "nn-button" }, "Copy");
  const panel = html(
    "details",
    { class: "nn-code" },
    html("summary", {}, "As code"),
    html("p", {}, "This Python prints the numbers that you see. Paste it into a cell of the notebook."),
    html("pre", { tabindex: 0, role: "region", "aria-label": "The state above as Python code" }, source),
    copy,
  );
  const refresh = () => {
    if (panel.open) source.textContent = code();
  };
  panel.addEventListener("toggle", refresh);
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
      copy.textContent = "Copied";
    } catch {
      // No clipboard, for example in a page without https: select the text instead.
      getSelection().selectAllChildren(source);
      copy.textContent = "Selected: press Ctrl+C";
    }
    setTimeout(() => (copy.textContent = "Copy"), 2000);
  });
  return { panel, refresh };
}

// Canvases hold painted colors, so they are painted again when the page turns dark or light.
function onThemeChange(action) {
  const observer = new MutationObserver(action);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributeFilter: ["data-theme", "data-jp-theme-light", "class"] });
  }
  return observer;
}
