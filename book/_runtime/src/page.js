// Shows the widgets of the page: their state and views stand in it as Jupyter's standard has it.
import { Widget } from "@lumino/widgets";
import { PageManager } from "./manager.js";
import { couldNotStart } from "./notice.js";
import "./nn-widgets.css";

const scripts = (kind) => [
  ...document.querySelectorAll(`script[type="application/vnd.jupyter.widget-${kind}+json"]`),
];

async function start() {
  const manager = new PageManager();
  const states = scripts("state").map((script) => JSON.parse(script.textContent));
  await Promise.all(states.map((state) => manager.set_state(state)));
  await Promise.all(scripts("view").map((script) => show(manager, script)));
}

async function show(manager, script) {
  const place = document.createElement("div");
  place.className = "widget-subarea";
  script.before(place);
  try {
    const model = await manager.get_model(JSON.parse(script.textContent).model_id);
    const view = await manager.create_view(model);
    Widget.attach(view.luminoWidget, place);
  } catch (error) {
    console.error(error);
    place.append(couldNotStart(error));
  }
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
