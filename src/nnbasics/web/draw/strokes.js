// Strokes drawn on an element by mouse, pen and fingers: one for each pointer, and the pen before touch.
//
//   const pointers = followStrokes(element, { begin(id, event), move(id, events), drop(id), end(id) })
//   pointers.forget()      the strokes end here, and touch may draw again
//
// With a third argument { after: 4 } a pointer draws from so many pixels on; with fewer it is a tap, which is left to
// what it has hit.
//
// Once a pen draws, a touch is the hand that holds it: what it has begun is dropped, and it begins no more.  What the
// system cancels, as a palm that it has recognized, is dropped, too.  A stroke goes on outside the element.

export function followStrokes(element, { begin, move, drop, end = () => {} }, { after = 0 } = {}) {
  const types = new Map(); // of the pointers that draw
  const presses = new Map(); // that may still be taps
  let penDraws = false;

  const dropOne = (id) => types.delete(id) && drop(id);
  element.addEventListener("pointerdown", (event) => {
    const { pointerId, pointerType } = event;
    if (event.button !== 0 || (penDraws && pointerType === "touch")) return;
    if (after) presses.set(pointerId, event);
    else start(event);
  });
  function start(event) {
    const { pointerId, pointerType } = event;
    if (pointerType === "pen") {
      penDraws = true;
      for (const [id, type] of [...types]) if (type === "touch") dropOne(id);
    }
    types.set(pointerId, pointerType);
    try {
      element.setPointerCapture(pointerId);
    } catch {
      // a pointer that has left by now draws a dot
    }
    begin(pointerId, event);
  }
  element.addEventListener("pointermove", (event) => {
    const press = presses.get(event.pointerId);
    if (press && Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) >= after) {
      presses.delete(event.pointerId);
      start(press);
    }
    if (!types.has(event.pointerId)) return;
    const between = event.getCoalescedEvents?.() ?? []; // a mouse may report a thousand times a second
    move(event.pointerId, between.length ? between : [event]);
  });
  for (const last of ["pointerup", "lostpointercapture"])
    element.addEventListener(last, ({ pointerId }) => types.delete(pointerId) && end(pointerId));
  element.addEventListener("pointercancel", ({ pointerId }) => dropOne(pointerId));
  for (const last of ["pointerup", "pointercancel", "pointerleave"])
    element.addEventListener(last, ({ pointerId }) => presses.delete(pointerId));

  return {
    forget() {
      types.clear();
      presses.clear();
      penDraws = false;
    },
  };
}
