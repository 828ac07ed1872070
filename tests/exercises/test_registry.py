"""Every code exercise: its solution passes, the untouched stub is told so, each mistake gets its own reply.

A chapter's exercises are tested without a new line here.
"""

import ast
import inspect
import sys
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

import nnbasics.exercises
from nnbasics.exercises import check
from nnbasics.exercises.check import diagnose
from nnbasics.exercises.exercise import chapters

EXERCISES = {
    name: exercise
    for module in chapters()
    for name, exercise in import_module(f"nnbasics.exercises.{module}").EXERCISES.items()
}


@pytest.fixture(params=EXERCISES)
def name(request):
    return request.param


@pytest.fixture
def exercise(name):
    return EXERCISES[name]


def test_the_solution_passes_and_stays_the_readers(name, exercise, capsys):
    def reader(*arguments):
        return exercise.solution(*arguments)

    assert check(name, reader) is reader
    assert capsys.readouterr().out.startswith(f"{name}: right")


def test_an_untouched_stub_is_told_so_and_replaced(name, exercise, capsys):
    names = ", ".join(inspect.signature(exercise.solution).parameters)
    for body in ("...", "'''What it gives.'''\n    ...", "pass", "raise NotImplementedError"):
        stub = {}
        exec(f"def stub({names}):\n    {body}", stub)
        assert check(name, stub["stub"]) is exercise.solution
        own = exercise.solution.__name__
        assert (
            capsys.readouterr().out
            == f"{name}: write it first.\nThe book's own {own} goes on in its place.\n"
        )


def test_three_mistakes_and_more_get_each_its_own_reply(exercise):
    assert len(exercise.mistakes) >= 3
    for reply, mistake in exercise.mistakes.items():
        told = diagnose(exercise, mistake)
        assert told and told.startswith(f"not yet. {reply}\n"), told
        assert "fed in" in told and "came out" in told and "wanted" in told


def test_no_reply_prints_the_solution(exercise):
    lines = [line.strip() for line in inspect.getsource(exercise.solution).splitlines()[1:]]
    for reply in exercise.mistakes:
        assert not [line for line in lines if len(line) > 12 and line in reply]


def test_a_changed_input_is_seen(exercise):
    def in_place(*arguments):
        result = exercise.solution(*arguments)
        for array in _arrays(arguments):
            array += 1
        return result

    if _arrays(exercise.draw(np.random.default_rng(0))):
        assert "in place" in diagnose(exercise, in_place)


def test_no_return_an_error_and_nonsense_are_told(exercise):
    assert "returns nothing" in diagnose(exercise, lambda *arguments: print(end=""))
    assert "ZeroDivisionError" in diagnose(exercise, lambda *arguments: 1 / 0)
    assert "not yet. It returns" in diagnose(exercise, lambda *arguments: "seven")
    assert "positional argument" in diagnose(exercise, lambda: 0)


def test_a_lost_sign_a_factor_and_nan_are_told(exercise):
    def changed(by):
        def function(*arguments):
            return _mapped(by, exercise.solution(*arguments))

        return function

    if _floats(exercise.solution(*exercise.draw(np.random.default_rng(0)))):
        known = tuple(exercise.mistakes)
        for by, words in (
            (lambda x: -x, "sign"),
            (lambda x: 3 * x, "3 times"),
            (lambda x: x * np.nan, "NaN"),
        ):
            told = diagnose(exercise, changed(by))
            assert words in told or told.removeprefix("not yet. ").startswith(known), told


def test_modules_are_short_and_need_numpy_alone():
    """They will run where there is only Python; beside NumPy they import the core."""
    modules = list(Path(nnbasics.exercises.__file__).parent.glob("*.py"))
    assert len(modules) > 12
    for module in modules:
        source = module.read_text(encoding="utf-8")
        assert len(source.splitlines()) < 150, module.name
        names = {
            name.split(".")[0]
            for node in ast.walk(ast.parse(source))
            for name in (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module]
                if isinstance(node, ast.ImportFrom)
                else []
            )
        }
        assert names - set(sys.stdlib_module_names) <= {"numpy", "nnbasics"}, module.name


def test_unknown_exercises_and_no_functions_are_refused():
    with pytest.raises(ValueError, match=r"exercise='1-99' is not known; wanted one of .*1-3"):
        check("1-99", print)
    with pytest.raises(ValueError, match="chapters with some: 1"):
        check("99-1", print)
    with pytest.raises(ValueError, match="wanted the function that you wrote, got int"):
        check("1-3", 3)


def _arrays(value):
    if isinstance(value, np.ndarray):
        return [value] if value.dtype.kind == "f" else []
    return [array for each in value for array in _arrays(each)] if isinstance(value, (list, tuple)) else []


def _mapped(by, result):
    return (
        type(result)(_mapped(by, each) for each in result)
        if isinstance(result, (list, tuple))
        else by(result)
    )


def _floats(result):
    if isinstance(result, (list, tuple)):
        return all(map(_floats, result))
    return np.asarray(result).dtype.kind == "f"
