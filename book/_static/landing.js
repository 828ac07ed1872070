// A link to a section lands on its heading and stays there while formulas, views and pictures above take their room,
// until the reader moves.  Browsers hold a place by themselves, but not all of them do, and not after every reload.

(() => {
  const [arrival] = performance.getEntriesByType("navigation");
  const hold = new ResizeObserver(() => document.querySelector(":target")?.scrollIntoView());
  // Who has read on and loads the page again, or comes back to it, is where they were.
  if (arrival?.type !== "back_forward" && !history.state?.readOn) hold.observe(document.body);

  function readOn() {
    hold.disconnect();
    history.replaceState({ ...history.state, readOn: true }, "");
  }
  for (const hand of ["wheel", "touchstart", "pointerdown", "keydown"])
    addEventListener(hand, readOn, { once: true, passive: true, capture: true });
})();
