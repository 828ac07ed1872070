// The two sliders hold the step that is chosen: its place and its height among those of all steps.

import { listen } from "../../web/shell/listen.js";

export function holdChosen(model, set) {
  const stopListening = listen(model, {
    "change:chosen change:units change:places change:heights": hold,
    "change:place change:height": write,
  });
  hold();

  function hold() {
    const chosen = Math.max(0, Math.min(model.get("chosen"), model.get("units") - 1));
    const name = String(chosen + 1).replace(/\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉"[digit]);
    set({
      chosen,
      place: model.get("places")[chosen],
      height: model.get("heights")[chosen],
      place_name: `place s${name}`,
      height_name: `height v${name}`,
    });
  }

  function write() {
    move(model.get("chosen"), model.get("place"), model.get("height"));
  }

  function move(k, place, height) {
    const [places, heights] = [model.get("places"), model.get("heights")];
    if (places[k] !== place || heights[k] !== height)
      set({ places: places.with(k, place), heights: heights.with(k, height) });
  }

  return {
    move,
    close: stopListening,
  };
}
