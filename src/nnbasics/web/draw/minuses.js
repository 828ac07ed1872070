// Minus signs on a shaded map where it is negative: blue and orange are equally dark, and in gray they are one.
//
//   minusPath(values, side, { left, right, top, bottom })      the d of an SVG path; values row by row from below

const APART = 8; // points of the map from one sign to the next
const LENGTH = 6; // pixels

export function minusPath(values, side, { left, right, top, bottom }) {
  let path = "";
  for (let row = APART / 2; row < side; row += APART) {
    for (let column = APART / 2; column < side; column += APART) {
      if (values[row * side + column] >= 0) continue;
      const x = left + ((right - left) * (column + 0.5)) / side - LENGTH / 2;
      const y = bottom + ((top - bottom) * (row + 0.5)) / side;
      path += `M${x.toFixed(1)} ${y.toFixed(1)}h${LENGTH}`;
    }
  }
  return path;
}
