// The four drawings of chapter 3's explorer: the network, its neurons' maps, the plane before and after the layer.
//
//   const panels = createHiddenPanels(stage, { range, classes, onPick, onScrub, onExample, onPair })
//   const plane = panels.fit(network, dataset)     makes anew what another network or other examples need
//   panels.update({ network, picked, pair, examples, one, field, grid, x, wrong, carried, held })
//
// panels.lines are the lines of the grid.

import { html } from "../../web/draw/elements.js";
import { readPalette } from "../../web/draw/encoding.js";
import { LOOK } from "../../web/draw/look.js";
import { createNetworkDrawing } from "../../web/draw/network.js";
import { formatFixed } from "../../web/draw/numbers.js";
import { createPlane } from "../../web/draw/plane.js";
import { createBentPlane } from "./bent.js";
import { createGridLines } from "./grid_lines.js";
import { parameterInWords, unitName } from "./names.js";
import { createUnitMap } from "./thumbnail.js";

const MANY = 5; // hidden neurons that a low drawing has room for
const FEW = 4; // with room for a number below each

export function createHiddenPanels(stage, { range, classes, onPick, onScrub, onExample, onPair }) {
  const lines = createGridLines({ x: range, y: range });
  const bent = createBentPlane({ lines, range, onPair });
  const [forNetwork, forMaps, forPlane, forBent] = ["network", "maps", "plane", "bent"].map((name) =>
    html("div", { class: `nn-panel nn-panel-${name}` }),
  );
  forPlane.classList.add("nn-main");
  forBent.classList.add("nn-main", "nn-still"); // a slider of its own follows it
  forBent.append(bent.element);
  stage.classList.add("nn-holds-bent");
  stage.append(forNetwork, forMaps, forPlane, forBent);
  let now = {};

  function fit(network, dataset) {
    if (now.network !== network) {
      const units = Array.from({ length: network.sizes[1] }, (_, unit) => unitName(unit));
      const drawing = createNetworkDrawing({
        sizes: network.sizes,
        inputs: ["x₁", "x₂"],
        hidden: [units],
        outputs: ["output"],
        height: units.length > MANY ? 310 : 220,
        radius: LOOK.radii.neuron, // on a phone numbers stand below
        onPick,
        onScrub,
        nameOf: (what) => (what.kind === "neuron" && what.layer === 0 ? undefined : parameterInWords(what)),
      });
      const maps = units.map(createUnitMap);
      forNetwork.classList.toggle("nn-many", units.length > FEW);
      forNetwork.replaceChildren(title("The network: pick an edge or a neuron"), drawing.element);
      forMaps.replaceChildren(
        title("What each hidden neuron says"),
        html(
          "div",
          { class: units.length > FEW ? "nn-thumbnails nn-many" : "nn-thumbnails" },
          ...maps.map((map) => map.element),
        ),
        html(
          "p",
          { class: "nn-panel-caption" },
          "Blue yes, orange no, for every point of the plane. × is the weight with which the output neuron hears it.",
        ),
      );
      now = { ...now, network, drawing, maps };
    }
    if (now.dataset !== dataset) {
      const { points, labels, name } = dataset;
      const plane = createPlane({
        x: range,
        y: range,
        xName: "x₁",
        yName: "x₂",
        points,
        labels,
        classes,
        onPick: onExample,
        description: `The ${labels.length} examples of ${name} in the plane of the inputs, with the boundary of the network`,
      });
      lines.drawOn(plane.ground, plane.axes).update(
        (i) => lines.inputs[2 * i],
        (i) => lines.inputs[2 * i + 1],
      );
      forPlane.replaceChildren(title("The plane of the inputs"), plane.element);
      now = { ...now, dataset, plane };
    }
    return now.plane;
  }

  // field, grid, examples, one: traces at the points of the plane, of the lines, of the examples, of the one at x.
  function update({ network, picked, pair, examples, one, field, grid, x, wrong, carried, held }) {
    const { drawing, maps, plane, dataset } = now;
    drawing.update({ weights: network.weights, biases: network.biases, activations: one.activations });
    drawing.pick(picked);
    plane.update({ preactivations: field.preactivations[1], wrong, mark: x });
    const palette = readPalette(stage);
    const values = field.activations[1];
    const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    maps.forEach((map, unit) =>
      map.update({
        values,
        stride: maps.length,
        offset: unit,
        scale,
        palette,
        text: ` × ${bracketed(network.weights[1][unit])}`,
      }),
    );
    return bent.update({
      network,
      pair,
      examples,
      one,
      field,
      grid,
      labels: dataset.labels,
      wrong,
      carried,
      held,
    });
  }

  return { lines, fit, update };
}

function title(text) {
  return html("p", { class: "nn-panel-title" }, text);
}

function bracketed(weight) {
  const text = formatFixed(weight, 1);
  return text.startsWith("−") ? `(${text})` : text;
}
