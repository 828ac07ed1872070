// Training up to the step that is wanted, a little in every frame; meanwhile the explorer is `aria-busy`.
//
//   const catchUp = createCatchUp(el, { step, show })
//   catchUp.while(behind): takes steps as long as `behind()`; call it in every paint, as `show` leads there.  A step
//   that returns false waits for something: whoever brings that paints again.
//   catchUp.stop()

const WORK = 10; // ms of a frame: the rest is for the paint

export function createCatchUp(el, { step, show }) {
  let animation = 0;
  const stop = () => cancelAnimationFrame(animation);
  return {
    while(behind) {
      stop();
      el.removeAttribute("aria-busy");
      if (!behind()) return;
      el.setAttribute("aria-busy", "true");
      animation = requestAnimationFrame(() => {
        const begun = performance.now();
        while (behind() && performance.now() - begun < WORK) if (step() === false) return;
        show();
      });
    },
    stop,
  };
}
