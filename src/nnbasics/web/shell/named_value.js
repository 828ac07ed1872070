// What the number of a slider means, in words: under the slider, and to a screen reader.
//
//   nameValue(el, "hidden layer 2, 16 neurons")      the slider with the class nn-named-value beside this view

export function nameValue(el, words) {
  const slider = el.closest(".nn-explorer")?.querySelector(".nn-named-value");
  if (!slider) return; // in JupyterLab it may be elsewhere
  slider.dataset.says = words; // the style sheet shows it, and the runtime says it with each number
  const handle = slider.querySelector("[role=slider]");
  handle?.setAttribute("aria-valuetext", `${handle.getAttribute("aria-valuenow")}: ${words}`);
}
