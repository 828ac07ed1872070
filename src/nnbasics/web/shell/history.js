// What an explorer was before: one step back for each gesture, not one for each pixel of it.
//
//   const history = createHistory({ read, write, isBusy, counts, onChange, inside })
//   history.begin()      the state of now is the first one; history.first
//   history.note()       the state has changed
//   history.undo()       one gesture back;  history.go(state): to any state, which can be undone
//
// read() returns the state, write(state) puts it in place.  A gesture ends when another begins, or at rest: no button
// of the mouse is down, isBusy() says that nothing runs, and for half a second nothing has changed.  What happens
// while counts() is false, before a hand is there, cannot be undone.  inside(target): is that in the explorer?
// onChange(can) tells whether there is anything to undo.  Ctrl+Z undoes, too.

import { LOOK } from "../draw/look.js";

const MOST = 100; // gestures

export function createHistory({ read, write, isBusy, counts, onChange, inside }) {
  let first,
    now,
    past = [],
    isOpen = false,
    isHeld = false,
    timer = 0,
    isWriting = false;
  const listeners = {
    pointerdown: press,
    pointerup: release,
    pointercancel: release,
    focusin: turn,
    keydown: key,
  };
  for (const [event, listener] of Object.entries(listeners))
    addEventListener(event, listener, event !== "keydown");
  tell();
  return {
    begin() {
      first = now = read();
    },
    get begun() {
      return first !== undefined;
    },
    get first() {
      return first;
    },
    note,
    rest,
    undo,
    go,
    close() {
      clearTimeout(timer);
      for (const [event, listener] of Object.entries(listeners))
        removeEventListener(event, listener, event !== "keydown");
    },
  };

  function note() {
    if (!first || isWriting) return;
    isOpen = true;
    wait();
    tell();
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(() => (isHeld || isBusy() ? wait() : rest()), LOOK.durations.rest);
  }

  // The gesture, if there is one, ends here.
  function rest() {
    if (!isOpen) return;
    clearTimeout(timer);
    isOpen = false;
    const state = read();
    if (counts() && !isSame(state, now)) past = [...past.slice(1 - MOST), now];
    now = state;
    tell();
  }

  function undo() {
    rest();
    if (past.length) place(past.pop());
  }

  function go(state) {
    rest();
    if (!isSame({ ...now, ...state }, now)) past.push(now);
    place(state);
  }

  function place(state) {
    isWriting = true;
    try {
      write(state);
    } finally {
      isWriting = false;
      now = read();
      tell();
    }
  }

  function tell() {
    onChange(isOpen || past.length > 0);
  }

  function turn({ target }) {
    if (inside(target) && !isBusy()) rest();
  }
  function press(event) {
    turn(event);
    isHeld = inside(event.target);
  }
  function release() {
    isHeld = false;
  }
  function key(event) {
    const { target } = event;
    if (
      event.key.toLowerCase() !== "z" ||
      !(event.ctrlKey || event.metaKey) ||
      event.shiftKey ||
      event.altKey
    )
      return;
    if (!inside(target) || "editing" in target.dataset) return; // a number that is being typed has its own undo
    event.preventDefault();
    undo();
  }
}

export function readTraits(model, traits) {
  return Object.fromEntries(traits.map((trait) => [trait, model.get(trait)]));
}

function isSame(a, b) {
  return Object.keys(a).every((trait) => a[trait] === b[trait] || written(a[trait]) === written(b[trait]));
}

function written(value) {
  if (!(value instanceof DataView)) return JSON.stringify(value);
  return String(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
}
