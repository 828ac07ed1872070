// Explorer of chapter 6: the slope is real.  The exact loss over one weight with its tangent and a finite difference,
// or over two weights with the gradient's arrow and the way down.

import { html } from "../../web/draw/elements.js";
import { readPalette } from "../../web/draw/encoding.js";
import { createLossMap } from "../../web/draw/loss_map.js";
import { createNetworkDrawing } from "../../web/draw/network.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { pickedName, neuronName } from "../../web/draw/parameter_names.js";
import { createTrace, forward } from "../../web/engine/network.js";
import { createFrame } from "../../web/shell/frame.js";
import { holdParameters, pickAt, indexOfParameter, TRAITS_OF_NETWORK } from "../../web/shell/parameters.js";
import { slopeCode } from "./code.js";
import { createSlopeNumbers } from "./numbers.js";
import { createSlopes } from "./slopes.js";
import { createTangentCurve } from "./tangent_curve.js";

const STEPS = 200; // of the way down

function render({ model, el }) {
  const reach = model.get("reach"),
    range = [-reach, reach];
  const [x, wanted] = [model.get("x"), model.get("wanted")];
  const sizes = model.get("sizes");
  const nameAt = (place) => pickedName(sizes, pickAt(held.network, place));
  const held = holdParameters(model, {
    output: model.get("output"),
    loss: model.get("loss"),
    nameOf: (what) => pickedName(sizes, what),
  });
  const frame = createFrame(model, el, {
    name: "slope",
    traits: [...TRAITS_OF_NETWORK, "other", "mode", "power", "learning_rate"],
    paint,
    code: () =>
      slopeCode(held.network, {
        x,
        wanted,
        places: places(),
        two: two(),
        h: 10 ** -model.get("power"),
        learningRate: model.get("learning_rate"),
        steps: STEPS,
      }),
  });
  const names = (layer) => Array.from({ length: sizes[layer] }, (_, i) => neuronName(sizes, layer, i));
  const drawing = createNetworkDrawing({
    sizes,
    height: 250,
    spacing: 120,
    inputs: names(0),
    hidden: [names(1)],
    outputs: names(2),
    onPick: pick,
    onScrub: (place, value) => held.move({ [place]: value }),
    nameOf: (what) => (what.kind === "neuron" && what.layer === 0 ? undefined : pickedName(sizes, what)),
  });
  const second = html("div", { class: "nn-panel nn-main nn-beside" });
  frame.stage.append(html("div", { class: "nn-panel nn-slope-network" }, drawing.element), second);
  const numbers = createSlopeNumbers(frame.numbers);
  const one = createTrace(held.network, 1);
  let shown; // the curve or the map, made anew when it has other axes
  let mapped; // for which the map is computed

  const two = () => model.get("mode") === 1;
  function places() {
    const picked = model.get("picked"),
      other = model.get("other");
    return [picked, other === picked ? (other + 1) % held.network.numParameters : other];
  }

  function paint() {
    const { network } = held,
      [place, other] = places();
    const slopes = createSlopes(network, x, wanted);
    el.closest(".nn-explorer")?.setAttribute("data-mode", model.get("mode"));
    forward(network, Float64Array.from(x), 1, one);
    drawing.update({ weights: network.weights, biases: network.biases, activations: one.activations });
    drawing.pick(held.picked());
    const loss = slopes.loss(),
      gradient = Float64Array.from(slopes.gradient());
    return two()
      ? paintMap(slopes, place, other, loss, gradient)
      : paintCurve(slopes, place, loss, gradient[place]);
  }

  function paintCurve(slopes, place, loss, slope) {
    const name = nameAt(place),
      at = held.network.parameters[place],
      h = 10 ** -model.get("power");
    if (shown?.key !== `one ${place}`) {
      const curve = createTangentCurve({ range, name, onPick: (value) => held.move({ [place]: value }) });
      shown = { key: `one ${place}`, curve, values: new Float64Array(curve.inputs.length) };
      second.replaceChildren(...curve.elements);
    }
    const { curve, values } = shown;
    slopes.along(place, curve.inputs, values);
    const ends = new Float64Array(2);
    slopes.along(place, Float64Array.of(at - h, at + h), ends);
    curve.update({ values, at, loss, slope, h, ends });
    const estimate = slopes.finiteDifference(place, h);
    numbers.one({ name, at, loss, slope, estimate, h });
    return `${name} is ${formatNumber(at)}, the loss ${formatNumber(loss)}, its slope ${formatNumber(slope)}; the finite difference with step ${formatNumber(h)} says ${formatNumber(estimate)}.`;
  }

  function paintMap(slopes, place, other, loss, gradient) {
    const { parameters } = held.network,
      pair = [place, other];
    if (shown?.key !== `two ${pair}`) {
      const map = createLossMap({
        x: range,
        y: range,
        xName: nameAt(place),
        yName: nameAt(other),
        paths: [`after ${STEPS} steps`],
        description: `The loss for all values of ${nameAt(place)} and ${nameAt(other)}: higher where the map is darker`,
        onPick: (w, v) => held.move({ [place]: w, [other]: v }),
      });
      shown = {
        key: `two ${pair}`,
        map,
        values: new Float64Array(map.points),
        way: new Float64Array(2 * (STEPS + 1)),
      };
      second.replaceChildren(
        map.element,
        html(
          "p",
          { class: "nn-slope-note" },
          "The arrow points downhill, against the gradient, and is as long as it is steep. Tap or press to put the point elsewhere.",
        ),
      );
      mapped = undefined;
    }
    const { map, values, way } = shown;
    const held_fixed = parameters.map((value, i) => (pair.includes(i) ? 0 : value));
    const key = [String(held_fixed), readPalette(el)]; // the others, and the theme
    if (key.some((part, i) => part !== mapped?.[i])) {
      map.show(slopes.over(pair, map.grid, values));
      mapped = key;
    }
    slopes.descend(pair, model.get("learning_rate"), STEPS, way);
    const mark = [parameters[place], parameters[other]];
    map.update({ mark, arrow: [-4 * gradient[place], -4 * gradient[other]], paths: [{ points: way }] });
    const end = new Float64Array(1);
    slopes.over(pair, way.subarray(2 * STEPS), end);
    numbers.two({
      names: [nameAt(place), nameAt(other)],
      mark,
      loss,
      slopes: [gradient[place], gradient[other]],
      steps: STEPS,
      end: end[0],
    });
    return `${nameAt(place)} is ${formatNumber(mark[0])}, ${nameAt(other)} is ${formatNumber(mark[1])}, the loss ${formatNumber(loss)}. After ${STEPS} steps on these two it is ${formatNumber(end[0])}.`;
  }

  function pick(what, event) {
    if (two() && indexOfParameter(held.network, what) === model.get("other"))
      model.set({ other: model.get("picked") }); // they swap
    held.pick(what);
    if (event.type === "keydown")
      el.closest(".nn-explorer")?.querySelector(".nn-picked-slider [role=slider]")?.focus();
  }

  return () => {
    held.close();
    frame.close();
  };
}

export default { render };
