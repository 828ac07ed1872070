"""What every page needs beside its words: the design tokens as CSS, and styles for widgets where there are some.

The tokens come from the package (`nnbasics.look`), so that page, notebook and film look the same.  When a style sheet
or a script changes, all pages are written again: Sphinx alone copies nothing as long as no chapter changed.
"""
import hashlib
from pathlib import Path

from myst_nb.sphinx_ import NbMetadataCollector
from nnbasics.look import css_variables


# The theme lets the keyboard reach code that is cut off at the right and must be scrolled.  It looks for such code
# when the window changes its size, and must be told that folded code comes into sight when it is unfolded.
UNFOLDED = """
for (const event of ["toggle", "click"]) {
  document.addEventListener(event, ({ target }) => {
    if (target.closest("details, .toggle-button")) window.dispatchEvent(new Event("resize"));
  }, true);
}
"""


def write_tokens(app, config):
    folder = Path(app.outdir).parent / "tokens"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokens.css").write_text(css_variables(), encoding="utf-8")
    config.html_static_path.append(str(folder))
    app.add_css_file("tokens.css", priority=400)  # before the style sheets that use them
    files = [file for path in config.html_static_path for file in sorted(Path(app.confdir, path).rglob("*"))]
    # A value of the kind "html" that changes has all pages written, and none read or executed, again.
    config.static_digest = hashlib.sha256(b"".join(f.read_bytes() for f in files if f.is_file())).hexdigest()


def finish_page(app, pagename, templatename, context, doctree):
    if "ipywidgets_state" in NbMetadataCollector.get_js_files(app.env, pagename):
        app.add_css_file("nn-widgets.css")
    # docutils gives the entries of a bibliography a role that is deprecated, and wrong inside its list.
    context["body"] = context.get("body", "").replace('role="doc-biblioentry"', 'role="listitem"')


def setup(app):
    app.add_config_value("static_digest", "", "html")
    app.add_js_file(None, body=UNFOLDED)
    app.connect("config-inited", write_tokens)
    app.connect("html-page-context", finish_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
