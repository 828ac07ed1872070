// The state of an explorer as Python that prints its numbers, folded, with a button that copies it.

import { html } from "../draw/elements.js";
import { LOOK } from "../draw/look.js";

export function createCodePanel(code) {
  const source = html("code");
  const copy = html("button", { type: "button", class: "nn-button" }, "Copy");
  const panel = html(
    "details",
    { class: "nn-code" },
    html("summary", {}, "As code"),
    html("p", {}, "This Python prints the numbers that you see. Paste it into a cell of the notebook."),
    html("pre", { tabindex: 0, role: "group", "aria-label": "The state above as Python code" }, source),
    copy,
  );
  const refresh = () => {
    if (panel.open) source.textContent = code();
  };
  panel.addEventListener("toggle", refresh);
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
      copy.textContent = "Copied";
    } catch {
      // No clipboard, for example in a page without https: select the text instead.
      getSelection().selectAllChildren(source);
      copy.textContent = "Selected: press Ctrl+C";
    }
    setTimeout(() => (copy.textContent = "Copy"), LOOK.durations.said);
  });
  return { panel, refresh };
}
