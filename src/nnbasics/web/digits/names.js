// What the parts of a network that reads digits are called, counted from 1, as people do.
// `last` is the layer of the outputs.

export function nameOfNeuron(layer, index, last) {
  return layer === last ? `the output for ${index}` : `neuron ${index + 1} of hidden layer ${layer}`;
}

export function namesOfInputs(size, layer) {
  return Array.from({ length: size }, (_, i) => (layer === 0 ? pixelName(i) : `neuron ${i + 1}`));
}

function pixelName(i) {
  return `row ${Math.floor(i / 8) + 1}, column ${(i % 8) + 1}`;
}

export function nameOfParameter(what, last) {
  if (what.kind === "neuron") return `bias of ${nameOfNeuron(what.layer, what.index, last)}`;
  const from = what.layer ? nameOfNeuron(what.layer, what.from, last) : `pixel ${pixelName(what.from)}`;
  return `weight from ${from} to ${nameOfNeuron(what.layer + 1, what.to, last)}`;
}

// How far a pass has come, in layers.
export function nameOfPlace(reached, sizes) {
  const last = sizes.length - 1,
    layer = Math.ceil(reached);
  const kind = layer === 0 ? "the input" : layer === last ? "the output layer" : `hidden layer ${layer}`;
  const place = `${kind}, ${sizes[layer]} ${layer ? "neurons" : "pixels"}`;
  return reached < layer ? `on the way to ${place}` : place;
}

// In words, for the drawing: the neuron or the pixel.
export function nameOfPart({ layer, index }, last) {
  return layer ? nameOfNeuron(layer, index, last) : `pixel ${pixelName(index)}`;
}
