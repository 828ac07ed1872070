"""What every page needs beside its words: the design tokens as CSS, and styles for its widgets.

The tokens come from the package (`nnbasics.look`), so that page, notebook and film look the same.
When a style sheet, a script or one of these extensions changes, all pages are written again: Sphinx alone
copies nothing as long as no chapter changed.  What Sphinx remembers of a build, a hash in which folders
stand, is kept beside the site and not in it: two builds of the same files give the same site.

A table of a chapter gets what a screen reader says of it: a caption, the heading above it, and row headers;
an empty corner heads nothing.  What folds a cell is named by what is seen on it.
"""
import hashlib
import re
from pathlib import Path

from docutils import nodes
from myst_nb.sphinx_ import NbMetadataCollector

from nnbasics.look import css_variables


def write_tokens(app, config):
    """On `config-inited`: ``tokens.css``, and the mark that says whether a static file changed."""
    folder = Path(app.outdir).parent / "tokens"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokens.css").write_text(css_variables(), encoding="utf-8")
    config.html_static_path.append(str(folder))
    # Sphinx's key "/" for the search took the stroke out of a typed 1/2.  In _config.yml this would be the
    # only option of the theme: Jupyter Book's own would go.
    config.html_theme_options["enable_search_shortcuts"] = False
    app.add_css_file("tokens.css", priority=400)  # before the style sheets that use them
    # A value of the kind "html" that changes has all pages written, and none executed, again.
    folders = [Path(app.confdir, path) for path in config.html_static_path]
    files = [file for path in folders for file in sorted(path.rglob("*")) if file.is_file()]
    files += sorted(Path(__file__).parent.glob("*.py"))
    config.static_digest = hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()


REMEMBERED = ".buildinfo"
TABLE = '<table class="(?:table|docutils)[^"]*">'
HEADING_OR_TABLE = re.compile(
    rf'<h[1-3]>(?P<heading>.*?)<a class="headerlink"|{TABLE}(?!\s*<caption)', re.DOTALL)
EMPTY_CORNER = re.compile(r'<th class="head stub">\s*(?:<p>\s*</p>)?\s*</th>')


def take_out_memory(app, error):
    """On `build-finished`."""
    if (there := Path(app.outdir, REMEMBERED)).exists():
        there.replace(Path(app.outdir).parent / REMEMBERED)


def put_memory_back(app):
    """On `builder-inited`: the next build asks whether its settings are those of the last one."""
    if (kept := Path(app.outdir).parent / REMEMBERED).exists():
        kept.replace(Path(app.outdir, REMEMBERED))


def head_rows(app, doctree):
    """On `doctree-read`: the first cell of a row says what the row is about."""
    for table in doctree.findall(nodes.table):
        next(table.findall(nodes.colspec))["stub"] = 1


def with_captions(body):
    """A page's tables with the heading above them as a caption, unseen: who sees, sees it there."""
    heading = ""

    def caption(found):
        nonlocal heading
        if found["heading"] is not None:
            heading = re.sub("<[^>]*>", "", found["heading"])
            return found[0]
        return f'{found[0]}<caption class="nn-unseen">{heading}</caption>'

    return HEADING_OR_TABLE.sub(caption, body)


def finish_page(app, pagename, templatename, context, doctree):
    """On `html-page-context`: the style sheet of the widgets where there are some."""
    if "ipywidgets_state" in NbMetadataCollector.get_js_files(app.env, pagename):
        app.add_css_file("nn-widgets.css")
    # docutils gives the entries of a bibliography a deprecated role, and a wrong one in its list.
    body = context.get("body", "").replace('role="doc-biblioentry"', 'role="listitem"')
    body = body.replace('<summary aria-label="Toggle hidden content">', "<summary>")
    context["body"] = with_captions(EMPTY_CORNER.sub("<td></td>", body))


def setup(app):
    app.add_config_value("static_digest", "", "html")
    app.connect("config-inited", write_tokens)
    app.connect("builder-inited", put_memory_back)
    app.connect("doctree-read", head_rows)
    app.connect("html-page-context", finish_page)
    app.connect("build-finished", take_out_memory)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
