"""Small faults that a program could have, in Python and in JavaScript: `tools/mutants.py` sets them in.

Another operator, comparison, constant or sign, two arguments swapped, the larger for the smaller.  Text,
comments, imports and what is in a string are left alone; so is what no result tells apart (`strict=True`).
"""

import io
import re
import tokenize
from dataclasses import dataclass
from pathlib import Path

SWAPS = dict(
    pair
    for a, b in [
        *[("+", "-"), ("*", "/"), ("+=", "-="), ("*=", "/="), ("<", "<="), (">", ">="), ("==", "!=")],
        *[("===", "!=="), ("&&", "||"), ("and", "or"), ("min", "max"), ("floor", "ceil"), ("true", "false")],
        *[("True", "False"), ("sin", "cos"), ("argmin", "argmax"), ("zeros", "ones"), ("minimum", "maximum")],
    ]
    for pair in ((a, b), (b, a))
) | {"**": "*", "//": "/", "%": "*", "-=": "+=", "??": "||"}
NUMBER = re.compile(r"\d+(\.\d*)?(e[-+]?\d+)?|\.\d+", re.IGNORECASE)
SCRIPT_TOKEN = re.compile(
    r"""(?P<skip>\s+|//[^\n]*|/\*[\s\S]*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
    |(?P<number>(?:0x[\da-fA-F]+|\d[\d_]*(?:\.\d+)?(?:[eE][-+]?\d+)?|\.\d+)n?)|(?P<name>[\w$\#]+)
    |(?P<operator>===|!==|\*\*=?|>>>=?|<<=?|>>=?|=>|\.\.\.|\?\?=?|\?\.|&&=?|\|\|=?|\+\+|--|[-+*/%<>=!]=|[\s\S])""",
    re.VERBOSE,
)
PATTERN = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*")
IMPORTS = {
    ".js": re.compile(r"^import\b[^;]*;", re.MULTILINE),
    ".py": re.compile(r"^(?:from|import)\b[^\n(]*(?:\([^)]*\))?", re.MULTILINE),
}
TEMPLATE = re.compile(r"(?:\\[\s\S]|\$(?!\{)|[^`\\$])*(`|\$\{)")


@dataclass(frozen=True)
class Mutant:
    path: Path
    text: str  # of the file, as it was when this was drawn
    start: int
    end: int
    new: str

    def source(self):
        return self.text[: self.start] + self.new + self.text[self.end :]

    def line(self):
        """The number of the line, and the line as the mutant has it."""
        text = self.source()
        first = text.rfind("\n", 0, self.start) + 1
        return text.count("\n", 0, self.start) + 1, text[first:].split("\n", 1)[0].strip()


def script_tokens(text):
    """(kind, text, start) of what is code in a script; in a template, of what stands in ``${}``."""
    at, open_braces, last = 0, [], ""
    while at < len(text):
        inside = text[at] == "`" or (text[at] == "}" and open_braces and open_braces[-1] == 0)
        if inside:
            if text[at] == "}":
                open_braces.pop()
            at, last = (match := TEMPLATE.match(text, at + 1)).end(), "`"
            if match[1] == "${":
                open_braces.append(0)
                last = "("
            continue
        if text[at] == "/" and (last in "(,=:[!&|?{};>" or last == "return"):
            if pattern := PATTERN.match(text, at):
                at, last = pattern.end(), "`"
                continue
        match = SCRIPT_TOKEN.match(text, at)
        if match.lastgroup != "skip":
            last = match[0]
            if open_braces and last in "{}":
                open_braces[-1] += 1 if last == "{" else -1
            yield match.lastgroup, last, at
        at = match.end()


def python_tokens(text):
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    kinds = {tokenize.OP: "operator", tokenize.NAME: "name", tokenize.NUMBER: "number"}
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type in kinds:
            yield kinds[token.type], token.string, starts[token.start[0] - 1] + token.start[1]


def mutants_of(path):
    """Every mutant of a file that can be compiled, as far as that can be told without running it."""
    text = path.read_text(encoding="utf-8")
    tokens = list((python_tokens if path.suffix == ".py" else script_tokens)(text))
    imports = [match.span() for match in IMPORTS[path.suffix].finditer(text)]
    found = []
    for i, (kind, token, start) in enumerate(tokens):
        line = text[text.rfind("\n", 0, start) + 1 :].split("\n", 1)[0].strip()
        if any(first <= start < end for first, end in imports) or re.match(r"@|export \{", line):
            continue
        before, after = tokens[i - 1] if i else ("", "", 0), [*tokens[i + 1 : i + 4], *[("", "", 0)] * 3]
        binary = before[0] in ("name", "number") and before[1] not in (
            "return",
            "in",
            "and",
            "or",
            "if",
            "else",
        )
        binary = binary or before[1] in (")", "]")
        new = SWAPS.get(token)
        if kind == "number" and NUMBER.fullmatch(token):
            new = f"{float(token) * 1.5 + 0.25:g}" if re.search(r"[.e]", token) else str(int(token) + 1)
        elif token == "-" and not binary:
            new = " "
        elif token in ("+", "*", "**", "/", "%") and not binary:
            new = None
        elif token in ("True", "False") and before[1] == "=" and tokens[i - 2][1] == "strict":
            new = None
        elif (
            kind == "name" and token in SWAPS and token not in ("and", "or", "true", "false", "True", "False")
        ):
            new = new if after[0][1] in ("(", ".") else None
        if new:
            found.append(Mutant(path, text, start, start + len(token), new))
        arguments = (
            not re.match(r"(export |async )*(def|function)\b", line)
            and before[1] in ("(", ",")
            and after[0][1] == ","
            and after[2][1] in (")", ",")
        )
        if kind == "name" and arguments and after[1][0] == "name" and "_" not in (token, after[1][1]):
            end = after[1][2] + len(after[1][1])
            found.append(Mutant(path, text, start, end, f"{after[1][1]}, {token}"))
    return [mutant for mutant in found if path.suffix != ".py" or _compiles(mutant.source())]


def _compiles(source):
    try:
        return bool(compile(source, "mutant", "exec"))
    except SyntaxError:
        return False
