// Runs the parts of the cats and dogs: a JSON list of jobs on standard input, their numbers out; argv: the folder of nnbasics.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const from = (path) => import(pathToFileURL(`${process.argv[2]}/${path}`));
const [
  { argumentOf },
  { confusionOf, ratesOf, tradeOf },
  { createMover, pack, unpack },
  { createCourse },
  engine,
] = await Promise.all(
  [
    "explorers/pets/argument.js",
    "explorers/pets/decisions.js",
    "explorers/pets/pictures.js",
    "explorers/pets/course.js",
    "web/engine/network.js",
  ].map(from),
);
const { createNetwork, createTrace, forward } = engine;
const bytes = (text) => Uint8Array.from(Buffer.from(text, "base64"));

const jobs = {
  ask({ sizes, parameters, picture, moves }) {
    const network = createNetwork(sizes, { hidden: "relu", output: "sigmoid" });
    network.parameters.set(parameters);
    const pixels = unpack(bytes(picture)),
      seen = new Float64Array(pixels.length);
    createMover(moves)(pixels, seen, 1);
    const trace = createTrace(network, 1);
    const [output] = forward(network, seen, 1, trace);
    const said = argumentOf(network, trace);
    return {
      ...said,
      each: [...said.each],
      seen: [...seen],
      output,
      packed: Buffer.from(pack(pixels)).toString("base64"),
    };
  },
  judge({ outputs, labels, threshold }) {
    const counts = confusionOf(outputs, labels, threshold);
    return { counts, rates: ratesOf(counts), trade: tradeOf(outputs, labels) };
  },
  train({ pictures, labels, n, settings, epochs }) {
    const X = unpack(bytes(pictures)),
      Y = Float64Array.from(labels);
    const test = { X: X.subarray(0, n * 784), Y: Y.subarray(0, n), n };
    const course = createCourse({
      learn: { X: X.subarray(n * 784), Y: Y.subarray(n), n: settings.learned },
      test,
      ...settings,
    });
    while (course.snapshots.length <= epochs) course.step();
    return course.snapshots.map((at) => ({
      ...at,
      parameters: [...at.parameters],
      outputs: [...(at.outputs ?? [])],
    }));
  },
};
process.stdout.write(
  JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(({ job, ...values }) => jobs[job](values))),
);
