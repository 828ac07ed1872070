"""Link ES modules into one: a view and the parts that it imports become a single source text.

anywidget sends a view to the browser as text, from which no relative import can be resolved.  So the
imports are followed here, and every part is put, in a function of its own that returns what it exports,
before the first part that uses it.  The module systems agree on what a part may say::

    import { a, b } from "./part.js";
    export function f() { … }        and likewise: const, class

In the built book the parts that explorers share travel once, as a `Library`, and a view without them.
This file imports nothing of the package, so that the build of the book can use it by itself.
"""
import re
from dataclasses import dataclass
from pathlib import Path

WEB = Path(__file__).parents[1] / "web"
SHARED_STYLES = [WEB / room / f"{room}.css" for room in ("shell", "draw", "digits")]

IMPORT = re.compile(r'^import\s*(\{\s*\w+\s*(?:,\s*\w+\s*)*,?\s*\})\s*from\s*"(\.{1,2}/[^"]+)";',
                    re.MULTILINE)
EXPORT = re.compile(r"^export\s+((?:async\s+)?function\*?|const|class)\s+(\w+)", re.MULTILINE)
# A line of its own: for who reads the source, not for every page.
COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
LEFT_OVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


@dataclass
class Library:
    """Parts linked already: ``source`` defines a constant for each, ``parts`` knows its name and exports."""

    source: str
    parts: dict[Path, tuple[str, list[str]]]


def link(entry: Path, library: Library | None = None) -> str:
    """The source of the module ``entry`` with everything that it imports, as one module.

    What the ``library`` holds is left out: its constants are taken to be there.
    Raises ``ValueError`` for an import or export in another form than the two above, for a name that its
    part does not export and for parts that import each other, ``FileNotFoundError`` for a part that does
    not exist.
    """
    linked = dict(library.parts) if library else {}  # each part with its name and what it exports
    sources: list[str] = []
    body, _ = _inline(entry.resolve(), linked, sources, open_parts=[])
    return COMMENT.sub("", "\n".join([*sources, body]))


def link_library(parts) -> Library:
    """The parts, and what they import, each once and before what uses it.  Errors as for `link`."""
    linked: dict[Path, tuple[str, list[str]]] = {}
    sources: list[str] = []
    for part in parts:
        _define(part.resolve(), linked, sources, open_parts=[])
    return Library(COMMENT.sub("", "\n".join(sources)), linked)


def as_function(module: str) -> str:
    """A linked module as a function that returns its default export: for a classic script."""
    return "() => {\n" + re.sub(r"^export default\b", "return", module, flags=re.MULTILINE) + "}"


def _define(part, linked, sources, open_parts):
    """Put a part among the sources, unless it is there; its name and what it exports."""
    if part not in linked:
        body, exported = _inline(part, linked, sources, open_parts, is_part=True)
        name = f"{part.stem}_{len(linked)}"
        sources.append(f"const {name} = (() => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();")
        linked[part] = name, exported
    return linked[part]


def _inline(path, linked, sources, open_parts, is_part=False):
    if path in open_parts:
        circle = " → ".join(part.name for part in [*open_parts[open_parts.index(path):], path])
        raise ValueError(f"cannot link parts that import each other: {circle}")

    def use(match):
        part = (path.parent / match[2]).resolve()
        name, exported = _define(part, linked, sources, [*open_parts, path])
        if missing := set(re.findall(r"\w+", match[1])) - set(exported):
            raise ValueError(f"{path.name}: {part.name} does not export {', '.join(sorted(missing))}")
        return f"const {match[1]} = {name};"

    source = IMPORT.sub(use, path.read_text(encoding="utf-8"))
    exported = [match[2] for match in EXPORT.finditer(source)]
    source = EXPORT.sub(r"\1 \2", source)
    for line in LEFT_OVER.findall(source):
        if is_part or not line.startswith("export default"):
            raise ValueError(f"{path.name}: cannot link {line!r}: "
                             'write import { name } from "./part.js"; or export function …')
    return source, exported
