// The forward pass, played and stepped: the trait `reached`, counted in layers, goes from 0 to `last`.
//
// A step glides to the next layer and rests there; who prefers less motion sees it arrive at once.

import { listen } from "../../web/shell/listen.js";
import { createTransport } from "../../web/shell/transport.js";

const SPEEDS = [0.25, 0.5, 2]; // layers a second
const GLIDE = 0.6; // of the time of a step; the rest of it is rest

export function createPass(model, last) {
  let animation = 0,
    own = false;
  const transport = createTransport({
    unit: "layer",
    speeds: SPEEDS,
    speed: 0.5,
    at: () => Math.floor(model.get("reached")),
    begin: () => model.get("reached") < last || reach(0),
    step() {
      const from = model.get("reached");
      if (from >= last) return "the network has answered";
      glide(from, Math.floor(from) + 1);
    },
    show() {},
    rewind: () => reach(0),
  });
  const follow = () => {
    if (own) return transport.refresh();
    cancelAnimationFrame(animation); // a hand is on the slider
    transport.reset();
  };
  const stopListening = listen(model, { "change:reached": follow });
  return {
    element: transport.element,
    close() {
      cancelAnimationFrame(animation);
      stopListening();
      transport.close();
    },
  };

  function reach(reached) {
    own = true;
    model.set({ reached });
    own = false;
    model.save_changes();
  }

  function glide(from, to) {
    cancelAnimationFrame(animation);
    const begin = performance.now(),
      played = transport.running;
    const still = transport.speed === Infinity || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const duration = ((1000 * GLIDE) / transport.speed) * (to - from);
    const tick = () => {
      if (played && !transport.running) return; // paused on the way
      const share = still ? 1 : Math.min(1, (performance.now() - begin) / duration);
      reach(share === 1 ? to : Number((from + share * (to - from)).toFixed(3)));
      if (share < 1) animation = requestAnimationFrame(tick);
    };
    animation = requestAnimationFrame(tick);
  }
}
