"""What each input had to say about the decision: its value times the slope of z there.

    contribution of xᵢ  =  xᵢ · ∂z/∂xᵢ        z: the sum of the output neuron, before its sigmoid

For a single neuron that is wᵢ xᵢ, a term of its sum.  A network of ReLUs is linear as far as the
same neurons stay awake, so there too z is exactly the sum of all contributions plus what the
biases add.  With other hidden functions it is a first approximation.
Introduced in chapter 7, "Finally, we have a working neural network model!".
"""
import numpy as np

from nnbasics import checks
from nnbasics.network import Network


def contributions(net, X):
    """For examples X, (n, inputs), of a network with one output: (contributions, rest, z).

    contributions: (n, inputs), above 0 where an input argued for 1, below 0 where for 0.
    rest: (n,), what the biases add: z minus the sum of the contributions.  z: (n,).
    ValueError for a network with more outputs than one, or X as in `Network.forward`.
    Introduced in chapter 7, "Finally, we have a working neural network model!".  Shrikumar and
    others (2016) call it gradient times input.
    """
    checks.kind(net, Network, "net")
    if net.sizes[-1] != 1:
        raise ValueError(f"net: wanted one output, got {net.sizes[-1]}")
    trace = net.forward(X)
    slope = np.ones_like(trace.preactivations[-1])
    for l in reversed(range(1, len(net.layers))):
        before = net.layers[l - 1].activation
        slope = net.layers[l].backward(
            slope, before, trace.preactivations[l - 1], trace.activations[l])
    each = trace.activations[0] * (slope @ net.layers[0].weights.T)
    z = trace.preactivations[-1][:, 0]
    return each, z - each.sum(axis=1), z
