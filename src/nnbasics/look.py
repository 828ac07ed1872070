"""The look of the book: one set of design tokens for the page, the views and the films.

``look.json`` holds the colors (light and dark); the widths of strokes, their dashes, the radii (pixels of the
page); shares of a radius, a length or full opacity; the least that is drawn in full (ranges); and how long
the page takes or waits (durations, ms).
Style sheets read them as CSS variables, ``--nn-positive`` and so on; scripts read the numbers from
``web/draw/look.js``, which `script` writes; Matplotlib reads them through `nnbasics.figures`.  A neuron thus
looks the same in the page, the notebook and the film.
"""
import json
from pathlib import Path

TOKENS = json.loads(Path(__file__).with_name("look.json").read_text(encoding="utf-8"))

# Who says that it is dark: the book's theme, JupyterLab, VS Code, or (where none of them speaks) the system.
DARK = ('html[data-theme="dark"]', 'body[data-jp-theme-light="false"]', "body.vscode-dark")


def css_variables() -> str:
    """The tokens as CSS custom properties, light and dark, ``--nn-<name>`` each."""
    light, dark = TOKENS["colors"]["light"], TOKENS["colors"]["dark"]
    numbers = {
        **{f"stroke-{name}": f"{value}px" for name, value in TOKENS["strokes"].items()},
        **{f"dash-{name}": " ".join(map(str, lengths)) for name, lengths in TOKENS["dashes"].items()},
        **{f"radius-{name}": f"{value}px" for name, value in TOKENS["radii"].items()},
        **{f"duration-{name}": f"{value}ms" for name, value in TOKENS["durations"].items()},
    }
    # Print is on white paper, whatever the screen shows.
    return "\n".join([
        _rule(":root", {**light, **numbers}),
        "@media screen {\n" + _rule(", ".join(DARK), dark) + "\n}",
    ]) + "\n"


def script() -> str:
    """The numbers among the tokens as an ES module, for the drawings in the browser; colors are CSS's."""
    numbers = {kind: values for kind, values in TOKENS.items() if kind != "colors"}
    lines = ",\n".join(f"  {kind}: {json.dumps(values)}" for kind, values in numbers.items())
    return ("// The numbers of look.json, for scripts; written by tools/write_look.py, and a test compares "
            f"them.\n\nexport const LOOK = {{\n{lines},\n}};\n")


def _rule(selector, values):
    return selector + " { " + " ".join(f"--nn-{name}: {value};" for name, value in values.items()) + " }"
