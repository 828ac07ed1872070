"""What `make same` says of two books: nothing of equal ones, and of others which file differs, and where."""

import pytest
import same_build


@pytest.fixture
def books(tmp_path):
    for name in ("one", "other"):
        (tmp_path / name / "book").mkdir(parents=True)
        (tmp_path / name / "book/a.html").write_bytes(b"<p>" + b"x" * 500 + b"</p>")
    return tmp_path / "one", tmp_path / "other"


def test_equal_books_are_equal(books):
    assert list(same_build.differences(*books)) == []


def test_the_first_byte_that_differs_is_named(books):
    (books[1] / "book/a.html").write_bytes(b"<p>" + b"x" * 400 + b"y" * 100 + b"</p>")
    (said,) = same_build.differences(*books)
    assert said.startswith("book/a.html: differs at byte 403\n") and "xy" in said


def test_a_file_of_one_book_alone_is_named(books):
    (books[1] / "b.png").write_bytes(b"")
    (said,) = same_build.differences(*books)
    assert said.startswith("b.png: only in ") and said.endswith("other")


def test_the_other_builder_has_its_own_home_and_package(books, monkeypatch):
    """The package is that of the copy: else a built book could hang on the folder it came from."""
    ran = []
    real = same_build.subprocess.run

    def run(command, **options):
        if command[0] == "git":
            return real(command, **options)
        ran.append(options)

    monkeypatch.setattr(same_build.subprocess, "run", run)
    html = same_build.built_elsewhere(books[0])
    copy = html.parents[1]
    assert (copy / "src/nnbasics/network.py").exists() and not html.exists()
    settings = ran[0]["env"]
    assert settings["PYTHONPATH"] == str(copy / "src") and settings["HOME"].startswith(str(books[0]))
    assert settings["CI"] and settings["TZ"] != "UTC"
