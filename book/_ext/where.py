"""Where a directive stands, for messages: below front matter, myst-nb counts a line too many."""
from pathlib import Path


def where(directive):
    """``file:line: {name} argument``, as the author finds it."""
    path = Path(directive.env.doc2path(directive.env.docname))
    call = f"{{{directive.name}}} {directive.arguments[0]}"
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next((n for n, line in enumerate(lines, start=1) if call in line), directive.lineno)
    return f"{path}:{number}: {call}"
