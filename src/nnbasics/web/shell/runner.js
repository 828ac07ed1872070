// A training that runs while the page looks on: a button starts and pauses it.
//
//   const button = frame.addButton("Train", () => runner.toggle())
//   const runner = createRunner({ button, stepsAFrame, most, step, show })
//
// step() does one step and returns nothing, or the words with which the run ends.  show() draws where it has
// come to.  Who asked for less motion sees the end of the run only.

export function createRunner({ button, stepsAFrame, most, step, show }) {
  const label = button.textContent;
  let animation = 0;
  const self = { running: false, steps: 0, ending: "", toggle, once, stop, reset };
  return self;

  function toggle() {
    if (self.running) stop();
    else start();
  }

  function start() {
    self.running = true;
    button.textContent = "Pause";
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    run(still ? 20 * stepsAFrame : stepsAFrame, still, self.steps + most);
  }

  function stop(ending = "") {
    cancelAnimationFrame(animation);
    self.running = false;
    self.ending = ending;
    button.textContent = label;
    show();
  }

  function once() {
    stop(advance(1));
  }

  function reset() {
    self.steps = 0;
    stop();
  }

  function run(steps, still, last) {
    const ending = advance(steps) ?? (self.steps >= last ? ": a rest" : undefined);
    if (ending) return stop(ending);
    if (!still) show();
    animation = requestAnimationFrame(() => run(steps, still, last));
  }

  function advance(steps) {
    for (let i = 0; i < steps; i += 1) {
      const ending = step();
      if (ending) return ending;
      self.steps += 1;
    }
  }
}
