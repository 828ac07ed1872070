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

// The corners of a cell, all around.
const ACROSS = [0, 1, 1, 0],
  UP = [0, 0, 1, 1];

export const zeroContour = (values) => levelContours(values, [0]);

// Marching squares: in each cell of the grid, join the points of its sides where the value passes a level.  Segments
// [column, row, column, row], counted in cells.
export function levelContours(values, levels) {
  const segments = [];
  for (let row = 0; row < GRID - 1; row += 1) {
    for (let column = 0; column < GRID - 1; column += 1) {
      const at = row * GRID + column;
      const heights = [values[at], values[at + 1], values[at + GRID + 1], values[at + GRID]];
      const [low, high] = [Math.min(...heights), Math.max(...heights)];
      for (const level of levels)
        if (low <= level && level < high) addSegments(segments, heights, level, column, row);
    }
  }
  return segments;
}

function addSegments(segments, heights, level, column, row) {
  const crossings = [];
  for (let side = 0; side < 4; side += 1) {
    const next = (side + 1) % 4;
    const [a, b] = [heights[side] - level, heights[next] - level];
    if (a > 0 === b > 0) continue;
    const share = a / (a - b);
    crossings.push(
      column + ACROSS[side] + share * (ACROSS[next] - ACROSS[side]),
      row + UP[side] + share * (UP[next] - UP[side]),
    );
  }
  for (let i = 0; i < crossings.length; i += 4) segments.push(crossings.slice(i, i + 4));
}
