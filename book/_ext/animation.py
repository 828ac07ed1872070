"""A film as a numbered figure: the directive ``{animation}``.

    ```{animation} predict
    :name: predictnn
    :width: 90%
    A digit passes through the network. After [a film by 3Blue1Brown](https://example.org).
    ```

shows ``images/nn/predict.mp4`` with its poster ``predict.png``, and on a dark page ``predict-dark.*``;
size and description come from ``images/nn/manifest.json``.  The text is the caption, which credits the
source; its first sentence names the film.  ``{numref}`` finds the figure by ``name``.  The page has the
poster as a picture, loaded when it is near, and prints it; ``_static/films.js`` makes the film of what
stands in ``noscript`` when it is played.  Nothing moves by itself, and what the film shows can be read
below it.  Builders other than HTML print the poster.
"""
import hashlib
import json
import re
from html import escape
from os.path import relpath
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from pictures import as_webp
from sphinx.directives.patches import Figure
from sphinx.errors import SphinxError
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri
from where import where

FOLDER = "images/nn"
THEMES = {"light": "", "dark": "-dark"}  # what each adds to the name of the files
FILM = """<div class="nn-film" role="group" aria-label="{caption}" data-seconds="{seconds}"
  style="--ratio: calc({width} / {height}); --width: {share}">{posters}
<noscript>{videos}</noscript></div>
<details class="nn-film-words"><summary>What the film shows</summary>
<p id="film-{name}">{description}</p></details>"""
POSTER = """<img class="only-{theme}" src="{poster}" alt="{caption}" width="{width}" height="{height}"
  loading="lazy">"""
VIDEO = """<video class="only-{theme}" controls playsinline preload="none" loading="lazy"
  poster="{poster}" src="{film}" aria-label="{caption}" aria-describedby="film-{name}"></video>"""
SENTENCE = re.compile(r".+?[.!?](?=\s|$)", re.DOTALL)


class AnimationError(SphinxError):
    category = "Animation error"


def percentage(value):
    return f"{directives.percentage(value)}%"


class Animation(Figure, SphinxDirective):
    option_spec = {**Figure.option_spec, "width": percentage}

    def run(self):
        name = self.arguments[0]
        folder = Path(self.env.srcdir, FOLDER)
        files = [f"{name}{added}.{kind}" for added in THEMES.values() for kind in ("mp4", "png")]
        for file in (*files, "manifest.json"):
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
        self._give_up_id(nodes.make_id(self.options.get("name", "")))
        figure, *problems = super().run()
        figure["film"] = {**manifest[name], "name": name}
        figure["classes"].append("holds-film")
        for file in files:
            self.env.images.add_file(self.env.docname, f"{FOLDER}/{file}")
        return [figure, *problems]

    def _give_up_id(self, wanted):
        """A heading of the same words leaves the figure the id that its name makes, as in the document."""
        document, other = self.state.document, f"section-{wanted}"
        holder = document.ids.get(wanted)
        if isinstance(holder, nodes.section):
            holder["ids"] = [other if each == wanted else each for each in holder["ids"]]
            document.ids[other] = document.ids.pop(wanted)
            for name, held in document.nameids.items():
                if held == wanted:
                    document.nameids[name] = other


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
            film, caption = figure["film"], figure.next_node(nodes.caption).astext()
            words = {key: escape(str(film[key]))
                     for key in ("name", "description", "width", "height", "seconds")}
            words["caption"] = escape(SENTENCE.match(caption)[0] if SENTENCE.match(caption) else caption)
            forms = [{"theme": theme, **self._links(page, f"{FOLDER}/{film['name']}{added}"), **words}
                     for theme, added in THEMES.items()]
            posters, videos = ("".join(kind.format(**form) for form in forms) for kind in (POSTER, VIDEO))
            share = figure[0].get("width", "100%").removesuffix("%")
            film = FILM.format(share=share, posters=posters, videos=videos, **words)
            figure[0] = nodes.raw("", film, format="html")

    def _links(self, page, stem):
        """Where the page finds a film and its poster, which the builder is told to copy."""
        builder, links = self.app.builder, {}
        for kind, ending in (("film", "mp4"), ("poster", "png")):
            file = f"{stem}.{ending}"
            name = builder.images[file] = self.env.images[file][1]
            if kind == "poster" and (smaller := self._smaller(file)):
                del builder.images[file]
                builder.images[smaller] = name = str(Path(name).with_suffix(".webp"))
            links[kind] = relative_uri(page, f"{builder.imagedir}/{name}")
        return links

    def _smaller(self, file):
        """The poster as WebP, where that is smaller: a file among those that the build keeps."""
        source, folder = Path(self.env.srcdir, file), Path(self.app.outdir).parent / "posters"
        digest = hashlib.sha256(source.read_bytes()).hexdigest()[:16]
        target = as_webp(source, folder / f"{source.stem}-{digest}")
        if target.stat().st_size < source.stat().st_size:
            return relpath(target, self.env.srcdir)


def setup(app):
    app.add_directive("animation", Animation)
    app.add_post_transform(ShowFilm)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
