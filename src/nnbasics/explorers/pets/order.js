// The order of the focus is the order on the screen, whether it is wide or not.
//
// On a phone the picture's sliders follow the picture, before the course of the losses; else they follow the numbers
// with all other sliders.  course, numbers: the elements before and after which they then stand.

import { whenNarrow } from "../../web/shell/narrow.js";

export function keepOrder(el, course, numbers) {
  return whenNarrow(el, (isNarrow) => {
    const sliders = el.querySelector(".nn-pets-picture");
    if (!sliders || isNarrow === (sliders.nextElementSibling === course)) return;
    if (isNarrow) course.before(sliders);
    else numbers.nextElementSibling.prepend(sliders);
  });
}
