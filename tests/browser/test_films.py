"""Films can be wound, also from a file server that sends whole files only, as the tests' does."""
import re


def test_a_film_can_be_wound(built_book, serve, page):
    page.goto(serve(built_book) + "/book/01-artificial-neuron.html")
    film = page.locator("video").first
    film.evaluate("film => { film.preload = 'metadata'; film.load(); }")
    page.wait_for_function("document.querySelector('video').src.startsWith('blob:')")
    page.wait_for_function("document.querySelector('video').seekable.length > 0")
    film.evaluate("film => { film.currentTime = 3; }")
    page.wait_for_function("Math.abs(document.querySelector('video').currentTime - 3) < 0.2 "
                           "&& !document.querySelector('video').seeking")
    assert not [error for error in page.context.errors if not re.search("theme mode", error)]
