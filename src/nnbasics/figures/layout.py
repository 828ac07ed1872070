"""Where the neurons of a network drawing stand, in pixels.  web/draw/layout.js is the same."""
import numpy as np

from nnbasics.look import TOKENS

GAP = TOKENS["shares"]["gap"]  # the largest radius, as a share of the distance from neuron to neuron


def places(sizes, box, radius, spacing, cell=None, grid=None):
    """The centers of all neurons and the radius of each layer's.

    ``box`` is left, bottom, right, top, with ``top`` the larger where y counts upward, as in figures, and the
    smaller where it counts downward, as in a page.  The layers share its width evenly, and each stands
    centered in its height, the first neuron on top, ``spacing`` apart or closer, with neurons as large as
    ``radius`` or smaller.  With ``grid`` (rows, columns) the inputs are the cells of an image, each ``cell``
    pixels wide, first row on top, its middle at ``left``; the layers then share the width from its right edge
    on.  Raises ValueError for a grid that does not hold the inputs.
    """
    left, bottom, right, top = box
    middle, height, up = (bottom + top) / 2, abs(top - bottom), np.sign(top - bottom)
    start = left + cell * grid[1] / 2 if grid is not None else left
    centers, radii = [], []
    for x, size in zip(np.linspace(start, right, len(sizes)), sizes, strict=True):
        gap = min(spacing, height / (size - 1)) if size > 1 else spacing
        y = middle + up * gap * ((size - 1) / 2 - np.arange(size))
        centers.append(np.column_stack([np.full(size, x), y]))
        radii.append(min(radius, GAP * gap))
    if grid is not None:
        rows, columns = grid
        if rows * columns != sizes[0]:
            raise ValueError(f"grid must hold the {sizes[0]} inputs, got {rows} × {columns}")
        row, column = np.divmod(np.arange(sizes[0]), columns)
        centers[0] = np.column_stack([left + cell * (column - (columns - 1) / 2),
                                      middle + up * cell * ((rows - 1) / 2 - row)])
        radii[0] = cell / 2
    return centers, radii
