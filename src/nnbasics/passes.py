"""The two passes through a network's layers: forward, and backward, which is backpropagation.

    forward     X  →  z₀ = X W₀ + b₀  →  a₁ = f(z₀)  →  z₁ = a₁ W₁ + b₁  →  …  →  output
    backward               delta₀           ←           delta₁           ←  …  ←  loss

Going backward, delta = d loss / d z of a layer is all that its own slopes need, and all that the
layer before it needs to know.  `Network` checks what comes in and out; here is the arithmetic.
Introduced in chapter 4 (forward) and chapter 6 (backward; Rumelhart and others, 1986).
"""
import numpy as np

from nnbasics.layers import Trace


def forward(layers, X):
    """Sends X, (examples, inputs), through the layers; the `Trace` keeps every step.

    Introduced in chapter 4, "Predict & Forward propagation (ideal case)".
    """
    activations, preactivations = [X], []
    for layer in layers:
        z, a = layer.forward(activations[-1])
        preactivations.append(z)
        activations.append(a)
    return Trace(activations, preactivations)


def backward(layers, loss, trace, Y, gradients):
    """Backpropagation: fills the `Gradients` with those of the loss, averaged over the batch.

    Y: what was wanted, (examples, outputs).
    Introduced in chapter 6, "Overview of backpropagation".
    """
    _fill_deltas(layers, loss, trace, Y, len(Y), gradients.deltas)
    for l, layer in enumerate(layers):
        layer.gradients(trace.activations[l], gradients.deltas[l],
                        gradients.weights[l], gradients.biases[l])


def backward_per_example(layers, loss, trace, Y, gradients):
    """The same for each example alone, along a leading axis; their mean is the averaged one.

    Introduced in chapter 6, "Each training data has his/her own saying ...".
    """
    _fill_deltas(layers, loss, trace, Y, 1, gradients.deltas)
    for a, delta, weights, biases in zip(trace.activations[:-1], gradients.deltas,
                                         gradients.weights, gradients.biases, strict=True):
        np.multiply(a[:, :, None], delta[:, None, :], out=weights)
        biases[...] = delta


def _fill_deltas(layers, loss, trace, Y, examples, deltas):
    """deltas[l] = d loss / d z of layer l: the last one from the loss, the others backward.

    The loss is a mean over so many examples.
    """
    z, a = trace.preactivations, trace.activations
    deltas[-1] = loss.delta(z[-1], a[-1], Y, layers[-1].activation, examples)
    for l in reversed(range(1, len(layers))):
        deltas[l - 1] = layers[l].backward(deltas[l], layers[l - 1].activation, z[l - 1], a[l])
