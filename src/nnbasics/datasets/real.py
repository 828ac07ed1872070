"""Real data, carried by the package; sources and licenses stand in data/README.md."""
from importlib.resources import files

import numpy as np

from nnbasics.datasets.pictures import unpack

DATA = files("nnbasics") / "data"


def iris() -> tuple[np.ndarray, np.ndarray]:
    """100 iris flowers.

    X (100, 2): petal length and width in cm.  Y (100, 1): 0 versicolor, 1 virginica.
    Measured by Edgar Anderson, published by R. A. Fisher (1936); the numbers are those of
    scikit-learn's copy.  The third species, setosa, is told apart at a glance and left out.
    Introduced in chapter 1, "Logistic Regression is ... an artificial neuron".
    """
    with (DATA / "iris.csv").open(encoding="utf-8") as lines:
        table = np.loadtxt(lines, delimiter=",", skiprows=1)
    return table[:, :2].copy(), table[:, 2:].copy()


def digits() -> tuple[np.ndarray, np.ndarray]:
    """1797 handwritten digits.

    X (1797, 64): 8 rows of 8 pixels, 0 paper to 1 ink.  Y (1797,): labels 0 to 9.
    The test part of the UCI optical digits (Alpaydin and Kaynak, 1998), as in scikit-learn's copy;
    its counts of ink, 0 to 16, are divided by 16.
    Introduced in chapter 4, "Predict & Forward propagation (ideal case)".
    """
    images, labels = _arrays("digits.npz")
    return images.reshape(-1, 64) / 16, labels.astype(int)


def cats_dogs() -> tuple[np.ndarray, np.ndarray]:
    """1989 silhouettes of cats and dogs, white on black.

    X (1989, 784): 28 rows of 28 pixels, each 0 (black), 1/3, 2/3 or 1 (white).
    Y (1989, 1): 0 cat, 1 dog.
    From Animal-Shape (Sina Mohammadi, 2025), classes cat and dog, exact duplicates removed, its 256
    levels of gray reduced to 4: the page of chapter 7 carries the very same pictures.
    Introduced in chapter 7, "Finally, we have a working neural network model!".
    """
    images, labels = _arrays("cats_dogs.npz")
    return unpack(images), labels[:, None].astype(float)


def _arrays(name):
    with (DATA / name).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return arrays["images"], arrays["labels"]
