// Both losses after every epoch, those of the run before as thin lines, and a cursor to scrub through the time of training.
//
//   const curves = createCurves({ epochs: 40, onScrub(epoch) })
//   curves.update({ snapshots, epoch, before, words })      before: the snapshots of another run, for comparison
//
// The cursor is dragged on the drawing, or moved by the slider below it.

import { createAxes } from "../../web/draw/axes.js";
import { html, setAttributes, svg } from "../../web/draw/elements.js";
import { formatNumber } from "../../web/draw/numbers.js";
import { followDrag, placeOf } from "../../web/draw/pointing.js";

const WIDTH = 360,
  HEIGHT = 250,
  HIGHEST = 0.8;
const MARGIN = { left: 34, right: 64, top: 26, bottom: 40 };

export function createCurves({ epochs, onScrub }) {
  const axes = createAxes({
    x: [0, epochs],
    y: [0, HIGHEST],
    xName: "epochs",
    yName: "loss",
    width: WIDTH,
    height: HEIGHT,
    margin: MARGIN,
  });
  const { area, toX, toY } = axes;
  const drawing = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "nn-course", role: "img" });
  const lines = Object.fromEntries(
    ["oldLoss", "oldTestLoss", "loss", "testLoss"].map((key) => [
      key,
      svg("path", { class: `nn-loss-of nn-${key}` }),
    ]),
  );
  const names = { loss: svg("text", {}, "learned"), testLoss: svg("text", {}, "test") };
  const cursor = svg("path", { class: "nn-epoch-cursor" });
  const words = svg("text", { x: area.right, y: area.top - 10, "text-anchor": "end", class: "nn-run-words" });
  drawing.append(axes.group, ...Object.values(lines), cursor, ...Object.values(names), words);
  const slider = html("input", { type: "range", min: 0, "aria-label": "epoch shown" });
  slider.addEventListener("input", () => onScrub(Number(slider.value)));
  const scrub = html("div", { class: "nn-scrub" }, slider);
  let trained = 0;

  const follow = (event) => {
    const epoch = Math.round(axes.fromX(placeOf(event, drawing).x));
    onScrub(Math.max(0, Math.min(trained, epoch)));
  };
  followDrag(drawing, { begin: (event) => trained > 0 && follow(event), move: follow });

  return {
    element: html("div", { class: "nn-course-box" }, drawing, scrub),
    update({ snapshots, epoch, before, words: text }) {
      trained = Math.max(0, snapshots.length - 1);
      const draw = (line, run, key) => line.setAttribute("d", pathOf(run, key));
      draw(lines.loss, snapshots, "loss");
      draw(lines.testLoss, snapshots, "testLoss");
      draw(lines.oldLoss, before ?? [], "loss");
      draw(lines.oldTestLoss, before ?? [], "testLoss");
      const places = { loss: heightOf(snapshots, "loss"), testLoss: heightOf(snapshots, "testLoss") };
      const apart = 8 - Math.abs(places.testLoss - places.loss) / 2; // two names never over each other
      const lower = places.loss > places.testLoss ? "loss" : "testLoss";
      for (const [key, name] of Object.entries(names)) {
        const push = apart > 0 ? (key === lower ? apart : -apart) : 0;
        setAttributes(name, {
          x: toX(trained) + 5,
          y: (places[key] + push + 4).toFixed(1),
          class: `nn-name-of nn-${key}`,
        });
        name.style.display = trained ? "" : "none";
      }
      cursor.setAttribute("d", `M${toX(epoch)} ${area.top}V${area.bottom}`);
      words.textContent = text;
      scrub.style.visibility = trained ? "" : "hidden";
      slider.max = trained;
      slider.value = epoch;
      setAttributes(slider, { "aria-valuetext": `after ${epoch} of ${trained} epochs` });
      const last = snapshots[trained];
      const told = trained
        ? `after ${trained} epochs ${formatNumber(last.loss)} on what it learned from and ${formatNumber(last.testLoss)} on the test`
        : "nothing yet";
      drawing.setAttribute("aria-label", `Both losses over the epochs: ${told}`);
    },
  };

  function pathOf(run, key) {
    const points = run.flatMap((snapshot, epoch) =>
      snapshot[key] === undefined ? [] : [[toX(epoch), toY(Math.min(HIGHEST, snapshot[key]))]],
    );
    return points
      .map((point, i) => `${i ? "L" : "M"}${point.map((pixel) => pixel.toFixed(1)).join(" ")}`)
      .join("");
  }

  function heightOf(run, key) {
    return toY(Math.min(HIGHEST, run.at(-1)?.[key] ?? 0));
  }
}
