// The plane after a hidden layer: two hidden neurons are the axes, the examples lie where the layer puts them, and
// the grid of the input plane lies bent among them.
//
//   const bent = createBentPlane({ lines, onPair });   bent.update({ network, pair: [0, 1], … })
//
// With two hidden neurons this is all that the output neuron sees, and its cut is a straight line.  With more it is
// the shadow of a space of more dimensions: the cut is flat there, and what is drawn is the shadow of the
// boundary of the input plane.  With one, the plane is folded onto a line.

import { html, svg } from "../../web/draw/elements.js";
import { createPlane, GRID, zeroContour } from "../../web/draw/plane.js";
import { unitName } from "./names.js";

const FIXED_RANGES = { tanh: [-1.15, 1.15], sigmoid: [-0.1, 1.1] };
const CAPTIONS = {
  1: "One hidden neuron folds the plane onto a line. The cut is one point of it, drawn upright.",
  linear:
    "This is what the output neuron sees: the same examples, the same grid, tilted and stretched, not bent. Its cut is straight.",
  2: "This is what the output neuron sees: the same examples, the same grid, bent. Its cut is straight.",
};

export function createBentPlane({ lines, onPair }) {
  const title = html("p", { class: "nn-panel-title" }, "The same after the hidden layer");
  const menus = Object.fromEntries(["across", "up"].map((axis) => [axis, createMenu(axis, onPair)]));
  const choice = html("p", { class: "nn-pair" }, menus.across.element, menus.up.element);
  const paper = html("div");
  const caption = html("p", { class: "nn-panel-caption" });
  let made = {};

  return {
    element: html("div", {}, title, paper, choice, caption),
    update({ network, pair, examples, one, field, grid, labels, wrong }) {
      const units = network.sizes[1];
      const [across, up] = pair;
      const at = (trace) => (i) => trace.activations[1][i * units + across];
      const over = (trace) => (i) => (up === undefined ? 0 : trace.activations[1][i * units + up]);
      const range = rangeFor(network.hidden[0], grid, units, pair);
      const key = [range, pair, units].join();
      if (made.key !== key || made.labels !== labels) {
        made = { key, labels, ...createPlaneFor(range, pair, labels, lines) };
        paper.replaceChildren(made.plane.element);
      }
      made.bentLines.update(at(grid), over(grid));
      made.shadow.setAttribute(
        "d",
        units > 2
          ? shadowPath(field.preactivations[1], field.activations[1], units, pair, made.plane.axes)
          : "",
      );
      made.plane.update({
        preactivations: units > 2 ? undefined : preactivationsOf(network, pair, made.plane.grid, made.sums),
        points: labels.map((_, i) => [at(examples)(i), over(examples)(i)]),
        wrong,
        mark: [at(one)(0), over(one)(0)],
      });
      choice.hidden = units < 3;
      menus.across.update(units, across);
      menus.up.update(units, up);
      caption.textContent =
        (units === 2 && CAPTIONS[network.hidden[0]]) ||
        CAPTIONS[units] ||
        `A shadow: the output neuron sees ${units} numbers of each example, and you see two. In all ${units} its cut is flat; the heavy line is the shadow of the boundary.`;
    },
  };
}

function createPlaneFor(range, [across, up], labels, lines) {
  const plane = createPlane({
    x: range,
    y: range,
    xName: unitName(across),
    yName: up === undefined ? "" : unitName(up),
    points: labels.map(() => [0, 0]),
    labels,
    description: `The examples after the hidden layer, by ${unitName(across)} and ${up === undefined ? "nothing else" : unitName(up)}`,
  });
  const bentLines = lines.drawOn(plane.ground, plane.axes);
  const shadow = svg("path", { class: "nn-boundary" });
  plane.ground.append(shadow);
  return { plane, bentLines, shadow, sums: new Float64Array(plane.gridPoints) };
}

// Steps of 1, 2, 5, 10, … so that the axes do not tremble while a weight moves.
function rangeFor(activation, grid, units, pair) {
  if (FIXED_RANGES[activation]) return FIXED_RANGES[activation];
  let most = 1e-9,
    least = 0;
  for (let i = 0; i < grid.capacity; i += 1) {
    for (const unit of pair) {
      const value = grid.activations[1][i * units + unit];
      most = Math.max(most, Math.abs(value));
      least = Math.min(least, value);
    }
  }
  const power = 10 ** Math.floor(Math.log10(most));
  const end = power * [1, 2, 5, 10].find((step) => step * power >= most);
  return [least < 0 ? -end : -0.08 * end, end];
}

// The output neuron's sum over the plane of two hidden neurons (or one).
function preactivationsOf(network, [across, up], grid, sums) {
  const weights = network.weights[1];
  const [a, b] = [weights[across], up === undefined ? 0 : weights[up]];
  for (let i = 0; i < sums.length; i += 1)
    sums[i] = a * grid[2 * i] + b * grid[2 * i + 1] + network.biases[1][0];
  return sums;
}

// The boundary of the input plane, sent through the hidden layer.  Between two points of the grid the activations
// are taken to run straight.
function shadowPath(preactivations, activations, units, [across, up], axes) {
  const value = (column, row, unit) => {
    const [left, low] = [Math.min(GRID - 2, Math.floor(column)), Math.min(GRID - 2, Math.floor(row))];
    const [s, t] = [column - left, row - low];
    const corner = (i, j) => activations[((low + j) * GRID + left + i) * units + unit];
    return (
      (1 - t) * ((1 - s) * corner(0, 0) + s * corner(1, 0)) + t * ((1 - s) * corner(0, 1) + s * corner(1, 1))
    );
  };
  const place = (column, row) =>
    `${axes.toX(value(column, row, across)).toFixed(1)} ${axes.toY(value(column, row, up)).toFixed(1)}`;
  return zeroContour(preactivations)
    .map(([c0, r0, c1, r1]) => `M${place(c0, r0)}L${place(c1, r1)}`)
    .join("");
}

function createMenu(axis, onPair) {
  const select = html("select", { class: "nn-select" });
  select.addEventListener("change", () => onPair(axis, Number(select.value)));
  return {
    element: html("label", {}, `${axis} `, select),
    update(units, unit) {
      if (select.options.length !== units) {
        select.replaceChildren(
          ...Array.from({ length: units }, (_, i) => html("option", { value: i }, unitName(i))),
        );
      }
      select.value = unit;
    },
  };
}
