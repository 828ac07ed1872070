// anywidget is published as an AMD module. Its free `define` is this one (esbuild's `inject`), so
// that no RequireJS is needed: it takes the factory, and `anywidget.js` gives it the base classes.
export let anywidgetFactory;

export function define(_dependencies, factory) {
  anywidgetFactory = factory;
}
