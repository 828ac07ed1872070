"""What of a page is loaded when: first what is seen, then what moves the first slider, then all the rest.

    head      one style sheet (`styles`) and those of the page's explorers; scripts, none of which stops the
              page: data, what explorers share, the explorers, the runtime that opens them; then all others,
              most of them once the first explorer stands (``_static/later.js``)
    body      the words; pictures come when they are near (`pictures`)
    its end   the state of the widgets

Deferred scripts run in their order, and a slow network shares itself among all that are asked for.  All are
classic scripts, so that a page works that is opened as a file.
"""
import json
import re
from functools import cache
from pathlib import Path

from sphinx.builders.html._assets import _JavaScript

STATE = "application/vnd.jupyter.widget-state+json"
RUNTIME, WITH_EVERY_CONTROL, FIRST, LAST = "nn-widgets.js", "nn-widgets-every.js", 400, 900
THEME = ("scripts/bootstrap.js", "scripts/pydata-sphinx-theme.js")
# Scripts of extensions that only work on what they look for in the words of a page.
ONLY_FOR = {
    "design-tabs.js": "sd-tab-set", "togglebutton.js": r'class="[^"]*\b(toggle|admonition[^"]* dropdown)\b',
    "clipboard.min.js": 'class="highlight', "copybutton.js": 'class="highlight', "films.js": "nn-film",
    "touch.js": r'type="range"|nn-film'}
LATER = "later.js"
# What a page does not wait with for its first explorer: answers unfold, a link lands, a page is printed.
AT_ONCE = {LATER, "answers.js", "question-kinds.js", "questions.js", "landing.js", "paper.js"}
# For a menu of versions, which this book has not: it would need another script before it.
UNUSED = "DOCUMENTATION_OPTIONS.pagename"


def order(app, pagename, templatename, context, doctree):
    """On `html-page-context`, after all who add scripts: their order; the widget state for the end."""
    scripts, runtime = [], RUNTIME
    for script in context["script_files"]:
        text = script.attributes.get("body", "")
        if script.attributes.get("type") == STATE:
            context["widget_state"] = text
            runtime = runtime_for(model["model_name"] for model in json.loads(text)["state"].values())
        elif script.filename:
            wanted = ONLY_FOR.get(Path(script.filename).name)
            if not wanted or doctree is None or re.search(wanted, context.get("body", "")):
                scripts.append(script)
        elif not text.startswith(UNUSED):
            scripts.append(script)
    # The page of the search has scripts in its text, which want the others before them.
    if doctree is not None:
        alive = "widget_state" in context
        scripts += [_script(f"_static/{name}", LAST) for name in THEME]
        if alive:
            scripts.insert(0, _script(f"_static/{LATER}", FIRST))
        context["script_files"] = [
            _placed(script, runtime, alive) if script.filename else script for script in scripts]
    context["scripts_of_theme"] = doctree is None


def runtime_for(models):
    """The script that opens widgets of these models: a page with a rare control has the large one."""
    return RUNTIME if set(models) <= _known() else WITH_EVERY_CONTROL


@cache
def _known():
    """The names of the models that the small one has: those of the classes that its modules export."""
    script = Path(__file__).parents[1].joinpath("_runtime/dist", RUNTIME).read_text(encoding="utf-8")
    return set(re.findall(r"\b(\w+Model):\(\)=>", script))


def _placed(script, runtime, alive):
    """The script, deferred: what opens explorers first; where there are some (`alive`) most others wait."""
    name = str(script.filename)
    if name.startswith("_static/nn/"):
        return _script(name, FIRST, **script.attributes, fetchpriority="high")
    if name == f"_static/{RUNTIME}":
        return _script(f"_static/{runtime}", FIRST + 1, **script.attributes, fetchpriority="high")
    waits = {"type": "text/later"} if alive and Path(name).name not in AT_ONCE else {}
    return _script(name, max(script.priority, FIRST + 2), **script.attributes, **waits)


def _script(name, priority, **attributes):
    return _JavaScript(name, priority=priority, **{"defer": "defer"} | attributes)


def setup(app):
    app.connect("html-page-context", order, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
