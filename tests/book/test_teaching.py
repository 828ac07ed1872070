"""The teacher's page: its minutes are counted from the chapters, and its few lines of Python read what students hand in."""
import json
import re
from pathlib import Path

from minutes import minutes_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "book" / "teaching.md").read_text(encoding="utf-8")

CHAPTER = """# A title

Six words that can be read.

```{animation} film
```

````{question} one
:answer: 1

What?
---
That.
````

````{exercise} 1-1
:check: 1-1

These words belong to the exercise.
````

```{exercise} 1-2
```

```{code-cell}
nothing of this counts, not even these words
```
"""


def test_minutes_are_counted_by_the_rule():
    assert minutes_of(CHAPTER) == (2 + 1, 5 + 10)  # a question, a film, hardly a word; one exercise is code
    assert minutes_of("word " * 300) == (2, 0)


def test_the_page_says_them():
    for name in re.findall(r"\{minutes\}`(.*?)`", PAGE):
        reading, exercises = minutes_of((ROOT / "book" / f"{name}.md").read_text(encoding="utf-8"))
        assert 10 < reading < 70 and exercises > 0, name


def test_its_python_reads_what_is_handed_in(tmp_path, monkeypatch, capsys):
    code, = re.findall(r"```python\n(.*?)```", PAGE, re.S)
    answers = {"book/01": {"a": {"said": ["2", "1.5"], "done": "right"}, "b": {"said": ["0"], "done": "said"}},
               "book/02": {"c": {"said": [], "done": ""}}}
    folder = tmp_path / "handed-in"
    folder.mkdir()
    (folder / "Ada.json").write_text(json.dumps({"book": "any", "version": 1, "answers": answers}), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(code, {})
    assert capsys.readouterr().out == "Ada: 1 right of 3 begun, 3 tries\n"
