// Pictures of 28 × 28 pixels: from four grays packed in a byte, and moved, turned, inverted.
// The same as nnbasics.datasets.pictures, number by number.

export const PICTURE_SIDE = 28;
export const PIXELS = PICTURE_SIDE * PICTURE_SIDE;
export const BYTES = PIXELS / 4;
const WHITE = 3;

// The pixels of `count` pictures, 0 black to 1 white, one after another; bytes: a DataView or typed array.
export function unpack({ buffer, byteOffset, byteLength }, count = byteLength / BYTES) {
  const packed = new Uint8Array(buffer, byteOffset, count * BYTES);
  return Float64Array.from(
    { length: 4 * packed.length },
    (_, i) => ((packed[i >> 2] >> (6 - 2 * (i & 3))) & 3) / WHITE,
  );
}

// Back again, for pixels of 0, 1/3, 2/3 and 1.
export function pack(pixels) {
  const packed = new Uint8Array(pixels.length / 4);
  pixels.forEach((pixel, i) => (packed[i >> 2] |= Math.round(WHITE * pixel) << (6 - 2 * (i & 3))));
  return packed;
}

export function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

// mover(from, to, n) moves n pictures: turned about their middle by degrees clockwise, then shifted, then inverted.
export function createMover({ right, down, turn, invert }) {
  const { places, shares } = originsOf(right, down, turn);
  return (from, to, n) => {
    for (let picture = 0; picture < n; picture += 1) {
      const start = picture * PIXELS;
      for (let i = 0; i < PIXELS; i += 1) {
        let sum = 0;
        for (let k = 4 * i; k < 4 * i + 4; k += 1)
          if (places[k] >= 0) sum += shares[k] * from[start + places[k]];
        to[start + i] = invert ? 1 - sum : sum;
      }
    }
  };
}

// Where each pixel comes from: four places, −1 outside, and how much of each.
function originsOf(right, down, turn) {
  const places = new Int32Array(4 * PIXELS),
    shares = new Float64Array(4 * PIXELS);
  const middle = (PICTURE_SIDE - 1) / 2,
    angle = (turn * Math.PI) / 180,
    cos = Math.cos(angle),
    sin = Math.sin(angle);
  for (let i = 0; i < PIXELS; i += 1) {
    const across = (i % PICTURE_SIDE) - right - middle,
      below = Math.floor(i / PICTURE_SIDE) - down - middle;
    const x = across * cos + below * sin + middle,
      y = below * cos - across * sin + middle;
    for (let k = 0; k < 4; k += 1) {
      const column = Math.floor(x) + (k & 1),
        row = Math.floor(y) + (k >> 1);
      const inside = column >= 0 && column < PICTURE_SIDE && row >= 0 && row < PICTURE_SIDE;
      places[4 * i + k] = inside ? row * PICTURE_SIDE + column : -1;
      shares[4 * i + k] = (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
    }
  }
  return { places, shares };
}
