"""The lines of the core that do each step of the lesson, read from its sources: never out of date."""
import inspect

from nnbasics.layers import Layer
from nnbasics.losses import BinaryCrossEntropy, CategoricalCrossEntropy, MeanSquaredError
from nnbasics.optimizers import SGD

# kind of step → the function that does it, and how the lines of it begin that do
PLACES = {
    "z": (Layer.forward, "z = ", "z += "),
    "a": (Layer.forward, "return z, "),
    "loss mse": (MeanSquaredError.__call__, "error = ", "return "),
    "loss bce": (BinaryCrossEntropy.__call__, "return "),
    "loss cce": (CategoricalCrossEntropy.__call__, "top = ", "return "),
    "delta mse": (MeanSquaredError.delta, "return "),
    "delta bce": (BinaryCrossEntropy.delta, "return "),
    "delta cce": (CategoricalCrossEntropy.delta, "return "),
    "delta": (Layer.backward, "upstream = ", "return "),
    "weight-slope": (Layer.gradients, "np.dot("),
    "bias-slope": (Layer.gradients, "np.add.reduce("),
    "new-weight": (SGD.rule, "g *= "),
    "new-bias": (SGD.rule, "g *= "),
}


def code_lines():
    """kind → {"where": "layers.py", "code": the lines}; ValueError where the core has no such line."""
    return {kind: {"where": inspect.getmodule(function).__name__.split(".")[-1] + ".py",
                   "code": _lines(function, beginnings)}
            for kind, (function, *beginnings) in PLACES.items()}


def _lines(function, beginnings):
    lines = [line.strip() for line in inspect.getsource(function).splitlines()]
    found = [[line for line in lines if line.startswith(beginning)] for beginning in beginnings]
    if any(len(some) != 1 for some in found):
        raise ValueError(f"{function.__qualname__}: wanted one line each that begins with {beginnings}, got "
                         f"{found}")
    return "\n".join(line for some in found for line in some)
