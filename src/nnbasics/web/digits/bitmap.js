// From pen strokes to the 8 × 8 counts that the network sees, the way the digits of the data set were made.
//
// Alpaydin and Kaynak (1998) took bitmaps of 32 × 32 from NIST's form reader (NISTIR 5469, 1994), cut them into
// 4 × 4 blocks, and counted the ink in each: 0 to 16.  NIST had stretched each digit to 20 × 32 in the middle of
// its bitmap, thickened or thinned the pen where the ink was little or much, and sheared the digit until the
// leftmost ink of its first and of its last row stood above each other.  We do the same to strokes, whose pen can be
// chosen exactly: as thick as gives INK, the mean of the data set.

export const SIDE = 8; // cells along an edge of the image
const BITS = 32;
const BOX = 20; // the width that digits are stretched to
const BOX_LEFT = (BITS - BOX) / 2;
const BLOCK = BITS / SIDE;
const INK = 312; // of 1024 bits; the digits of the data set have 312.6 ± 34, the ones no less than the eights

// strokes: lists of [x, y], y downward; pen: the width of the line, in the same unit.  All 0 without a stroke.
export function countInk(strokes, pen) {
  const counts = new Uint8Array(SIDE * SIDE);
  const lines = stretch(
    strokes.filter((stroke) => stroke.length),
    pen,
  );
  if (!lines.length) return counts;
  const bits = shear(thicken(lines));
  bits.forEach((bit, i) => {
    const [row, column] = [Math.floor(i / BITS), i % BITS];
    counts[Math.floor(row / BLOCK) * SIDE + Math.floor(column / BLOCK)] += bit;
  });
  return counts;
}

// The strokes, with the width of the pen, fill the box of 20 × 32, whatever their shape was.
function stretch(strokes, pen) {
  const range = (axis) => {
    let [least, most] = [Infinity, -Infinity];
    for (const stroke of strokes) {
      for (const point of stroke) [least, most] = [Math.min(least, point[axis]), Math.max(most, point[axis])];
    }
    return [least - pen / 2, most + pen / 2];
  };
  if (!strokes.length) return [];
  const [[left, right], [top, bottom]] = [range(0), range(1)];
  const toX = (x) => BOX_LEFT + ((x - left) / (right - left)) * BOX;
  const toY = (y) => ((y - top) / (bottom - top)) * BITS;
  return strokes.map((stroke) => stroke.map(([x, y]) => [toX(x), toY(y)]));
}

// The bits nearest to the lines get ink: a round pen, just as thick as gives INK bits.
function thicken(lines) {
  let near = [];
  for (let within = 1; near.length < INK; within *= 2) near = nearTo(lines, within);
  near.sort((a, b) => a.distance - b.distance);
  const reach = near[INK - 1].distance + 1e-9; // bits as far off as the last one are as good
  const bits = new Uint8Array(BITS * BITS);
  for (const { at, distance } of near) bits[at] = distance <= reach ? 1 : 0;
  return bits;
}

// The bits of the box that are less than so far from a line, and their distance.  A segment is measured only from
// those around it: a mouse that reports often draws thousands of short ones.
function nearTo(lines, within) {
  const squares = new Float64Array(BITS * BITS).fill(Infinity);
  const first = (low, least) => Math.max(least, Math.floor(low - within));
  const end = (high, most) => Math.min(most, Math.ceil(high + within));
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 1) {
      const [x1, y1] = line[i],
        [x0, y0] = line[Math.max(0, i - 1)]; // a stroke of one point is a dot
      const [dx, dy] = [x1 - x0, y1 - y0],
        length = dx * dx + dy * dy;
      const lastRow = end(Math.max(y0, y1), BITS),
        lastColumn = end(Math.max(x0, x1), BOX_LEFT + BOX);
      for (let row = first(Math.min(y0, y1), 0); row < lastRow; row += 1) {
        for (let column = first(Math.min(x0, x1), BOX_LEFT); column < lastColumn; column += 1) {
          const x = column + 0.5 - x0,
            y = row + 0.5 - y0;
          const along = length && Math.max(0, Math.min(1, (x * dx + y * dy) / length));
          const square = (x - along * dx) ** 2 + (y - along * dy) ** 2;
          if (square < squares[row * BITS + column]) squares[row * BITS + column] = square;
        }
      }
    }
  }
  const near = [];
  squares.forEach((square, at) => square < within * within && near.push({ at, distance: Math.sqrt(square) }));
  return near;
}

// Every row moves sideways, in proportion to its height, until the first and the last begin in one column.
function shear(bits) {
  const starts = Array.from({ length: BITS }, (_, row) =>
    bits.subarray(row * BITS, (row + 1) * BITS).indexOf(1),
  );
  const first = starts.findIndex((start) => start >= 0);
  const last = starts.findLastIndex((start) => start >= 0);
  const slope = last > first ? (starts[last] - starts[first]) / (last - first) : 0;
  const upright = new Uint8Array(bits.length);
  bits.forEach((bit, i) => {
    const [row, column] = [Math.floor(i / BITS), i % BITS];
    const moved = column - Math.round(slope * (row - (first + last) / 2));
    if (bit && moved >= 0 && moved < BITS) upright[row * BITS + moved] = 1;
  });
  return upright;
}
