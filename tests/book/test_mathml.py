"""Formulas are MathML, written in the build; what math-core does not know stops it, with file and line."""

import re


def chapter(project, text):
    """Without a cell: no kernel is started.  The first line of the text is line 2 of the file."""
    project.write("index.md", f"# Chapter\n{text}")


def formulas(project, text):
    chapter(project, text)
    status, messages = project.build("-W")
    assert status == 0, messages
    return project.page().select("math")


def test_a_formula_stands_in_its_line_or_by_itself(project):
    inline, block = formulas(project, "\nA neuron says $w_1$.\n\n$$\n\\sum_i a_i W_i\n$$\n")
    assert inline.parent.name == "p" and inline.get("display") is None
    assert [part.get_text() for part in inline.msub.select("mi, mn")] == ["w", "1"]
    assert block["display"] == "block" and block.parent["class"][0] == "math"
    assert block.munder.mo.get_text() == "∑"


def test_no_script_draws_formulas(project):
    formulas(project, "\n$x$\n")
    assert not project.page().select("script[src*=mathjax i]") and "\\(" not in project.page().get_text()


def test_a_prime_stands_at_its_letter_and_a_power_above_both(project):
    prime, square = formulas(project, "\n$f'(z)$ and $f'^2$\n")
    assert not prime.select("msup") and prime.mrow.get_text() == "f′"
    base, power = square.msup.find_all(recursive=False)
    assert base.get_text() == "f′" and power.get_text() == "2"


def test_lines_and_matrices(project):
    lines, matrix = formulas(
        project, "\n$$\na &= b \\\\\n&= c\n$$\n\n$$\n\\begin{pmatrix} 2 & -1 \\\\ 0 & 1\n\\end{pmatrix}\n$$\n"
    )
    assert len(lines.select("mtr")) == 2 and len(matrix.select("mtr")) == 2
    assert matrix.get_text().strip().startswith("(")


def test_an_unknown_macro_stops_the_build_with_file_and_line_in_plain_text(project):
    for text, line in (("\nOne\n\nand $a = \\foo{z}$.\n", 5), ("\n$$\na = \\foo{z}\n$$\n", 4)):
        chapter(project, text)
        status, messages = project.build()
        assert status != 0
        found = re.search(r"index\.md:(\d+): (.*)", messages)
        assert found and int(found[1]) == line, messages
        assert "foo" in found[2] and r"In the formula: a = \foo{z}" in found[2]
        assert "\x1b" not in found[2] and "│" not in messages
