// anywidget, with its failures said on the page. On its own it reports a module that cannot be
// read, or a `render` that throws, as an unhandled rejection: the reader sees an empty place.
import "anywidget";
import * as base from "@jupyter-widgets/base";
import { anywidgetFactory } from "./define.js";
import { couldNotStart } from "./notice.js";

const anywidget = anywidgetFactory(base);

// anywidget takes the text of a module: it is given a line that fetches the widget from this list.
const LIST = "nn-widgets.modules";
const loaders = (globalThis[Symbol.for(LIST)] = []);
const open = new WeakMap(); // element -> what says of the view there whether it is drawn

export class AnyModel extends anywidget.AnyModel {
  initialize(...args) {
    const source = this.get("_esm");
    const index = loaders.push(() => load(source)) - 1;
    this.set("_esm", `export default () => globalThis[Symbol.for("${LIST}")][${index}]();`);
    super.initialize(...args);
  }
}

/** `tried` resolves once the module's own `render` is done or has failed; `rendered` stays open if that failed. */
export class AnyView extends anywidget.AnyView {
  async render() {
    this.tried = new Promise((resolve) => open.set(this.el, resolve));
    this.rendered = this.tried.then((drawn) => drawn || new Promise(() => {}));
    if (await modulesRun()) return super.render();
    this.el.replaceChildren(couldNotStart(FORBIDDEN));
    open.get(this.el)(false);
  }
}

// A page may forbid modules that are not files (Content-Security-Policy): anywidget would wait in vain.
const FORBIDDEN = "this page forbids its script (Content-Security-Policy).";
let run;
const modulesRun = () => (run ??= read("export default {};").then(...[true, false].map((ran) => () => ran)));

/** The widget that the module defines, with both its functions guarded. Never rejects. */
async function load(source) {
  let failure;
  const guard = async (run) => {
    try {
      return await run();
    } catch (error) {
      console.error(error);
      failure ??= error ?? new Error("it threw nothing.");
    }
  };
  const widget = await guard(async () => drawing(await read(source)));
  return {
    initialize: (context) => guard(() => widget?.initialize?.(context)),
    async render(context) {
      const cleanup = failure ? undefined : await guard(() => widget.render?.(context));
      if (failure) context.el.replaceChildren(couldNotStart(failure));
      open.get(context.el)?.(!failure);
      return cleanup;
    },
  };
}

function drawing(widget) {
  if (typeof widget.render !== "function") throw new Error("its module draws nothing.");
  return widget;
}

async function read(source) {
  if (!source) throw new Error("its module is missing from the page.");
  const href = /^https?:/.test(source);
  const url = href ? source : URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const module = await import(url);
  if (!href) URL.revokeObjectURL(url);
  const widget = typeof module.default === "function" ? await module.default() : module.default;
  return widget ?? module;
}

// anywidget gives up waiting for a module after two seconds, and says so to the console; the widget
// is shown all the same once the module is there. A failure is told above, so this means: slow.
addEventListener("unhandledrejection", (event) => {
  if (event.reason?.message === "[anywidget] Failed to initialize model.") event.preventDefault();
});
