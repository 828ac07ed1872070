// A loss for probabilities wants such, as the core does: from 0 to 1, and behind a softmax they add up to 1.

import { withoutNoise } from "../../web/draw/numbers.js";
import { listen } from "../../web/shell/listen.js";

// Returns a function that ends it.
export function keepWantedToLoss(model, frame) {
  const follow = (moved, other) => {
    const [, loss] = model.get("endings")[model.get("ending")];
    if (loss === "mse") return;
    const share = (name) => withoutNoise(Math.min(1, Math.max(0, model.get(name))));
    const wants = { [moved]: share(moved), [other]: share(other) };
    if (loss === "cce") wants[other] = withoutNoise(1 - wants[moved]);
    frame.set(wants);
  };
  // Once the slider that moved is done with its own change: until then its link takes no other number.
  const soon = (moved, other) => () => queueMicrotask(() => follow(moved, other));
  return listen(model, {
    "change:ending change:wanted1": soon("wanted1", "wanted2"),
    "change:wanted2": soon("wanted2", "wanted1"),
  });
}
