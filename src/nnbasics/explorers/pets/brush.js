// Paint on a picture of 28 × 28 pixels in four grays; each returns a new picture.

import { PIXELS, PICTURE_SIDE } from "./pictures.js";

const REACH = 1.2; // of the brush, in pixels: the legs of the data set are 2 or 3 wide

// A line from one point to another, in pixels from the upper left corner; color: 1 white, 0 black.
export function paintLine(pixels, from, to, color) {
  const [x0, y0] = from,
    [dx, dy] = [to[0] - x0, to[1] - y0];
  const length = dx * dx + dy * dy;
  return pixels.map((pixel, i) => {
    const [x, y] = [(i % PICTURE_SIDE) + 0.5 - x0, Math.floor(i / PICTURE_SIDE) + 0.5 - y0];
    const along = length && Math.max(0, Math.min(1, (x * dx + y * dy) / length));
    const cover = REACH + 0.5 - Math.hypot(x - along * dx, y - along * dy);
    const gray = Math.round(3 * Math.max(0, Math.min(1, cover))) / 3;
    return color ? Math.max(pixel, gray) : Math.min(pixel, 1 - gray);
  });
}

// White wherever black cannot reach the edge of the picture.
export function fillInside(pixels) {
  const outside = new Uint8Array(PIXELS);
  const open = [...pixels.keys()].filter((i) => {
    const [column, row] = [i % PICTURE_SIDE, Math.floor(i / PICTURE_SIDE)];
    return column === 0 || row === 0 || column === PICTURE_SIDE - 1 || row === PICTURE_SIDE - 1;
  });
  while (open.length) {
    const i = open.pop(),
      column = i % PICTURE_SIDE;
    if (outside[i] || pixels[i] > 0.5) continue;
    outside[i] = 1;
    if (column > 0) open.push(i - 1);
    if (column < PICTURE_SIDE - 1) open.push(i + 1);
    if (i >= PICTURE_SIDE) open.push(i - PICTURE_SIDE);
    if (i < PIXELS - PICTURE_SIDE) open.push(i + PICTURE_SIDE);
  }
  return pixels.map((pixel, i) => (outside[i] ? pixel : 1));
}
