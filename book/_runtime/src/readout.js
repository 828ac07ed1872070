// The number beside a slider, to be typed: with a point or a comma, and what is no number changes nothing and says so.

const NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;
const SAYS_FOR = 4000; // ms

/** The number that the text is as a whole, else NaN. Numbers are shown with a true minus sign. */
export function numberIn(text) {
  const written = (text ?? "").replaceAll("−", "-").trim();
  return NUMBER.test(written) ? Number(written.replace(",", ".")) : NaN;
}

/** A readout in which a number can be typed: all of it is selected at first, Escape takes the typing back. */
export function openReadout(view) {
  const { readout } = view;
  readout.classList.add("nn-typed");
  readout.spellcheck = false;
  readout.enterKeyHint = "done";
  const says = document.createElement("div");
  says.className = "nn-readout-says";
  says.setAttribute("role", "status");
  readout.after(says);
  const shown = () => view.valueToString(view.model.get("value"));
  readout.addEventListener("focus", () => getSelection().selectAllChildren(readout));
  readout.addEventListener("input", () => (readout.dataset.editing = says.textContent = ""));
  readout.addEventListener("blur", () => delete readout.dataset.editing);
  readout.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !("editing" in readout.dataset)) return;
    event.stopPropagation();
    readout.textContent = shown();
    delete readout.dataset.editing;
  });
  let timer = 0;
  return (words) => {
    says.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => (says.textContent = ""), SAYS_FOR);
  };
}
