"""Jupyter Book's own command, ``jupyter-book build``, 1.6 seconds sooner, for `make book` and `make live`.

Jupyter Book reads its settings with jsonschema, which compiles a grammar of internationalized addresses where
it finds one installed.  No setting is such an address.
"""

import sys

sys.modules["rfc3987_syntax"] = None  # as if it were not installed

from jupyter_book.cli.main import main  # noqa: E402

if __name__ == "__main__":
    sys.argv[1:1] = ["build", "."]
    sys.exit(main())
