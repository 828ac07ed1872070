// Runs the contest of the explorer of approximation: a JSON list of states on standard input, what is seen of both out.
// The command line names contest.js and curves.js.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [{ createHand, createRun, distanceOf }, { pointsOf, recipe, riseAndFall }] = await Promise.all(
  process.argv.slice(2).map((path) => import(pathToFileURL(path))),
);

const answers = JSON.parse(readFileSync(0, "utf8")).map(({ target, drawn, hand, net, steps }) => {
  const points = pointsOf(target, drawn),
    run = createRun({ points, ...net });
  for (let i = 0; i < steps; i += 1) run.step();
  return {
    riseAndFall: riseAndFall(points.y),
    recipe: recipe(points, hand.units),
    hand: distanceOf(createHand({ ...hand, start: points.y[0] }), points),
    net: distanceOf(run.network, points),
    parameters: Array.from(run.network.parameters),
  };
});
process.stdout.write(JSON.stringify(answers));
