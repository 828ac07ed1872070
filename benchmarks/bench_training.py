"""How fast the core trains and predicts, as ratios to scikit-learn measured in the same run.

    python benchmarks/bench_training.py

One thread each.  Rounds take turns, processor time is counted and the best round kept, so that a
busy machine disturbs little.  Both train from weights of the same size, on the same numbers, with
the same solver, batches and epochs; ours also counts the right answers on the way.
"""

import os

for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ[f"{library}_NUM_THREADS"] = "1"  # before NumPy, which reads them once

import time
import tracemalloc
import warnings

from sklearn.neural_network import MLPClassifier

from nnbasics import SGD, Adam, Network, datasets, fit

ROUNDS = 9
WANTED = {10: 3, 32: 2, 128: 1.5}  # batch size: times as fast as scikit-learn, plain SGD
SOLVERS = {
    "SGD": (SGD(0.01), dict(solver="sgd", momentum=0)),
    "Nesterov": (SGD(0.01, momentum=0.9, nesterov=True), dict(solver="sgd", momentum=0.9)),
    "Adam": (Adam(0.01), dict(solver="adam")),
}


def problems():
    """Sizes, output, X, Y, the labels as scikit-learn wants them, epochs."""
    X, labels = datasets.digits()
    yield [64, 16, 16, 10], "softmax", X[:1347], labels[:1347], labels[:1347], 10
    X, Y = datasets.cats_dogs()
    yield [784, 32, 1], "sigmoid", X[:1591], Y[:1591], Y[:1591, 0], 5


def best_of(*functions):
    """The shortest processor time of each function in seconds, over rounds that take turns."""
    times = [[] for _ in functions]
    for _ in range(ROUNDS):
        for function, found in zip(functions, times, strict=True):
            start = time.process_time()
            function()
            found.append(time.process_time() - start)
    return map(min, times)


def theirs(sizes, solver="SGD", batch_size=32, epochs=2):
    return MLPClassifier(
        sizes[1:-1],
        batch_size=batch_size,
        max_iter=epochs,
        alpha=0,
        learning_rate_init=0.01,
        tol=0,
        n_iter_no_change=1000,
        random_state=0,
        **SOLVERS[solver][1],
    )


def training_speed(sizes, output, X, Y, labels, epochs):
    for solver, (optimizer, _) in SOLVERS.items():
        for batch_size, wanted in WANTED.items():
            them, us = best_of(
                lambda: theirs(sizes, solver, batch_size, epochs).fit(X, labels),
                lambda: fit(Network(sizes, "relu", output), X, Y, epochs, batch_size, optimizer),
            )
            batches = epochs * -(-len(X) // batch_size)
            goal = f", wanted {wanted:g}" if solver == "SGD" else ""
            print(
                f"  train, {solver:8} batch {batch_size:3}: {them / us:.2f} times as fast{goal};"
                f" {us / batches * 1e6:.0f} µs a batch"
            )


def prediction_speed(sizes, output, X, Y, labels, epochs):
    model, net = theirs(sizes).fit(X, labels), Network(sizes, "relu", output)
    for examples in (1, 100, len(X)):
        repeats = range(2 + 2000 // examples)
        them, us = best_of(
            lambda: [model.predict_proba(X[:examples]) for _ in repeats],
            lambda: [net.predict(X[:examples]) for _ in repeats],
        )
        print(f"  predict {examples:4} examples: {them / us:.2f} times as fast, wanted 1")


def training_memory(sizes, output, X, Y, labels, epochs):
    for batch_size in WANTED:
        net = Network(sizes, "relu", output)
        fit(net, X, Y, 1, batch_size)  # what is made once, at first use, is not counted
        tracemalloc.start()
        fit(net, X, Y, 1, batch_size)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        unit = (batch_size * sum(sizes) + net.num_parameters) * net.parameters.itemsize
        print(
            f"  memory to train, batch {batch_size:3}: {peak / unit:.2f} times one batch's"
            f" activations and the parameters, wanted 2 at most; {peak / 1000:.0f} kB"
        )


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # few epochs do not converge, and are not meant to
    for problem in problems():
        print("-".join(map(str, problem[0])))
        training_speed(*problem)
        prediction_speed(*problem)
        training_memory(*problem)
