"""The built book, read: words and figures of the document, links, what its explorers bring along."""

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import bs4
import pytest
from docutils.nodes import fully_normalize_name, make_id

ROOT = Path(__file__).parents[2]
CHAPTERS = re.findall(r"file: *(book/\d\S+)", (ROOT / "_toc.yml").read_text(encoding="utf-8"))
PAGES = ["book/index", *CHAPTERS]

# The document, chapter by chapter: its text after each heading of the second level.
DOCUMENT = (Path(__file__).with_name("document.md")).read_text(encoding="utf-8")
BEFORE, *PARTS = re.split(r"^## +", DOCUMENT, flags=re.MULTILINE)
# Slips of the pen that the book does not repeat.
CORRECTIONS = {"non-linarities": "non-linearities"}

WIDGET_STATE = "application/vnd.jupyter.widget-state+json"


@pytest.fixture(scope="session")
def soup(built_book):
    """`soup(page)`: a page of the book, parsed once."""
    pages = {}

    def read(name):
        if name not in pages:
            html = (built_book / f"{name}.html").read_text(encoding="utf-8")
            pages[name] = bs4.BeautifulSoup(html, "html.parser")
        return pages[name]

    return read


def words(element):
    """What a reader reads: no number of the chapter, no link sign, no runs of space."""
    element = bs4.BeautifulSoup(str(element), "html.parser")
    for extra in element.select(".section-number, .headerlink, script, style"):
        extra.decompose()
    return " ".join(element.get_text().split())


def headings(page, levels):
    return [words(heading) for heading in page.select(f"article :is({', '.join(levels)})")]


def part_of(soup, chapter):
    """The part of the document that a chapter mirrors, by its heading."""
    (title,) = headings(soup(chapter), ["h1"])
    found = [part for part in PARTS if part.splitlines()[0].strip() == title]
    assert found, f"{chapter}: '{title}' is no heading of the document"
    return found[0]


def test_chapters_follow_the_document(soup):
    assert BEFORE.startswith("# Neural network basics\n")
    assert headings(soup("book/index"), ["h1"]) == ["Neural network basics"]
    assert CHAPTERS
    places = [PARTS.index(part_of(soup, chapter)) for chapter in CHAPTERS]
    assert places == list(range(len(CHAPTERS))), "a chapter is out of order, or one is left out"


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_sections_follow_the_document(soup, chapter):
    part = part_of(soup, chapter)
    wanted = [line.strip() for line in re.findall(r"^### +(.*)$", part, re.MULTILINE)]
    there = headings(soup(chapter), ["h2", "h3"])
    assert [heading for heading in there if heading in wanted] == wanted


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_point_of_the_document_stands(soup, chapter):
    text = re.sub(r"```.*?```", "", part_of(soup, chapter), flags=re.DOTALL)
    article = words(soup(chapter).article)
    for line in text.splitlines()[1:]:
        point = line.lstrip("#- ").replace("**", "").strip()
        for slip, correction in CORRECTIONS.items():
            point = point.replace(slip, correction)
        assert point in article, f"the document says: {point}"


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_figure_of_the_document_is_a_film_that_credits_its_source(soup, chapter):
    figure = r"images/nn/(\S+)\.\w+\n.*?name: '(.*?)'.*?\[source\]\((.*?)\)"
    for image, name, source in re.findall(figure, part_of(soup, chapter), re.DOTALL):
        figure = soup(chapter).find("figure", id=make_id(fully_normalize_name(name)))
        assert figure, f"no figure {name}"
        assert Path(urlsplit(figure.video["src"]).path).name == f"{image}.mp4"
        assert figure.select_one(".caption-number"), f"{name} is not numbered"
        assert source in [link["href"] for link in figure.figcaption.select("a")]


def test_every_source_of_the_document_is_among_the_references(soup):
    there = {link["href"] for link in soup("book/references").article.select("a[href]")}
    wanted = set(re.findall(r"https?://[^\s)]+", DOCUMENT))
    assert len(wanted) > 7 and wanted <= there


@pytest.mark.parametrize("page", PAGES)
def test_every_picture_and_film_has_words(soup, page):
    for image in soup(page).select("img"):
        assert image.get("alt", "").strip(), image["src"]
    for video in soup(page).select("video"):
        assert len(soup(page).find(id=video["aria-describedby"]).get_text()) > 40, video["src"]


def test_links_and_anchors_lead_somewhere(built_book, soup):
    anchors = {}

    def ids(path):
        if path not in anchors:
            page = bs4.BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
            anchors[path] = {element["id"] for element in page.select("[id]")}
        return anchors[path]

    dead = []
    for path in built_book.rglob("*.html"):
        if "_static" in path.parts:
            continue
        page = bs4.BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for element in page.select("[href], [src], [poster]"):
            for link in filter(None, map(element.get, ("href", "src", "poster"))):
                parts = urlsplit(link)
                if parts.scheme or parts.netloc:
                    continue
                target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
                if not target.is_file():
                    dead.append(f"{path.name}: {link}: no such file")
                elif parts.fragment and unquote(parts.fragment) not in ids(target):
                    dead.append(f"{path.name}: {link}: no such anchor")
    assert not dead
    assert len(anchors) > 1  # some were looked up


def test_root_leads_to_the_first_page(built_book):
    assert "url=book/index.html" in (built_book / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_no_output_is_shown_as_its_repr(soup, page):
    signs = r"<Figure size|\bobject at 0x|\w+\(children=|IPY_MODEL|\w+Slider\(|<IPython\."
    assert not re.search(signs, words(soup(page).article))


def test_no_page_loads_anything_from_another_host(built_book):
    tags = ["script", "link", "img", "video", "audio", "source", "track", "iframe"]
    for path in built_book.rglob("*.html"):
        page = bs4.BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for element in page.find_all(tags):
            for link in filter(None, map(element.get, ("src", "href", "poster"))):
                assert not urlsplit(link).netloc, f"{path.name}: {link}"
    elsewhere = re.compile(r"(url\(|@import)\s*['\"]?(https?:)?//")
    for sheet in built_book.rglob("*.css"):
        assert not elsewhere.search(sheet.read_text(encoding="utf-8")), sheet.name


@pytest.mark.parametrize("page", PAGES)
def test_runtime_and_state_come_only_with_widgets(soup, page):
    explorers = soup(page).select(".nn-widget")
    state = soup(page).select(f'script[type="{WIDGET_STATE}"]')
    runtime = soup(page).select('script[src*="nn-widgets.js"][defer]')
    assert len(state) == len(runtime) == (1 if explorers else 0)
    assert len(soup(page).select('script[src*="nn/shared.js"][defer]')) == (1 if explorers else 0)


@pytest.mark.parametrize("page", PAGES)
def test_the_state_of_a_page_holds_data_and_no_source(built_book, soup, page):
    loaded = {Path(link).stem for link in own_files(soup(page)) if "/data-" not in link}
    opened = set()
    for state in soup(page).select(f'script[type="{WIDGET_STATE}"]'):
        for view in json.loads(state.get_text())["state"].values():
            if stub := view["state"].get("_esm"):
                opened.add(re.search(r'\["(\w+)-[0-9a-f]+"\]', stub)[1])
                assert len(stub) < 300 and "_css" not in view["state"]
                assert all(len(buffer["data"]) <= 4096 for buffer in view.get("buffers", []))
    assert opened == loaded


def own_files(soup):
    links = [
        urlsplit(tag.get("src") or tag.get("href")).path for tag in soup.select("script[src], link[href]")
    ]
    return [link for link in links if "/_static/nn/" in link and "/shared." not in link]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_chapter_offers_its_notebook(built_book, soup, chapter):
    links = soup(chapter).select(".nn-run a, a.btn-download-notebook-button")
    assert len(links) == 2
    for link in links:
        copy = (built_book / chapter).parent / link["href"]
        assert copy.name == Path(chapter).name + ".ipynb"
        assert copy.read_bytes() == (ROOT / f"{chapter}.ipynb").read_bytes()


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_page_prints_what_the_notebook_prints(soup, chapter):
    """The page computes anew; the notebook stores what its author saw."""
    text = "\n".join(pre.get_text() for pre in soup(chapter).select(".cell_output pre"))
    embedded = re.findall(r"\{embed\} #(\S+)", (ROOT / f"{chapter}.md").read_text(encoding="utf-8"))
    compared = 0
    for cell in json.loads((ROOT / f"{chapter}.ipynb").read_text(encoding="utf-8"))["cells"]:
        label = re.match(r"#\| label: (\S+)", "".join(cell["source"]))
        ignored = "nbval-ignore-output" in cell["metadata"].get("tags", [])
        if ignored or not label or label[1] not in embedded:
            continue
        for output in cell["outputs"]:
            if output.get("name") == "stdout":
                assert "".join(output["text"]).strip() in text, label[1]
                compared += 1
    assert compared
