// What listens to a model: put on together, and off together by what this gives back.
//
//   const stopListening = listen(model, { "change:w change:b": followBias, "change:s": followPosition });

export function listen(model, listeners) {
  const turn = (way) => {
    for (const [events, listener] of Object.entries(listeners)) model[way](events, listener);
  };
  turn("on");
  return () => turn("off");
}
