// The edges of a network with very many of them, painted on a canvas: 1,440 SVG paths are too slow to move.
//
//   const edges = createEdgeCanvas({ sizes, centers, width, height })
//   edges.update({ weights, activations, reached, picked, palette })      as in network_drawing.js
//
// The encoding is the book's: width by |weight|, blue and solid or orange and dashed.  Where the pass has come, an
// edge stands out as much as its weight × activation does.  All this is kept as an image; what moves above it are the
// pulses of weight × activation, as wide as the product is large.

import { html } from "./elements.js";

const WIDEST = 3;
const WIDTHS = 10; // edges are painted in so many widths, all of one width in one stroke
const FAINT = 0.06; // opacity of edges that say next to nothing
const WAITING = 0.2; // and of those that the pass has not come to
const PULSE = 0.16; // length of a pulse, as a share of its edge

export function createEdgeCanvas({ sizes, centers, width, height }) {
  const canvas = html("canvas", { class: "nn-edge-canvas", "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  const resting = html("canvas");
  let painted = "", latest;
  // Another size of the drawing, another density of the screen: paint again.
  new ResizeObserver(() => latest && update(latest)).observe(canvas);

  function update(state) {
    latest = state;
    const scale = (canvas.clientWidth / width) * (window.devicePixelRatio || 1);
    const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
    if (!wide) return; // not in the page yet
    if (canvas.width !== wide) Object.assign(canvas, { width: wide, height: high });
    const { weights, activations, reached, palette, picked } = state;
    const key = [scale, Math.floor(reached), JSON.stringify([palette, picked]), ...[...weights, ...activations].map(checksum)].join();
    if (key !== painted) {
      Object.assign(resting, { width: wide, height: high });
      const onResting = resting.getContext("2d");
      onResting.setTransform(scale, 0, 0, scale, 0, 0);
      paintResting(onResting, state);
      painted = key;
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, wide, high);
    context.drawImage(resting, 0, 0);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    paintPulses(context, state);
  }

  function paintResting(context, { weights, activations, reached, palette, picked }) {
    const largest = Math.max(1e-12, ...weights.map(largestOf));
    weights.forEach((layer, l) => {
      const fanOut = sizes[l + 1];
      const products = productsOf(layer, activations[l], fanOut);
      const most = Math.max(1e-12, largestOf(products));
      const looked = (i) => picked?.layer === l + 1 && picked.index === i % fanOut;
      const opacityOf = (i) => {
        if (looked(i)) return 1;
        if (reached < l + 1) return WAITING;
        const levels = Math.ceil((3 * Math.abs(products[i])) / most - 0.3) / 3; // four are enough, and fast
        return Math.max(FAINT, (picked ? 0.5 : 1) * levels);
      };
      for (const { sign, share, edges } of bySignAndWidth(layer, largest)) {
        context.strokeStyle = css(sign < 0 ? palette.negative : palette.positive);
        context.setLineDash(sign < 0 ? [4, 3] : []);
        const opacities = edges.map(opacityOf);
        for (const opacity of [...new Set(opacities)].sort()) {
          context.globalAlpha = opacity;
          context.lineWidth = Math.max(0.35, WIDEST * share * (picked && opacity === 1 ? 1.5 : 1));
          context.beginPath();
          edges.forEach((i, n) => opacities[n] === opacity && line(context, l, i, 0, 1));
          context.stroke();
        }
      }
    });
    context.globalAlpha = 1;
    context.setLineDash([]);
  }

  function paintPulses(context, { weights, activations, reached, palette }) {
    const l = Math.floor(reached), head = reached - l;
    if (head === 0 || l >= weights.length) return;
    const fanOut = sizes[l + 1];
    const products = productsOf(weights[l], activations[l], fanOut);
    const largest = Math.max(1e-12, largestOf(products));
    context.lineCap = "round";
    for (const { sign, share, edges } of bySignAndWidth(products, largest)) {
      if (share < 1 / WIDTHS) continue; // next to nothing travels there
      context.strokeStyle = css(sign < 0 ? palette.negative : palette.positive);
      context.lineWidth = 1.5 + 4 * share;
      context.beginPath();
      for (const i of edges) line(context, l, i, Math.max(0, head - PULSE), head);
      context.stroke();
    }
    context.lineCap = "butt";
  }

  function line(context, l, i, from, to) {
    const [[x0, y0], [x1, y1]] = [centers[l][Math.floor(i / sizes[l + 1])], centers[l + 1][i % sizes[l + 1]]];
    context.moveTo(x0 + from * (x1 - x0), y0 + from * (y1 - y0));
    context.lineTo(x0 + to * (x1 - x0), y0 + to * (y1 - y0));
  }

  return { element: canvas, update };
}

function productsOf(weights, activations, fanOut) {
  return weights.map((weight, i) => weight * activations[Math.floor(i / fanOut)]);
}

// The large ones last, on top.
function bySignAndWidth(values, largest) {
  const groups = Array.from({ length: 2 * WIDTHS }, (_, i) => ({ sign: i % 2 ? 1 : -1, share: (Math.floor(i / 2) + 0.5) / WIDTHS, edges: [] }));
  values.forEach((value, i) => {
    const width = Math.min(WIDTHS - 1, Math.floor((WIDTHS * Math.abs(value)) / largest));
    groups[2 * width + (value > 0 ? 1 : 0)].edges.push(i);
  });
  return groups.filter(({ edges }) => edges.length);
}

function largestOf(values) {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

// Changes when a weight does.
function checksum(values) {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] * (1 + (i % 97));
  return sum;
}

function css(color) {
  return `rgb(${color.join(" ")})`;
}
