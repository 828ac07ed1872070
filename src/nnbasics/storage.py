"""A network in a file: a plain .npz of arrays, which any NumPy reads and which carries no code."""
import io
import struct
import zipfile
import zlib
from pathlib import Path

import numpy as np
from numpy.lib import format as npy

from nnbasics import checks

ARCHITECTURE = ("sizes", "hidden", "output", "loss")
# What a file that somebody has damaged, or another kind of file, makes zipfile and NumPy raise.
DAMAGED = (KeyError, ValueError, EOFError, AttributeError, TypeError, NotImplementedError,
           RuntimeError, OverflowError, OSError, SyntaxError, struct.error, zlib.error,
           zipfile.BadZipFile)


def save(net, path):
    """Writes sizes, names and the flat parameters of a network to a file.

    Introduced in chapter 4, "Predict & Forward propagation (ideal case)".
    """
    with open(path, "wb") as file:
        np.savez(file, sizes=net.sizes, hidden=np.array(net.hidden, dtype=str), output=net.output,
                 loss=net.loss_name, parameters=net.parameters)


def load(path, make):
    """What `save` wrote: make(the arguments of such a network, its parameters).

    ValueError where it is no such file, before anything is made as large as it says it is; OSError
    where it cannot be read.  Introduced in chapter 4, "Predict & Forward propagation (ideal case)".
    """
    content = Path(path).read_bytes()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            found = {name: _array(file, name, len(content))
                     for name in (*ARCHITECTURE, "parameters")}
        saved = {name: found[name].tolist() for name in ARCHITECTURE}
        wanted, numbers = checks.parameters(checks.sizes(saved["sizes"])), found["parameters"]
        if numbers.shape != (wanted,):
            raise ValueError(f"parameters has shape {numbers.shape}, wanted ({wanted},)")
        checks.dtype(numbers.dtype)
        return make(saved, numbers)
    except DAMAGED as error:
        raise ValueError(f"{path} is not a network saved by Network.save: {error}") from error


def _array(file, name, room):
    """One array of the file, where what its header asks for is there to be read."""
    with file.open(f"{name}.npy") as member:
        header = {(1, 0): npy.read_array_header_1_0, (2, 0): npy.read_array_header_2_0}
        shape, _, dtype = header[npy.read_magic(member)](member)
        if any(side < 0 or side > room for side in shape) or np.prod(shape) * dtype.itemsize > room:
            raise ValueError(f"{name} says that its shape is {shape}: more than is in the file")
    with file.open(f"{name}.npy") as member:
        return npy.read_array(member, allow_pickle=False)
