// What the page says of its widgets, read so that one that makes no sense takes no other with it.
//
//   readModels(texts)   the models of all states in the page, by their ids, each { model_name, …, state }
//
// In the place of what cannot be read, is not there or holds itself stands a `broken` one: it says why.
import { put_buffers } from "@jupyter-widgets/base";

const REFERENCE = /^IPY_MODEL_(.*)$/s;
const NO_JSON = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g; // Python writes these as bare words
const NOT_FINITE = "not finite: "; // what they are until they are numbers again
const CARRIED = { "@jupyter-widgets/base": 2, "@jupyter-widgets/controls": 2, "@jupyter-widgets/output": 1 };
const LOOKS = ["layout", "style"]; // without its look a widget still is one

export function readModels(texts) {
  const models = Object.create(null); // an id may be any word, "constructor" too
  for (const text of texts) {
    const { version_major, state } = parse(text);
    if (version_major !== 2 || !isObject(state))
      throw new Error(`its state is of version ${version_major}, which this page cannot read.`);
    for (const [id, model] of Object.entries(state)) models[id] = read(model);
  }
  mendReferences(models);
  return models;
}

export function parse(text) {
  const json = text.replace(NO_JSON, (found) => (found[0] === '"' ? found : `"${NOT_FINITE}${found}"`));
  return JSON.parse(json, (_, value) =>
    typeof value === "string" && value.startsWith(NOT_FINITE)
      ? Number(value.slice(NOT_FINITE.length))
      : value,
  );
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const broken = (problem) => ({ model_name: "BrokenModel", model_module: "nn-widgets", state: { problem } });

function read(model) {
  try {
    if (!isObject(model) || !isObject(model.state) || !model.model_name)
      throw new Error("its state in the page is empty.");
    const { model_module: module, model_module_version: version, buffers = [] } = model;
    const wanted = CARRIED[module];
    if (wanted && Number(/\d+/.exec(version)?.[0]) !== wanted)
      throw new Error(`it is of version ${version} of ${module}; this page carries version ${wanted}.`);
    put_buffers(
      model.state,
      buffers.map(({ path }) => path),
      buffers.map(({ data, encoding }) => bytes(data, encoding)),
    );
    return model;
  } catch (error) {
    return broken(error.message);
  }
}

function bytes(data, encoding) {
  try {
    if (encoding !== "base64") throw new Error(encoding);
    return new DataView(Uint8Array.from(atob(data), (character) => character.charCodeAt(0)).buffer);
  } catch {
    throw new Error("its bytes in the page are damaged.");
  }
}

// A widget that is not there, or that stands inside itself, would be waited for for ever.
function mendReferences(models) {
  const known = Object.keys(models);
  const inside = []; // the way down to where we are
  const done = new Set();
  const stand = (problem) => {
    const id = `broken ${Object.keys(models).length}`;
    models[id] = broken(problem);
    return `IPY_MODEL_${id}`;
  };
  const mended = (value, key) => {
    if (Array.isArray(value)) return value.map((each) => mended(each));
    if (isObject(value) && Object.getPrototypeOf(value) === Object.prototype) {
      for (const [name, each] of Object.entries(value)) value[name] = mended(each, name);
      return value;
    }
    const id = typeof value === "string" ? REFERENCE.exec(value)?.[1] : undefined;
    if (id === undefined) return value;
    const sound = id in models && !(LOOKS.includes(key) && models[id].model_name === "BrokenModel");
    if (!sound) return LOOKS.includes(key) ? null : stand(`the page holds no state of the widget ${id}.`);
    if (inside.includes(id)) return stand("it stands inside itself.");
    visit(id);
    return value;
  };
  const visit = (id) => {
    if (done.has(id)) return;
    inside.push(id);
    mended(models[id].state);
    inside.pop();
    done.add(id);
  };
  known.forEach(visit);
}
