// The frame of an explorer: a stage for the drawings, its numbers, its buttons, its state as code.
//
//   const frame = createFrame(model, el, { name, traits, keep, paint, code, restored })
//   frame.stage, frame.time (for a transport), frame.numbers: places to fill
//   frame.set(traits): what the view itself changes of the state
//
// `paint` draws the present state and returns it in one sentence.  However many traits change at once, it
// runs once before the next frame of the screen.  `code` returns Python that prints the same numbers.
// Traits are kept without noise: a view that sets one that follows from others does the same (numbers.js).
// Reset, Undo and "Link to this state" are the frame's, over `traits`; a reset leaves those of `keep` (the question
// that is asked) as they are.  restored(), optional, is called when the frame has put other traits in place.

import { html } from "../draw/elements.js";
import { LOOK } from "../draw/look.js";
import { withoutNoise } from "../draw/numbers.js";
import { onThemeChange } from "../draw/theme.js";
import { addressOf, hasAddress, placeOnPage, stateAt } from "./address.js";
import { createCodePanel } from "./code_panel.js";
import { createHistory, readTraits } from "./history.js";
import { arrange } from "./stage.js";
import { listen } from "./listen.js";

export function createFrame(model, el, { name, traits, keep = [], paint, code, restored }) {
  el.classList.add("nn-view");
  el.dataset.explorer = name;
  const stage = html("div", { class: "nn-stage" });
  const time = html("div", { class: "nn-time" });
  const numbers = html("div", { class: "nn-numbers" });
  const undo = button("Undo", () => history.undo());
  undo.title = "Takes back the last change (Ctrl+Z)";
  const link = button("Link to this state", giveLink);
  const own = html("div", { class: "nn-actions nn-own" }); // near the sliders, as they change the picture, too
  const actions = html("div", { class: "nn-actions" }, button("Reset", reset), undo, link);
  const notice = html("div", { class: "nn-notice-line", role: "status" });
  const broken = html("p", { class: "nn-notice", role: "note" });
  const spoken = html("p", { class: "nn-spoken", role: "status" });
  const { panel, refresh } = createCodePanel(code);
  const bench = html("div", { class: "nn-bench" }, stage, own, time); // the sliders come to it, too
  el.append(bench, numbers, html("div", { class: "nn-tail" }, actions, notice, panel), spoken);

  const inside = (target) => el.closest(".nn-explorer")?.contains(target);
  const history = createHistory({
    read: () => readTraits(model, traits),
    write: put,
    isBusy: () => el.querySelector(".nn-transport[data-running]") !== null,
    counts: () => model.get("hand"),
    onChange: (can) => (undo.ariaDisabled = String(!can)),
    inside,
  });

  let pending = 0;
  let speaking = 0;
  let said;
  const repaint = () => {
    pending ||= requestAnimationFrame(() => {
      pending = 0;
      const sentence = painted();
      said ??= sentence; // what the page opens with, and a change of theme, are not worth an interruption
      clearTimeout(speaking);
      speaking = setTimeout(() => {
        if (sentence !== said) spoken.textContent = said = sentence;
      }, LOOK.durations.speak); // at rest: a screen reader hears the result and not the way to it
    });
  };
  const changed = () => {
    const meant = Object.fromEntries(traits.map((trait) => [trait, withoutNoise(model.get(trait))]));
    if (traits.some((trait) => meant[trait] !== model.get(trait))) set(meant);
    history.note();
    repaint();
  };
  const events = traits.map((trait) => `change:${trait}`).join(" ");
  const stopListening = listen(model, { [events]: changed });
  // A question beside the explorer sets it to show its answer (book/_static/questions.js).
  el.addEventListener("nn-set", ({ detail }) => write(detail));
  const unwatch = onThemeChange(repaint); // canvases hold painted colors
  changed();
  // Sliders write what they show as soon as it moves; before a hand moves it, nothing of it is meant.
  const feel = ({ target }) => {
    if (model.get("hand") || !inside(target)) return;
    set({ hand: true });
  };
  for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, feel, true);
  addEventListener("hashchange", follow);

  return {
    stage,
    time,
    numbers,
    repaint,
    set,
    addButton(label, action) {
      const added = button(label, action);
      own.append(added);
      return added;
    },
    close() {
      stopListening();
      unwatch();
      history.close();
      for (const touch of ["pointerdown", "keydown"]) removeEventListener(touch, feel, true);
      removeEventListener("hashchange", follow);
      cancelAnimationFrame(pending);
      clearTimeout(speaking);
    },
  };

  // What cannot be painted says so in its place, and the next state is tried anew.
  function painted() {
    let problem = "";
    let sentence;
    try {
      sentence = history.begun ? paint() : open();
      refresh();
    } catch (error) {
      console.error(error);
      sentence = problem = `This state cannot be shown: ${error.message}`;
    }
    stage.hidden = numbers.hidden = problem !== "";
    if (problem) stage.before(broken);
    else broken.remove();
    broken.textContent = problem;
    return sentence;
  }

  // The first paint: what the view has made of its traits by now is the state of the page, unless the address has one.
  function open() {
    arrange(el, stage);
    history.begin();
    link.hidden = placeOnPage(el) < 0;
    return follow() ?? paint();
  }

  function put(state) {
    for (const transport of el.querySelectorAll(".nn-transport"))
      transport.dispatchEvent(new Event("nn:restore"));
    write(state);
    restored?.();
    // A range that had grown is as it was, as far as the number there allows (book/_runtime/src/sliders.js).
    for (const slider of el.closest(".nn-explorer")?.querySelectorAll(".widget-slider") ?? [])
      slider.dispatchEvent(new Event("nn:restored"));
  }

  // Twice, because one trait may undo another: another digit empties an order, what is picked brings its own number.
  function write(state) {
    model.set(state);
    set(state);
  }

  function set(state) {
    model.set(state);
    model.save_changes();
  }

  function reset() {
    const kept = readTraits(model, keep);
    notice.textContent = "";
    history.go({ ...history.first, ...kept });
  }

  function giveLink() {
    history.rest();
    const address = addressOf(name, placeOnPage(el), readTraits(model, traits), history.first);
    globalThis.history.replaceState(null, "", address);
    link.style.minWidth = `${link.offsetWidth}px`; // fewer words, no less room
    const say = (words) => {
      link.textContent = words;
      setTimeout(() => (link.textContent = "Link to this state"), LOOK.durations.said);
    };
    navigator.clipboard?.writeText(location.href).then(
      () => say("Link copied"),
      () => say("In the address bar"),
    ) ?? say("In the address bar");
  }

  // Brings back the state that the address names, if it is one of this explorer.
  function follow() {
    if (!hasAddress(placeOnPage(el))) return undefined;
    let sentence;
    try {
      history.go(stateAt(name, history.first));
      sentence = paint(); // what cannot be painted is no state of this explorer
      notice.textContent = "";
    } catch {
      history.go(history.first);
      notice.textContent =
        "The address names a state that this explorer does not have, so it shows its first one.";
    }
    requestAnimationFrame(() => (el.closest(".nn-explorer") ?? el).scrollIntoView({ block: "start" }));
    return sentence;
  }
}

function button(label, action) {
  const element = html("button", { type: "button", class: "nn-button" }, label);
  element.addEventListener("click", action);
  return element;
}
