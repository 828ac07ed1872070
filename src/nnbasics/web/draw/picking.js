// Picking a neuron or an edge of a network drawing, by mouse, touch or keyboard.
//
// One stop for the tab key; the arrow keys go from neuron to neuron, and from edge to edge after the key e.
// Enter or the space bar picks.  onPick gets what is picked, and the event, which tells a key from a click; onFocus,
// if given, what the focus comes to.

import { svg } from "./elements.js";

// neurons, edges: layer by layer, what createNetworkDrawing has made of them.
export function makePickable(neurons, edges, { onPick, onFocus, nameOf }) {
  const circles = neurons.flatMap((layer, l) =>
    layer.map((neuron, index) => ({ element: neuron.group, what: { kind: "neuron", layer: l, index } })),
  );
  const strokes = edges.flatMap((layer, l) => {
    const fanOut = neurons[l + 1].length;
    return layer.map((edge, i) => ({
      element: widen(edge),
      what: { kind: "edge", layer: l, from: Math.floor(i / fanOut), to: i % fanOut },
    }));
  });
  const groups = [circles, strokes].map((group) => group.filter(({ what }) => nameOf(what)));
  groups.forEach((group, kind) =>
    group.forEach(({ element, what }, i) => {
      element.classList.add("nn-pickable");
      element.setAttribute("role", "button");
      element.setAttribute("aria-label", nameOf(what));
      element.setAttribute("aria-pressed", "false");
      element.setAttribute("tabindex", "-1");
      element.addEventListener("click", (event) => onPick(what, event));
      if (onFocus) element.addEventListener("focus", () => onFocus(what));
      element.addEventListener("keydown", (event) => {
        const move = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
        const others = groups[1 - kind];
        if (event.key === "Enter" || event.key === " ") onPick(what, event);
        else if (event.key.toLowerCase() === "e" && others.length) go(element, others[0]);
        else if (move) go(element, group[(i + move + group.length) % group.length]);
        else return;
        event.preventDefault();
      });
    }),
  );
  const first = groups[0].find(({ what }) => what.layer > 0) ?? groups[0][0];
  first.element.setAttribute("tabindex", "0");
}

// A finger is wider than most weights: the edge gets a broad grip, which also shows that it is picked.
function widen(edge) {
  const grip = svg("path", { d: edge.line.getAttribute("d"), class: "nn-grip" });
  edge.group = svg("g");
  edge.line.replaceWith(edge.group);
  edge.group.append(grip, edge.line);
  return edge.group;
}

function go(from, { element }) {
  from.setAttribute("tabindex", "-1");
  element.setAttribute("tabindex", "0");
  element.focus();
}

// Counted from 1, as people do.
export function countedName(what) {
  if (what.kind === "edge")
    return `weight from neuron ${what.from + 1} of layer ${what.layer} to neuron ${what.to + 1} of layer ${what.layer + 1}`;
  return what.layer === 0 ? `input ${what.index + 1}` : `neuron ${what.index + 1} of layer ${what.layer}`;
}
