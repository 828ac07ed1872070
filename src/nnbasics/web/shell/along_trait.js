// For what is computed from the state alone: a trait of the model counts the steps, from 0 to `most`, so that Undo,
// Reset, a link and a slider move it too.  It gives step, show, rewind and at:
//
//   createTransport({ label: "Train", ...alongTrait(model, "steps", most, `${most} steps are over`) })
export function alongTrait(model, trait, most, ending) {
  const at = () => model.get(trait),
    put = (steps) => model.set({ [trait]: steps }),
    show = () => model.save_changes();
  return {
    step: () => (at() >= most ? ending : void put(at() + 1)),
    show,
    rewind() {
      put(0);
      show();
    },
    at,
  };
}
