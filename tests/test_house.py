"""The rooms of the package and the arrows between them, in both languages, as CONTRIBUTING draws them."""

import ast
import re
import sys
from pathlib import Path

import pytest

import nnbasics

PACKAGE = Path(nnbasics.__file__).parent
IMPORT = re.compile(r'^import\b[^;]*?from\s*"([^"]+)";', re.MULTILINE)

# What each room may import, beside itself.  An explorer is a room of its own, so that none imports another.
ARROWS = {
    "web/engine": set(),
    "web/draw": set(),
    "web/digits": {"web/draw", "web/engine"},
    "web/shell": {"web/draw", "web/engine"},
    "explorers/*": {"web/shell", "web/digits", "web/draw", "web/engine", "explorers", "figures", "core"},
    "explorers": {"explorers/*", "figures", "core"},
    "figures": {"core"},
    "exercises": {"core"},
    "core": set(),
}
# What the rooms of Python take from outside the package and the standard library.
LIBRARIES = {
    "core": {"numpy"},
    "exercises": {"numpy"},
    "figures": {"numpy", "matplotlib", "contourpy"},
    "explorers": {"numpy", "matplotlib", "PIL", "anywidget", "ipywidgets", "traitlets"},
    "explorers/*": {"numpy", "ipywidgets", "traitlets"},
}


def room_of(file):
    """The room that a file of the package is in, and its name as ARROWS has it."""
    first, *rest = file.relative_to(PACKAGE).parts
    if first == "web":
        return f"web/{rest[0]}", f"web/{rest[0]}"
    if first == "explorers" and len(rest) > 1:
        return f"explorers/{rest[0]}", "explorers/*"
    if first in ("explorers", "figures", "exercises"):
        return first, first
    return "core", "core"


def scripts():
    return list(PACKAGE.rglob("*.js"))


def modules():
    return list(PACKAGE.rglob("*.py"))


def imports_of_script(file):
    return [(file.parent / part).resolve() for part in IMPORT.findall(file.read_text(encoding="utf-8"))]


def imports_of_module(file):
    """(files of the package, names of other libraries) that a module imports, wherever in it."""
    inside, outside = [], set()
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.ImportFrom):
            above = file.relative_to(PACKAGE.parent).parts[: -node.level] if node.level else ()
            origin = [*above, *(node.module.split(".") if node.module else [])]
            origins = [origin, *([*origin, alias.name] for alias in node.names)]
        elif isinstance(node, ast.Import):
            origins = [alias.name.split(".") for alias in node.names]
        else:
            continue
        for origin in origins:
            path = PACKAGE.parent.joinpath(*origin)
            inside += [found for found in (path.with_suffix(".py"), path / "__init__.py") if found.is_file()]
        outside |= {origin[0] for origin in origins} - {"nnbasics"}
    return inside, outside


def wrong_arrows(file, targets):
    (own, kind), seen = room_of(file), []
    for target in targets:
        room, target_kind = room_of(target)
        if room != own and target_kind not in ARROWS[kind] and target != PACKAGE / "__init__.py":
            seen.append(f"{file.relative_to(PACKAGE)} → {target.relative_to(PACKAGE)}")
    return seen


@pytest.mark.parametrize("language", ["JavaScript", "Python"])
def test_arrows_point_one_way(language):
    files, targets = {
        "JavaScript": (scripts(), imports_of_script),
        "Python": (modules(), lambda file: imports_of_module(file)[0]),
    }[language]
    arrows = {file: targets(file) for file in files}
    assert sum(map(len, arrows.values())) > 50  # they are found at all
    assert [wrong for file, found in arrows.items() for wrong in wrong_arrows(file, found)] == []


def test_each_room_of_python_takes_its_own_libraries_only():
    strangers = [
        (str(file.relative_to(PACKAGE)), name)
        for file in modules()
        for name in imports_of_module(file)[1] - sys.stdlib_module_names - LIBRARIES[room_of(file)[1]]
    ]
    assert strangers == []


def test_every_script_stands_in_a_room():
    rooms = {room_of(file)[1] for file in scripts()}
    assert rooms == {"web/engine", "web/draw", "web/digits", "web/shell", "explorers/*"}


def test_every_script_is_used():
    used = {target for file in scripts() for target in imports_of_script(file)}
    views = {file for file in scripts() if file.name == "view.js"}
    engine = {file for file in scripts() if room_of(file)[0] == "web/engine"}  # whole by itself: tests run it
    page = {PACKAGE / "web" / "shell" / "late.js"}  # opens the views of a built page
    assert sorted(file.relative_to(PACKAGE) for file in set(scripts()) - used - views - engine - page) == []


@pytest.mark.parametrize(
    "kind, target",
    [
        ("web/draw/plane.js", "web/engine/network.js"),
        ("web/draw/plane.js", "web/shell/frame.js"),
        ("explorers/hidden/view.js", "explorers/gates/hidden_lines.js"),
        ("network.py", "figures/style.py"),
        ("figures/style.py", "explorers/picture.py"),
    ],
)
def test_a_wrong_arrow_is_seen(kind, target):
    assert wrong_arrows(PACKAGE / kind, [PACKAGE / target]) != []


# Style sheets: in the book all of them are on one page, so that two things of one name would wear each
# other's clothes.
def selectors(sheet):
    """Each selector of a style sheet; a list in brackets counts as one."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL)
    for rule in re.findall(r"([^{}]+)\{", text):
        for selector in re.split(r",(?![^()]*\))", rule):
            yield selector.strip()


def own_classes(sheet):
    """The classes that a sheet gives a look of its own: a selector begins with them, tied to no explorer."""
    begins = (
        re.match(r"(?:\.nn-explorer )?\.(nn-[\w-]+)(?![\w-])", selector) for selector in selectors(sheet)
    )
    return {found.group(1) for found in begins if found} - {"nn-explorer"}


def bare_classes(sheet):
    return {
        found.group(1)
        for selector in selectors(sheet)
        if (found := re.fullmatch(r"\.(nn-[\w-]+)(?::[\w-]+)?", selector))
    }


def test_no_explorer_gives_the_page_another_look():
    """What is of the page: words of the glossary, questions, the contents at the side."""
    sheets = sorted((PACKAGE.parents[1] / "book/_static").glob("*.css"))
    page = set().union(*(re.findall(r"\.(nn-[\w-]+)", sheet.read_text(encoding="utf-8")) for sheet in sheets))
    assert {"nn-term", "nn-question"} <= page
    for sheet in PACKAGE.glob("*/*/*.css"):
        taken = bare_classes(sheet) & page - {"nn-curve"}  # a question draws its curves as explorers do
        assert not taken, f"{sheet.parent.name}/{sheet.name}: {taken} is of the page: tie it to .nn-explorer"


def test_no_two_explorers_mean_different_things_by_one_class():
    shared = set().union(*(own_classes(sheet) for sheet in PACKAGE.glob("web/*/*.css")))
    sheets = sorted(PACKAGE.glob("explorers/*/*.css"))
    assert len(sheets) > 10 and "nn-panel" in shared
    owner = {}
    for sheet in sheets:
        for name in own_classes(sheet) - shared:
            assert owner.setdefault(name, sheet.parent) == sheet.parent, (
                f".{name} is of {owner[name].name} and {sheet.parent.name}"
            )
        taken = bare_classes(sheet) & shared
        assert not taken, (
            f"{sheet.parent.name} gives all explorers another {taken}: tie it to "
            f"[data-explorer={sheet.parent.name}]"
        )
