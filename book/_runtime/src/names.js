// Names and states for assistive technology, where ipywidgets' controls have none.

/** What the control is called: its description as text, without a closing colon. */
export function nameOf(model) {
  const description = model.get("description") ?? "";
  const text = model.get("description_allow_html")
    ? new DOMParser().parseFromString(description, "text/html").body.textContent
    : description;
  const kind = model.name.replace(/Model$/, "").replace(/\B([A-Z])/g, " $1");
  return text.trim().replace(/:$/, "") || model.get("tooltip") || kind;
}

/** Name the parts of the view that are its own; the children of boxes name themselves. */
export function nameControl(view) {
  // For the style sheet: a control, not a box, and no one else's widget.
  if (view.label) view.el.classList.add("nn-control");
  const parts = PARTS.filter(([applies]) => applies(view));
  const name = () => parts.forEach(([, apply]) => apply(view));
  view.displayed.then(name); // labels find their fields only in a document
  view.listenTo(view.model, "change", name);
}

const set = (element, attributes) => {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
};

const PARTS = [
  [() => true, dropNull],
  [(view) => view.label && !view.content, nameFields],
  [(view) => view.playPauseButton, namePlay],
  [(view) => view.model.name === "RadioButtonsModel", nameRadios],
  [(view) => view.buttongroup, nameToggles],
  [(view) => view.el.classList.contains("jupyter-button"), nameButton],
  [(view) => view.progress, nameProgress],
  [(view) => view.el.tagName === "IMG", nameImage],
  [(view) => view.luminoWidget.collapseWidgets, nameAccordion],
];

// ipywidgets writes the tooltip that is not there as the word "null".
function dropNull({ el, label }) {
  for (const element of [el, label]) {
    if (element?.title === "null") element.removeAttribute("title");
  }
}

function nameFields({ el, model }) {
  for (const field of el.querySelectorAll("input, select, textarea")) {
    const labels = [...(field.labels ?? [])];
    const seen = (label) => label.textContent.trim() && label.style.display !== "none";
    if (labels.some(seen)) field.removeAttribute("aria-label");
    else field.setAttribute("aria-label", nameOf(model));
  }
}

function namePlay({ model, playPauseButton, stopButton, repeatButton }) {
  const name = model.get("description") ? `, ${nameOf(model)}` : "";
  set(playPauseButton, { "aria-label": (model.get("playing") ? "Pause" : "Play") + name });
  set(stopButton, { "aria-label": `Stop${name}` });
  set(repeatButton, { "aria-label": `Repeat${name}`, "aria-pressed": model.get("repeat") });
}

function nameRadios({ container, model, cid }) {
  set(container, { role: "radiogroup", "aria-label": nameOf(model) });
  // One name for all: the arrow keys then go from one to the next.
  for (const radio of container.querySelectorAll("input")) radio.name = cid;
}

function nameToggles({ buttongroup, model }) {
  set(buttongroup, { role: "group", "aria-label": nameOf(model) });
  buttongroup.querySelectorAll("button").forEach((button, i) => {
    set(button, { "aria-pressed": i === model.get("index") });
  });
}

function nameButton({ el, model }) {
  const words = model.get("tooltip") || model.get("icon") || "Button";
  if (!el.textContent.trim()) set(el, { "aria-label": words });
  if (model.name === "ToggleButtonModel") set(el, { "aria-pressed": model.get("value") });
}

function nameProgress({ progress, model }) {
  const [min, max, now] = ["min", "max", "value"].map((key) => model.get(key));
  set(progress, {
    role: "progressbar",
    "aria-label": nameOf(model),
    "aria-valuemin": min,
    "aria-valuemax": max,
    "aria-valuenow": now,
  });
}

function nameImage({ el, model }) {
  set(el, { alt: model.get("tooltip") ?? "" });
}

function nameAccordion({ luminoWidget }) {
  for (const collapse of luminoWidget.collapseWidgets) {
    const header = collapse.node.firstElementChild;
    set(header, { role: "button", tabindex: 0, "aria-expanded": !collapse.collapsed });
    header.onkeydown = (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      header.click();
    };
  }
}
