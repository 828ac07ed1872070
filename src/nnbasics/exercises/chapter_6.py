"""Chapter 6: backpropagation, written by the reader and checked; then what each example wants."""
from nnbasics.exercises.backprop_exercises import EXERCISES as FIRST_HALF
from nnbasics.exercises.opinions import EXERCISES as SECOND_HALF

EXERCISES = {**FIRST_HALF, **SECOND_HALF}
