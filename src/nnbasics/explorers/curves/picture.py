"""The picture of chapter 8's explorer of curves at rest: the function with a tangent, and its slope."""
import numpy as np

from nnbasics.explorers.picture import small_png
from nnbasics.figures.curve import curve
from nnbasics.figures.style import STROKES, canvas, colors, panel, points, theme

WIDTH, HEIGHT = 784, 320
TANGENT = 1.5  # how far it is drawn to either side
BOUNDED = ("sigmoid", "tanh", "step")


def curves_picture(f, z, reach) -> bytes:
    """PNG: f at the left, f′ at the right, both with the point at z."""
    limits = (-1.25, 1.25) if f.name in BOUNDED else (-2, 6)
    at = np.array([z])
    height, slope = f(at).item(), f.derivative(at).item()
    ends = np.array([-TANGENT, TANGENT])
    with theme("light"):
        figure, _ = canvas((WIDTH, HEIGHT))
        left, right = (panel(figure, x, 56, 320, HEIGHT - 90) for x in (56, 446))
        left.set(ylim=limits, xlabel="z", title=f"{f.name}: f(z)")
        right.set(ylim=(-0.25, 1.25), xlabel="z", title="its slope f′(z)")
        curve(left, f, (-reach, reach), mark=z)
        left.plot(z + ends, height + slope * ends, color=colors()["accent"],
                  linewidth=points(STROKES["curve"]))
        curve(right, f.derivative, (-reach, reach), mark=z, color="accent")
        return small_png(figure)
