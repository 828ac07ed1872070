// Runs what the explorers of chapter 9 compute: a JSON object of lists of states on standard input, their numbers out.
// The command line names the module of each kind, in the order of KINDS.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const KINDS = ["softmax", "surprise", "outputs"];
const [{ softmaxOf }, { surpriseOf }, { createCourses, lineOf }] = await Promise.all(
  process.argv.slice(2).map((path) => import(pathToFileURL(path))),
);
const compute = { softmax: softmaxOf, surprise: surpriseOf, outputs: train };

function train({ start, steps, ...data }) {
  const courses = createCourses(data);
  courses.from(start);
  courses.at(Math.floor(steps / 2)); // whoever stops on the way gets to the same place
  return courses.at(steps).map((run) => ({ ...run, line: data.classes ? lineOf(run, 0.9) : null }));
}

const plain = (value) =>
  ArrayBuffer.isView(value)
    ? Array.from(value, plain)
    : Array.isArray(value)
      ? value.map(plain)
      : typeof value === "number" && !Number.isFinite(value)
        ? String(value)
        : value && typeof value === "object"
          ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]))
          : value;
const jobs = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(
  JSON.stringify(
    Object.fromEntries(KINDS.map((kind) => [kind, jobs[kind].map((job) => plain(compute[kind](job)))])),
  ),
);
