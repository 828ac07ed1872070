"""Words of the glossary in a chapter: explained once, where they stand in bold, and later to be pointed at.

The first use of a word in each section (and in each second helping, which may be folded) after the one that
explains it, in this chapter or in a later one, is a link to the glossary that has its first sentence with it;
`book/_static/terms.js` shows the sentence to who points at the word, comes to it by keyboard or taps it.  A
word that a chapter has in questions, captions or tables alone is pointed at in the first of them.  On paper
it is a word like any other.
"""
import re
from html import escape
from pathlib import Path

from docutils import nodes
from question_nodes import part, question
from sphinx.errors import SphinxError
from sphinx.util.nodes import _make_id

CHAPTER = re.compile(r"book/\d\d-")
ENTRY = re.compile(r"^(\S[^\n]*)\n((?:  [^\n]+\n?)+)", re.MULTILINE)
CODE = re.compile(r"^(`{3,})\{code-cell\}.*?^\1$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
# It may go on in the next line, not in the next paragraph.
BOLD = re.compile(r"\*\*((?:[^*\n]|\n(?!\s*\n))+?)\*\*")
SENTENCE = re.compile(r".*?\.(?=\s|$)", re.DOTALL)
# Where a word may be pointed at: in the running text, not in what is itself a link or a label.
RUNNING = (nodes.document, nodes.section, nodes.paragraph, nodes.admonition,
           nodes.bullet_list, nodes.enumerated_list, nodes.list_item)
# Where it may be if it is nowhere there.
BESIDE = (*RUNNING, question, part, nodes.emphasis, nodes.figure, nodes.caption, nodes.legend,
          nodes.table, nodes.tgroup, nodes.tbody, nodes.row, nodes.entry)
# Parts of a question that are labels, or seen by few.
SAID = {"choice", "reply", "hint", "right"}
WRITTEN = {r"$p_i = e^{z_i} / \sum_j e^{z_j}$": "each eᶻ, divided by the sum of all",
           r"\max": "max", r"\ln": "ln", r"\sigma": "σ", "e^{-z}": "e⁻ᶻ", "$-": "−", "$": "", "*": ""}


def glossary_of(text):
    """{word: its first sentence}, formulas in plain characters."""
    words = {}
    for word, said in ENTRY.findall(text.split("{glossary}", 1)[1]):
        sentence = SENTENCE.match(" ".join(said.split()))[0]
        for written, plain in WRITTEN.items():
            sentence = sentence.replace(written, plain)
        if re.search(r"[\\{}]", sentence):
            raise SphinxError(f"glossary: {word} begins with a formula that plain text lacks: {sentence}")
        words[word] = sentence
    return words


def read(app):
    """On `builder-inited`: what the words mean, and in which chapter each of them is first explained."""
    folder = Path(app.srcdir, "book")
    app.terms = {}
    if not (folder / "glossary.md").exists():
        return
    explained = {}
    for chapter in sorted(folder.glob("[0-9][0-9]-*.md")):
        for key in bold_in(chapter.read_text(encoding="utf-8")):
            explained.setdefault(key, f"book/{chapter.stem}")
    meanings = glossary_of((folder / "glossary.md").read_text(encoding="utf-8"))
    app.terms = {key_of(word): (word, meaning, explained[key_of(word)])
                 for word, meaning in meanings.items() if key_of(word) in explained}
    longest_first = sorted(meanings, key=len, reverse=True)
    app.term_pattern = re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?:e?s)?(?![\w-])", re.IGNORECASE)


def bold_in(text):
    """What a chapter says in bold, as keys."""
    return [key_of(bold) for bold in BOLD.findall(CODE.sub("", text))]


def key_of(words):
    """The same for one and for many: bias and biases, loss and losses, batch and batches."""
    key = re.sub("(?<=as|ss|ch)es$", "", " ".join(words.split()).strip(" .,:").lower())
    return key if key.endswith("ss") else key.removesuffix("s")


def point_at_words(app, doctree):
    """On `doctree-read`."""
    docname = app.env.docname
    if not app.terms or not CHAPTER.match(docname):
        return
    app.env.note_dependency(str(Path(app.srcdir, "book", "glossary.md")))
    known = {key for key, (_, _, chapter) in app.terms.items() if chapter < docname}
    pointed, beside = {}, []  # by section or second helping; texts elsewhere, and what is known there
    for node in list(doctree.findall(lambda node: isinstance(node, (nodes.Text, nodes.strong)))):
        if isinstance(node, nodes.strong):
            known.add(key_of(node.astext()))
            pointed.setdefault(id(place_of(node)), set()).add(key_of(node.astext()))  # it has just been said
            continue
        if all(isinstance(parent, RUNNING) for parent in parents_of(node)):
            point(app, node, known, pointed.setdefault(id(place_of(node)), set()))
        elif all(isinstance(parent, BESIDE) and parent.get("role") not in SAID
                 for parent in parents_of(node)):
            beside.append((node, {*known}))
    anywhere = set().union(*pointed.values())
    for node, known_there in beside:
        point(app, node, known_there, anywhere)


def point(app, node, known, pointed):
    if pieces := list(split(app, str(node), known, pointed)):
        node.parent.replace(node, pieces)


def split(app, text, known, pointed):
    """The text in pieces, words to point at among them; nothing where there are none."""
    at = 0
    for found in app.term_pattern.finditer(text):
        key = key_of(found[0])
        if key not in app.terms or key not in known or key in pointed:
            continue
        pointed.add(key)
        word, meaning, _ = app.terms[key]
        anchor = "term-" + _make_id(word)
        yield nodes.Text(text[at:found.start()])
        says = escape(f"{word}: {meaning}")
        yield nodes.raw("", f'<a class="nn-term" href="glossary.html#{escape(anchor)}" data-says="{says}">'
                            f"{escape(found[0])}</a>", format="html")
        at = found.end()
    if at:
        yield nodes.Text(text[at:])


def parents_of(node):
    while node := node.parent:
        yield node


def place_of(node):
    return next((parent for parent in parents_of(node)
                 if isinstance(parent, (nodes.section, nodes.admonition))), None)


def setup(app):
    app.connect("builder-inited", read)
    app.connect("doctree-read", point_at_words)
    app.add_js_file("terms.js", defer="defer")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
