"""A film as a numbered figure: the directive ``{animation}``.

    ```{animation} predict
    :name: predictnn
    :width: 90%
    A digit passes through the network. After [a film by 3Blue1Brown](https://example.org).
    ```

shows ``images/nn/predict.mp4`` with its poster ``predict.png``; size and description come from
``images/nn/manifest.json``.  The text is the caption, which credits the source.  ``{numref}`` finds
the figure by ``name``.  Nothing is loaded before the reader asks for it, nothing moves by itself,
and what the film shows can be read below it.  Builders other than HTML print the poster.
"""
import json
from html import escape
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.directives.patches import Figure
from sphinx.errors import SphinxError
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri
from where import where

FOLDER = "images/nn"
VIDEO = """<video controls playsinline preload="none" poster="{poster}" src="{film}"
  style="--ratio: calc({width} / {height}); --width: {share}"
  aria-label="Film: {name}" aria-describedby="film-{name}"></video>
<details class="nn-film"><summary>What the film shows</summary>
<p id="film-{name}">{description}</p></details>"""


class AnimationError(SphinxError):
    category = "Animation error"


def percentage(value):
    return f"{directives.percentage(value)}%"


class Animation(Figure, SphinxDirective):
    option_spec = {**Figure.option_spec, "width": percentage}

    def run(self):
        name = self.arguments[0]
        folder = Path(self.env.srcdir, FOLDER)
        for file in (f"{name}.mp4", f"{name}.png", "manifest.json"):
            if not (folder / file).exists():
                raise AnimationError(
                    f"{where(self)}: there is no {FOLDER}/{file}; `make images` draws it"
                )
            self.env.note_dependency(str(folder / file))
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        if name not in manifest:
            raise AnimationError(f"{where(self)}: {FOLDER}/manifest.json does not know {name}")
        self.arguments[0] = f"/{FOLDER}/{name}.png"
        self.options["alt"] = manifest[name]["description"]
        figure, *problems = super().run()
        figure["film"] = {**manifest[name], "name": name}
        self.env.images.add_file(self.env.docname, f"{FOLDER}/{name}.mp4")
        return [figure, *problems]


class ShowFilm(SphinxPostTransform):
    """On HTML pages the film in the place of its poster."""

    default_priority = 200
    formats = ("html",)

    def run(self):
        builder = self.app.builder
        page = builder.get_target_uri(self.env.docname)
        for figure in self.document.findall(nodes.figure):
            if "film" not in figure:
                continue
            film, links = figure["film"], {}
            for kind, ending in (("film", "mp4"), ("poster", "png")):
                file = f"{FOLDER}/{film['name']}.{ending}"
                builder.images[file] = self.env.images[file][1]  # the builder copies these
                links[kind] = relative_uri(page, f"{builder.imagedir}/{builder.images[file]}")
            keys = ("name", "description", "width", "height")
            words = {key: escape(str(film[key])) for key in keys}
            share = figure[0].get("width", "100%").removesuffix("%")
            video = VIDEO.format(share=share, **links, **words)
            figure[0] = nodes.raw("", video, format="html")


def setup(app):
    app.add_directive("animation", Animation)
    app.add_post_transform(ShowFilm)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
