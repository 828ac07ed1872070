"""What the built pages ask for, and in which order."""

import re
from pathlib import Path

import bs4
import pytest
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[2]
PAGES = re.findall(r"(?:root|file): *(\S+)", (ROOT / "_toc.yml").read_text(encoding="utf-8"))
STATE = 'script[type="application/vnd.jupyter.widget-state+json"]'


@pytest.fixture(scope="module", params=PAGES)
def soup(request, built_book):
    return bs4.BeautifulSoup(
        (built_book / f"{request.param}.html").read_text(encoding="utf-8"), "html.parser"
    )


def test_no_script_stops_the_page_and_what_moves_sliders_comes_first(soup):
    scripts = soup.select("script[src]")
    assert all(script.has_attr("defer") and not script.has_attr("async") for script in scripts)
    names = [Path(script["src"].split("?")[0]) for script in scripts]
    order = [
        "data"
        if name.stem.startswith("data-")
        else name.stem
        if name.stem in ("shared", "nn-widgets")
        else "explorer"
        if name.parent.name == "nn"
        else "other"
        for name in names
    ]
    places = ["data", "shared", "explorer", "nn-widgets", "other"]
    assert order == sorted(order, key=places.index) and order[-1] == "other"


def test_what_a_page_can_wait_for_waits_for_its_first_explorer(soup):
    """Answers unfold before the first paint, a link lands, a page is printed: those do not wait."""
    scripts = [
        (Path(script["src"].split("?")[0]).name, script.get("type")) for script in soup.select("script[src]")
    ]
    waiting = {name for name, kind in scripts if kind == "text/later"}
    at_once = {name for name, kind in scripts if not kind}
    assert waiting | at_once == {name for name, kind in scripts}
    theme, ours = (
        {"bootstrap.js", "pydata-sphinx-theme.js", "terms.js"},
        {"answers.js", "landing.js", "paper.js"},
    )
    if soup.select(STATE):
        assert theme <= waiting and ours | {"later.js", "nn-widgets.js", "shared.js"} <= at_once
    else:
        assert not waiting and theme | ours <= at_once and "later.js" not in at_once


def test_the_state_of_the_widgets_stands_after_all_words(soup):
    for state in soup.select(STATE):
        assert not state.find_all_next(["p", "main", "script", "link"]) and state.find_parent("body")


def test_one_style_sheet_beside_those_of_the_explorers_and_nothing_ahead_of_its_time(soup):
    sheets = [link["href"] for link in soup.select("link[rel=stylesheet]")]
    assert re.search(r"_static/site\.css\?v=[0-9a-f]{8}$", sheets[0])
    assert all("_static/nn/" in sheet for sheet in sheets[1:])
    assert not soup.select("link[rel=preload], link[rel=prefetch], link[as=font]")


def test_pictures_are_loaded_when_they_are_near_and_their_places_have_their_size(soup):
    for picture in soup.select("article img"):
        assert picture["loading"] == "lazy", picture["src"]
        assert int(picture["width"]) > 0 and int(picture["height"]) > 0 or picture["src"].endswith(".svg")
    for video in soup.select("video"):
        assert video.find_parent("noscript") and video["preload"] == "none"


def test_every_icon_that_a_sheet_names_is_in_the_subset_of_their_font(built_book):
    sheet = (built_book / "_static/site.css").read_text(encoding="utf-8")
    named = {int(code, 16) for code in re.findall(r'"\\([ef][0-9a-f]{3})"', sheet)}
    there = set(TTFont(ROOT / "book/_static/fonts/icons.woff").getBestCmap())
    assert len(named) > 10 and named <= there, "run tools/subset_fonts.py"
    assert re.findall(r"@font-face\{[^}]*Font Awesome", sheet) == ['@font-face{font-family:"Font Awesome']


def test_the_sheet_holds_nothing_that_no_page_uses(built_book):
    sheet = (built_book / "_static/site.css").read_text(encoding="utf-8")
    for unused in (".fa-twitter", ".sd-card-carousel", ".placeholder-glow", ".form-floating"):
        assert unused not in sheet
    for used in (".tooltip", ".headerlink", ".fa-magnifying-glass", ".bd-sidebar-primary", ".nn-film"):
        assert used in sheet


def test_no_rule_has_the_whole_page_weighed_anew_when_something_is_added(built_book):
    """One that ends with whatever stands in a first or last child: all below `body` is below a last child."""
    for sheet in [built_book / "_static/site.css", *(built_book / "_static/nn").glob("*.css")]:
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        selectors = [part for head in re.findall(r"([^{}]+)\{", text) for part in head.split(",")]
        whatever = [
            s for s in selectors if re.search(r":(first|last|only|nth)-[^ >+~]*[ >+~]+[:*][^ >+~]*$", s)
        ]
        assert whatever == [], sheet.name
