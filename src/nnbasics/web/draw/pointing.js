// Pointing at a place of a drawing.

// Where an event happened, in the drawing's own units.
export function placeOf(event, drawing) {
  return new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM().inverse());
}

// From a press of the grip on, one pointer has it, wherever it goes, until it lets go or scrolls the page.
//
//   followDrag(grip, { begin(event), move(event), end() })      begin and end may be left out; a begin that returns
//                                                                false takes no hold
//
// The press, its moves and the click are the grip's own: what lies under it is neither dragged nor picked.  Where
// touch may scroll, `touch-action` says so.
export function followDrag(grip, { begin, move, end }) {
  let held; // the pointer
  grip.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || begin?.(event) === false) return;
    event.stopPropagation();
    event.preventDefault(); // no text is selected
    held = event.pointerId;
    grip.setPointerCapture(held);
  });
  grip.addEventListener("pointermove", (event) => {
    if (event.pointerId !== held) return;
    event.stopPropagation();
    move(event);
  });
  for (const last of ["pointerup", "pointercancel"])
    grip.addEventListener(last, (event) => {
      if (event.pointerId !== held) return;
      held = undefined;
      end?.();
    });
  grip.addEventListener("click", (event) => event.stopPropagation());
  // A browser does not heed touch-action on every part of a drawing.
  const keep = (event) => getComputedStyle(grip).touchAction === "none" && event.preventDefault();
  grip.addEventListener("touchmove", keep, { passive: false });
}

// In a drawing with axes: a mouse may press or drag; a finger or pen taps, so that a thumb that scrolls the page
// over the drawing changes nothing.
export function followPointer(drawing, { fromX, fromY }, [x, y], onPoint) {
  const within = (value, [low, high]) => Math.min(high, Math.max(low, Number(value.toFixed(2))));
  const point = (event) => {
    const at = placeOf(event, drawing);
    onPoint(within(fromX(at.x), x), within(fromY(at.y), y));
  };
  drawing.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse") drawing.setPointerCapture(event.pointerId);
  });
  drawing.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse" && event.buttons) point(event);
  });
  drawing.addEventListener("click", point);
}
