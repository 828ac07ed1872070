// What stands in the rows of the ledger: one for each digit, and at the end the average, its foot.

import { norm, wishOf } from "./opinions.js";

// asked: what the opinions are about, so that a picture knows whether it is painted already.
export function rowsOf({ opinions, examples, labels, says, voices, asked }) {
  const rows = labels.map((label, i) => {
    const got = [...opinions.outputs.subarray(10 * i, 10 * i + 10)];
    const reads = got.indexOf(Math.max(...got));
    return {
      ink: examples.ink.subarray(64 * i, 64 * i + 64),
      label,
      own: examples.labels[i],
      says: says[i],
      reads,
      norm: opinions.norms[i],
      angle: opinions.angles[i],
      loss: opinions.losses[i],
      after: opinions.lossesAfter[i],
      wishes: wishOf(opinions, i),
      key: `${asked} ${i}`,
    };
  });
  const mean = (values) =>
    voices ? values.reduce((sum, value, i) => sum + says[i] * value, 0) / voices : NaN;
  const foot = {
    says: 1,
    norm: norm(opinions.average),
    angle: NaN,
    loss: mean(opinions.losses),
    after: mean(opinions.lossesAfter),
    wishes: opinions.average,
    key: `${asked} ${says}`,
  };
  return [...rows, foot];
}

// What bars and colors are measured with: the loudest digit, the steepest change of a loss, the largest wish
// in the columns, and for the pictures a third of the largest wish of all, as few are so large.
export function scalesOf(rows, columns) {
  const digits = rows.slice(0, -1);
  const tiny = 1e-12;
  const most = (values) => values.reduce((largest, value) => Math.max(largest, Math.abs(value)), tiny);
  return {
    loudest: most(digits.map((row) => row.norm)),
    steepest: most(rows.map(({ loss, after }) => after - loss || 0)),
    largest: most(rows.flatMap(({ wishes }) => columns.map((place) => wishes[place]))),
    scale: most(digits.map(({ wishes }) => most(wishes))) / 3,
  };
}
