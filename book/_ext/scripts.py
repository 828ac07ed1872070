"""The explorers' scripts and style sheets, once for the book instead of once a widget.

In a notebook a view brings its whole source along (`nnbasics.explorers.link`).  In the book

    _static/nn/shared.js, shared.css     are what explorers share: the parts of ``web/`` that many import
    _static/nn/hidden.js, hidden.css     are one explorer, loaded on the pages that have it
    _static/nn/data-1a2b….js             are the large bytes of a view, named by their content

and the widget state in the page keeps a line that opens the view, and its small numbers.  All are classic
scripts, as a page that is opened as a file may load no others.  They meet in registries on global symbols,
under keys that carry a hash, so that two versions on a page never do.  A script is linked from its sources
when pages are written: no notebook runs for a change of one.
"""
import hashlib
import importlib.util
import json
import re
from collections import Counter
from pathlib import Path

from myst_nb.sphinx_ import NbMetadataCollector
from shown_models import shown_models

import nnbasics

PACKAGE = Path(nnbasics.__file__).parent
FOLDER = "nn"
# By its path: the package of the explorers would import Matplotlib and the widgets, for a second.
_spec = importlib.util.spec_from_file_location("nnbasics_link", PACKAGE / "explorers" / "link.py")
linker = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(linker)

STATE = "ipywidgets_state"  # myst-nb's name of it
VIEW = re.compile(r"nnbasics\.explorers\.(\w+)\.")  # in anywidget's name of a view's class
SHARED_BY = 2  # explorers; a part that one alone imports stands in its script
LARGE = 4096  # base64 characters from which bytes are a script of their own
REGISTRY, DATA = 'globalThis[Symbol.for("nnbasics.explorers")]', 'globalThis[Symbol.for("nnbasics.data")]'
MISSING = "its script did not arrive, or is of another version: reload the page."
STUB = ("export default () => {{ const open = {registry}?.[{key}]; if (!open) throw new Error({missing}); "
        "return open({traits}); }};")


def folders(package=PACKAGE):
    """The folders of all explorers that have a view."""
    return sorted(view.parent for view in (package / "explorers").glob("*/view.js"))


def shared_parts(package):
    """What is loaded once for all: parts that a few explorers import or that count something in a page."""
    users = Counter(part for folder in folders(package) for part in imported_by(folder / "view.js"))
    web, late = (package / "web").resolve(), package / "web" / "shell" / "late.js"  # which opens a view
    return sorted({late.resolve()} | {part for part, number in users.items() if web in part.parents and (
        number >= SHARED_BY or re.search("^let ", part.read_text(encoding="utf-8"), re.MULTILINE))})


def imported_by(part, found=None):
    """All that a part imports, and what that does."""
    found = set() if found is None else found
    for _, path in linker.IMPORT.findall(part.read_text(encoding="utf-8")):
        if (other := (part.parent / path).resolve()) not in found:
            found.add(other)
            imported_by(other, found)
    return found


def linked_scripts(package=PACKAGE):
    """The scripts and style sheets by their names, and the key of each explorer in the registry."""
    library = linker.link_library(shared_parts(package))
    names = [name for name, _ in library.parts.values()]
    shared = f"shared-{digest(library.source)}"
    files = {
        "shared.js": f"(() => {{\n{library.source}\n({REGISTRY} ??= {{}})[{json.dumps(shared)}] = "
                     f"{{ {', '.join(names)} }};\n}})();\n",
        "shared.css": "".join(sheet.read_text(encoding="utf-8") for sheet in linker.SHARED_STYLES),
    }
    with_bytes = library.parts[(package / "web" / "shell" / "late.js").resolve()][0] + ".withBytes"
    keys = {}
    for folder in folders(package):
        view = linker.as_function(linker.link(folder / "view.js", library))
        keys[folder.name] = key = f"{folder.name}-{digest(shared + view)}"
        used = [name for name in names if re.search(rf"\b{name}\b", view)
                or with_bytes.startswith(f"{name}.")]
        files[f"{folder.name}.js"] = (
            f"(() => {{\nconst registry = {REGISTRY};\n"
            f"const {{ {', '.join(used)} }} = registry[{json.dumps(shared)}];\nconst view = {view};\n"
            f"registry[{json.dumps(key)}] = (traits) => {with_bytes}(view(), traits);\n}})();\n")
        if (style := folder / "view.css").exists():
            files[f"{folder.name}.css"] = style.read_text(encoding="utf-8")
    return files, keys


def write_scripts(app, config):
    """On `config-inited`, before the mark of static files is made: all scripts into a static folder."""
    root = Path(app.outdir).parent / "explorers"
    files, app.explorer_keys = linked_scripts()
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for old in set(folder.iterdir()) - {folder / name for name in files}:
        old.unlink()
    for name, text in files.items():
        write(folder / name, text)
    config.html_static_path.append(str(root))


def link_page(app, pagename, templatename, context, doctree):
    """On `html-page-context`, before myst-nb's: the page's state without sources, and its scripts."""
    files = NbMetadataCollector.get_js_files(app.env, pagename)
    if STATE not in files:
        return
    path, options = files[STATE]
    content = json.loads(options["body"])
    content["state"] = shown_models(content["state"], context["body"])
    static = Path(app.outdir, "_static", FOLDER)
    explorers, scripts = set(), {}
    for model in content["state"].values():
        if model["model_name"] == "LayoutModel":  # most of it is nothing, as it is where nothing is said
            model["state"] = {trait: value for trait, value in model["state"].items() if value is not None}
        name = explorer_of(model["state"])
        if name in app.explorer_keys:
            explorers.add(name)
            scripts |= without_source(model, app.explorer_keys[name],
                                      lambda name: context["pathto"](f"_static/{FOLDER}/{name}.js", 1))
    body = json.dumps(content, separators=(",", ":")).replace("</script>", r"<\/script>")
    files[STATE] = path, {**options, "body": body}
    for name, (text, late) in sorted(scripts.items()):
        write(static / f"{name}.js", text)
        if not late:
            app.add_js_file(f"{FOLDER}/{name}.js", priority=400, defer="defer")
    # The scripts stand before the runtime, which opens the views; the sheets after all others.
    for name in ["shared", *sorted(explorers)] if explorers else []:
        app.add_js_file(f"{FOLDER}/{name}.js", priority=400, defer="defer")
        if name == "shared" or (PACKAGE / "explorers" / name / "view.css").exists():
            app.add_css_file(f"{FOLDER}/{name}.css", priority=900)


def explorer_of(state):
    """The folder of the explorer that a model is the view of, or None."""
    found = VIEW.match(str(state.get("_anywidget_id")))
    return found and found[1]


def leave_source_out(state):
    """Take the source and the style sheet of an explorer's view out of its state, in place."""
    if (PACKAGE / "explorers" / str(explorer_of(state)) / "view.js").exists():
        state.pop("_esm", None)
        state.pop("_css", None)


def without_source(model, key, address):
    """Take a view's source and large bytes out of its state, in place; the data scripts, by name."""
    state, kept, scripts, eager = model["state"], [], {}, []
    for buffer in model.get("buffers", []):
        trait, data = buffer["path"][0], buffer["data"]
        late = trait in state.get("_late", [])
        if len(buffer["path"]) > 1 or not (late or len(data) > LARGE):
            kept.append(buffer)
            continue
        name = f"data-{digest(data)}"
        scripts[name] = f"({DATA} ??= {{}})[{json.dumps(name)}] = {json.dumps(data)};\n", late
        state[trait] = {"name": name, "script": address(name)}
        if not late:
            eager.append(trait)
    if "buffers" in model:
        model["buffers"] = kept
    leave_source_out(state)
    state["_esm"] = STUB.format(registry=REGISTRY, key=json.dumps(key), missing=json.dumps(MISSING),
                                traits=json.dumps(eager))
    return scripts


def remove_old_data(app, error):
    """On `build-finished`: data that no page asks for any more."""
    data = set(Path(app.outdir, "_static", FOLDER).glob("data-*.js"))
    if data and not error:
        pages = "".join(page.read_text(encoding="utf-8") for page in Path(app.outdir).rglob("*.html"))
        for script in data:
            if script.stem not in pages:
                script.unlink()


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def write(path, text):
    """Write what is new: what has not changed keeps its time, and is not copied again."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def setup(app):
    app.connect("config-inited", write_scripts, priority=400)
    app.connect("html-page-context", link_page, priority=400)
    app.connect("build-finished", remove_old_data)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
