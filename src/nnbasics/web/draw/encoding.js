// What a drawing says with color, dash, width and fill.  figures/encoding.py is the same, and says it in words.
//
// Colors are [red, green, blue] in 0 to 255, lengths pixels of the page.  What the browser needs besides, to read the
// theme's colors and to dress its elements, stands at the end.

import { LOOK } from "./look.js";
import { formatNumber } from "./numbers.js";
import { onThemeChange } from "./theme.js";

export function mixColors(start, end, share) {
  return start.map((channel, i) => channel + (end[i] - channel) * share);
}

// Black or white, whichever stands out more on the color: at least 4.5:1 on any (WCAG 2, 1.4.3).
export function textOn(color) {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000000" : "#ffffff";
}

// The activation that is drawn in full, for all activations of a layer.
export function activationScale(activations) {
  return largest(activations, LOOK.ranges.activation);
}

export function activationFill(activation, scale, palette) {
  const end = activation < 0 ? palette.negative : palette.positive;
  return mixColors(palette.paper, end, Math.min(Math.abs(activation) / scale, 1));
}

// The weight whose edge, or the bias whose bead, is drawn largest, for all weights of a layer or all
// biases of a network.
export function parameterScale(parameters) {
  return largest(parameters, LOOK.ranges.parameter);
}

export function edgeColor(weight) {
  return weight > 0 ? "positive" : weight < 0 ? "negative" : "muted";
}

export function edgeDash(weight) {
  return weight < 0 ? LOOK.dashes.negative : [];
}

export function edgeWidth(weight, scale, widest = LOOK.strokes["edge-max"]) {
  return Math.max(LOOK.strokes["edge-min"], (widest * Math.abs(weight)) / scale);
}

// What the caption of a drawing says: the weight that the widest edge into each layer stands for.
export function scaleWords(scales) {
  const [first, ...others] = scales.map((scale) => `±${formatNumber(scale)}`);
  if (!others.length) return `Widest edge: ${first}`;
  return `Widest edge: ${[first, ...others].map((words, l) => `${words} into layer ${l + 1}`).join(", ")}`;
}

export function beadRadius(bias, scale, radius) {
  return Math.min(LOOK.radii.bead, LOOK.shares.bead * radius) * Math.sqrt(Math.abs(bias) / scale);
}

export function pulseWidth(product, scale, widest) {
  const share = Math.abs(product) / scale;
  return share >= LOOK.shares.quiet ? LOOK.shares["pulse-width"] * widest * share : 0;
}

function largest(values, least) {
  let most = least;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

// ---- for elements of the page ----

const ROLES = ["paper", "ink", "muted", "positive", "negative", "positive-soft", "negative-soft", "accent"];

// The theme's colors: { paper, positive, negative, … }.  They are asked for once a theme: after a change of a drawing
// the answer would cost the browser a layout of the whole page.
let palette;

export function readPalette(element) {
  if (palette) return palette;
  const style = getComputedStyle(element);
  const found = Object.fromEntries(
    ROLES.map((role) => {
      const hex = style.getPropertyValue(`--nn-${role}`).trim();
      return [role, [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))];
    }),
  );
  if (!element.isConnected) return found; // what is not on the page has no theme yet
  palette = found;
  const unwatch = onThemeChange(() => {
    palette = undefined;
    unwatch();
  });
  return palette;
}

export function cssColor(color) {
  return `rgb(${color.map(Math.round).join(" ")})`;
}

// One pixel of an ImageData in a mixed color, without making an array for each.
export function paintPixel(image, pixel, from, to, share) {
  for (let channel = 0; channel < 3; channel += 1) {
    image.data[4 * pixel + channel] = from[channel] + (to[channel] - from[channel]) * share;
  }
  image.data[4 * pixel + 3] = 255;
}

// draw.css gives the classes their colors and dashes, so that an edge at rest follows the theme.
export function strokeByWeight(edge, weight, scale, widest) {
  const color = edgeColor(weight);
  edge.classList.toggle("nn-negative", color === "negative");
  edge.classList.toggle("nn-zero", color === "muted");
  edge.style.strokeWidth = edgeWidth(weight, scale, widest);
}

export function fillByActivation(node, text, activation, scale, palette) {
  const color = activationFill(activation, scale, palette);
  node.style.fill = cssColor(color);
  text.style.fill = textOn(color);
}
