// Play, pause and step through a forward pass: moves the trait `reached`, counted in layers, from 0 to `last`.
//
//   const player = createPlayer(model, last)      player.element, the buttons; player.stop()
//
// Who prefers reduced motion sees the layers one by one, without what travels between them.

import { html } from "../draw/elements.js";

const LAYER = 1500; // ms from one layer to the next, and the rest there
const REST = 700;
const STEP = 700;

export function createPlayer(model, last) {
  let animation = 0, running = false;
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const play = button("Play", () => (running ? stop() : start()));
  const step = button("Step", () => {
    stop();
    const at = model.get("reached");
    if (at >= last) reach(0);
    else glide(at, Math.floor(at) + 1, STEP, stop);
  });

  function reach(reached) {
    model.set({ reached });
    model.save_changes();
  }
  function start() {
    running = true;
    play.textContent = "Pause";
    const from = model.get("reached") >= last ? 0 : model.get("reached");
    reach(from);
    next(from);
  }
  function next(from) {
    if (from >= last) return stop();
    wait(REST, () => glide(from, Math.floor(from) + 1, LAYER - REST, next));
  }
  function stop() {
    cancelAnimationFrame(animation);
    running = false;
    play.textContent = "Play";
  }

  function wait(duration, then) {
    const begin = performance.now();
    const tick = () => (performance.now() - begin < duration ? (animation = requestAnimationFrame(tick)) : then());
    tick();
  }
  function glide(from, to, duration, then) {
    const begin = performance.now();
    const tick = () => {
      const share = still() ? 1 : Math.min(1, (performance.now() - begin) / (duration * (to - from)));
      reach(share === 1 ? to : Number((from + share * (to - from)).toFixed(3)));
      if (share < 1) animation = requestAnimationFrame(tick);
      else then(to);
    };
    animation = requestAnimationFrame(tick);
  }
  return { element: html("div", { class: "nn-player" }, play, step), stop };
}

function button(label, action) {
  const element = html("button", { type: "button", class: "nn-button" }, label);
  element.addEventListener("click", action);
  return element;
}
