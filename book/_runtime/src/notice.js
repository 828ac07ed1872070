// What stands in the place of a widget that cannot be shown: a sentence, so that the reader knows.
import { DOMWidgetModel, DOMWidgetView } from "@jupyter-widgets/base";

export function notice(message) {
  const paragraph = document.createElement("p");
  paragraph.className = "nn-notice";
  paragraph.setAttribute("role", "note");
  paragraph.textContent = message;
  return paragraph;
}

/** The notice of an error, given as such or as words. */
export const couldNotStart = (error) => notice(`This widget could not start: ${error?.message ?? error}`);

/** Stands in the place of a model that the page has not, or not as one can read it: `problem` says so. */
export class BrokenModel extends DOMWidgetModel {
  defaults() {
    return { ...super.defaults(), _view_name: "BrokenView", _view_module: "nn-widgets", problem: "" };
  }
}

export class BrokenView extends DOMWidgetView {
  render() {
    this.el.classList.add("jupyter-widgets");
    this.el.replaceChildren(couldNotStart(this.model.get("problem")));
  }
}

/** Keeps the state of a widget whose module this page does not carry. */
export class UnknownModel extends DOMWidgetModel {}

/** A view that says what is missing: the module, or (`carried`) this one view of it. */
export const unknownView = (name, module, carried) =>
  class extends DOMWidgetView {
    render() {
      const needs = carried ? `${name} of the module ${module}` : `the module ${module} (${name})`;
      const message = `This widget needs ${needs}, which this page does not carry.`;
      this.el.replaceChildren(notice(message));
    }
  };
