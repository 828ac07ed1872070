"""The table of contents with minutes: the directive ``{chapters}``, and ``{minutes}`` for one chapter.

    ```{chapters}
    01-artificial-neuron: draw a boundary through flowers, by hand and by training
    02-two-neurons: …
    ```

gives a table: each chapter with a link, what one can do after it, how many minutes it takes and how
many exercises it has; below it the hours of all.  Every numbered chapter of ``_toc.yml`` must have a
line, in order.  The minutes are counted in the build, from the chapter's words, questions and
explorers, so that they follow the text; what is folded as a second helping is left out, and so is a section
whose heading begins with these words.
``{minutes}`05-trash` `` says them in a sentence.
"""
import re
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.errors import SphinxError
from sphinx.util.docutils import SphinxDirective, SphinxRole

WORDS_A_MINUTE = 140  # of a text with formulas, half of what one reads of a novel
MINUTES = {"question": 1, "predict": 1, "animation": 1}
EXPLORER = 6
HEAD = "| | after it you can | minutes | exercises |\n|---|---|---:|---:|\n"
HELPING = [rf"^{level} Second helping.*?(?=^#{{1,{len(level)}}} |\Z)" for level in ("##", "###")]
FENCE = re.compile(r"^(`{3,})\{(\S+)\}(.*?)^\1`*$", re.DOTALL | re.MULTILINE)


class ChaptersError(SphinxError):
    category = "Chapters error"


def minutes_of(text):
    """(minutes, exercises) of a chapter's MyST source, rounded to five minutes."""
    text = re.sub(r"\A---.*?^---$", "", text, flags=re.DOTALL | re.MULTILINE)
    exercises = len(re.findall(r"^`{3,}\{exercise\}", text, re.MULTILINE))
    minutes = 0.0

    def count(fence):
        nonlocal minutes
        _, kind, inside = fence.groups()
        if kind == "embed":
            minutes += EXPLORER if "explorer" in inside.splitlines()[0] else 0
        elif kind not in ("exercise", "code-cell") and "dropdown" not in inside:
            minutes += MINUTES.get(kind, 0)
            return inside
        return ""

    for helping in HELPING:
        text = re.sub(helping, "", text, flags=re.DOTALL | re.MULTILINE)
    text = FENCE.sub(count, text)
    words = len(FENCE.sub("", text).split())
    return max(5, 5 * round((minutes + words / WORDS_A_MINUTE) / 5)), exercises


class Chapters(SphinxDirective):
    has_content = True

    def run(self):
        said = dict(line.split(": ", 1) for line in self.content if line.strip())
        toc = Path(self.env.srcdir, "_toc.yml").read_text(encoding="utf-8")
        stems = re.findall(r"file: *book/(\d\S+)", toc)
        folder = Path(self.env.srcdir, "book")
        if missing := [stem for stem in stems if stem not in said]:
            raise ChaptersError(f"{self.env.docname}: {{chapters}} has no line for {missing}, which _toc.yml "
                                "names")
        rows, all_minutes = [], 0
        for stem in stems:
            path = folder / f"{stem}.md"
            self.env.note_dependency(str(path))
            minutes, exercises = minutes_of(path.read_text(encoding="utf-8"))
            all_minutes += minutes
            rows.append(f"| {int(stem[:2])}. [](/book/{stem}.md) | {said[stem]} | {minutes} | "
                        f"{exercises or ''} |\n")
        hours = f"{all_minutes / 60:.0f}"
        after = (f"\nIn all about {hours} hours, without exercises and notebooks. The minutes are counted "
                 "from the text, not measured on readers.\n")
        lines = StringList((HEAD + "".join(rows) + after).splitlines(), self.env.docname)
        box = nodes.container(classes=["nn-chapters"])
        self.state.nested_parse(lines, 0, box)
        return [box]


class Minutes(SphinxRole):
    def run(self):
        path = Path(self.env.srcdir, "book", f"{self.text}.md")
        if not path.exists():
            raise ChaptersError(f"{self.env.docname}: {{minutes}} names {self.text}, and there is no such "
                                "chapter")
        self.env.note_dependency(str(path))
        minutes, exercises = minutes_of(path.read_text(encoding="utf-8"))
        return [nodes.Text(f"about {minutes} minutes, and {exercises} exercises")], []


def setup(app):
    app.add_directive("chapters", Chapters)
    app.add_role("minutes", Minutes())
    return {"parallel_read_safe": True}
