// The grid of points for which something is computed all over a plane, and where a value on it passes 0.
//
// GRID × GRID points, row by row from the lowest x2.

export const GRID = 64;

// Their inputs (x1, x2), for the ranges x and y.
export function fillGrid(grid, x, y) {
  for (let row = 0; row < GRID; row += 1) {
    for (let column = 0; column < GRID; column += 1) {
      grid[2 * (row * GRID + column)] = x[0] + ((x[1] - x[0]) * column) / (GRID - 1);
      grid[2 * (row * GRID + column) + 1] = y[0] + ((y[1] - y[0]) * row) / (GRID - 1);
    }
  }
}

// Marching squares: in each cell of the grid, join the points of its sides where the value passes 0.  Segments
// [column, row, column, row], counted in cells.
export function zeroContour(values) {
  const segments = [];
  for (let row = 0; row < GRID - 1; row += 1) {
    for (let column = 0; column < GRID - 1; column += 1) {
      const at = row * GRID + column;
      const positive =
        (values[at] > 0) + (values[at + 1] > 0) + (values[at + GRID] > 0) + (values[at + GRID + 1] > 0);
      if (positive % 4 === 0) continue;
      const corners = [
        [column, row],
        [column + 1, row],
        [column + 1, row + 1],
        [column, row + 1],
      ];
      const crossings = [];
      for (let side = 0; side < 4; side += 1) {
        const [from, to] = [corners[side], corners[(side + 1) % 4]];
        const [a, b] = [values[from[1] * GRID + from[0]], values[to[1] * GRID + to[0]]];
        if (a > 0 === b > 0) continue;
        const share = a / (a - b);
        crossings.push(from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]));
      }
      for (let i = 0; i + 3 < crossings.length; i += 4) segments.push(crossings.slice(i, i + 4));
    }
  }
  return segments;
}
