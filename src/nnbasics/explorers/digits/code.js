// The network, the digit and what is picked, as Python.

import { base64Of, pythonPixels } from "../../web/digits/data.js";
import { pythonNumber } from "../../web/draw/numbers.js";

export function pythonCode(network, pixels, reached, { layer, index }) {
  const hidden = JSON.stringify(network.hidden),
    sizes = JSON.stringify(network.sizes).replaceAll(",", ", ");
  return `import numpy as np
from base64 import b64decode
from nnbasics import Network

shown = Network(${sizes}, hidden=${hidden}, output="softmax")
# all weights and biases, bit by bit
shown.parameters[:] = np.frombuffer(b64decode("${base64Of(network.parameters)}"))

x = np.array([[
${pythonPixels(pixels)}
]]) / 16
trace = shown.forward(x)

reached = ${pythonNumber(reached)}  # so many layers
if reached >= ${network.sizes.length - 1}:
    output = trace.activations[-1][0]
    print("reads", output.argmax())
    print("probability", output.max())
    for digit, value in enumerate(output):
        print(f"output-{digit} {value}")

layer, neuron = ${layer - 1}, ${index}  # counted from 0
inputs, weights = trace.activations[layer][0], shown.layers[layer].weights[:, neuron]
print("sum-of-products", inputs @ weights)
print("bias", shown.layers[layer].biases[neuron])
print("z", trace.preactivations[layer][0, neuron])
print("activation", trace.activations[layer + 1][0, neuron])
`;
}
