"""Every chapter offers its notebook, and launch buttons know where the book is online."""

import pytest

THEME = """
html_theme = "sphinx_book_theme"
html_theme_options = {{
    "repository_url": "{url}", "repository_branch": "main",
    "launch_buttons": {{
        "colab_url": "https://colab.research.google.com", "binderhub_url": "https://mybinder.org",
    }},
}}
"""


def themed_page(project, url):
    project.write("conf.py", THEME.format(url=url), "a")
    project.notebook("#| label: one\n1")
    project.chapter("\n```{embed} #one\n```\n\n## More\n\nWords.\n")
    status, messages = project.build("-W", "--keep-going")
    assert status == 0, messages
    return project.page()


def downloads(project, links):
    assert links
    notebook = (project.folder / "index.ipynb").read_bytes()
    for link in links:
        assert (project.folder / "_build/html" / link["href"]).read_bytes() == notebook


@pytest.mark.parametrize("url", ["", "https://github.com/someone/book"], ids=["offline", "online"])
def test_notebook_is_offered_before_the_first_section_and_first_in_the_menu(project, url):
    """What the page opens with comes first."""
    page = themed_page(project, url)
    line = page.select_one("article h2").find_parent("section").find_previous_sibling()
    assert "make lab" in line.get_text() and line.find_previous_sibling().select("pre")
    downloads(project, line.select("a"))
    menu = page.select(".dropdown-download-buttons a")
    assert [link.get_text(strip=True) for link in menu] == [".ipynb", ".md"]
    downloads(project, menu[:1])


def test_no_launch_button_without_repository(project):
    page = themed_page(project, "")
    assert not page.select(".dropdown-launch-buttons")
    assert "colab" not in str(page) and "mybinder" not in str(page)


def test_launch_buttons_open_the_notebook_of_the_chapter(project):
    page = themed_page(project, "https://github.com/someone/book")
    links = page.select(".dropdown-launch-buttons a")
    assert [link["href"] for link in links] == [
        "https://mybinder.org/v2/gh/someone/book/main?urlpath=tree/index.ipynb",
        "https://colab.research.google.com/github/someone/book/blob/main/index.ipynb",
    ]


def test_page_without_notebook_offers_none(project):
    project.write("index.md", "# Only words\n\nNothing to run.\n")
    status, messages = project.build("-W")
    assert status == 0, messages
    assert not project.page().select(".nn-run")
