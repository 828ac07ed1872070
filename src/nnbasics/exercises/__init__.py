"""Checks for the code exercises of the notebooks.

``check("1-4", gradient)`` tries what the reader wrote and says what was wrong.  One module a chapter holds
its exercises; NumPy alone, so that they run wherever Python does.
"""
from nnbasics.exercises.check import check

__all__ = ["check"]
