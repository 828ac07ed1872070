"""A widget on the page, and beside it what is there without it: the picture of its first state.

An explorer displays itself in three forms: the live widget, a picture (``image/png``) and a
sentence or table of the same numbers (``text/plain``).  myst-nb keeps the best form and drops the
others.  On an HTML page this keeps all three:

    <div class="nn-widget">
      the widget
      <figure class="nn-fallback"><img alt="the text"> and the text </figure>
    </div>

The style sheet shows the picture in print and wherever no script has drawn the widget.  Other
builders (PDF) take the picture by myst-nb's own order.
"""
from html import escape

from docutils import nodes
from myst_nb.core.render import WIDGET_VIEW_MIMETYPE
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

CAPTION = "In a browser with JavaScript all of it can be moved."


class KeepPicture(SphinxPostTransform):
    default_priority = 3  # myst-nb chooses the form at 4
    formats = ("html",)

    def run(self):
        for bundle in list(self.document.findall(is_mime_bundle)):
            forms = {form["mime_type"]: form.children for form in bundle.children}
            if WIDGET_VIEW_MIMETYPE not in forms:
                continue
            if "image/png" not in forms or "text/plain" not in forms:
                logging.getLogger(__name__).warning(
                    "this widget has no picture (image/png) or no sentence (text/plain) of its "
                    "first state, for print, for screen readers and where there is no JavaScript",
                    location=bundle,
                )
                continue
            (picture,) = forms["image/png"]
            words = forms["text/plain"][0].astext().strip()
            picture["alt"] = picture.get("alt") or words
            # Raw HTML: a figure node would be numbered.
            bundle.replace_self(nodes.container(
                "", *forms[WIDGET_VIEW_MIMETYPE],
                nodes.raw("", '<figure class="nn-fallback">', format="html"), picture,
                nodes.raw("", f"<figcaption>{escape(words)} {CAPTION}</figcaption></figure>", format="html"),
                classes=["nn-widget", *(["full-width"] if stands_free(bundle) else [])],
            ))


def stands_free(bundle):
    """Whether its cell is a part of a section, not of a box: there it may be wider than the text."""
    cell = bundle.parent.parent
    return isinstance(cell.parent, nodes.section)


def is_mime_bundle(node):
    return isinstance(node, nodes.container) and node.get("nb_element") == "mime_bundle"


def setup(app):
    app.add_post_transform(KeepPicture)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
