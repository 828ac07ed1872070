// Runs what the explorer of the spiking neuron computes: a list of jobs on standard input, currents, strokes, points
// and what it says of them out.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [stimulus, engine, { regimeOf }] = await Promise.all(
  process.argv.slice(2).map((path) => import(pathToFileURL(path))),
);

const answers = JSON.parse(readFileSync(0, "utf8")).map(
  ({ neuron: options, shape, current, drawn, visited, from, to }) => {
    const neuron = engine.createSpikingNeuron(options),
      heights = stimulus.heightsOf(shape, current, drawn);
    const flow = stimulus.currentOf(heights),
      recording = { current: flow, ...engine.runNeuron(neuron, flow) };
    return {
      heights,
      ...stimulus.pointsOf(neuron, visited, shape, recording),
      said: regimeOf(neuron, shape, heights, recording.spikes),
      stroke: stimulus.strokeOver(drawn, from, to),
    };
  },
);
process.stdout.write(JSON.stringify(answers));
