"""One drawing in two languages: figures/ and web/draw/ say the same of thousands of random numbers."""

import inspect
import math
import re

import numpy as np
import pytest

from nnbasics.figures import encoding, layout, numbers
from nnbasics.look import TOKENS

MODULES = {"numbers": numbers, "encoding": encoding, "layout": layout}
# What only the browser needs: to write Python, to clean its sliders' numbers, to read and dress its elements.
BROWSER_ONLY = {
    "numbers": {"bracketed", "pythonNumber", "withoutNoise"},
    "encoding": {"readPalette", "cssColor", "paintPixel", "strokeByWeight", "fillByActivation"},
    "layout": set(),
}
LIGHT = TOKENS["colors"]["light"]
RGB = {name: [int(color[at : at + 2], 16) for at in (1, 3, 5)] for name, color in LIGHT.items()}
COUNT = 3000


def camel(name):
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name)


def values(rng):
    """Numbers of all sizes, those between two that can be written, those at which the writing changes."""
    halves = rng.integers(-4000, 4000, COUNT) / 2.0 ** rng.integers(0, 12, COUNT)
    sizes = rng.choice([-1, 1], COUNT) * 10 ** rng.uniform(-12, 12, COUNT)
    turns = [
        0,
        1e-4,
        0.001,
        9.995,
        99.95,
        999.5,
        9999.5,
        1e4,
        999_499.5,
        999_500,
        999_999.5,
        1e6,
        1e21,
        5e-324,
        1.7e308,
    ]
    near = [np.nextafter(turn, toward) for turn in turns for toward in (-np.inf, np.inf)]
    plain = [float(v) for v in (*halves, *sizes, *turns, *near)]
    return [*plain, *(-v for v in [*turns, *near]), -0.0, math.nan, math.inf, -math.inf]


def written(rng):
    some = values(rng)
    calls = [("numbers", name, (v,)) for name in ("format_number", "format_short") for v in some]
    calls += [("numbers", "format_fixed", (v, decimals)) for v in some for decimals in (0, 1, 2, 3)]
    return calls + [("numbers", "format_count", (int(n),)) for n in 10 ** rng.uniform(0, 15, COUNT)]


def encoded(rng):
    calls = []
    for _ in range(COUNT):
        value, scale, radius, widest = float(rng.normal(0, 3)), *map(float, rng.uniform(0.05, 20, 3))
        value *= rng.choice([0.0, 0.01, 1.0], p=[0.05, 0.15, 0.8])
        layer = (rng.normal(0, 10 ** rng.uniform(-3, 2), rng.integers(1, 9))).tolist()
        color = rng.choice(list(LIGHT))
        calls += [
            ("encoding", "edge_color", (value,)),
            ("encoding", "edge_dash", (value,)),
            ("encoding", "edge_width", (value, scale)),
            ("encoding", "edge_width", (value, scale, widest)),
            ("encoding", "bead_radius", (value, scale, radius)),
            ("encoding", "pulse_width", (value, scale, widest)),
            ("encoding", "activation_scale", (layer,)),
            ("encoding", "parameter_scale", (layer,)),
            ("encoding", "scale_words", ([abs(v) for v in layer],)),
            ("encoding", "activation_fill", (value, scale, LIGHT)),
            ("encoding", "mix_colors", (LIGHT[color], LIGHT["ink"], float(rng.uniform()))),
            ("encoding", "text_on", (LIGHT[color],)),
        ]
    grays = [f"#{level:02x}{level:02x}{level:02x}" for level in range(256)]
    return calls + [("encoding", "text_on", (gray,)) for gray in grays]


def placed(rng):
    for _ in range(COUNT // 10):
        sizes = rng.integers(1, 20, rng.integers(2, 6)).tolist()
        left, bottom, top = rng.uniform(0, 400, 3).tolist()
        options = {
            "radius": float(rng.uniform(4, 40)),
            "spacing": float(rng.uniform(10, 120)),
            "cell": None,
            "grid": None,
        }
        if rng.uniform() < 0.4:
            rows, columns = rng.integers(1, 9, 2).tolist()
            sizes[0] = rows * columns
            options |= {"cell": float(rng.uniform(2, 20)), "grid": [rows, columns]}
        yield "layout", "places", (sizes, [left, bottom, left + 300, top], options)


def for_script(argument):
    """A call's argument as JavaScript has it: colors as three numbers, and what JSON has not as a word."""
    if argument is LIGHT:
        return RGB
    if isinstance(argument, str):
        return [int(argument[at : at + 2], 16) for at in (1, 3, 5)]
    return str(argument) if isinstance(argument, float) and not math.isfinite(argument) else argument


def in_python(module, name, arguments):
    *plain, last = arguments
    answer = (
        getattr(MODULES[module], name)(*plain, **last)
        if name == "places"
        else getattr(MODULES[module], name)(*arguments)
    )
    if name == "places":
        return {
            "centers": [layer.tolist() for layer in answer[0]],
            "radii": [float(radius) for radius in answer[1]],
        }
    if name in ("mix_colors", "activation_fill"):
        return [255 * channel for channel in answer]
    return answer


def flat(answer):
    """The numbers in an answer, in order."""
    if isinstance(answer, dict):
        return flat(list(answer.values()))
    return [number for part in answer for number in flat(part)] if isinstance(answer, list) else [answer]


@pytest.fixture(scope="module")
def compared(draw_in_node):
    """For each function: its calls, the answers of Python and of JavaScript."""
    rng = np.random.default_rng(8)
    calls = [*written(rng), *encoded(rng), *placed(rng)]
    ran = draw_in_node((module, camel(name), [for_script(a) for a in given]) for module, name, given in calls)
    found = {}
    for call, answer in zip(calls, ran["answers"], strict=True):
        found.setdefault(call[:2], []).append((call[2], in_python(*call), answer))
    return found, ran


def test_both_say_the_same(compared):
    for function, cases in compared[0].items():
        texts = [case for case in cases if isinstance(case[1], str)]
        assert [case for case in texts if case[1] != case[2]] == [], function
        ours, theirs = (flat([case[side] for case in cases if case not in texts]) for side in (1, 2))
        assert theirs == pytest.approx(ours, rel=1e-12, abs=1e-9), function


def test_functions_have_the_same_names_and_all_are_compared(compared):
    found, ran = compared
    for module, python in MODULES.items():
        names = {
            name
            for name, thing in vars(python).items()
            if inspect.isfunction(thing) and thing.__module__ == python.__name__ and name[0] != "_"
        }
        assert {camel(name) for name in names} == set(ran["exported"][module]) - BROWSER_ONLY[module]
        assert names == {name for where, name in found if where == module}


def test_scripts_have_the_numbers_of_the_look(compared):
    """Else run tools/write_look.py."""
    assert compared[1]["LOOK"] == {kind: values for kind, values in TOKENS.items() if kind != "colors"}
