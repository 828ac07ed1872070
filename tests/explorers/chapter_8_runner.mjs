// Computes what the explorers of chapter 8 show: a JSON object on standard input, of jobs by module, all answers out.
// The command line names the folder of the explorers.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const load = (module) => import(pathToFileURL(`${process.argv[2]}/${module}.js`));
const plain = (value) =>
  JSON.parse(JSON.stringify(value, (_, part) => (part instanceof Float64Array ? Array.from(part) : part)));

const COMPUTE = {
  async "curves/functions"({ valuesAndSlopes }, { name, z }) {
    return valuesAndSlopes(name, Float64Array.from(z));
  },
  async "saturated/runs"({ createRuns }, { w, b, rate, step, z }) {
    const runs = createRuns(300);
    runs.from({ w, b, rate });
    return [0, 1].map((i) => ({
      ...runs.at(i, step),
      drawn: runs.outputs[i][step],
      losses: runs.losses[i],
      deltas: runs.deltas(i, z),
    }));
  },
  async "dying/run"({ createRun }, { X, Y, activation, w, b, rate, step }) {
    const run = createRun({ X, Y, most: 60 });
    run.from({ activation, w, b, rate });
    return { ...run.at(step), losses: run.losses };
  },
  async "depth/gradients"({ createDepth }, { data, ...state }) {
    return createDepth(data).measure(state);
  },
  async "collapse/stack"({ flat, gap, heights, multipliedOut }, { parameters, folded, X }) {
    const [weights, biases] = [
      [parameters.slice(0, 4), parameters.slice(6, 8)],
      [parameters.slice(4, 6), parameters.slice(8)],
    ];
    const network = { weights, biases },
      room = () => new Float64Array(X.length / 2),
      layer = multipliedOut(network);
    const [stack, single] = [heights(network, folded, X, room()), flat(layer, X, room())];
    return { ...layer, stack, single, gap: gap(stack, single) };
  },
};

const answers = {};
for (const [module, jobs] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  const loaded = await load(module);
  answers[module] = [];
  for (const job of jobs) answers[module].push(plain(await COMPUTE[module](loaded, job)));
}
process.stdout.write(JSON.stringify(answers));
