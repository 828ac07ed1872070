"""Link ES modules into one: a view and the parts that it imports become a single source text.

anywidget sends a view to the browser as text, from which no relative import can be resolved.  So the
imports are followed here, and every part is put, in a function of its own that returns what it exports,
before the first part that uses it.  The module systems agree on what a part may say::

    import { a, b } from "./part.js";
    export function f() { … }        and likewise: const, class
"""
import re
from pathlib import Path

IMPORT = re.compile(r'^import\s*(\{[^}]*\})\s*from\s*"(\.{1,2}/[^"]+)";', re.MULTILINE)
EXPORT = re.compile(r"^export\s+((?:async\s+)?function\*?|const|class)\s+(\w+)", re.MULTILINE)
LEFT_OVER = re.compile(r"^(?:import\b|export\b(?!\s+default)).*$", re.MULTILINE)


def link(entry: Path) -> str:
    """The source of the module ``entry`` with everything that it imports, as one module.

    Raises ``ValueError`` for an import or export in another form than the two above, and
    ``FileNotFoundError`` for a part that does not exist.
    """
    names: dict[Path, str] = {}
    parts: list[str] = []
    body, _ = _inline(entry.resolve(), names, parts)
    return "\n".join([*parts, body])


def _inline(path, names, parts):
    def use(match):
        part = (path.parent / match[2]).resolve()
        if part not in names:
            names[part] = f"{part.stem}_{len(names)}"
            name = names[part]
            body, exported = _inline(part, names, parts)
            parts.append(f"const {name} = (() => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();")
        return f"const {match[1]} = {names[part]};"

    source = IMPORT.sub(use, path.read_text(encoding="utf-8"))
    exported = [match[2] for match in EXPORT.finditer(source)]
    source = EXPORT.sub(r"\1 \2", source)
    if line := LEFT_OVER.search(source):
        raise ValueError(f"{path.name}: cannot link {line.group(0)!r}: "
                         'write import { name } from "./part.js"; or export function …')
    return source, exported
