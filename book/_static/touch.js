// A finger moves a range by its thumb alone, as it does the sliders of explorers: a tap or a swipe on the track is
// meant for the page.

(() => {
  const REACH = 24; // px around the middle of the thumb, which is about as wide as it is high
  const AFTER = 400; // ms in which a browser tells of the touch once more, as of a mouse
  let kept, timer; // what the range was when its track was touched

  function touch({ target, pointerType, clientX }) {
    clearTimeout(timer);
    kept = undefined;
    if (pointerType !== "touch" || !target.matches?.("input[type=range]")) return;
    const { left, width, height } = target.getBoundingClientRect();
    const { min, max, value } = target;
    const share = (value - min) / (max - min);
    const thumb = left + height / 2 + share * (width - height);
    if (Math.abs(clientX - thumb) > REACH) kept = { target, value };
  }
  function release() {
    clearTimeout(timer);
    timer = setTimeout(() => (kept = undefined), AFTER);
  }
  function stay(event) {
    if (event.target !== kept?.target) return;
    event.target.value = kept.value;
    event.stopImmediatePropagation();
  }
  addEventListener("pointerdown", touch, true);
  for (const end of ["touchend", "touchcancel"])
    addEventListener(end, release, { capture: true, passive: true });
  for (const change of ["input", "change"]) addEventListener(change, stay, true);
})();
