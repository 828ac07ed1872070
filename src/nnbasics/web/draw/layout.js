// Where the neurons of a network stand, in pixels of its drawing.

const LARGEST = 20; // radius of a neuron, as in look.json
const ROOM_FOR_NAMES = 54;

// The centers of all neurons, layer by layer, each layer's radius and its gap from neuron to neuron.  With `grid` [rows, columns] the
// inputs are the cells of an image, the first row on top.
export function layOut({ sizes, width, height, grid, named, spacing = 72 }) {
  const margin = LARGEST + 6;
  const cell = grid && Math.min((height - 2 * margin) / grid[0], (0.34 * width) / grid[1]);
  const left = grid ? cell * grid[1] + 2 : margin + (named[0] ? ROOM_FOR_NAMES - LARGEST : 0); // of an image, its right edge
  const right = width - margin - (named[1] ? ROOM_FOR_NAMES - LARGEST : 0);
  const x = (layer) => left + ((right - left) * layer) / (sizes.length - 1);
  const gap = (size) => Math.min(spacing, (height - 2 * margin) / Math.max(1, size - 1));

  const centers = sizes.map((size, layer) =>
    Array.from({ length: size }, (_, i) => [x(layer), height / 2 + gap(size) * (i - (size - 1) / 2)]),
  );
  const gaps = sizes.map(gap);
  const radii = gaps.map((between) => Math.min(LARGEST, 0.42 * between));
  if (grid) {
    const [rows, columns] = grid;
    centers[0] = centers[0].map((_, i) => [
      left + cell * ((i % columns) - columns + 0.5),
      height / 2 + cell * (Math.floor(i / columns) - (rows - 1) / 2),
    ]);
    radii[0] = cell / 2;
  }
  return { centers, radii, gaps };
}
