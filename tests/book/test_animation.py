"""A film is a numbered figure with poster and description; whatever it lacks stops the build."""

import json

import pytest
from PIL import Image

FIGURE = """
```{animation} predict
:name: predictnn
:width: 90%
A digit. [source](https://example.org/film)
```
"""


@pytest.fixture
def film(project):
    folder = project.folder / "images" / "nn"
    folder.mkdir(parents=True)
    for theme in ("", "-dark"):
        (folder / f"predict{theme}.mp4").write_bytes(f"a film{theme}".encode())
        Image.new("RGB", (784, 420)).save(folder / f"predict{theme}.png")
    entry = {
        "hash": "0",
        "description": "Grey & <white> pixels.",
        "width": 784,
        "height": 420,
        "seconds": 12.5,
    }
    (folder / "manifest.json").write_text(json.dumps({"predict": entry}))
    project.chapter(f"{FIGURE}\nSee {{numref}}`predictnn`.\n")
    return folder


def test_film_is_a_figure_with_poster_caption_and_description(project, film):
    status, messages = project.build("-W", "--keep-going")
    assert status == 0, messages
    page, html = project.page(), project.folder / "_build" / "html"
    figure = page.select_one("figure#predictnn")
    light, dark = figure.select("noscript > video")  # of which the script makes the film
    posters = figure.select(".nn-film > img")
    for video, poster, theme in ((light, posters[0], ""), (dark, posters[1], "-dark")):
        assert {"controls", "playsinline"} <= set(video.attrs) and video["preload"] == "none"
        assert not {"autoplay", "loop"} & set(video.attrs)  # nothing moves by itself
        assert video["loading"] == "lazy"
        assert (html / video["src"]).read_bytes() == f"a film{theme}".encode()
        with Image.open(html / video["poster"]) as small, Image.open(film / f"predict{theme}.png") as drawn:
            assert small.format == "WEBP" and small.convert("RGB").tobytes() == drawn.tobytes()
        assert poster["src"] == video["poster"] and poster["class"] == video["class"]
        assert poster["loading"] == "lazy" and (poster["width"], poster["height"]) == ("784", "420")
        assert poster["alt"] == "A digit."
        assert video["aria-label"] == "A digit."  # the first sentence of the caption
        assert page.find(id=video["aria-describedby"]).get_text() == "Grey & <white> pixels."
    assert light["class"] == ["only-light"] and dark["class"] == ["only-dark"]
    assert figure.select_one(".nn-film")["data-seconds"] == "12.5"
    assert figure.details.summary.get_text() == "What the film shows"
    assert figure.figcaption.get_text(" ", strip=True).startswith("Fig. 1 A digit.")
    assert figure.figcaption.a["href"] == "https://example.org/film"
    assert "See Fig. 1." in page.find(role="main").get_text()


def test_other_builders_print_the_poster(project, film):
    status, messages = project.build("-W", "-b", "latex")
    assert status == 0, messages
    (tex,) = (project.folder / "_build/html").glob("*.tex")
    assert "{{predict}.png}" in tex.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "missing", ["predict.mp4", "predict.png", "predict-dark.mp4", "predict-dark.png", "manifest.json"]
)
def test_missing_file(project, film, missing):
    (film / missing).unlink()
    status, messages = project.build()
    assert status != 0
    assert f"index.md:6: {{animation}} predict: there is no images/nn/{missing}" in messages


def test_film_that_the_manifest_does_not_know(project, film):
    (film / "manifest.json").write_text("{}")
    status, messages = project.build()
    assert status != 0
    assert "index.md:6: {animation} predict: images/nn/manifest.json does not know" in messages


def test_film_drawn_again_is_shown_again(project, film):
    project.build()
    (film / "predict.mp4").write_bytes(b"another film")
    project.later("images/nn/predict.mp4")
    status, messages = project.build()
    assert status == 0 and "1 changed" in messages
    copy = project.folder / "_build/html/_images/predict.mp4"
    assert copy.read_bytes() == b"another film"
