// One transport for everything that trains, fits or plays in an explorer:
//
//   const transport = createTransport({ label, step, show, begin, rewind, loss, unit, speeds, speed, most, at })
//   frame.time.append(transport.element)
//
// step()     does one step; returns nothing, or the words with which the run ends
// show()     draws where it has come to
// begin()    optional, before the first step: keep what rewind() goes back to
// rewind()   goes back to the same start: the same weights, memory of the optimizer and order of examples
// loss()     optional, the number for the live curve
// label      on the button that plays, "Train" or "Fit"; unit: what a step is called, "step" or "epoch"
// speeds     steps a second, beside 1 and Infinity, as fast as it goes, which are always there; speed: the first
// most       after so many steps it rests, until it is told to go on
// at()       optional, where it has come to, for what a slider moves as well; else the steps are counted here
//
// It has running, steps, ending and speed; stop(), reset() (from here on it counts anew) and close().  Pressed at the
// end of a run, play begins again from the same start.  Who prefers less motion sees each step up to two a second,
// and of a faster run its end alone.

import { html } from "../draw/elements.js";
import { formatCount } from "../draw/numbers.js";
import { createOutput, showNumber } from "../draw/output.js";
import { createLossCurve } from "./loss_curve.js";

const SPEEDS = [10, 100];
const WORK = 10; // ms of a frame for steps, which leaves the rest of it to drawing
const LONGEST = 250; // ms that a frame counts for at most: nothing rushes after a pause of the page
const CALM = 2; // steps a second that are no motion

export function createTransport({
  label = "Play",
  step,
  show,
  begin,
  rewind,
  loss,
  unit = "step",
  speeds = SPEEDS,
  speed = speeds[0],
  most = Infinity,
  at,
}) {
  let animation = 0,
    counted = 0;
  const count = createOutput("steps", { "data-past": "" });
  const words = html("span", { class: "nn-ending", role: "status" });
  const play = button(label, () => (self.running ? stop() : start()));
  const once = button(`One ${unit}`, () => {
    halt();
    if (self.ending) again();
    end(advance(1));
  });
  const back = button("Again", () => back.ariaDisabled === "true" || again());
  back.title = "Back to the same start";
  const offered = [...new Set([1, ...speeds, Infinity])].sort((a, b) => a - b);
  const menu = html(
    "select",
    { class: "nn-select", "aria-label": "Speed" },
    ...offered.map((each) => new Option(speedName(each, unit), each)),
  );
  menu.value = speed;
  const curve = loss && createLossCurve(unit);
  const element = html(
    "div",
    { class: "nn-transport", role: "group", "aria-label": label === "Play" ? "Player" : label },
    play,
    once,
    back,
    menu,
    html("p", { class: "nn-count" }, count, words),
    ...(curve ? [curve.element] : []),
  );
  element.addEventListener("nn:restore", reset); // the frame has other traits to put in place
  const self = {
    element,
    running: false,
    ending: "",
    stop,
    reset,
    refresh,
    get steps() {
      return at ? at() : counted;
    },
    get speed() {
      return Number(menu.value);
    },
    close() {
      cancelAnimationFrame(animation);
    },
  };
  refresh();
  return self;

  function start() {
    if (self.ending) again();
    self.running = true;
    element.dataset.running = "";
    play.textContent = "Pause";
    words.textContent = "";
    const last = counted + most;
    let before = performance.now(),
      due = 1; // the first step comes at once
    const run = (now) => {
      const silent = self.speed > CALM && matchMedia("(prefers-reduced-motion: reduce)").matches;
      const past = Math.min(LONGEST, Math.max(1, now - before)) / 1000;
      before = now;
      due = silent ? Infinity : due + self.speed * past;
      const many = Math.floor(due);
      const ending = advance(Math.min(many, last - counted));
      due = many < Infinity ? due - many : 0;
      if (ending !== undefined || counted >= last) return end(ending);
      if (many && !silent) draw();
      animation = requestAnimationFrame(run);
    };
    animation = requestAnimationFrame(run);
  }

  // So many steps, or as many as fit in a frame.
  function advance(steps) {
    const begun = performance.now();
    if (!counted && steps) {
      begin?.();
      curve?.add(0, loss());
    }
    for (let i = 0; i < steps && (i === 0 || performance.now() - begun < WORK); i += 1) {
      const ending = step();
      if (ending) return ending;
      counted += 1;
    }
  }

  function end(ending = "") {
    const rests = self.running && !ending ? `a rest; ${label} goes on` : "";
    halt();
    self.ending = ending;
    draw();
    words.textContent = ending || rests ? `: ${ending || rests}` : "";
  }

  function stop() {
    if (self.running) end();
    words.textContent = "";
  }

  function halt() {
    cancelAnimationFrame(animation);
    self.running = false;
    delete element.dataset.running;
    play.textContent = label;
  }

  function again() {
    reset();
    rewind();
    draw();
  }

  function reset() {
    halt();
    counted = 0;
    self.ending = words.textContent = "";
    curve?.clear();
    refresh();
  }

  function draw() {
    show();
    if (counted) curve?.add(counted, loss());
    refresh();
  }

  function refresh() {
    const steps = self.steps;
    showNumber(count, steps, `${formatCount(steps)} ${unit}${steps === 1 ? "" : "s"}`);
    back.ariaDisabled = String(!steps);
  }
}

function speedName(speed, unit) {
  if (speed === Infinity) return "as fast as it goes";
  return speed < 1 ? `1 ${unit} in ${1 / speed} s` : `${speed} ${unit}${speed === 1 ? "" : "s"} a second`;
}

function button(label, action) {
  const element = html("button", { type: "button", class: "nn-button" }, label);
  element.addEventListener("click", action);
  return element;
}
