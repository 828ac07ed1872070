"""Data to learn from, small enough to travel inside the package.

    real        iris, digits, cats_dogs             flowers, digits, silhouettes
    generated   circle, xor, gauss, spiral, moons   two classes on a plane: (n, noise, seed)
                plane, gaussian                     a number for every point: (n, noise, seed)
    moved       pictures shifted, turned, inverted
    split       examples to learn from, examples to test with
    trials      how well a hundred trainings on the spiral did, kept

Each returns (X, Y), with one example per row, and needs no network.
"""
from nnbasics.datasets.generated import circle, gauss, gaussian, moons, plane, spiral, xor
from nnbasics.datasets.pictures import moved
from nnbasics.datasets.real import cats_dogs, digits, iris
from nnbasics.datasets.splitting import split

__all__ = ["cats_dogs", "circle", "digits", "gauss", "gaussian", "iris", "moons", "moved", "plane",
           "spiral", "split", "xor"]
