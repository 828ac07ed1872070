"""What a question counts as right or as a named mistake: computed by the notebook while the page is built.

The expressions that a chapter's questions name run after all its cells, in the same kernel.  They stand where
`expressions_of` looks for them: in options, in backticks that open a term, behind the signs of a condition.
"""
import json
import re

from docutils import nodes
from myst_nb.core.render import strip_ansi
from sphinx.errors import SphinxError

BLOCK = re.compile(r"^(?P<fence>[`:~]{3,})\{(?:predict|question|exercise)\} +(?P<name>\S+)[ \t]*\n"
                   r"(?P<body>.*?)^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL)
OPTION = re.compile(r"^:(answer|tolerance|set|plane|curve|after): *(.+)$", re.MULTILINE)
REACH = re.compile(r"^:reach: *(.+)$", re.MULTILINE)
TERM = re.compile(r"^`([^`\n]+)`[^\n]*\n+:[ \t]", re.MULTILINE)
COMPARISON = re.compile(r"^(\S+) *(<=|>=|==|<|>) *(.+)$")
CELL = """
def _question_values(expressions):
    import json
    values = {}
    for name, expression in expressions:
        try:
            values[f"{name}: {expression}"] = eval(expression, globals())
        except Exception as error:
            raise ValueError(f"question {name}: `{expression}`: {type(error).__name__}: {error}") from error
    print(json.dumps(values, default=lambda value: value.tolist()))

_question_values(EXPRESSIONS)
"""


class QuestionError(SphinxError):
    category = "Question error"


def conditions(text):
    """[name of an output, sign, expression] for each part of ``right == 4 and loss < 0.1``, or ValueError."""
    found = [COMPARISON.match(part.strip()) for part in re.split(r"\band\b", text)]
    if not all(found):
        raise ValueError(f"wanted comparisons such as 'right == 4 and log-loss < 0.11', got '{text}'")
    return [list(match.groups()) for match in found]


def expressions_of(body):
    """The expressions in the text of a question."""
    terms, goal = TERM.findall(body), REACH.findall(body)
    if goal:
        terms = [number for text in [*goal, *terms] for _, _, number in conditions(text)]
    return [expression for _, expression in OPTION.findall(body)] + terms


def append_expressions(app, docname, text):
    """On `source-read`, after the cells of the notebook: one more that prints the values as JSON."""
    wanted = [(block["name"], expression.strip()) for block in BLOCK.finditer(text[0])
              for expression in expressions_of(block["body"])]
    names = [block["name"] for block in BLOCK.finditer(text[0])]
    if twice := {name for name in names if names.count(name) > 1}:
        raise QuestionError(f"{app.env.doc2path(docname)}: two questions are called {', '.join(twice)}")
    if wanted:
        cell = CELL.replace("EXPRESSIONS", repr(wanted))
        text[0] += f"\n\n```{{code-cell}}\n:questions: true\n{cell}```\n"


def take_values(document, env):
    """The values by "name: expression", and the cell that printed them out of the page."""
    for cell in document.findall(nodes.container):
        if cell.get("cell_metadata", {}).get("questions"):
            cell.parent.remove(cell)
            outcome = env.nb_metadata[env.docname]["exec_data"]
            if not outcome["succeeded"]:
                raise QuestionError(f"{env.doc2path(env.docname)}: {strip_ansi(outcome['traceback'])}")
            return json.loads(cell.children[-1].astext())
    return {}
