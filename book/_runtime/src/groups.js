// The models of a page in groups that hang together: a widget, all that it holds, and the links between these.
//
//   const groupOf = createGroups(models)     models: as readModels gives them
//   groupOf(id)                              the models of one group by their ids; nothing for an id that is not there

export function createGroups(models) {
  const near = new Map(Object.keys(models).map((id) => [id, new Set()]));
  for (const [id, { state }] of Object.entries(models))
    for (const other of referredTo(state))
      if (near.has(other)) {
        near.get(id).add(other);
        near.get(other).add(id); // a link refers to its ends, and they not to it
      }

  return (id) => {
    const group = new Set(near.has(id) ? [id] : []);
    for (const member of group) for (const other of near.get(member)) group.add(other);
    return Object.fromEntries([...group].map((member) => [member, models[member]]));
  };
}

// As IPY_MODEL_… or, in what an output shows, by its view.
function* referredTo(value) {
  if (typeof value === "string" && value.startsWith("IPY_MODEL_")) yield value.slice("IPY_MODEL_".length);
  else if (Array.isArray(value) || Object.getPrototypeOf(value ?? 0) === Object.prototype) {
    if (typeof value.model_id === "string") yield value.model_id;
    for (const part of Object.values(value)) yield* referredTo(part);
  }
}
