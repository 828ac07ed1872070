// What the drawing of a network is made of: its edges; its neurons, each with a bead for its bias.

import { svg } from "./elements.js";
import { beadRadius } from "./encoding.js";
import { LOOK } from "./look.js";

const FINGER = 44;

// Row by row as the weights are: all edges from the first neuron, then from the second.
export function createEdges(group, starts, ends) {
  return starts.flatMap(([x1, y1]) =>
    ends.map(([x2, y2]) => {
      const line = svg("path", {
        d: `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}`,
        class: "nn-edge",
      });
      group.append(line);
      return { group: line, line, from: [x1, y1], to: [x2, y2] };
    }),
  );
}

export function createNeuron({ center: [x, y], radius, layer, square, room }) {
  const shape = square
    ? svg("rect", {
        x: x - radius,
        y: y - radius,
        width: 2 * radius,
        height: 2 * radius,
        class: "nn-node nn-cell",
      })
    : svg("circle", { cx: x, cy: y, r: radius, class: "nn-node" });
  const roomy = !square && radius >= LOOK.radii.roomy;
  const text = svg("text", {
    x,
    y: y + 4.5,
    "text-anchor": "middle",
    class: `nn-value nn-of-layer-${layer}`,
  });
  const group = svg("g", { class: "nn-neuron" }, shape, text);
  // A finger needs more than a small circle: all of its row.
  if (room && !square && !roomy)
    group.prepend(
      svg("rect", { x: x - FINGER / 2, y: y - room / 2, width: FINGER, height: room, class: "nn-grip-room" }),
    );
  const bead = layer > 0 && svg("circle", { cx: x, cy: y - radius, r: 0, class: "nn-bias" });
  if (bead) group.append(bead);
  return { group, shape, text, bead, radius, roomy };
}

export function setBead({ bead, radius }, bias, scale) {
  bead.setAttribute("r", beadRadius(bias, scale, radius).toFixed(2));
  bead.classList.toggle("nn-negative", bias < 0);
}
