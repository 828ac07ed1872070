// A word of the glossary says what it means to who points at it, comes to it by keyboard, or taps it.  Escape takes
// the sentence away; a click where it stands, or a second tap, follows the link to the glossary.

(() => {
  const words = [...document.querySelectorAll("a.nn-term")];
  if (!words.length) return;
  const tip = Object.assign(document.createElement("div"), {
    id: "nn-tip",
    className: "nn-tip",
    hidden: true,
  });
  tip.setAttribute("role", "tooltip");
  document.querySelector("article").append(tip);
  let shown;

  function show(word) {
    if (shown === word) return;
    hide();
    shown = word;
    tip.textContent = word.dataset.says;
    tip.hidden = false;
    word.setAttribute("aria-describedby", tip.id);
    place();
  }
  // Above the word where there is room, within the window.
  function place() {
    if (!shown) return;
    const [line] = shown.getClientRects();
    const left = Math.min(line.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
    const above = line.top - tip.offsetHeight - 6;
    tip.style.left = `${Math.max(8, left)}px`;
    tip.style.top = `${above > 60 ? above : line.bottom + 6}px`;
  }
  function hide() {
    shown?.removeAttribute("aria-describedby");
    shown = undefined;
    tip.hidden = true;
  }

  let away = 0;
  const stay = () => clearTimeout(away);
  const leave = () => {
    stay();
    away = setTimeout(hide, 300); // time enough to go over to the sentence
  };
  let tapped = false;
  for (const word of words) {
    word.addEventListener("pointerenter", ({ pointerType }) => {
      stay();
      if (pointerType === "mouse") show(word);
    });
    word.addEventListener(
      "pointerdown",
      ({ pointerType }) => (tapped = pointerType !== "mouse" && shown !== word),
    );
    word.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && leave());
    word.addEventListener("focus", () => show(word));
    word.addEventListener("blur", hide);
    word.addEventListener("click", (event) => {
      if (tapped) event.preventDefault();
      tapped = false;
      show(word);
    });
  }
  tip.addEventListener("pointerenter", stay);
  tip.addEventListener("pointerleave", leave);
  addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  addEventListener("pointerdown", ({ target }) => target.closest?.(".nn-term, .nn-tip") || hide(), true);
  addEventListener("scroll", place, { passive: true });
  addEventListener("resize", place);
})();
