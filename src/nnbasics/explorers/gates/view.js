// Explorer of chapter 2: AND, OR and XOR of two inputs, by one neuron or by two neurons and an output neuron.

import { html, svg } from "../../web/draw/elements.js";
import { createNetworkDrawing } from "../../web/draw/network.js";
import { createNeuronDrawing } from "../../web/draw/neuron.js";
import { bracketed, formatFixed, formatNumber } from "../../web/draw/numbers.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { createPlane } from "../../web/draw/plane.js";
import { createNetwork, createTrace, forward, lossOf } from "../../web/engine/network.js";
import { createFrame } from "../../web/shell/frame.js";
import { createGoal } from "../../web/shell/goal.js";
import { gatesCode } from "./code.js";
import { createHiddenLines } from "./hidden_lines.js";
import { createTruthTable } from "./truth_table.js";

const ROWS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const X = Float64Array.from(ROWS.flat());
const RANGE = [-0.45, 1.45];

function render({ model, el }) {
  const names = model.get("names"); // the traits in the order of Network.parameters
  const goals = model.get("goals");
  const single = names.length === 3;
  const network = createNetwork(single ? [2, 1] : [2, 2, 1], { hidden: "sigmoid", output: "sigmoid" });
  const corners = createTrace(network, ROWS.length);
  const goalNow = () => goals[model.get("goal")];
  const contradiction = () => single && goalNow().parity;

  const frame = createFrame(model, el, {
    name: single ? "gates" : "gates-2",
    traits: [...names, "row", "goal"],
    keep: ["goal"],
    paint,
    code: () => gatesCode(network, goalNow().wanted, contradiction()),
  });
  const choose = (row) => {
    model.set({ row });
    model.save_changes();
  };
  const drawing = single
    ? createNeuronDrawing({ inputs: ["x₁", "x₂"], weights: ["w₁", "w₂"] })
    : createNetworkDrawing({
        sizes: [2, 2, 1],
        inputs: ["x₁", "x₂"],
        hidden: [["h₁", "h₂"]],
        outputs: ["y"],
        width: 400,
        height: 270,
        spacing: 124,
        parameters: [
          { weights: [], biases: ["b₁", "b₂"] },
          { weights: ["v₁", "v₂"], biases: ["c"] },
        ],
      });
  const table = createTruthTable({ rows: ROWS, hidden: single ? [] : ["h₁", "h₂"], onChoose: choose });
  const goal = createGoal();
  const sums = single ? createSums() : undefined;
  const place = html("div", { class: "nn-panel nn-main nn-beside nn-corners" });
  frame.stage.append(html("div", { class: "nn-panel" }, drawing.element), place, goal.element);
  frame.numbers.append(
    html("div", { class: "nn-truth-panel" }, table.element),
    ...(single ? [sums.element] : []),
  );
  const show = numbersOf(frame.numbers);

  const planes = goals.map(() => undefined); // the shape of a point says what is wanted: a plane for each goal
  function planeOf(index) {
    planes[index] ??= createCorners(goals[index], single, choose, network);
    if (place.firstChild !== planes[index].element) place.replaceChildren(planes[index].element);
    return planes[index];
  }

  const most = goals.map(() => 0);
  function paint() {
    const index = model.get("goal"),
      row = model.get("row");
    const { name, wanted } = goalNow();
    network.parameters.set(names.map((trait) => model.get(trait)));
    forward(network, X, ROWS.length, corners);
    const z = corners.preactivations.at(-1),
      y = corners.activations.at(-1),
      h = single ? [] : corners.activations[1];
    const sure = wanted.map((want, i) => (want ? y[i] : 1 - y[i]));
    const right = sure.map((share) => share > 0.5);
    const count = right.filter((is) => is).length;
    most[index] = Math.max(most[index], count);
    const least = Math.min(...sure);
    const loss = lossOf(network, corners, Float64Array.from(wanted), ROWS.length);

    planeOf(index).update({ wrong: right.map((is) => !is), mark: ROWS[row], y });
    const { weights, biases } = network;
    const inputs = ROWS[row],
      ofHidden = Array.from(h.slice(2 * row, 2 * row + 2));
    if (single)
      drawing.update({ inputs, weights: [...weights[0]], bias: biases[0][0], z: z[row], output: y[row] });
    else drawing.update({ weights, biases, activations: [inputs, ofHidden, [y[row]]] });
    table.update({ z, y, h, wanted, right, chosen: row });

    const reached = count === ROWS.length;
    const missing = ROWS.filter((_, i) => !right[i])
      .map((inputs) => `(${inputs.join(", ")})`)
      .join(" and ");
    const verdict = reached
      ? `all four are right; the least sure gives its answer the probability ${formatFixed(least, 3)}.`
      : `${count} of 4 are right; ${missing} ${count === 3 ? "is" : "are"} not.`;
    goal.update({ name, reached, text: verdict });
    const values = contradiction() ? [z[0] + z[3], z[1] + z[2]] : [NaN, NaN];
    sums?.update({ z, values, shown: contradiction() });

    const lines = formulas(network, inputs, ofHidden, z[row], y[row]);
    show.formulas.replaceChildren(...lines.map((line) => html("p", {}, line)));
    showNumber(show.right, count, `${count} of 4`);
    showNumber(show.most, most[index], `${most[index]} of 4`);
    showNumber(show.sure, least, formatFixed(least, 3));
    showNumber(show.loss, loss, formatNumber(loss));
    return `${reached ? "Reached" : "Not yet"}: ${name}; ${verdict}`;
  }

  return () => frame.close();
}

// The plane with the four corners, what the network says at each, and the lines of the hidden neurons.
function createCorners({ name, wanted }, single, choose, network) {
  const plane = createPlane({
    x: RANGE,
    y: RANGE,
    xName: "x₁",
    yName: "x₂",
    points: ROWS,
    labels: wanted,
    classes: ["wanted: no", "wanted: yes"],
    description: `The four pairs of inputs in the plane of x₁ and x₂, and where the network says yes. ${name}`,
    onPick: (x1, x2) => choose(2 * (x1 > 0.5) + (x2 > 0.5)),
  });
  const lines = single ? undefined : createHiddenLines(plane, ["h₁", "h₂"]);
  const field = createTrace(network, plane.gridPoints);
  const texts = ROWS.map(([x1, x2]) =>
    svg("text", {
      x: plane.axes.toX(x1) + 14,
      y: plane.axes.toY(x2) - 11,
      class: "nn-halo nn-said",
    }),
  );
  plane.ground.append(...texts);
  return {
    element: plane.element,
    update({ wrong, mark, y }) {
      forward(network, plane.grid, plane.gridPoints, field);
      plane.update({ preactivations: field.preactivations.at(-1), wrong, mark });
      lines?.update(field.preactivations[0]);
      texts.forEach((text, i) => (text.textContent = formatFixed(y[i], 2)));
    },
  };
}

// Why no single neuron says XOR: two sums that are the same whatever the weights.
function createSums() {
  const line = (name) => ({ terms: html("span"), sum: createOutput(name) });
  const wish = (words) => html("span", { class: "nn-wish" }, ` XOR wants ${words}`);
  const [same, different] = [line("z-00+z-11"), line("z-01+z-10")];
  const element = html(
    "details",
    { class: "nn-sums" }, // closed: who has tried wants to know
    html("summary", {}, "Why it will not come. Open it when you have tried."),
    html("p", {}, "Add z over opposite corners:"),
    html("p", {}, "z(0, 0) + z(1, 1) = b + (w₁ + w₂ + b) = ", same.terms, same.sum, wish("both below 0")),
    html(
      "p",
      {},
      "z(0, 1) + z(1, 0) = (w₂ + b) + (w₁ + b) = ",
      different.terms,
      different.sum,
      wish("both above 0"),
    ),
    html("p", {}, "Both sums are w₁ + w₂ + 2b. One number cannot be below 0 and above 0."),
  );
  return {
    element,
    update({ z, values, shown }) {
      element.hidden = !shown;
      [
        [same, 0, 3],
        [different, 1, 2],
      ].forEach(([{ terms, sum }, i, j], which) => {
        terms.textContent = `${formatNumber(z[i])} + ${bracketed(z[j])} = `;
        showNumber(sum, values[which], formatNumber(values[which]));
      });
    },
  };
}

function formulas({ weights, biases, sizes }, [x1, x2], h, z, y) {
  const written = (x) => (Number.isInteger(x) ? x : formatNumber(x));
  const product = (x, weight, i) => `${i ? bracketed(weight) : formatNumber(weight)} × ${written(x)}`;
  const sum = (inputs, ofInput, bias) =>
    [...inputs.map((x, i) => product(x, ofInput(i), i)), bracketed(bias)].join(" + ");
  const y1 = formatNumber(y);
  if (sizes.length === 2) {
    return [
      `z = w₁ × x₁ + w₂ × x₂ + b = ${sum([x1, x2], (i) => weights[0][i], biases[0][0])} = ${formatNumber(z)}`,
      `y = σ(z) = ${y1}`,
    ];
  }
  return [
    ...[0, 1].map(
      (unit) =>
        `h${"₁₂"[unit]} = σ(${sum([x1, x2], (i) => weights[0][2 * i + unit], biases[0][unit])}) = ${formatNumber(h[unit])}`,
    ),
    `y = σ(${sum(h, (i) => weights[1][i], biases[1][0])}) = σ(${formatNumber(z)}) = ${y1}`,
  ];
}

function numbersOf(place) {
  const show = {
    formulas: html("div", { class: "nn-formulas" }),
    right: createOutput("right"),
    most: createOutput("most", { "data-past": "" }),
    sure: createOutput("sure"),
    loss: createOutput("log-loss"),
  };
  place.append(
    show.formulas,
    html("p", { class: "nn-score" }, "right: ", show.right),
    html("p", { class: "nn-score" }, "most so far: ", show.most),
    html("p", { class: "nn-score" }, "least sure: ", show.sure),
    html("p", { class: "nn-score" }, "log-loss: ", show.loss),
  );
  return show;
}

export default { render };
