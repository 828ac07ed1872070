"""What keeps the repository in order: pins, rights, pages that are in the contents, scripts to be read."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "nnbasics"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def jobs_of(name):
    return yaml.safe_load(read(f".github/workflows/{name}"))["jobs"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_by_commit(path):
    """A tag can be moved to other code, a commit of 40 digits cannot."""
    lines = re.findall(r"^\s*-? *uses: *(.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert lines
    for line in lines:
        assert re.fullmatch(r"\./\S+|[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_publishing_waits_for_the_tests_and_what_runs_packages_may_not_publish():
    jobs = jobs_of("publish.yml")
    assert jobs["test"]["uses"] == "./.github/workflows/test.yml"
    assert jobs["build"]["needs"] == "test" and jobs["deploy"]["needs"] == "build"
    assert yaml.safe_load(read(".github/workflows/publish.yml"))["permissions"] == {"contents": "read"}
    assert [name for name, job in jobs.items() if "permissions" in job] == ["deploy"]
    assert not [step for step in jobs["deploy"]["steps"] if "run" in step]


def test_every_version_has_hashes_and_no_address_is_named():
    requirements = read("requirements.txt")
    entries = re.split(r"\n(?=\S)", re.sub(r"^ *#.*\n", "", requirements, flags=re.MULTILINE).strip())
    assert len(entries) > 100
    for entry in entries:
        pattern = r"[\w.-]+(\[[\w,-]+\])?==\S+( ; [^\n]+)? \\(\n +--hash=sha256:[0-9a-f]{64}( \\)?)+"
        assert re.fullmatch(pattern, entry), entry.splitlines()[0]
    assert not re.search(r"https?://|--index|--find-links", requirements)


def test_the_version_is_the_same_wherever_it_stands():
    version = re.search(r'^version = "(.+)"$', read("pyproject.toml"), re.MULTILINE)[1]
    assert yaml.safe_load(read("CITATION.cff"))["version"] == version
    assert f"## {version}" in read("CHANGELOG.md")


def test_lint_is_the_first_part_of_the_tests():
    assert re.search(r"^test: .*\blint\b", read("Makefile"), re.MULTILINE)


def test_every_page_is_in_the_contents():
    """A chapter that _toc.yml does not name would not be published, and nobody would be told."""
    named = set(re.findall(r"(?:root|file): *(\S+)", read("_toc.yml")))
    pages = {f"book/{path.stem}" for path in (ROOT / "book").glob("*.md")}
    assert pages - named == set(), "_toc.yml does not name these pages: they would not be published"
    assert named - pages == set(), "_toc.yml names these pages, and they are not there"


def test_every_notebook_has_a_page():
    stems = {path.stem.removesuffix("-solutions") for path in (ROOT / "book").glob("*.ipynb")}
    lonely = sorted(stem for stem in stems if not (ROOT / "book" / f"{stem}.md").exists())
    assert not lonely, f"these notebooks have no chapter of their name, such as book/{lonely[0]}.md: {lonely}"


def test_what_scripts_share_has_one_name():
    """No two scripts of web/ export the same name, and no explorer one of web/."""
    where = defaultdict(list)
    for script in PACKAGE.rglob("*.js"):
        names = re.findall(
            r"^export (?:async )?(?:function\*?|const|class) (\w+)", script.read_text(encoding="utf-8"), re.M
        )
        for name in names:
            where[name].append(script.relative_to(PACKAGE).as_posix())
    assert where
    doubled = {name: files for name, files in where.items() if len(files) > 1}
    assert {name: files for name, files in doubled.items() if any("web/" in file for file in files)} == {}


def test_a_script_can_be_read_in_one_sitting():
    scripts = [*PACKAGE.rglob("*.js"), *(ROOT / "book" / "_static").glob("*.js")]
    assert len(scripts) > 150
    for script in scripts:
        assert len(script.read_text(encoding="utf-8").splitlines()) <= 200, script.relative_to(ROOT)
