// How many of all test pictures are right when each of them is moved: computed in slices, so that the page stays quick.
//
//   const sweep = createSweep(done)      done() is called when the share has been found
//   sweep.ask(key, { network, move, test, threshold })      an outdated question is dropped
//   sweep.right      the share, for the key asked last; NaN until it is known

import { createTrace, forward } from "../../web/engine/network.js";

const SLICE = 40; // pictures a frame: about 2 ms of work on a laptop

export function createSweep(done) {
  let asked,
    animation = 0,
    outputs,
    inputs,
    trace;
  const sweep = { right: NaN, ask, close: () => cancelAnimationFrame(animation) };
  return sweep;

  function ask(key, job) {
    if (key === asked) return;
    cancelAnimationFrame(animation);
    asked = key;
    sweep.right = NaN;
    if (job) run(job, 0, 0);
  }

  function run({ network, move, test, threshold }, start, right) {
    animation = requestAnimationFrame(() => {
      const width = network.sizes[0],
        count = Math.min(SLICE, test.n - start);
      inputs ??= new Float64Array(SLICE * width);
      if (trace?.activations[1].length !== SLICE * network.sizes[1]) trace = createTrace(network, SLICE);
      move(test.X.subarray(start * width, (start + count) * width), inputs, count);
      outputs = forward(network, inputs, count, trace);
      for (let i = 0; i < count; i += 1) if (outputs[i] > threshold === (test.Y[start + i] === 1)) right += 1;
      if (start + count < test.n) return run({ network, move, test, threshold }, start + count, right);
      sweep.right = right / test.n;
      done();
    });
  }
}
