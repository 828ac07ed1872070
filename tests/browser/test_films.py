"""Films: controls of their own, which wind also where a server sends whole files only, as the tests' does."""


def test_a_film_is_played_wound_and_goes_on_in_the_dark(open_page):
    page = open_page("book/01-artificial-neuron")
    film = page.locator(".nn-film").first
    light, dark = film.locator("video.only-light"), film.locator("video.only-dark")
    assert light.is_visible() and not dark.is_visible()
    position = film.get_by_role("slider")
    position.fill("3")
    wait_for(light, "video.src.startsWith('blob:') && Math.abs(video.currentTime - 3) < 0.2")
    film.get_by_role("button", name="Play").click()
    wait_for(light, "video.currentTime > 3.2")
    film.get_by_role("button", name="Pause").click()
    assert light.evaluate("video => video.paused")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    wait_for(dark, "Math.abs(video.currentTime - 3.2) < 1")
    assert dark.is_visible() and not light.is_visible()


def test_no_film_and_no_far_poster_is_loaded_before_it_is_asked_for(offline_context, book):
    page = offline_context(viewport={"width": 1280, "height": 800}).new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{book}/book/05-trash.html")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith(".mp4") or "-dark.png" in url]


def wait_for(video, condition):
    video.page.wait_for_function(f"(video) => {condition}", arg=video.element_handle())
