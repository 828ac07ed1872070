"""Ten digits as a hand draws them: strokes of (x, y) on a pad of 160 × 160, y downward."""

from math import cos, pi, sin


def arc(cx, cy, rx, ry, start, end, steps=16):
    """Part of an ellipse; angles in quarter turns, clockwise on the pad, 0 to the right."""
    angles = [pi / 2 * (start + (end - start) * step / steps) for step in range(steps + 1)]
    return [[cx + rx * cos(angle), cy + ry * sin(angle)] for angle in angles]


DIGITS = {
    0: [arc(80, 80, 32, 52, -1, 3)],
    1: [[[62, 50], [84, 28], [82, 80], [80, 132]]],
    2: [[*arc(80, 58, 32, 28, -2, 0.6), [50, 128], [114, 126]]],
    3: [[*arc(76, 54, 28, 24, -1.8, 1), *arc(76, 104, 32, 27, -1, 1.8)]],
    4: [[[88, 28], [48, 92], [116, 90]], [[94, 58], [90, 134]]],
    5: [[[110, 30], [62, 32], [56, 74], *arc(78, 98, 32, 32, -1.3, 1.7)]],
    6: [[[98, 26], [66, 62], *arc(80, 102, 28, 30, -2.2, 1.9)]],
    7: [[[46, 34], [114, 32], [88, 76], [72, 132]]],
    8: [[*arc(80, 54, 24, 24, 1, -3), *arc(80, 104, 30, 27, -1, 3)]],
    9: [[*arc(78, 58, 28, 28, 0, -4), [104, 90], [92, 134]]],
}
