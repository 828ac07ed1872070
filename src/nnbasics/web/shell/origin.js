// Where the numbers of a network come from, as long as that is the whole truth: a seed, and so many steps of
// training with it.  A hand on a slider, other data or other layers end it.
//
//   const origin = createOrigin(() => model.get("seed"))
//   origin.now(network)              { seed, steps, how } or undefined; how: what the steps were trained with
//   origin.step(network, how, act)   act() does one step of training
//
// It looks at the numbers, not at who moved them: back at what the seed draws, by Reset, Undo or a link, is back.

import { initialize } from "../engine/initializers.js";
import { createNetwork } from "../engine/network.js";

const NOISE = 1e-12; // what the frame takes off a number that a slider shows (numbers.js)

export function createOrigin(seedOf) {
  let drawn, trained;

  function draw(network) {
    const seed = seedOf();
    if (drawn?.seed === seed && isAlike(drawn.network, network)) return drawn;
    const { sizes, hidden, output, loss } = network;
    drawn = { seed, steps: 0, network: createNetwork(sizes, { hidden, output, loss }) };
    initialize(drawn.network, seed);
    return drawn;
  }

  function now(network) {
    if (
      trained?.seed === seedOf() &&
      trained.of === network &&
      isNear(trained.parameters, network.parameters)
    ) {
      const { seed, steps, how } = trained;
      return { seed, steps, how };
    }
    const {
      seed,
      steps,
      network: { parameters },
    } = draw(network);
    return isNear(parameters, network.parameters) ? { seed, steps } : undefined;
  }

  function step(network, how, act) {
    const before = now(network),
      goesOn = before && (!before.steps || before.how === how);
    act();
    if (!goesOn) {
      trained = undefined;
      return;
    }
    const parameters = trained?.of === network ? trained.parameters : new Float64Array(network.numParameters);
    parameters.set(network.parameters);
    trained = { seed: before.seed, steps: before.steps + 1, how, of: network, parameters };
  }
  return { now, step };
}

function isAlike(a, b) {
  return String([a.sizes, a.functions]) === String([b.sizes, b.functions]);
}

function isNear(a, b) {
  return a.every((value, i) => Math.abs(value - b[i]) <= NOISE);
}
