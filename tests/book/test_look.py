"""The pages as the browser draws them: nothing broken or empty, the fallback where it is needed."""

import pytest

CHAPTER = "book/01-artificial-neuron"


@pytest.fixture
def visit(offline_context, built_book, serve):
    """`visit(page)`: the page in a browser of its own, `without` the files of a pattern."""
    address = serve(built_book)

    def go(name, without=None, **options):
        page = offline_context(viewport={"width": 1280, "height": 800}, **options).new_page()
        if without:
            page.route(without, lambda route: route.abort())
        page.goto(f"{address}/{name}.html")
        return page

    return go


def test_one_search_box_and_no_empty_bar(visit):
    page = visit(CHAPTER)
    assert page.locator(".search-button__button:visible, input[type=search]:visible").count() == 1
    bar = page.locator("header.bd-header")
    assert not bar.is_visible() or bar.inner_text().strip()


@pytest.mark.parametrize(
    "scheme, paper",
    [
        ("light", "rgb(255, 255, 255)"),
        ("dark", "rgb(18, 20, 23)"),
    ],
)
def test_page_takes_the_scheme_of_the_system_without_waiting_for_the_theme(visit, scheme, paper):
    page = visit(CHAPTER, without="**/pydata-sphinx-theme.js*", color_scheme=scheme)
    assert page.locator("html").get_attribute("data-theme") == scheme
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper


def test_picture_of_the_first_state_gives_way_to_the_widget_and_comes_back_in_print(visit):
    page = visit(CHAPTER)
    page.wait_for_selector(".nn-widget .jupyter-widgets")
    widget = page.locator(".nn-widget .widget-subarea").first
    picture = page.locator(".nn-fallback").first
    assert widget.is_visible() and not picture.is_visible()
    page.emulate_media(media="print")
    assert not widget.is_visible() and picture.is_visible()


def test_paper_shows_what_is_folded_on_the_screen(visit):
    page = visit(CHAPTER)
    folded = page.locator(".bd-article details.nn-film-words:not([open]) > :not(summary)").first
    assert not folded.is_visible()
    page.emulate_media(media="print")
    assert folded.is_visible() and folded.bounding_box()["height"] > 10


def test_picture_stays_where_the_widget_failed(visit):
    page = visit(CHAPTER)
    page.wait_for_selector(".nn-widget .jupyter-widgets")
    page.locator(".nn-widget .jupyter-widgets").first.evaluate(
        "widget => { widget.innerHTML = '<p class=nn-notice>No.</p>' }"
    )
    assert page.locator(".nn-fallback").first.is_visible()
    assert not page.locator(".nn-fallback").nth(1).is_visible()


def test_page_without_javascript_shows_the_picture(visit):
    page = visit(CHAPTER, java_script_enabled=False)
    pictures = page.locator(".nn-fallback img")
    assert pictures.count() > 0
    for picture in pictures.all():
        assert picture.is_visible() and picture.bounding_box()["height"] > 100


def test_controls_of_a_film_cover_nothing_of_it(visit):
    page = visit(CHAPTER)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        film = page.locator(".nn-film").first
        picture, bar = (film.locator(part).bounding_box() for part in ("video.only-light", ".nn-film-bar"))
        assert film.locator("video").first.evaluate("video => video.controls") is False
        assert bar["y"] >= picture["y"] + picture["height"]
        assert bar["x"] >= 0 and bar["x"] + bar["width"] <= width
    assert picture["width"] >= 328, "for this width tests/figures/test_scenes.py measures the type"
