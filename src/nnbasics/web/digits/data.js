// The digits and the parameters that a view carries as bytes, and the same as Python.

export const FULL = 16; // ink of a black pixel
const PIXELS = 64;

// The 64 counts of ink of one of the digits in the trait `digits`.
export function digitAt(model, index) {
  const { buffer, byteOffset } = model.get("digits");
  return [...new Uint8Array(buffer, byteOffset + PIXELS * index, PIXELS)];
}

// With its article: a 3, an 8.
export function aDigit(digit) {
  return `${digit === 8 ? "an" : "a"} ${digit}`;
}

export function base64Of(array) {
  return btoa(String.fromCharCode(...new Uint8Array(array.buffer, array.byteOffset, array.byteLength)));
}

// Eight rows of eight, in which the digit can be seen.
export function pythonPixels(pixels) {
  const row = (r) =>
    `    ${pixels
      .slice(8 * r, 8 * r + 8)
      .map((ink) => String(ink).padStart(2))
      .join(", ")},`;
  return Array.from({ length: 8 }, (_, r) => row(r)).join("\n");
}
