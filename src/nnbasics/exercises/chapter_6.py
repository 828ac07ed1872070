"""Chapter 6: backpropagation, written by the reader and checked."""
from nnbasics.exercises.backprop_exercises import EXERCISES as FIRST_HALF

EXERCISES = {**FIRST_HALF}
