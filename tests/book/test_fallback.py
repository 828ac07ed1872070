"""A widget comes with the picture of its first state and the words for it."""

from PIL import Image

WIDGET = """#| label: explorer
import base64, io
import ipywidgets, matplotlib
from PIL import Image

class Explorer(ipywidgets.IntSlider):
    def _repr_mimebundle_(self, **kwargs):
        file = io.BytesIO()
        Image.new("RGB", (4, 3)).save(file, "png")
        return {
            **super()._repr_mimebundle_(**kwargs),
            "image/png": base64.b64encode(file.getvalue()).decode(),
            "text/plain": "weight 0.7, <output> 0.67",
        }

Explorer()"""


def test_live_widget_and_picture_both_come_out(project):
    project.notebook(WIDGET)
    project.chapter("\n```{embed} #explorer\n:remove-input:\n```\n")
    status, messages = project.build("-W")
    assert status == 0, messages
    page = project.page()
    both = page.select_one("div.nn-widget")
    assert both.select('script[type="application/vnd.jupyter.widget-view+json"]')
    picture = both.select_one("figure.nn-fallback > img")
    assert picture["alt"] == "weight 0.7, <output> 0.67"
    file = project.folder / "_build/html" / picture["src"]
    assert file.suffix == ".webp" and picture["loading"] == "lazy"
    with Image.open(file) as image:
        assert image.size == (4, 3) == (int(picture["width"]), int(picture["height"]))
        assert image.convert("RGB").getpixel((1, 1)) == (0, 0, 0)  # without loss
    assert "weight 0.7, <output> 0.67" in both.select_one("figure.nn-fallback > figcaption").get_text()
    assert page.select_one('script[type="application/vnd.jupyter.widget-state+json"]')


def test_widget_without_picture_is_a_warning(project):
    project.notebook("#| label: bare\nimport ipywidgets\nipywidgets.IntSlider()")
    project.chapter("\n```{embed} #bare\n```\n")
    status, messages = project.build("-W", "--keep-going")
    assert status != 0
    assert "this widget has no picture (image/png)" in messages


def test_other_builders_print_the_picture(project):
    project.notebook(WIDGET)
    project.chapter("\n```{embed} #explorer\n:remove-input:\n```\n")
    status, messages = project.build("-W", "-b", "latex")
    assert status == 0, messages
    (tex,) = (project.folder / "_build/html").glob("*.tex")
    assert "includegraphics" in tex.read_text(encoding="utf-8")
