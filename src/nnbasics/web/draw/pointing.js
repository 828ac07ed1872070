// Pointing at a place of a drawing.

// Where an event happened, in the drawing's own units.
export function placeOf(event, drawing) {
  return new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM().inverse());
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
