"""Many trainings of one network, each from its own seed: long, so done once and kept.

`spiral_trials` reads what `tools/many_seeds.py` wrote; here are its settings, too.
Introduced in chapter 11, "Conclusion".
"""
import json
from importlib.resources import files

import numpy as np

SIZES = (50, 100, 200, 400, 800)  # examples to learn from
SEEDS = range(40)
STEPS, BATCH_SIZE, LEARNING_RATE, HIDDEN = 5000, 20, 0.02, 32
NOISE, TEST_SIZE = 0.2, 1000
ENOUGH = 0.95  # of the test: then a training got there


def spiral_trials():
    """The shares of the test spiral that are right, {examples: array of one share for each seed}.

    Introduced in chapter 11, "Mathematically speaking".
    """
    file = files("nnbasics").joinpath("data/spiral_seeds.json")
    kept = json.loads(file.read_text(encoding="utf-8"))
    return {int(size): np.array(shares) for size, shares in kept["accuracy"].items()}
