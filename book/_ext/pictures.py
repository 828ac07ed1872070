"""Pictures of cells on HTML pages: smaller as WebP where that is so, and loaded when they are near.

WebP holds the same pixels in fewer bytes.  Thousands of lines or a shaded plane are heavy even so: those are
kept at a quality at which the eye finds no difference, in a third of the bytes.

Whatever else a page shows is loaded then too; its size is in the tag, so that no word moves when it comes.
"""
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from docutils import nodes
from PIL import Image
from sphinx.transforms.post_transforms import SphinxPostTransform

HEAVY = 40_000  # bytes: a page has 45 kB for the pictures in sight
QUALITY = 50  # of 100: looked at, light and dark, at twice the size
TAG = re.compile(r"<img (?![^>]*loading=)[^>]*>")


class SmallerPictures(SphinxPostTransform):
    """Sets an image's file to its WebP, if that is smaller."""

    default_priority = 5  # after myst-nb has chosen the form of an output
    formats = ("html",)

    def run(self):
        for image in self.document.findall(nodes.image):
            file = Path(self.env.srcdir, image["uri"])
            if file.suffix != ".png" or "jupyter_execute" not in file.parts:
                continue
            smaller = as_webp(file, file.with_suffix(""))
            if smaller.stat().st_size < file.stat().st_size:
                image["uri"] = str(Path(image["uri"]).with_name(smaller.name))
                image["candidates"] = {"*": image["uri"]}
                self.env.images.add_file(self.env.docname, image["uri"])


def as_webp(file, stem):
    """The WebP of a picture, made once: its name, after the stem, says how."""
    target = stem.with_name(f"{stem.name}-{HEAVY}-{QUALITY}.webp")
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        with Image.open(file) as picture:
            picture.save(target, lossless=True, method=6, exact=True)
            if target.stat().st_size > HEAVY:
                picture.save(target, quality=QUALITY, method=6)
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


def drop_old_ones(app, error):
    """On `build-finished`: pictures of an earlier build that no page shows any more go."""
    folder = Path(app.outdir, app.builder.imagedir)
    if error or app.builder.format != "html" or not folder.is_dir():
        return
    pages = "".join(page.read_text(encoding="utf-8") for page in Path(app.outdir).rglob("*.html"))
    shown = {unquote(name) for name in re.findall(rf"{folder.name}/([^\s\"'?#)]+)", pages)}
    for picture in folder.iterdir():
        if picture.name not in shown:
            picture.unlink()


def setup(app):
    app.add_post_transform(SmallerPictures)
    app.connect("html-page-context", load_late)
    app.connect("build-finished", drop_old_ones)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
