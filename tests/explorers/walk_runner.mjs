// Runs the walks of the explorer of paths: a JSON list of jobs on standard input, all ways and counters out.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { createWalk, counters } = await import(pathToFileURL(process.argv[2]));

const answers = JSON.parse(readFileSync(0, "utf8")).map(({ X, Y, start, rate, seed, epochs, sizes }) => {
  const walk = createWalk({ X, Y, sizes, epochs }),
    n = Y.length;
  walk.from(start, rate, seed);
  const seen = Array.from({ length: epochs * n + 1 }, (_, i) => i);
  return {
    ways: walk.ways.map((way) => Array.from(way)),
    losses: walk.ways.map((way, i) => {
      walk.lossesTo(i, 2); // whoever stops on the way gets to the same
      return walk.lossesTo(i, way.length / 2 - 1);
    }),
    counters: sizes.map((size) => seen.map((count) => counters(count, size, n))),
  };
});
process.stdout.write(JSON.stringify(answers));
