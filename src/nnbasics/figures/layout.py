"""Where the parts of a network drawing stand, in pixels."""
import numpy as np

GAP = 4  # pixels between an edge and the words beside it


def places(sizes, box, radius, spacing, cell=None, grid=None):
    """The centers of all neurons and the radius of each layer's.

    ``box`` is left, bottom, right, top; the layers share its width evenly, and each stands centered
    in its height, ``spacing`` apart or closer, with neurons as large as ``radius`` or smaller.
    With ``grid`` (rows, columns) the inputs are the cells of an image, each ``cell`` pixels wide,
    first row on top.  Raises ValueError for a grid that does not hold the inputs.
    """
    left, bottom, right, top = box
    centers, radii = [], []
    for x, size in zip(np.linspace(left, right, len(sizes)), sizes):
        gap = min(spacing, (top - bottom) / (size - 1)) if size > 1 else spacing
        y = (bottom + top) / 2 + gap * ((size - 1) / 2 - np.arange(size))
        centers.append(np.column_stack([np.full(size, x), y]))
        radii.append(min(radius, 0.42 * gap))
    if grid is not None:
        rows, columns = grid
        if rows * columns != sizes[0]:
            raise ValueError(f"grid must hold the {sizes[0]} inputs, got {rows} × {columns}")
        row, column = np.divmod(np.arange(sizes[0]), columns)
        centers[0] = np.column_stack([left + cell * (column - (columns - 1) / 2),
                                      (bottom + top) / 2 + cell * ((rows - 1) / 2 - row)])
        radii[0] = cell / 2
    return centers, radii


def beside(start, end, share, width, height, stroke, above=True):
    """The center of words of this ``width`` and ``height`` beside the edge from start to end.

    They stand ``share`` of the way along, so far off that no corner touches the stroke.
    """
    (x0, y0), (x1, y1) = start, end
    slope = (y1 - y0) / (x1 - x0)
    # A sloping edge climbs by slope × width / 2 under half the words; a thick one reaches out more.
    away = height / 2 + abs(slope) * width / 2 + stroke / 2 * np.hypot(1, slope) + GAP
    return x0 + share * (x1 - x0), y0 + share * (y1 - y0) + (away if above else -away)
