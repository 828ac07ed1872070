// Picture and sliders on one screen: where they stand, and the way of the focus between them.
//
// The order of the focus is the order on the screen: the drawings, the sliders, the rest.  What sticks to an edge of
// the screen (`.nn-main`, the picture; the slider of what is picked) covers nothing that has the focus.

import { whenNarrow } from "./narrow.js";

const ROOM = 8; // pixels around what has the focus

export function arrange(el, stage) {
  const controls = el.closest(".nn-explorer")?.querySelector(".nn-controls");
  // From now on both are in one box, in which the picture sticks.  A view may want more before the sliders.
  if (controls) (el.querySelector(":scope > .nn-before-controls") ?? stage).after(controls);
  // Said once on what holds them: a style rule with :has() is weighed anew at every change of a number.
  for (const box of [el, stage])
    for (const part of ["main", "beside"])
      box.classList.toggle(`nn-holds-${part}`, box.querySelector(`.nn-${part}`) !== null);
  const opens = stage.querySelector(":scope > .nn-opens");
  if (opens) standOnPhone(opens, stage.firstChild);
  for (const group of controls?.querySelectorAll(".nn-group.nn-holds-picked") ?? []) {
    standOnPhone(group, null);
    watchRest(group);
  }
  el.addEventListener("focusin", ({ target }) => requestAnimationFrame(() => uncover(el, target)));
  el.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !event.target.closest(".nn-picked-slider .noUi-handle")) return;
    stage.querySelector(".nn-picked, .nn-chosen")?.focus();
  });
}

// On a phone the picture that opens a chapter comes first, and the slider of what is picked after all the others, along
// which it sticks to the lower edge: on the screen, and in the order of the focus, which no style sheet can change.
function standOnPhone(part, before) {
  const next = part.nextSibling;
  whenNarrow(part.closest(".nn-explorer"), (isNarrow) => {
    const behind = isNarrow ? before : next;
    if (part.nextSibling !== behind) part.parentNode.insertBefore(part, behind);
  });
}

// A slider of what is picked covers the picture while it sticks to the lower edge of the screen.  Where it has come to
// its place among the others (`.nn-at-rest`), it goes under the picture as they do.
function watchRest(group) {
  const seen = ([{ boundingClientRect: box }]) =>
    group.classList.toggle("nn-at-rest", box.bottom < innerHeight - 0.5);
  new IntersectionObserver(seen, { rootMargin: "0px 0px -1px", threshold: 1 }).observe(group);
}

// What a mouse or a finger pressed stays where it was pressed: it would be let go of beside it, which is no click.
function uncover(el, target) {
  if (!target.matches(":focus-visible")) return;
  for (const cover of el.querySelectorAll(".nn-main, .nn-holds-picked.nn-group")) {
    if (cover.contains(target) || target.contains(cover)) continue;
    const [over, under] = [cover, target].map((element) => element.getBoundingClientRect());
    if (over.bottom <= under.top || over.top >= under.bottom) continue;
    if (over.right <= under.left || over.left >= under.right) continue;
    const down = over.top > innerHeight / 2;
    scrollBy({
      top: down ? under.bottom - over.top + ROOM : under.top - over.bottom - ROOM,
      behavior: "instant",
    });
  }
}
