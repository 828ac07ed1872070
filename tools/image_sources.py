"""Which files a film is drawn from, and their hash.

A scene is followed through what it imports from the package, down to the data its modules name.
Comments, docstrings, layout and line endings do not change the hash: they change no picture.
"""
import ast
import hashlib
import re
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src" / "nnbasics"
DATA = re.compile(r"[\w-]+\.(json|csv|npz)")


def sources(path):
    """The files that a module of the package is made of: its imports, and the data they name."""
    found, waiting = set(), [path]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        if path.suffix == ".py":
            for node in ast.walk(ast.parse(path.read_bytes())):
                waiting += _used_by(node, path)
    return sorted(found)


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


def _used_by(node, path):
    if isinstance(node, ast.Import):
        return _modules([alias.name for alias in node.names])
    if isinstance(node, ast.ImportFrom):
        # `from .x import y` in a/b.py is a.x; and y may be a module or a name in one.
        above = path.relative_to(PACKAGE.parent).parts[:-node.level] if node.level else ()
        origin = ".".join([*above, *([node.module] if node.module else [])])
        return _modules([f"{origin}.{alias.name}" for alias in node.names]) or _modules([origin])
    if isinstance(node, ast.Constant) and DATA.fullmatch(str(node.value)):
        places = path.with_name(node.value), PACKAGE / "data" / node.value
        return [file for file in places if file.is_file()]
    return []


def _modules(names):
    paths = [PACKAGE.parent.joinpath(*name.split(".")) for name in names]
    return [file for path in paths for file in (path.with_suffix(".py"), path / "__init__.py")
            if file.is_file()]


def _skeleton(node):
    if isinstance(node, list):
        return [_skeleton(item) for item in node if not _is_docstring(item)]
    if isinstance(node, ast.AST):
        # Versions of Python differ in fields that are mostly empty.
        return type(node).__name__, [(name, _skeleton(value)) for name, value in
                                     ast.iter_fields(node) if value not in (None, [])]
    return node


def _is_docstring(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
