"""The settings of ``_config.yml`` for plain Sphinx, which `make live` runs: Jupyter Book watches no files."""

import sys
from pathlib import Path

sys.modules["rfc3987_syntax"] = None  # see tools/build_book.py

from jupyter_book.config import get_final_config  # noqa: E402

ROOT = Path(__file__).parents[2]
_settings, _ = get_final_config(
    user_yaml=ROOT / "_config.yml", sourcedir=ROOT, cli_config={"latex_individualpages": False}
)
_settings["html_favicon"] = str(
    ROOT / _settings["html_favicon"]
)  # Sphinx would look for these beside this file
for _name in ("html_static_path", "templates_path", "bibtex_bibfiles"):
    _settings[_name] = [str(ROOT / path) for path in _settings[_name]]
globals().update(_settings)
