// Explorer of chapter 6: what each training digit wants of each weight, what they want together, and what a
// step in that direction does to every one of them.

import { nameOfParameter } from "../../web/digits/names.js";
import { wantedOutputs } from "../../web/digits/recipe.js";
import { html } from "../../web/draw/elements.js";
import { readPalette } from "../../web/draw/encoding.js";
import { createFrame } from "../../web/shell/frame.js";
import { pickAt, indexOfParameter } from "../../web/shell/parameters.js";
import { createBatchPlot } from "./batch_plot.js";
import { pythonCode } from "./code.js";
import { createNumbers } from "./numbers.js";
import { agreement, ask, createOpinions, summarize, tryStep } from "./opinions.js";
import { createPull } from "./pull.js";
import { rowsOf, scalesOf } from "./rows.js";
import { createSource } from "./source.js";
import { createTable } from "./table.js";
import { columnsOf, ordered, PICTURES } from "./views.js";

const TRAITS = ["moment", "order", "columns", "row", "picked", "rate", "says", "labels"];
const ASKS =
  "A dot for each of 200 batches of training digits: how far does its gradient point away from that of all?";

function render({ model, el }) {
  const recipe = model.get("recipe"),
    { sizes } = recipe;
  const count = model.get("labels").length,
    epochs = model.get("epochs"),
    batchSizes = model.get("batch_sizes");
  let opinions, asked, hovered, X;
  const source = createSource({ model, el, recipe, changed: () => frame.repaint() });
  const frame = createFrame(model, el, { name: "ledger", traits: TRAITS, paint, code });
  const { set } = frame;
  const table = createTable({
    sizes,
    count,
    onRow: (row) => set({ row }),
    onCell: (row, picked) => set({ row, picked }),
    onHover: hover,
  });
  const pull = createPull({
    sizes,
    onPick: pickPart,
    onSays: (says) => replace("says", says),
    onLabel: (label) => replace("labels", label),
  });
  const plot = createBatchPlot({ sizes: batchSizes, everyone: model.get("kinds_count") });
  const numbers = createNumbers(batchSizes);
  frame.stage.append(source.element, table.element);
  frame.numbers.append(
    pull.element,
    html(
      "div",
      { class: "nn-panel" },
      html("p", { class: "nn-caption" }, ASKS),
      plot.element,
      numbers.batches,
    ),
    numbers.element,
  );
  // The digit of the chosen row, and none of the others.
  function replace(trait, value) {
    set({ [trait]: model.get(trait).map((old, i) => (i === model.get("row") ? value : old)) });
  }
  function hover(row, place) {
    hovered = row === undefined ? undefined : { row, place };
    if (source.network) frame.repaint();
  }
  // A pixel has no neuron of its own: its weight into the neuron that is shown, if that sees pixels.
  function pickPart(what) {
    const { network } = source;
    if (!network) return;
    const { layer, index } = columnsOf(network, model.get("picked")).neuron;
    const edge = { kind: "edge", layer: 0, from: what.index, to: layer === 1 ? index : 0 };
    set({ picked: indexOfParameter(network, what.layer > 0 ? what : edge) });
  }

  // What the digits say of this network, asked again only if it, or what they are said to be, is another.
  function listen() {
    const { network, examples } = source,
      labels = model.get("labels"),
      says = model.get("says");
    X ??= examples.X.subarray(0, count * sizes[0]);
    opinions ??= createOpinions(network, count);
    const Y = wantedOutputs(labels),
      state = `${model.get("moment")} ${labels}`;
    if (state !== asked) ask(opinions, network, X, Y);
    asked = state;
    const voices = summarize(opinions, says);
    tryStep(opinions, network, X, Y, model.get("rate"));
    return { voices, agreement: agreement(opinions, says) };
  }

  function paint() {
    source.want(epochs[model.get("moment")]);
    if (!source.network) return source.words;
    const { network, examples } = source,
      together = listen(),
      palette = readPalette(el);
    const labels = model.get("labels"),
      says = model.get("says"),
      row = model.get("row"),
      place = model.get("picked");
    const rows = rowsOf({ opinions, examples, labels, says, voices: together.voices, asked });
    const columns = columnsOf(network, place),
      inNumbers = model.get("columns") !== PICTURES;
    table.columns(inNumbers ? columns : undefined);
    table.update({
      rows,
      order: ordered(model.get("order"), rows.slice(0, count)),
      chosen: row,
      place,
      palette,
      ...scalesOf(rows, inNumbers ? columns.places : []),
    });
    pull.update({
      network,
      wishes: rows[row].wishes,
      activations: row < count ? opinions.activations[row] : meanActivations(),
      neuron: columns.neuron,
      row,
      said: row < count ? rows[row] : undefined,
    });
    plot.update(source.angles, source.medians);
    numbers.update({ ...together, rows, cell: cellOf(rows), medians: source.medians });
    return numbers.sentence({ ...together, rows, row });
  }

  function meanActivations() {
    const mean = (values) => values.reduce((sum, value) => sum + value, 0) / count;
    const of = (layer, i) => mean(opinions.activations.map((activations) => activations[layer][i]));
    return sizes.map((size, layer) => Float64Array.from({ length: size }, (_, i) => of(layer, i)));
  }

  function cell() {
    return hovered ?? { row: model.get("row"), place: model.get("picked") };
  }

  // The cell with its name, its number, and the two whose product it is; of the average there are none.
  function cellOf(rows) {
    const { row, place } = cell(),
      what = pickAt(source.network, place);
    const described = { row, name: nameOfParameter(what, sizes.length - 1), wish: rows[row].wishes[place] };
    if (row >= count) return described;
    const isBias = what.kind === "neuron";
    const [layer, to] = isBias ? [what.layer - 1, what.index] : [what.layer, what.to];
    const activation = isBias ? 1 : opinions.activations[row][layer][what.from];
    return { ...described, delta: opinions.deltas[row][layer][to], activation };
  }

  function code() {
    const inNumbers = model.get("columns") !== PICTURES && source.network;
    const columns = inNumbers ? columnsOf(source.network, model.get("picked")).places : undefined;
    return pythonCode({ recipe, model, epochs, cell: cell(), columns, measured: Boolean(source.medians) });
  }

  return () => {
    source.close();
    frame.close();
  };
}

export default { render };
