// Long work in slices, so that the page stays alive: a generator that pauses often, run for a moment at a
// time.
//
//   const stop = runInSlices(work, { progress, done })
//
// progress() after each slice; done(value) with what the generator returns; stop() leaves it where it is.

const SLICE = 12; // ms; what lies between two pauses of the generator comes on top

export function runInSlices(work, { progress, done }) {
  let timer = setTimeout(slice);
  return () => clearTimeout(timer);

  function slice() {
    const end = performance.now() + SLICE;
    let turn = work.next();
    while (!turn.done && performance.now() < end) turn = work.next();
    if (turn.done) return done(turn.value);
    timer = setTimeout(slice);
    progress();
  }
}

// Calls the action once, when any part of a view comes near the screen: nobody waits for work that nobody
// sees.
export function whenNear(el, action) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      action();
    },
    { rootMargin: "300px" },
  );
  // The view itself has no box; its parts, which it may still have to make, have.
  queueMicrotask(() => [...el.children].forEach((part) => observer.observe(part)));
  return () => observer.disconnect();
}
