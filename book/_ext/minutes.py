"""How long a chapter takes, counted from its text: ``{minutes}`07-working-model` ``, for the teacher's page.

Not measured in a class, but by one rule for all, and never out of date: 150 words a minute, two minutes for a question
or prediction, one for a film, five for an exercise, ten where it is code to be written.
"""
import re
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxRole

WORDS = 150  # a minute
ASKED, FILM, EXERCISE = 2, 1, 5  # minutes


def minutes_of(text):
    """(minutes to read, watch and answer, minutes for the exercises) of a chapter's Markdown."""
    text = text.partition("```{code-cell}")[0]  # numbers to glue
    count = {name: len(re.findall(rf"^`+\{{{name}\}}", text, re.M)) for name in ("predict", "question", "animation", "exercise")}
    written = len(re.findall(r"^:check:", text, re.M))
    prose = re.sub(r"^(`+)\{exercise\}.*?^\1$", "", text, flags=re.M | re.S)
    words = len(re.findall(r"[^\W\d_]{2,}", re.sub(r"^:.*$|`[^`]*`|\$[^$]*\$", "", prose, flags=re.M)))
    asked = count["predict"] + count["question"]
    return round(words / WORDS + ASKED * asked + FILM * count["animation"]), EXERCISE * (count["exercise"] + written)


class Minutes(SphinxRole):
    def run(self):
        path = Path(self.env.doc2path(self.env.docname)).with_name(f"{self.text}.md")
        if not path.exists():
            return [], [self.inliner.reporter.error(f"{{minutes}}: there is no {path.name} beside this page", line=self.lineno)]
        self.env.note_dependency(str(path))  # the page is read again when the chapter changes
        reading, exercises = minutes_of(path.read_text(encoding="utf-8"))
        return [nodes.Text(f"{reading} minutes, and {exercises} for the exercises")], []


def setup(app):
    app.add_role("minutes", Minutes())
    return {"parallel_read_safe": True, "parallel_write_safe": True}
