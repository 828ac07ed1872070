// Runs the lessons of the stepper: a JSON list of states on standard input; of all steps the names, the numbers, and
// the rules with their numbers out.  The command line names lesson.js, slopes.js and formulas.js.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [{ createLesson }, { createSlopes }, { formulaOf }] = await Promise.all(
  process.argv.slice(2).map((path) => import(pathToFileURL(path))),
);

const answers = JSON.parse(readFileSync(0, "utf8")).map(({ network, x, wanted, learningRate, place }) => {
  const lesson = createLesson({ ...network, parameters: Float64Array.from(network.parameters) });
  lesson.compute(x, wanted, learningRate);
  const slopes = createSlopes(lesson.network, x, wanted),
    pair = [place, (place + 1) % lesson.network.numParameters];
  return {
    steps: lesson.steps.map((step) => [step.name, step.python, lesson.valueOf(step)]),
    products: lesson.steps.map((step) => formulaOf(lesson, step, { wanted, learningRate }).numbers),
    finiteDifference: slopes.finiteDifference(place, 1e-4),
    over: Array.from(slopes.over(pair, Float64Array.of(0.5, -0.25), new Float64Array(1))),
    way: Array.from(slopes.descend(pair, learningRate, 5, new Float64Array(12))),
    kept: Array.from(lesson.network.parameters),
  };
});
process.stdout.write(JSON.stringify(answers));
