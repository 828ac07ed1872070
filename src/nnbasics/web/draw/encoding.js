// What a drawing says with color, width and fill; the same in the whole book, and in its films.
//
// An edge is as wide as its weight is large; positive is blue and solid, negative orange and dashed.
// A neuron is filled with its activation, from paper (0) to full color (1).

const ROLES = ["paper", "ink", "positive", "negative", "positive-soft", "negative-soft"];

// The theme's colors at this moment, as [red, green, blue]: { paper, positive, negative, … }.  They are asked for
// once a frame: after each change of a drawing the answer would cost the browser a look at all styles.
let palette;

export function readPalette(element) {
  if (palette) return palette;
  requestAnimationFrame(() => (palette = undefined));
  const style = getComputedStyle(element);
  return (palette = Object.fromEntries(
    ROLES.map((role) => {
      const hex = style.getPropertyValue(`--nn-${role}`).trim();
      return [role, [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))];
    }),
  ));
}

export function mixColors(from, to, share) {
  return from.map((channel, i) => channel + (to[i] - channel) * share);
}

// One pixel of an ImageData in such a mixed color, without making an array for each.
export function paintPixel(image, pixel, from, to, share) {
  for (let channel = 0; channel < 3; channel += 1) {
    image.data[4 * pixel + channel] = from[channel] + (to[channel] - from[channel]) * share;
  }
  image.data[4 * pixel + 3] = 255;
}

export function strokeByWeight(edge, weight, largest, widest = 9) {
  edge.classList.toggle("nn-negative", weight < 0);
  edge.style.strokeWidth = Math.max(0.4, (widest * Math.abs(weight)) / largest); // a weight of 0 leaves a hair
}

export function fillByActivation(node, text, activation, palette) {
  const end = activation < 0 ? palette.negative : palette.positive;
  const color = mixColors(palette.paper, end, Math.min(1, Math.abs(activation)));
  node.style.fill = `rgb(${color.map(Math.round).join(" ")})`;
  text.style.fill = luminance(color) > 0.179 ? "#000" : "#fff"; // at least 4.5:1 either way
}

// WCAG 2, relative luminance.
function luminance(color) {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
