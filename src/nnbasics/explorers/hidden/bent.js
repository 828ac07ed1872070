// The plane after a hidden layer: two hidden neurons are the axes, the examples lie where the layer puts them, and
// the grid of the input plane lies bent among them.
//
//   const bent = createBentPlane({ lines, range, onPair });   bent.update({ network, pair: [0, 1], carried: 1, … })
//   returns in words what the layer does there
//
// `carried`, from 0 to 1, says how far the layer has taken it: from the plane of the inputs, along with the boundary
// there, through what carried.js says, to this.
// With two hidden neurons this is all that the output neuron sees, and its cut is a straight line.  With more it is
// the shadow of a space of more dimensions: the cut is flat there, and what is drawn is the shadow of the
// boundary of the input plane.  With one, the plane is folded onto a line.

import { html, svg } from "../../web/draw/elements.js";
import { GRID, zeroContour } from "../../web/draw/grid.js";
import { createPlane } from "../../web/draw/plane.js";
import { carriedBy } from "./carried.js";
import { unitName } from "./names.js";
import { createPhase } from "./phase.js";
import { windowFor } from "./window.js";

const INPUTS = ["x₁", "x₂"];
const CAPTIONS = {
  1: "One hidden neuron folds the plane onto a line. The cut is one point of it, drawn upright.",
  linear:
    "This is what the output neuron sees: the same examples, the same grid, tilted and stretched, not bent. Its cut is straight.",
  2: "This is what the output neuron sees: the same examples, the same grid, bent. Its cut is straight.",
};

export function createBentPlane({ lines, range, onPair }) {
  const title = html("p", { class: "nn-panel-title" });
  const menus = Object.fromEntries(["across", "up"].map((axis) => [axis, createMenu(axis, onPair)]));
  const choice = html("p", { class: "nn-pair" }, menus.across.element, menus.up.element);
  const paper = html("div");
  const caption = html("p", { class: "nn-panel-caption" });
  const phase = createPhase();
  let made = {};

  return {
    element: html("div", {}, title, paper, phase.element, choice, caption),
    update({ network, pair, examples, one, field, grid, labels, wrong, carried, held }) {
      const units = network.sizes[1];
      const at = carriedBy(network, pair, carried);
      const place = (trace) => [at(trace, 0), at(trace, 1)];
      if (made.key !== String([pair, units]) || made.labels !== labels) {
        made = { key: String([pair, units]), labels, ...createPlaneFor(range, pair, labels, lines) };
        paper.replaceChildren(made.plane.element);
      }
      show(windowFor({ network, grid, pair, carried, held }), namesOf(pair, carried));
      made.bentLines.update(...place(grid));
      const isCut = carried === 1 && units < 3; // straight, and the shade of both its sides
      made.shadow.setAttribute(
        "d",
        isCut ? "" : shadowPath(field.preactivations[1], place(field), made.plane.axes),
      );
      const [across, up] = place(examples);
      const cross = place(one).map((value) => value(0));
      made.plane.update({
        preactivations: isCut ? preactivationsOf(network, pair, made.plane.grid, made.sums) : undefined,
        points: labels.map((_, i) => [across(i), up(i)]),
        wrong,
        mark: cross,
      });
      choice.hidden = units < 3;
      menus.across.update(units, pair[0]);
      menus.up.update(units, pair[1]);
      title.textContent =
        carried === 1 ? "The same after the hidden layer" : "The same on its way through the layer";
      caption.textContent = captionFor(network, carried);
      return phase.update(network.hidden[0], cross, carried);
    },
  };

  function show(range, names) {
    if (made.shown === String([range, names])) return;
    made.shown = String([range, names]);
    made.plane.change({ x: range, y: range, xName: names[0], yName: names[1] });
  }
}

function captionFor({ sizes: [, units], hidden: [activation] }, carried) {
  if (carried < 1)
    return "The same examples and the same grid, and the boundary of the plane of the inputs, as far as the layer has carried them.";
  return (
    (units === 2 && CAPTIONS[activation]) ||
    CAPTIONS[units] ||
    `A shadow: the output neuron sees ${units} numbers of each example, and you see two. In all ${units} its cut is flat; the heavy line is the shadow of the boundary.`
  );
}

function namesOf(pair, carried) {
  return INPUTS.map((input, axis) => {
    const unit = pair[axis] === undefined ? "" : unitName(pair[axis]);
    if (carried === 1) return unit;
    return carried === 0 ? input : `${input} → ${unit || 0}`;
  });
}

function createPlaneFor(range, [across, up], labels, lines) {
  const plane = createPlane({
    x: range,
    y: range,
    points: labels.map(() => [0, 0]),
    labels,
    description: `The examples after the hidden layer, by ${unitName(across)} and ${up === undefined ? "nothing else" : unitName(up)}`,
  });
  const bentLines = lines.drawOn(plane.ground, plane.axes);
  const shadow = svg("path", { class: "nn-boundary" });
  plane.ground.append(shadow);
  return { plane, bentLines, shadow, sums: new Float64Array(plane.gridPoints) };
}

// The output neuron's sum over the plane of two hidden neurons (or one).
function preactivationsOf(network, [across, up], grid, sums) {
  const weights = network.weights[1];
  const [a, b] = [weights[across], up === undefined ? 0 : weights[up]];
  for (let i = 0; i < sums.length; i += 1)
    sums[i] = a * grid[2 * i] + b * grid[2 * i + 1] + network.biases[1][0];
  return sums;
}

// The boundary of the input plane, carried along.  Between two points of the grid the way is taken to run straight.
function shadowPath(preactivations, places, axes) {
  const value = (column, row, at) => {
    const [left, low] = [Math.min(GRID - 2, Math.floor(column)), Math.min(GRID - 2, Math.floor(row))];
    const [s, t] = [column - left, row - low];
    const corner = (i, j) => at((low + j) * GRID + left + i);
    return (
      (1 - t) * ((1 - s) * corner(0, 0) + s * corner(1, 0)) + t * ((1 - s) * corner(0, 1) + s * corner(1, 1))
    );
  };
  const place = (column, row) =>
    `${axes.toX(value(column, row, places[0])).toFixed(1)} ${axes.toY(value(column, row, places[1])).toFixed(1)}`;
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
