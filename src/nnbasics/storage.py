"""A network in a file: a plain .npz of arrays, which any NumPy reads and which carries no code."""
import zipfile

import numpy as np

ARCHITECTURE = ("sizes", "hidden", "output", "loss")


def save(net, path):
    """Writes sizes, names and the flat parameters of a network to a file.

    Introduced in chapter 4, "Predict & Forward propagation (ideal case)".
    """
    with open(path, "wb") as file:
        np.savez(file, sizes=net.sizes, hidden=np.array(net.hidden, dtype=str), output=net.output,
                 loss=net.loss_name, parameters=net.parameters)


def load(path):
    """What `save` wrote: the arguments that make such a network, and its parameters.

    ValueError where it is no such file; OSError where it cannot be read.  Introduced in chapter 4.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            saved = {name: file[name].tolist() for name in ARCHITECTURE}
            return saved, file["parameters"]
    except (KeyError, ValueError, EOFError, AttributeError, zipfile.BadZipFile) as error:
        raise ValueError(f"{path} is not a network saved by Network.save: {error}") from error
