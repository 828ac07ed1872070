// The three menus, shape, activation and ending, and the network that they choose: each follows the other.

import { listen } from "../../web/shell/listen.js";

export function followMenus(model, held) {
  const shapes = model.get("shapes"),
    activations = model.get("activations");
  const softmax = () => model.get("endings")[model.get("ending")][0] === "softmax";

  const reshape = () => {
    if (softmax() && shapes[model.get("shape")].at(-1) === 1) model.set({ ending: 1 });
    const sizes = shapes[model.get("shape")],
      hidden = [activations[model.get("activation")]];
    if (String([sizes, hidden]) === String([held.network.sizes, held.network.hidden])) return;
    const same = String(sizes) === String(held.network.sizes);
    held.reshape([...sizes], hidden, (from, to) =>
      to.parameters.set(same ? from.parameters : model.get("starts")[model.get("shape")]),
    );
  };
  const choose = () => {
    model.set({
      shape: shapes.findIndex((shape) => String(shape) === String(model.get("sizes"))),
      activation: activations.indexOf(model.get("hidden")[0]),
    });
    model.save_changes();
  };
  // A softmax shares out among two outputs at least.
  const widen = () => {
    if (!softmax() || held.network.sizes.at(-1) > 1) return;
    model.set({ shape: shapes.length - 1 });
    model.save_changes();
  };
  return listen(model, {
    "change:ending": widen,
    "change:shape change:activation": reshape,
    "change:sizes change:hidden": choose,
  });
}
