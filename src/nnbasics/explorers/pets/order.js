// The order of the focus is the order on the screen, whether it is wide or not.
//
// On a phone the picture's sliders follow the picture, before the course of the losses; else they follow the numbers
// with all other sliders.  course, numbers: the elements before and after which they then stand.

const NARROW = 560; // as in the style sheet

export function keepOrder(el, course, numbers) {
  const place = () => {
    const sliders = el.querySelector(".nn-pets-picture");
    const isNarrow = el.clientWidth < NARROW;
    if (!sliders || isNarrow === (sliders.nextElementSibling === course)) return;
    if (isNarrow) course.before(sliders);
    else numbers.nextElementSibling.prepend(sliders);
  };
  const observer = new ResizeObserver(place);
  observer.observe(el);
  return observer;
}
