// The state of an explorer as the part of an address after the #, and back.
//
//   #nn__neuron__0__eyJ3…     the name of the explorer, its place among those of the page, its traits
//
// The traits are JSON with a checksum.  Of bytes, which may be many (all weights of a network), only those numbers
// are told that differ from the first state.  An ordinary #section is none of these, and an explorer leaves alone
// what is meant for another place.

const ADDRESS = /^#nn__([a-z0-9_-]+)__(\d+)__(.*)$/; // altered, it is one still
const WORD = 8; // bytes of a number

// Its place among the views of a built page; −1 elsewhere: a notebook has no address of its own.
export function placeOnPage(el) {
  return views().findIndex((view) => view.previousElementSibling?.contains(el));
}

// The last of the page also has those of places that are not there: somebody must say so.
export function hasAddress(place) {
  const meant = Number(ADDRESS.exec(location.hash)?.[2] ?? NaN);
  return place >= 0 && Math.min(meant, views().length - 1) === place;
}

function views() {
  return [...document.querySelectorAll('script[type="application/vnd.jupyter.widget-view+json"]')];
}

export function addressOf(name, place, state, first) {
  const traits = Object.entries(state).map(([trait, value]) => [
    trait,
    isBytes(value) ? changes(value, first[trait]) : value,
  ]);
  const text = JSON.stringify(Object.fromEntries(traits));
  const bytes = new TextEncoder().encode(checksum(name, text, first) + text);
  return `#nn__${name}__${place}__${toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

// Throws where the address names no state of this explorer.
export function stateAt(name, first) {
  const [, whose, at, payload] = ADDRESS.exec(location.hash);
  const whole = new TextDecoder("utf-8", { fatal: true }).decode(
    fromBase64(payload.replaceAll("-", "+").replaceAll("_", "/")),
  );
  const [sum, text] = [whole.slice(0, 8), whole.slice(8)];
  if (whose !== name || Number(at) >= views().length || sum !== checksum(name, text, first))
    throw new Error("not an address of this explorer");
  const told = JSON.parse(text);
  return Object.fromEntries(
    Object.entries(first).map(([trait, value]) => {
      if (isBytes(value)) return [trait, changed(value, told[trait])];
      if (kindOf(told[trait]) !== kindOf(value)) throw new Error(`${trait}: of another kind`);
      return [trait, told[trait]];
    }),
  );
}

function kindOf(value) {
  return Array.isArray(value) ? "list" : typeof value;
}

function isBytes(value) {
  return value instanceof DataView;
}

function bytesOf(value) {
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}

// Where the numbers differ and what they are there; all of them where the length is another.
function changes(value, first) {
  const now = bytesOf(value),
    before = bytesOf(first);
  if (now.length !== before.length) return { all: toBase64(now) };
  const places = [];
  for (let i = 0; i * WORD < now.length; i += 1) {
    const word = (bytes) => bytes.subarray(i * WORD, (i + 1) * WORD);
    if (word(now).some((byte, j) => byte !== word(before)[j])) places.push(i);
  }
  if (3 * places.length > now.length / WORD) return { all: toBase64(now) };
  return {
    at: places,
    words: toBase64(Uint8Array.from(places.flatMap((i) => [...now.subarray(i * WORD, (i + 1) * WORD)]))),
  };
}

function changed(first, { all, at, words }) {
  const bytes = all ? fromBase64(all) : bytesOf(first).slice();
  at?.forEach((place, i) => bytes.set(fromBase64(words).subarray(i * WORD, (i + 1) * WORD), place * WORD));
  return new DataView(bytes.buffer);
}

// FNV-1a, over what the state is of and what it says: an address that was cut or altered does not fit.
function checksum(name, text, first) {
  const written = Object.values(first)
    .filter(isBytes)
    .map((bytes) => bytesOf(bytes).join());
  let sum = 0x811c9dc5;
  for (const letter of [name, text, ...written].join("\n"))
    sum = Math.imul(sum ^ letter.codePointAt(0), 0x01000193) >>> 0;
  return sum.toString(16).padStart(8, "0");
}

function toBase64(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function fromBase64(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
