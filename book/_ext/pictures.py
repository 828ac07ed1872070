"""Pictures of cells on HTML pages: smaller as lossless WebP where that is so, and loaded when they are near.

Whatever else a page shows is loaded then too; its size is in the tag, so that no word moves when it comes.
"""
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from docutils import nodes
from PIL import Image
from sphinx.transforms.post_transforms import SphinxPostTransform

TAG = re.compile(r"<img (?![^>]*loading=)[^>]*>")


class SmallerPictures(SphinxPostTransform):
    """Sets an image's file to the WebP of the same pixels, if that is smaller."""

    default_priority = 5  # after myst-nb has chosen the form of an output
    formats = ("html",)

    def run(self):
        for image in self.document.findall(nodes.image):
            file = Path(self.env.srcdir, image["uri"])
            if file.suffix != ".png" or "jupyter_execute" not in file.parts:
                continue
            smaller = as_webp(file, file.with_suffix(".webp"))
            if smaller.stat().st_size < file.stat().st_size:
                image["uri"] = str(Path(image["uri"]).with_suffix(".webp"))
                image["candidates"] = {"*": image["uri"]}
                self.env.images.add_file(self.env.docname, image["uri"])


def as_webp(file, target):
    """The lossless WebP of a picture, made once: the name says what is in it."""
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        with Image.open(file) as picture:
            picture.save(target, lossless=True, method=6, exact=True)
    return target


def load_late(app, pagename, templatename, context, doctree):
    """On `html-page-context`: each picture of the text is loaded when it is near; its place has its size."""

    def complete(match):
        tag = match[0].removesuffix(">").removesuffix("/").rstrip()
        link = unquote(urlsplit(re.search(r'src="([^"]*)"', tag)[1]).path)
        size = None if ' width="' in tag else size_of(app, link)
        place = f' width="{size[0]}" height="{size[1]}"' if size else ""
        return f'{tag}{place} loading="lazy" decoding="async">'

    context["body"] = TAG.sub(complete, context.get("body", ""))


def size_of(app, link):
    """Width and height of a picture that the builder is about to copy, or None where it has no pixels."""
    sources = {name: source for source, name in app.builder.images.items()}
    source = sources.get(Path(link).name)
    if not source or Path(source).suffix == ".svg":
        return None
    with Image.open(Path(app.srcdir, source)) as picture:
        return picture.size


def setup(app):
    app.add_post_transform(SmallerPictures)
    app.connect("html-page-context", load_late)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
