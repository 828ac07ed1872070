// What a style sheet cannot do where an explorer is narrow: put parts into another order for the focus, too.

const NARROW = 560; // as in the style sheets

// `place(isNarrow)` whenever the size of the element is another one; returns the observer.
export function whenNarrow(element, place) {
  const observer = new ResizeObserver(([{ contentRect }]) => place(contentRect.width < NARROW));
  observer.observe(element);
  return observer;
}
