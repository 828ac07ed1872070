"""Which files of the package a module, or the cells of a notebook, are made of; and the hash of a film's.

What is imported from the package is followed, down to the data that its modules name.  Comments, docstrings,
layout and line endings do not change the hash of a film: they change no picture.
"""

import ast
import functools
import hashlib
import re
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src" / "nnbasics"
DATA = re.compile(r"[\w-]+\.(json|csv|npz)")


def sources(*paths):
    """The files that modules of the package are made of: their imports, and the data they name."""
    found, waiting = set(), [*paths]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        if path.suffix == ".py":
            waiting += _used_in(path, path.read_bytes())
    return sorted(found)


def sources_of_cells(cells):
    """The same for cells of a notebook.  ``from nnbasics import fit`` is training.py and what that imports.

    For a cell that is not plain Python they are all files of the package.
    """
    found = set()
    for cell in cells:
        try:
            nodes = list(ast.walk(ast.parse(cell)))
        except SyntaxError:
            return sorted(
                file for file in PACKAGE.rglob("*") if file.suffix in (".py", ".json", ".csv", ".npz")
            )
        for node in nodes:
            found.update(_used_by(node, PACKAGE / "cell.py", exported=True))
    return sources(*found)


def source_hash(path):
    """The hash of a module and all its sources, the same on every system and version of Python."""
    digest = hashlib.sha256()
    for source in sources(path):
        content = source.read_bytes()
        if source.suffix == ".py":
            content = repr(_skeleton(ast.parse(content))).encode()
        elif source.suffix != ".npz":
            content = b"\n".join(content.splitlines())
        digest.update(source.name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


@functools.cache
def _used_in(path, content):
    return [file for node in ast.walk(ast.parse(content)) for file in _used_by(node, path)]


def _used_by(node, path, exported=False):
    if isinstance(node, ast.Import):
        return _modules([alias.name for alias in node.names])
    if isinstance(node, ast.ImportFrom):
        # `from .x import y` in a/b.py is a.x; and y may be a module or a name in one.
        above = path.relative_to(PACKAGE.parent).parts[: -node.level] if node.level else ()
        origin = ".".join([*above, *([node.module] if node.module else [])])
        names = [alias.name for alias in node.names]
        if exported:
            return [file for name in names for file in _origins(origin, name)]
        return _modules([f"{origin}.{name}" for name in names]) or _modules([origin])
    if isinstance(node, ast.Constant) and DATA.fullmatch(str(node.value)):
        places = path.with_name(node.value), PACKAGE / "data" / node.value
        return [file for file in places if file.is_file()]
    if isinstance(node, ast.Name) and node.id == "import_module":
        return list(path.parent.glob("*.py"))  # by a name that only the run knows
    return []


def _origins(package, name):
    """Where a name that a package passes on comes from: the module, and not all that the package imports."""
    for file in _modules([f"{package}.{name}"]) or _modules([package]):
        if file.name == "__init__.py":
            for node in ast.walk(ast.parse(file.read_bytes())):
                names = [
                    alias.name for alias in getattr(node, "names", []) if (alias.asname or alias.name) == name
                ]
                if isinstance(node, ast.ImportFrom) and names:
                    passed_on = ast.ImportFrom(node.module, [ast.alias(names[0])], node.level)
                    return _used_by(passed_on, file, exported=True)
        return [file]
    return []


def _modules(names):
    paths = [PACKAGE.parent.joinpath(*name.split(".")) for name in names]
    return [
        file for path in paths for file in (path.with_suffix(".py"), path / "__init__.py") if file.is_file()
    ]


def _skeleton(node):
    if isinstance(node, list):
        return [_skeleton(item) for item in node if not _is_docstring(item)]
    if isinstance(node, ast.AST):
        # Versions of Python differ in fields that are mostly empty.
        return type(node).__name__, [
            (name, _skeleton(value)) for name, value in ast.iter_fields(node) if value not in (None, [])
        ]
    return node


def _is_docstring(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
