// The edges of a network with very many of them, painted on a canvas: 1,440 SVG paths are too slow to move.
//
//   const edges = createEdgeCanvas({ sizes, centers, width, height })
//   edges.update({ weights, activations, reached, picked, palette })      as in network.js
//
// Where the pass has come, an
// edge stands out as much as its weight × activation does.  Three layers of paint, each only repainted when it
// must be: all edges, which depend on the weights; among them those that stand out, which depend on the activations;
// and the pulses of weight × activation that travel along them, which move.

import { html } from "./elements.js";
import { cssColor, edgeColor, edgeDash, edgeWidth, parameterScale, pulseWidth } from "./encoding.js";
import { LOOK } from "./look.js";

const WIDEST = LOOK.strokes["dense-max"];
const WIDTHS = 10; // edges are painted in so many widths, those of one width together
const FAINT = LOOK.shares.faint; // opacity of edges that say next to nothing
const WAITING = 2.5 * FAINT; // and of those that the pass has not come to

export function createEdgeCanvas({ sizes, centers, width, height }) {
  const canvas = html("canvas", { class: "nn-edge-canvas", "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  const all = createSheet(),
    lit = createSheet();
  let latest;
  let across = 0; // pixels of the page; to ask for it in every frame would cost a layout
  new ResizeObserver(([entry]) => {
    across = entry.contentRect.width;
    if (latest) update(latest);
  }).observe(canvas);

  function update(state) {
    latest = state;
    const scale = (across / width) * (window.devicePixelRatio || 1);
    const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
    if (!wide) return; // not in the page yet
    if (canvas.width !== wide) Object.assign(canvas, { width: wide, height: high });
    const { weights, activations, reached, palette, picked } = state;
    const weightsKey = [scale, JSON.stringify(palette), ...weights.map(checksum)].join();
    all.paint(weightsKey, wide, high, scale, (sheet) => paintAll(sheet, state));
    const litKey = [
      weightsKey,
      Math.floor(reached),
      JSON.stringify(picked),
      ...activations.map(checksum),
    ].join();
    lit.paint(litKey, wide, high, scale, (sheet) => paintLit(sheet, state));
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, wide, high);
    weights.forEach((_, l) => {
      const left = l ? Math.round(centers[l][0][0] * scale) : 0;
      const part = Math.round(centers[l + 1][0][0] * scale) - left;
      context.globalAlpha = reached < l + 1 ? WAITING : FAINT;
      context.drawImage(all.canvas, left, 0, part, high, left, 0, part, high);
    });
    context.globalAlpha = 1;
    context.drawImage(lit.canvas, 0, 0);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    paintPulses(context, state);
  }

  function paintAll(sheet, { weights, palette }) {
    weights.forEach((layer, l) => {
      for (const { sign, share, edges } of bySignAndWidth(layer, parameterScale(layer)))
        strokeEdges(sheet, l, edges, sign, share, palette);
    });
  }

  function paintLit(sheet, { weights, activations, reached, palette, picked }) {
    weights.forEach((layer, l) => {
      const fanOut = sizes[l + 1];
      const products = productsOf(layer, activations[l], fanOut);
      const most = Math.max(1e-12, largestOf(products));
      const opacityOf = (i) => {
        if (picked?.layer === l + 1 && picked.index === i % fanOut) return 1;
        if (reached < l + 1) return 0;
        return ((picked ? 0.5 : 1) * Math.ceil((3 * Math.abs(products[i])) / most - 0.3)) / 3; // a few steps are enough, and fast
      };
      for (const { sign, share, edges } of bySignAndWidth(layer, parameterScale(layer))) {
        const opacities = edges.map(opacityOf);
        for (const opacity of new Set(opacities)) {
          if (opacity <= 0) continue;
          sheet.globalAlpha = opacity;
          const chosen = edges.filter((_, n) => opacities[n] === opacity);
          strokeEdges(sheet, l, chosen, sign, share * (picked && opacity === 1 ? 1.5 : 1), palette);
        }
      }
    });
    sheet.globalAlpha = 1;
  }

  function strokeEdges(sheet, l, edges, sign, share, palette) {
    sheet.strokeStyle = cssColor(palette[edgeColor(sign)]);
    sheet.lineWidth = edgeWidth(share, 1, WIDEST);
    sheet.setLineDash(edgeDash(sign));
    // One by one they are painted in half the time of a path of all; see-through ones would add up where they cross.
    const apart = sheet.globalAlpha === 1;
    sheet.beginPath();
    for (const i of edges) {
      if (apart) sheet.beginPath();
      line(sheet, l, i, 0, 1);
      if (apart) sheet.stroke();
    }
    if (!apart) sheet.stroke();
  }

  function paintPulses(context, { weights, activations, reached, palette }) {
    const l = Math.floor(reached),
      head = reached - l;
    if (head === 0 || l >= weights.length) return;
    const fanOut = sizes[l + 1];
    const products = productsOf(weights[l], activations[l], fanOut);
    const largest = Math.max(1e-12, largestOf(products));
    context.lineCap = "round";
    for (const { sign, share, edges } of bySignAndWidth(products, largest)) {
      const thick = pulseWidth(share, 1, WIDEST);
      if (!thick) continue;
      context.strokeStyle = cssColor(palette[edgeColor(sign)]);
      context.lineWidth = thick;
      context.beginPath();
      for (const i of edges) line(context, l, i, Math.max(0, head - LOOK.shares.pulse), head);
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

// A canvas out of sight, painted again when its key is another.
function createSheet() {
  const canvas = html("canvas");
  let painted;
  return {
    canvas,
    paint(key, width, height, scale, how) {
      if (key === painted) return;
      painted = key;
      Object.assign(canvas, { width, height }); // which also clears it
      const context = canvas.getContext("2d");
      context.setTransform(scale, 0, 0, scale, 0, 0);
      how(context);
    },
  };
}

function productsOf(weights, activations, fanOut) {
  return weights.map((weight, i) => weight * activations[Math.floor(i / fanOut)]);
}

// The large ones last, on top; those of 0 first of all.
function bySignAndWidth(values, largest) {
  const groups = Array.from({ length: 2 * WIDTHS }, (_, i) => ({
    sign: i % 2 ? 1 : -1,
    share: (Math.floor(i / 2) + 0.5) / WIDTHS,
    edges: [],
  }));
  groups.unshift({ sign: 0, share: 0, edges: [] });
  values.forEach((value, i) => {
    const width = Math.min(WIDTHS - 1, Math.floor((WIDTHS * Math.abs(value)) / largest));
    groups[value === 0 ? 0 : 1 + 2 * width + (value > 0 ? 1 : 0)].edges.push(i);
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
