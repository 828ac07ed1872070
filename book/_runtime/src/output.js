// The Output widget: what its cell printed and displayed, as saved in the page.
import { Widget } from "@lumino/widgets";
import { DOMWidgetView } from "@jupyter-widgets/base";
import { couldNotStart } from "./notice.js";
export { OutputModel } from "@jupyter-widgets/output";

const WIDGET = "application/vnd.jupyter.widget-view+json";
// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's escape is a control character
const ESCAPES = /\x1b\[[0-9;]*m/g; // the colors of a traceback in a terminal

export class OutputView extends DOMWidgetView {
  render() {
    this.el.classList.add("jupyter-widgets", "widget-output");
    this.listenTo(this.model, "change:outputs", this.show);
    return this.show();
  }

  async show() {
    const outputs = this.model.get("outputs") ?? [];
    const parts = outputs.map((output) => this.part(output).catch(couldNotStart));
    this.el.replaceChildren(...(await Promise.all(parts)));
  }

  async part({ output_type: type, name, text, traceback, data }) {
    if (type === "stream") return preformatted(text, `output ${name}`);
    if (type === "error") return preformatted(traceback.join("\n"), "output error");
    const element = document.createElement("div");
    element.className = "output";
    const image = Object.keys(data).find((mime) => /^image\/(png|jpeg|gif|webp)$/.test(mime));
    if (data[WIDGET]) {
      const model = await this.model.widget_manager.get_model(data[WIDGET].model_id);
      const view = await this.create_child_view(model);
      this.displayed.then(() => Widget.attach(view.luminoWidget, element));
    } else if (data["text/html"] ?? data["image/svg+xml"]) {
      element.innerHTML = joined(data["text/html"] ?? data["image/svg+xml"]);
    } else if (image) {
      const picture = document.createElement("img");
      picture.src = `data:${image};base64,${joined(data[image])}`;
      picture.alt = joined(data["text/plain"] ?? "");
      element.append(picture);
    } else {
      return preformatted(data["text/plain"] ?? "", "output");
    }
    return element;
  }
}

// A notebook may store text as a list of lines.
const joined = (text) => [text].flat().join("");

function preformatted(text, className) {
  const pre = document.createElement("pre");
  pre.className = className;
  pre.textContent = joined(text).replace(ESCAPES, "");
  return pre;
}
