"""What every page needs beside its words: the design tokens as CSS, and styles for its widgets.

The tokens come from the package (`nnbasics.look`), so that page, notebook and film look the same.
When a style sheet or a script changes, all pages are written again: Sphinx alone copies nothing as
long as no chapter changed.
"""
import hashlib
from pathlib import Path

from myst_nb.sphinx_ import NbMetadataCollector

from nnbasics.look import css_variables


def write_tokens(app, config):
    """On `config-inited`: ``tokens.css``, and the mark that says whether a static file changed."""
    folder = Path(app.outdir).parent / "tokens"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokens.css").write_text(css_variables(), encoding="utf-8")
    config.html_static_path.append(str(folder))
    app.add_css_file("tokens.css", priority=400)  # before the style sheets that use them
    # A value of the kind "html" that changes has all pages written, and none executed, again.
    folders = [Path(app.confdir, path) for path in config.html_static_path]
    files = [file for path in folders for file in sorted(path.rglob("*")) if file.is_file()]
    config.static_digest = hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()


def finish_page(app, pagename, templatename, context, doctree):
    """On `html-page-context`: the style sheet of the widgets where there are some."""
    if "ipywidgets_state" in NbMetadataCollector.get_js_files(app.env, pagename):
        app.add_css_file("nn-widgets.css")
    # docutils gives the entries of a bibliography a deprecated role, and a wrong one in its list.
    context["body"] = context.get("body", "").replace('role="doc-biblioentry"', 'role="listitem"')


def setup(app):
    app.add_config_value("static_digest", "", "html")
    app.connect("config-inited", write_tokens)
    app.connect("html-page-context", finish_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
