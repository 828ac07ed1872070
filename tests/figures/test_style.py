"""The look: contrast, and colors that color-blind readers can tell apart."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgb

from nnbasics.figures import style
from nnbasics.figures.encoding import text_on
from nnbasics.look import TOKENS

# Machado, Oliveira and Fernandes (2009), severity 1.0, for linear RGB.
DEFICIENCIES = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
THEMES = ("light", "dark")


def linear(color):
    rgb = np.array(to_rgb(color))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    """WCAG 2 contrast ratio."""
    light, dark = sorted((linear(c) @ [0.2126, 0.7152, 0.0722] for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(rgb):
    """CIE L*a*b* of linear sRGB, white D65."""
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    x, y, z = np.cbrt(np.clip(np.array(to_xyz) @ rgb / [0.9505, 1, 1.089], 0.008856, None))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_no_figure_shows_a_number_that_is_none(value):
    with pytest.raises(ValueError, match="finite"):
        style.number(value)


@pytest.mark.parametrize("ground", ["paper", "surface"])
@pytest.mark.parametrize("text", ["ink", "muted", "positive", "negative", "accent"])
@pytest.mark.parametrize("name", THEMES)
def test_text_stands_out(name, text, ground):
    palette = TOKENS["colors"][name]
    assert contrast(palette[text], palette[ground]) >= 4.5


@pytest.mark.parametrize("mark", ["line", "positive", "negative", "accent"])
@pytest.mark.parametrize("name", THEMES)
def test_graphics_stand_out(name, mark):
    palette = TOKENS["colors"][name]
    assert contrast(palette[mark], palette["paper"]) >= 3


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("name", THEMES)
def test_signs_differ_for_color_blind_readers(name, deficiency):
    palette = TOKENS["colors"][name]
    matrix = np.array(DEFICIENCIES[deficiency])
    seen = {
        role: lab(np.clip(matrix @ linear(palette[role]), 0, 1))
        for role in ("positive", "negative", "positive-soft", "negative-soft")
    }
    # A difference of 2 is just seen side by side; these are told apart at a glance.
    assert np.linalg.norm(seen["positive"] - seen["negative"]) > 30
    assert np.linalg.norm(seen["positive-soft"] - seen["negative-soft"]) > 15


def test_the_simulation_would_notice_red_and_green():
    matrix = np.array(DEFICIENCIES["deuteranopia"])
    red, green = (lab(np.clip(matrix @ linear(c), 0, 1)) for c in ("#c44e4e", "#7d8a3c"))
    assert np.linalg.norm(red - green) < 30


@pytest.mark.parametrize("name", THEMES)
def test_numbers_on_neurons_are_legible_whatever_the_activation(name):
    with style.theme(name):
        for activation in np.linspace(-1, 1, 201):
            color = style.fill(activation)
            assert contrast(text_on(color), color) >= 4.5, activation


def test_fill_goes_from_paper_to_full_color():
    light = TOKENS["colors"]["light"]
    assert style.fill(0) == to_rgb(light["paper"])
    assert style.fill(2, scale=2) == pytest.approx(to_rgb(light["positive"]))
    assert style.fill(-3, scale=2) == pytest.approx(to_rgb(light["negative"]))
    # Half way from white #ffffff to #1f6fb4, by hand: (255 + 31) / 2 = 143 of 255, and so on.
    assert style.fill(0.5) == pytest.approx((143 / 255, 183 / 255, 217.5 / 255))


def test_a_theme_ends_with_its_context():
    before = plt.rcParams["figure.facecolor"]
    with style.theme("dark"):
        assert style.colors() == TOKENS["colors"]["dark"]
        assert plt.figure().get_facecolor()[:3] == to_rgb(TOKENS["colors"]["dark"]["paper"])
    assert plt.rcParams["figure.facecolor"] == before
    assert style.colors() == TOKENS["colors"]["light"]


def test_an_unknown_theme_is_named():
    with pytest.raises(ValueError, match="light, dark; got 'sepia'"):
        style.use("sepia")


def test_a_panel_stands_where_its_pixels_say():
    figure, _ = style.canvas((600, 400))
    ax = style.panel(figure, 60, 40, 300, 200)
    figure.canvas.draw()
    assert ax.get_window_extent().bounds == pytest.approx((60, 40, 300, 200))


def test_tokens_are_all_in_both_themes():
    light, dark = (TOKENS["colors"][name] for name in THEMES)
    assert list(light) == list(dark)
