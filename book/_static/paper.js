// Paper is white: what is printed from a dark page is the light one, with the light posters of its films.

(() => {
  const { dataset } = document.documentElement;
  let shown;
  const toPaper = () => {
    if (shown === undefined) [shown, dataset.theme] = [dataset.theme, "light"];
  };
  const toScreen = () => {
    if (shown !== undefined) [dataset.theme, shown] = [shown, undefined];
  };
  addEventListener("beforeprint", toPaper);
  addEventListener("afterprint", toScreen);
  matchMedia("print").addEventListener("change", ({ matches }) => (matches ? toPaper() : toScreen()));
})();
