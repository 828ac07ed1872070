"""What a reader has answered is kept in the browser: what the page needs for it, before its first paint.

Each page names the book, itself, and the questions of all pages (`questions` has collected them), so that the
contents at the side can say how many are answered.  The class ``nn-folds`` folds what answers a question;
what was opened on an earlier visit is open from the start, so that nothing moves.
"""
import json
import re

HEAD = """globalThis.nnBook = %s;
document.documentElement.classList.add("nn-folds");
try {
  const { key, page } = nnBook, style = document.createElement("style");
  const answers = JSON.parse(localStorage.getItem(key) ?? "{}").answers?.[page] ?? {};
  for (const [name, { done }] of Object.entries(answers))
    if (done) style.append("#" + CSS.escape("q-" + name) + " > .nn-answer { display: block !important; }\\n");
  document.head.append(style);
  addEventListener("DOMContentLoaded", () => style.remove()); // questions.js has opened them by now
} catch { /* nothing is kept here */ }"""


def add_scripts(app, pagename, templatename, context, doctree):
    """On `html-page-context`."""
    title = app.config.html_title or app.config.project
    book = {
        "key": re.sub(r"\W+", "-", title.lower()) + "-answers", "title": title, "page": pagename,
        "pages": {page: list(names) for page, names in sorted(app.env.nn_questions.items()) if names},
    }
    app.add_js_file(None, body=HEAD % json.dumps(book).replace("<", "\\u003c"), priority=100)
    app.add_js_file("answers.js", defer="defer")
    app.add_css_file("questions.css")
    if app.env.nn_questions.get(pagename):
        app.add_js_file("question-kinds.js", defer="defer")
        app.add_js_file("questions.js", defer="defer")


def setup(app):
    app.connect("html-page-context", add_scripts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
