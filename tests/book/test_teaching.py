"""The teacher's page: every chapter is on it, and its few lines of Python read what students hand in."""

import json
import re
from pathlib import Path

from chapters import EXPLORER, MINUTES, WORDS_A_MINUTE

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "book" / "teaching.md").read_text(encoding="utf-8")


def test_every_chapter_is_on_it():
    chapters = re.findall(r"file: *book/(\d\d)", (ROOT / "_toc.yml").read_text(encoding="utf-8"))
    sections = re.findall(r"^### (\d+) .*?(?=^##)", PAGE, re.M | re.S)
    assert {int(chapter) for chapter in chapters} <= {int(number) for number in sections}
    assert len(re.findall(r"^- \*\*Misconceptions\.\*\*", PAGE, re.M)) == len(sections)


def test_it_says_how_the_minutes_are_counted():
    said = " ".join(PAGE.split())
    assert "counted, not measured" in said
    assert set(MINUTES.values()) == {1} and {"question", "animation"} < set(MINUTES)
    words = {6: "six"}
    assert (
        f"{WORDS_A_MINUTE} words a minute, formulas among them, one minute for each question and each film, "
        f"and {words[EXPLORER]} for each explorer" in said
    )


def test_its_python_reads_what_is_handed_in(tmp_path, monkeypatch, capsys):
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.S)
    answers = {
        "book/01": {"a": {"said": ["2", "1.5"], "done": "right"}, "b": {"said": ["0"], "done": "said"}},
        "book/02": {"c": {"said": [], "done": ""}},
    }
    folder = tmp_path / "handed-in"
    folder.mkdir()
    (folder / "Ada.json").write_text(
        json.dumps({"book": "any", "version": 1, "answers": answers}), encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    exec(code, {})
    assert capsys.readouterr().out == "Ada: 1 right of 3 begun, 3 tries\n"
