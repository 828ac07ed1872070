"""Train one network on the spiral from forty seeds, with few and many examples, and keep how well each did.

    python tools/many_seeds.py        some minutes; writes src/nnbasics/data/spiral_seeds.json

Long trainings can hang on the last bit of the processor.  So those of the first ten seeds are done a second
time, from weights that a push of 1e-12 has moved, and the file has what came out: the counts of chapter 11
are to be read so.
"""

import ast
import hashlib
import inspect
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from nnbasics import Adam, Network, fit
from nnbasics.datasets import spiral, trials

FILE = Path(trials.__file__).parents[1] / "data" / "spiral_seeds.json"
PUSH, PUSHED = 1e-12, 10


def trial(size, seed, push=0.0):
    """The share of the test that a network from this seed gets right after learning from so many examples."""
    X, Y = spiral(size, noise=trials.NOISE, seed=0)
    net = Network([2, trials.HIDDEN, 1], hidden="relu", output="sigmoid", seed=seed)
    net.parameters += push * np.random.default_rng(seed).normal(size=net.num_parameters)
    fit(
        net,
        X,
        Y,
        epochs=trials.STEPS * trials.BATCH_SIZE // size,
        batch_size=trials.BATCH_SIZE,
        optimizer=Adam(trials.LEARNING_RATE),
        seed=seed,
    )
    return net.accuracy(*spiral(trials.TEST_SIZE, noise=trials.NOISE, seed=1))


def made_by():
    """The hash of what is trained: the code of `trial`, whatever its words, and its settings."""
    names = "SIZES SEEDS STEPS BATCH_SIZE LEARNING_RATE HIDDEN NOISE TEST_SIZE".split()
    settings = [getattr(trials, name) for name in names]
    function = ast.parse(inspect.getsource(trial)).body[0]
    function.body = function.body[1:]  # without its docstring
    return hashlib.sha256((ast.dump(function) + repr(settings)).encode()).hexdigest()


def main():
    with ProcessPoolExecutor(2) as pool:

        def shares(seeds, push):
            jobs = [(size, seed, push) for size in trials.SIZES for seed in seeds]
            found = (
                np.array(list(pool.map(trial, *zip(*jobs, strict=True), chunksize=5)))
                .round(3)
                .reshape(len(trials.SIZES), -1)
            )
            return {size: each.tolist() for size, each in zip(trials.SIZES, found, strict=True)}

        kept = {
            "made_by": made_by(),
            "accuracy": shares(trials.SEEDS, 0.0),
            "pushed": shares(range(PUSHED), PUSH),
        }
    FILE.write_text(json.dumps(kept) + "\n", encoding="utf-8")
    for size, each in kept["accuracy"].items():
        print(f"{size} examples: {sum(share >= trials.ENOUGH for share in each)} of {len(each)} got there")


if __name__ == "__main__":
    main()
