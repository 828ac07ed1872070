// What belongs to one class lights up together: its bar, its term of the fraction, its share.
//
//   const lights = createLights({ onPick })
//   lights.add(i, element)      pointing at it or focusing it lights class i; a press picks it
//   lights.update(picked)       the class that is lit while nothing is pointed at

export function createLights({ onPick }) {
  const members = [];
  let picked = 0,
    pointed;
  return {
    add(i, element) {
      (members[i] ??= []).push(element);
      const point = (at) => () => {
        pointed = at;
        show();
      };
      element.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && point(i)());
      element.addEventListener("pointerleave", point(undefined));
      if (element.localName === "button") {
        // a part of a drawing that listens to the focus would be a stop of Tab
        element.addEventListener("focus", point(i));
        element.addEventListener("blur", point(undefined));
      }
      element.addEventListener("click", () => onPick(i));
      return element;
    },
    update(place) {
      picked = place;
      show();
    },
  };

  function show() {
    members.forEach((elements, i) =>
      elements.forEach((element) => element.classList.toggle("nn-lit", i === (pointed ?? picked))),
    );
  }
}
