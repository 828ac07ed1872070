// The widget manager of a page without a kernel.
import { ManagerBase } from "@jupyter-widgets/base-manager";
import * as base from "@jupyter-widgets/base";
import * as controls from "controls"; // all of them or those of the book: build.mjs
import * as anywidget from "./anywidget.js";
import * as output from "./output.js";
import { nameControl } from "./names.js";
import * as notices from "./notice.js";
import { finishSlider } from "./sliders.js";

const MODULES = {
  "@jupyter-widgets/base": base,
  "@jupyter-widgets/controls": controls,
  "@jupyter-widgets/output": output,
  anywidget,
  "nn-widgets": notices,
};

export class PageManager extends ManagerBase {
  async loadClass(className, moduleName) {
    return MODULES[moduleName]?.[className];
  }

  async loadModelClass(className, moduleName) {
    return (await this.loadClass(className, moduleName)) ?? notices.UnknownModel;
  }

  async loadViewClass(className, moduleName) {
    const View = await this.loadClass(className, moduleName);
    if (!View) return notices.unknownView(className, moduleName, moduleName in MODULES);
    return "createSlider" in View.prototype ? finishSlider(View) : View;
  }

  /** Those models of a group that are not there yet, each by itself: one that fails is an error to be seen in its place. */
  async load(models) {
    const made = Object.entries(models)
      .filter(([id]) => !this.has_model(id))
      .map(([id, { state, ...options }]) => this.new_model({ ...options, model_id: id }, state));
    for (const result of await Promise.allSettled(made)) if (result.reason) console.error(result.reason);
  }

  // All of a group are registered at once: the base class would wait two seconds in vain.
  async get_model(id) {
    if (!this.has_model(id)) throw new Error(`The page holds no state of the widget ${id}.`);
    return super.get_model(id);
  }

  /**
   * A view of the model, its controls named. Once it stands in the page and is drawn, its element
   * sends the event `nn:widget-rendered`, which bubbles; `event.detail.view` is the view.
   */
  async create_view(model, options) {
    const view = await super.create_view(model, options);
    if (!(view instanceof base.DOMWidgetView)) return view; // a layout or a style draws nothing
    if (view instanceof base.ErrorWidgetView) {
      view.el.onclick = view.el.ondblclick = null;
      view.el.replaceChildren(notices.couldNotStart(view.model.get("error")));
      return view;
    }
    nameControl(view);
    Promise.all([view.displayed, view.rendered]).then(() => {
      const event = { bubbles: true, detail: { view } };
      view.el.dispatchEvent(new CustomEvent("nn:widget-rendered", event));
    });
    return view;
  }

  // No kernel: no comms. Models without a comm keep their changes to themselves.
  async _get_comm_info() {
    return {};
  }

  async _create_comm() {
    throw new Error("This page has no kernel.");
  }
}
