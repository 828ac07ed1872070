// Shows the widgets of the page: their state and views stand in it as Jupyter's standard has it.
import { Widget } from "@lumino/widgets";
import { createGroups } from "./groups.js";
import { PageManager } from "./manager.js";
import { couldNotStart } from "./notice.js";
import { parse, readModels } from "./state.js";
import "./nn-widgets.css";

const PATIENCE = 3000; // milliseconds, with one whose data is slow or whose module never comes

const scripts = (kind) => [
  ...document.querySelectorAll(`script[type="application/vnd.jupyter.widget-${kind}+json"]`),
];

// For scripts that the page can wait for until its first widget stands, or is said not to.
let firstShown;
globalThis[Symbol.for("nn-widgets.first")] = new Promise((done) => {
  firstShown = done;
});

async function start() {
  const manager = new PageManager();
  let groupOf, failure; // of all of them
  try {
    groupOf = createGroups(readModels(scripts("state").map((script) => script.textContent)));
  } catch (error) {
    failure = error;
  }
  // From the top down, each once the page is at rest: the first slider does not wait for the last explorer.
  for (const script of scripts("view")) {
    await show(manager, groupOf, script, failure);
    firstShown();
    await rest();
  }
  firstShown(); // where there is none
}

function rest() {
  return new Promise((done) => {
    if (globalThis.requestIdleCallback) requestIdleCallback(done, { timeout: 500 });
    else setTimeout(done); // Safari
  });
}

// A view and all that it holds: the next explorer would come between its module and its picture.
async function tried(view) {
  await view.tried;
  // One that cannot be made is told in its own place.
  const held = await Promise.allSettled(view.children_views?.views ?? []);
  await Promise.all(held.map(({ value }) => value && tried(value)));
}

async function show(manager, groupOf, script, failure) {
  const place = document.createElement("div");
  place.className = "widget-subarea";
  script.before(place);
  watch(place);
  try {
    if (failure) throw failure;
    const { version_major, model_id } = parse(script.textContent);
    if (version_major !== 2)
      throw new Error(`it is of version ${version_major}, which this page cannot show.`);
    await manager.load(groupOf(model_id));
    const model = await manager.get_model(model_id);
    const view = await manager.create_view(model);
    Widget.attach(view.luminoWidget, place);
    await Promise.race([tried(view), new Promise((done) => setTimeout(done, PATIENCE))]);
  } catch (error) {
    console.error(error);
    place.replaceChildren(couldNotStart(error));
  }
}

// Says on the box around a place whether something stands there, and whether that is a notice: then the picture
// stays (book.css).  A style rule with :has() is weighed anew for the whole widget at every change of a number.
function watch(place) {
  const box = place.closest(".nn-widget");
  const [widgets, notices] = ["jupyter-widgets", "nn-notice"].map((name) =>
    place.getElementsByClassName(name),
  );
  const say = () => {
    box.classList.toggle("nn-with-notice", notices.length > 0);
    box.classList.toggle("nn-there", widgets.length + notices.length > 0);
  };
  if (box) new MutationObserver(say).observe(place, { childList: true, subtree: true });
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
