// Bytes that a view carries: in a notebook a trait like any other, in the book a script of its own, named
// by its content and thus fetched once for all pages.  There the trait says where that is.
//
//   const images = await lateData(model, "images")         a DataView, wherever the view is
//
// A trait made by `late_bytes()` is fetched when this asks for it; of the others the page waits for itself.

const ARRIVED = Symbol.for("nnbasics.data"); // what a data script has brought, by its name

export async function lateData(model, trait) {
  const value = model.get(trait);
  return typeof value?.script === "string" ? bytesOf(await fetchScript(value)) : value;
}

// A view whose traits that are scripts are bytes before it begins: what the book's page opens it with.
export async function withBytes(view, traits) {
  const widget = typeof view === "function" ? await view() : view;
  const initialize = async (context) => {
    const { model } = context;
    for (const trait of traits) model.set(trait, await lateData(model, trait));
    return widget.initialize?.(context);
  };
  return { ...widget, initialize };
}

// A script element, because a page that is opened as a file may fetch in no other way.
async function fetchScript({ name, script }) {
  const arrived = (globalThis[ARRIVED] ??= {});
  if (!(name in arrived)) {
    const element = document.createElement("script");
    element.src = script;
    await new Promise((done, failed) => {
      element.onload = done;
      element.onerror = () => failed(new Error("its data could not be fetched: reload the page."));
      document.head.append(element);
    });
    element.remove();
  }
  return arrived[name];
}

function bytesOf(base64) {
  return new DataView(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer);
}
