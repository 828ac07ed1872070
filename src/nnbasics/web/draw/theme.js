// When the colors of the page change: by its theme (the book's, JupyterLab's) or by what the system asks for.

const ATTRIBUTES = ["data-theme", "data-jp-theme-light", "class"];
const WISHES = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"];

// Calls the action after each change; returns a function that ends it.
export function onThemeChange(action) {
  const observer = new MutationObserver(action),
    wishes = WISHES.map((wish) => matchMedia(wish));
  for (const element of [document.documentElement, document.body])
    observer.observe(element, { attributeFilter: ATTRIBUTES });
  for (const wish of wishes) wish.addEventListener("change", action);
  return () => {
    observer.disconnect();
    for (const wish of wishes) wish.removeEventListener("change", action);
  };
}
