"""The look of the book: one set of design tokens for the page, the views and the films.

``look.json`` holds the colors (light and dark), stroke widths, radii and durations.  The style sheet and
the views read them as CSS variables, ``--nn-positive`` and so on; Matplotlib reads the same numbers
through `nnbasics.figures`.  A neuron thus looks the same in the page, the notebook and the film.
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
        **{f"radius-{name}": f"{value}px" for name, value in TOKENS["radii"].items()},
        **{f"duration-{name}": f"{value}ms" for name, value in TOKENS["durations"].items()},
    }
    # Print is on white paper, whatever the screen shows.
    return "\n".join([
        _rule(":root", {**light, **numbers}),
        "@media screen {\n" + _rule(", ".join(DARK), dark) + "\n}",
    ]) + "\n"


def _rule(selector, values):
    return selector + " { " + " ".join(f"--nn-{name}: {value};" for name, value in values.items()) + " }"
