// Math in labels. ipywidgets asks MathJax 2 for it (`MathJax.Hub`), unless the manager has a
// typesetter: this one does it the MathJax 3 way.

/** Typeset the element's formulas; where MathJax is still to come, mark it for its first pass. */
export function typeset(element) {
  if (!/\\[([]|\$/.test(element.textContent)) return;
  element.classList.add("mathjax_process", "tex2jax_process");
  const { startup, typesetPromise } = globalThis.MathJax ?? {};
  // MathJax typesets one thing at a time: each call waits for the last.
  if (typesetPromise) startup.promise = startup.promise.then(() => typesetPromise([element]));
}
