// The confusion matrix of the test pictures, and behind each of its cells the pictures themselves, the worst first.
//
//   const errors = createErrors({ pictureAt(i), onPick(i) })
//   errors.update({ outputs, labels, threshold, shown, palette })      outputs: undefined before there are any

import { html } from "../../web/draw/elements.js";
import { createOutput, showNumber } from "../../web/draw/output.js";
import { confusionOf, worstFirst } from "./decisions.js";
import { paintSmall } from "./pixels.js";
import { PICTURE_SIDE } from "./pictures.js";

const ANIMALS = ["cat", "dog"];
const AT_ONCE = 18; // pictures of a cell

export function createErrors({ pictureAt, onPick }) {
  let opened = [1, 0],
    most = AT_ONCE,
    state,
    painted;
  const cells = ANIMALS.map((animal, label) =>
    ANIMALS.map((decided, decision) => {
      const output = createOutput(`${animal}s-called-${decided}`);
      const sign = html("span", { "aria-hidden": "true" }, label === decision ? "✓ " : "✗ ");
      const button = html("button", { type: "button", class: "nn-cell-button" }, sign, output);
      button.addEventListener("click", () => open([label, decision]));
      return { button, output, name: `${animal}s called ${decided}s` };
    }),
  );
  const head = (text, scope) => html("th", { scope }, text);
  const table = html(
    "table",
    { class: "nn-two-kinds nn-main nn-still" },
    html("caption", {}, "The test pictures: press a number to see them"),
    html("thead", {}, html("tr", {}, html("td"), head("called cat", "col"), head("called dog", "col"))),
    html(
      "tbody",
      {},
      ...ANIMALS.map((animal, label) =>
        html(
          "tr",
          {},
          head(`${animal}s`, "row"),
          ...cells[label].map(({ button }) => html("td", {}, button)),
        ),
      ),
    ),
  );
  const title = html("p", { class: "nn-caption" });
  const row = html("div", { class: "nn-gallery" });
  const more = html("button", { type: "button", class: "nn-button" }, "More");
  more.addEventListener("click", () => {
    most += AT_ONCE;
    repaint();
  });
  return { table, gallery: html("div", { class: "nn-gallery-box" }, title, row, more), update };

  function open(cell) {
    [opened, most] = [cell, AT_ONCE];
    repaint();
  }

  function repaint() {
    if (state) update(state);
  }

  function update(now) {
    state = now;
    const { outputs, labels, threshold } = now;
    const counts = outputs && confusionOf(outputs, labels, threshold);
    cells.forEach((line, label) =>
      line.forEach(({ button, output, name }, decision) => {
        const count = counts ? counts[label][decision] : NaN;
        showNumber(output, count, counts ? String(count) : "–");
        button.disabled = !counts;
        button.setAttribute("aria-label", counts ? `${count} ${name}: show them` : `${name}: train first`);
        button.setAttribute(
          "aria-pressed",
          String(Boolean(counts) && opened[0] === label && opened[1] === decision),
        );
      }),
    );
    showGallery(now);
  }

  function showGallery({ outputs, labels, threshold, shown, palette }) {
    const [label, decision] = opened;
    const places = outputs ? worstFirst(outputs, labels, threshold, label, decision) : [];
    const wrong = label === decision ? "the least sure first" : "the worst first";
    const { name } = cells[label][decision];
    title.textContent = outputs
      ? `${places.length} ${name}, ${wrong}. Press one to ask about it.`
      : "Train, and its mistakes are shown here.";
    more.style.visibility = places.length > most ? "" : "hidden";
    const visible = places.slice(0, most);
    const key = [visible, shown, palette.ink, visible.map((i) => outputs[i].toFixed(2))].join();
    if (key === painted) return;
    painted = key;
    while (row.children.length > visible.length) row.lastChild.remove();
    while (row.children.length < visible.length) row.append(createThumbnail());
    visible.forEach((place, k) => {
      const thumbnail = row.children[k],
        [canvas, text] = thumbnail.children;
      thumbnail.onclick = () => onPick(place);
      thumbnail.setAttribute(
        "aria-label",
        `test picture ${place}, a ${ANIMALS[label]}, output ${outputs[place].toFixed(2)}`,
      );
      thumbnail.setAttribute("aria-pressed", String(place === shown));
      text.textContent = outputs[place].toFixed(2);
      paintSmall(canvas, pictureAt(place), palette);
    });
  }
}

function createThumbnail() {
  const canvas = html("canvas", { width: PICTURE_SIDE, height: PICTURE_SIDE });
  return html("button", { type: "button", class: "nn-animal" }, canvas, html("span"));
}
