// Where the neurons of a network drawing stand, in pixels.  figures/layout.py is the same, and says it in words.

import { LOOK } from "./look.js";

// The centers of all neurons, layer by layer, and each layer's radius.  box is [left, bottom, right, top], where the
// centers lie; in a page, where y counts downward, bottom is the larger.  With grid [rows, columns] the inputs are the
// cells of an image, each `cell` wide, its middle at left.
export function places(sizes, [left, bottom, right, top], { radius, spacing, cell, grid }) {
  const middle = (bottom + top) / 2,
    height = Math.abs(top - bottom),
    up = Math.sign(top - bottom);
  const start = grid ? left + (cell * grid[1]) / 2 : left;
  const centers = [],
    radii = [];
  sizes.forEach((size, layer) => {
    const x = layer ? start + ((right - start) * layer) / (sizes.length - 1) : start;
    const gap = size > 1 ? Math.min(spacing, height / (size - 1)) : spacing;
    centers.push(Array.from({ length: size }, (_, i) => [x, middle + up * gap * ((size - 1) / 2 - i)]));
    radii.push(Math.min(radius, LOOK.shares.gap * gap));
  });
  if (grid) {
    const [rows, columns] = grid;
    if (rows * columns !== sizes[0])
      throw new Error(`grid must hold the ${sizes[0]} inputs, got ${rows} × ${columns}`);
    centers[0] = centers[0].map((_, i) => [
      left + cell * ((i % columns) - (columns - 1) / 2),
      middle + up * cell * ((rows - 1) / 2 - Math.floor(i / columns)),
    ]);
    radii[0] = cell / 2;
  }
  return { centers, radii };
}
