"""Data to learn from, small enough to travel inside the package: no network needed.

Every loader returns (X, Y): X with one example per row, shape (examples, inputs), as float64.
"""
from importlib.resources import files

import numpy as np

DATA = files("nnbasics") / "data"


def iris():
    """100 iris flowers: X (100, 2) petal length and width in cm; Y (100, 1): 0 versicolor, 1 virginica.

    Measured by Edgar Anderson, published by R. A. Fisher (1936), numbers as in scikit-learn's copy; the third
    species, setosa, is told apart at a glance and left out.  Used in chapter 1.
    """
    with (DATA / "iris.csv").open(encoding="utf-8") as lines:
        table = np.loadtxt(lines, delimiter=",", skiprows=1)
    return table[:, :2], table[:, 2:]
