// Explorer of chapter 2: AND, OR and XOR of two inputs, by one neuron or by two neurons and an output neuron.

import { html } from "../../web/draw/elements.js";
import { createNetworkDrawing } from "../../web/draw/network.js";
import { createNeuronDrawing } from "../../web/draw/neuron.js";
import { formatFixed, formatNumber } from "../../web/draw/numbers.js";
import { showNumber } from "../../web/draw/output.js";
import { createNetwork, createTrace, forward, lossOf } from "../../web/engine/network.js";
import { createFrame } from "../../web/shell/frame.js";
import { createGoal } from "../../web/shell/goal.js";
import { gatesCode } from "./code.js";
import { createTruthTable } from "./truth_table.js";
import { createCorners, ROWS } from "./corners.js";
import { createSums } from "./sums.js";
import { formulas, numbersOf } from "./numbers.js";

const X = Float64Array.from(ROWS.flat());

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
  const onScrub = (place, value) => frame.set({ [names[place]]: value });
  const drawing = single
    ? createNeuronDrawing({ inputs: ["x₁", "x₂"], weights: ["w₁", "w₂"], onScrub })
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
        onScrub,
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

export default { render };
