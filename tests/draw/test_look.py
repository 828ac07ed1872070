"""Every width, radius, duration and color comes from look.json; who uses each token is known."""

import re
from pathlib import Path

import pytest

import nnbasics
from nnbasics.look import TOKENS

PACKAGE = Path(nnbasics.__file__).parent
BOOK = PACKAGE.parents[1] / "book"
NUMBERS = {kind: values for kind, values in TOKENS.items() if kind != "colors"}
# Tokens that one side alone has a use for, each with its reason.
PAGE_ONLY = {
    "strokes grip": "figures are not picked",
    "radii grip": "figures are not picked",
    "radii roomy": "a figure goes by the height of its type",
    "radii ring": "no figure marks one of many examples",
    "radii control": "figures have no buttons and no fields",
    "shares neuron": "a figure is as wide as it is drawn; a page's drawing is as wide as its column",
    **{f"durations {name}": "a film has frames of its own" for name in TOKENS["durations"]},
}
FIGURES_ONLY = {"radii neuron-film": "a film has type of 21 in its neurons, to be read on a phone"}
# What is no part of a drawing: the pen of the pad is as wide as a hand draws, `currentColor` is the theme's.
# A mix or a gradient is of tokens: a raw color in it is found as such.  A dash of 1 is the whole of a path of
# length 1.  A radius of 0 is nothing yet; a share of a token is a token.
RAW = {
    "*.css": [
        r"stroke-width:\s*\.?[0-9]",
        r"stroke-dasharray:\s*(?!1;)[0-9]",
        r"\b[0-9.]+m?s\b",
        r"(?<![\w-])r:\s*[0-9.]+",
        r"border-radius:\s*(?!50%)[1-9][0-9.]*",
        r"#[0-9a-fA-F]{3,8}\b",
        r"\b(?:rgb|hsl)a?\(\s*[0-9]",
        r"(?:color|fill|stroke|background):\s*(?!none|inherit|transparent|currentColor|var|color-mix|"
        r"(?:repeating-)?linear-gradient)[a-z]+\b",
    ],
    "*.js": [
        r"\"?stroke-?width\"?:?\s*=?\s*\"?[0-9.]+",
        r"strokeWidth\s*=\s*[0-9]",
        r"lineWidth\s*[:=]\s*[0-9]",
        r"setLineDash\(\[\s*[0-9]",
        r"dasharray\"?:\s*\"?[0-9]",
        r"(?<![\w.])\"?(?:r|radius)\"?:\s*\"?[^,;}\n]*(?<![\w.])[1-9][0-9.]*\b(?!\s*\*)",
        r"\"r\",\s*\"?[1-9][0-9.]*",
        r"\b[rR](?:adius|ADIUS)\s*[<>=]=*\s*[0-9.]+",
        r"\bradii:\s*\[\s*[0-9.]+",
        r"[\"']#[0-9a-fA-F]{3,8}[\"']",
        r"\b(?:rgb|hsl)a?\(\s*[0-9]",
    ],
    "*.py": [
        r"linewidths?=(?:points\()?[0-9.]",
        r"\blw=",
        r"\bradius\s*=\s*[0-9.]+",
        r"rounding_size=[0-9.]+",
        r"markersize=(?:points\()?[0-9.]+\b(?!\s*\*)",
        r"\bs=(?:points\()?[0-9.]+\b(?!\s*\*)",
        r"Circle\((?:\([^()]*\)|\w+),\s*[1-9][0-9.]*",
        r"dashes=\(",
        r"[\"']#[0-9a-fA-F]{6}[\"']",
        r"(?:edge|face)?color=\"(?!none)[a-z]+\"",
    ],
}
# What stands on a color is black or white; Python's parameters take the name of a token; data reach 5 from 0.
ALLOWED = {"RADIUS = 5", '"#000000"', '"#ffffff"', *(f'color="{name}"' for name in TOKENS["colors"]["light"])}


def text(*folders, endings):
    return "\n".join(
        file.read_text(encoding="utf-8")
        for folder in folders
        for ending in endings
        for file in sorted(folder.rglob(f"*{ending}"))
        if file.name not in ("look.js", "look.py")
    )


def used(kind, name):
    """Which sides use a token: a style sheet or script of the page, a figure."""
    page = text(PACKAGE / "web", PACKAGE / "explorers", BOOK / "_static", endings=(".css", ".js"))
    figures = text(PACKAGE / "figures", PACKAGE / "explorers", endings=(".py",))
    in_page = [rf"LOOK\.{kind}(?:\.{name}\b|\[\"{name}\"\])"]
    if kind in ("strokes", "dashes", "radii", "durations"):
        variable = {"strokes": "stroke", "dashes": "dash", "radii": "radius", "durations": "duration"}[kind]
        in_page.append(rf"var\(--nn-{variable}-{name}\)")
    in_figures = [rf"{kind.upper()}\[[^\]]*\"{name}\"[^\]]*\]", rf"TOKENS\[\"{kind}\"\]\[\"{name}\"\]"]
    if kind == "dashes":
        in_figures.append(rf"dashes\(\"{name}\"")
    if kind == "strokes":
        in_figures.append(rf"dashes\(\"\w+\", \"{name}\"")
    return {
        side
        for side, patterns, source in (("page", in_page, page), ("figures", in_figures, figures))
        if any(re.search(pattern, source) for pattern in patterns)
    }


@pytest.mark.parametrize("kind, name", [(kind, name) for kind, values in NUMBERS.items() for name in values])
def test_every_token_is_used_by_both_sides_or_we_know_why_not(kind, name):
    expected = (
        {"page", "figures"}
        - ({"figures"} if f"{kind} {name}" in PAGE_ONLY else set())
        - ({"page"} if f"{kind} {name}" in FIGURES_ONLY else set())
    )
    assert used(kind, name) == expected


def test_every_color_is_used():
    everything = text(PACKAGE, BOOK / "_static", endings=(".css", ".js", ".py"))
    assert [
        name
        for name in TOKENS["colors"]["light"]
        if not re.search(rf"var\(--nn-{name}\)|\[[^\]]*\"{name}\"[^\]]*\]|palette\.{name}\b", everything)
    ] == []


def raw(source, ending):
    return [
        found
        for pattern in RAW[ending]
        for found in re.findall(f".*?({pattern})", source)
        if found not in ALLOWED
    ]


@pytest.mark.parametrize("ending", RAW)
def test_no_width_no_radius_and_no_color_stands_in_a_drawing(ending):
    files = [file for room in ("web", "explorers", "figures") for file in (PACKAGE / room).rglob(ending)]
    assert len(files) > 3
    assert {
        str(file.relative_to(PACKAGE)): found
        for file in files
        if (found := raw(file.read_text(encoding="utf-8"), ending))
    } == {}


@pytest.mark.parametrize(
    "ending, line",
    [
        ("*.css", ".a { stroke-width: 2.5px; }"),
        ("*.css", ".a { stroke-dasharray: 7 4; }"),
        ("*.css", ".a { r: 5px; }"),
        ("*.css", ".a { border-radius: 4px; }"),
        ("*.css", ".a { color: #b0127b; }"),
        ("*.css", ".a { transition: fill 0.2s; }"),
        ("*.css", ".a { fill: red; }"),
        ("*.css", ".a { background: rgb(0 0 0); }"),
        ("*.js", 'svg("path", { "stroke-width": 2 })'),
        ("*.js", 'svg("circle", { r: 4.5 })'),
        ("*.js", 'svg("circle", { r: LOOK.strokes.grip / 2 + 5 })'),
        ("*.js", 'svg("circle", { r: test ? 3 : LOOK.radii.point })'),
        ("*.js", 'circle.setAttribute("r", 5);'),
        ("*.js", "const OUTPUT = { x: 330, radius: 25 };"),
        ("*.js", "const RADIUS = 3;"),
        ("*.js", "radii: [7, 8],"),
        ("*.js", "radius >= 15"),
        ("*.js", "r: radii[layer] + 6,"),
        ("*.js", "context.lineWidth = 3;"),
        ("*.js", "sheet.setLineDash([4, 3])"),
        ("*.js", 'text.style.fill = "#fff";'),
        ("*.py", "NetworkDrawing(ax, network, box, radius=27)"),
        ("*.py", "ax.plot(x, y, markersize=points(14))"),
        ("*.py", "ax.scatter(x, y, s=9)"),
        ("*.py", "Circle((580, row), 11)"),
        ("*.py", 'boxstyle="round,pad=0,rounding_size=8"'),
        ("*.py", "ax.plot(x, y, linewidth=points(3))"),
        ("*.py", "ax.plot(x, y, dashes=(4, 2))"),
        ("*.py", 'ax.text(0, 0, "", color="#1f6fb4")'),
        ("*.py", 'ax.plot(x, y, color="gray")'),
    ],
)
def test_a_raw_width_radius_or_color_is_found(ending, line):
    assert raw(line, ending) != []
