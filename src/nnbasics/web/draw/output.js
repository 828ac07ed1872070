// A number on the screen.  Its full value stands beside it, for whoever wants more digits: tests do.  They
// compare it with what the code prints under the same name, `data-name`; `data-past` is on numbers of the past.

import { html } from "./elements.js";

// kind: further attributes, as { "data-past": "" }.
export function createOutput(name, kind = {}) {
  return html("output", { "data-name": name, "aria-live": "off", ...kind });
}

export function showNumber(output, value, text) {
  if (output.value !== text) output.value = text; // the same text is not laid out anew
  output.dataset.value = value;
}
