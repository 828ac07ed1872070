"""Link ES modules into one: a view and the parts that it imports become a single source text.

anywidget sends a view to the browser as text, from which no relative import can be resolved.  So the
imports are followed here, and every part is put, in a function of its own that returns what it exports,
before the first part that uses it.  The module systems agree on what a part may say::

    import { a, b } from "./part.js";
    export function f() { … }        and likewise: const, class
"""
import re
from pathlib import Path

IMPORT = re.compile(r'^import\s*(\{\s*\w+\s*(?:,\s*\w+\s*)*,?\s*\})\s*from\s*"(\.{1,2}/[^"]+)";', re.MULTILINE)
EXPORT = re.compile(r"^export\s+((?:async\s+)?function\*?|const|class)\s+(\w+)", re.MULTILINE)
COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)  # a line of its own: for who reads the source, not for every page
LEFT_OVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


def link(entry: Path) -> str:
    """The source of the module ``entry`` with everything that it imports, as one module.

    Raises ``ValueError`` for an import or export in another form than the two above, for a name that its
    part does not export and for parts that import each other, ``FileNotFoundError`` for a part that does
    not exist.
    """
    linked: dict[Path, tuple[str, list[str]]] = {}  # each part with its name and what it exports
    sources: list[str] = []
    body, _ = _inline(entry.resolve(), linked, sources, open_parts=[])
    return COMMENT.sub("", "\n".join([*sources, body]))


def _inline(path, linked, sources, open_parts):
    if path in open_parts:
        circle = " → ".join(part.name for part in [*open_parts[open_parts.index(path):], path])
        raise ValueError(f"cannot link parts that import each other: {circle}")

    def use(match):
        part = (path.parent / match[2]).resolve()
        if part not in linked:
            body, exported = _inline(part, linked, sources, [*open_parts, path])
            name = f"{part.stem}_{len(linked)}"
            sources.append(f"const {name} = (() => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();")
            linked[part] = name, exported
        name, exported = linked[part]
        if missing := set(re.findall(r"\w+", match[1])) - set(exported):
            raise ValueError(f"{path.name}: {part.name} does not export {', '.join(sorted(missing))}")
        return f"const {match[1]} = {name};"

    source = IMPORT.sub(use, path.read_text(encoding="utf-8"))
    exported = [match[2] for match in EXPORT.finditer(source)]
    source = EXPORT.sub(r"\1 \2", source)
    for line in LEFT_OVER.findall(source):
        if open_parts or not line.startswith("export default"):
            raise ValueError(f"{path.name}: cannot link {line!r}: "
                             'write import { name } from "./part.js"; or export function …')
    return source, exported
