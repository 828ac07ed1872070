"""The forty seeds on the spiral (chapter 11): the kept file is of this program, and can be had again."""

import json

import many_seeds
import numpy as np
import pytest

from nnbasics.datasets import trials

KEPT = json.loads(many_seeds.FILE.read_text(encoding="utf-8"))


def test_the_file_is_of_this_program():
    assert KEPT["made_by"] == many_seeds.made_by(), "run tools/many_seeds.py"
    assert list(trials.spiral_trials()) == list(trials.SIZES)
    assert all(len(shares) == len(trials.SEEDS) for shares in trials.spiral_trials().values())


@pytest.mark.parametrize("size", [50, 400])
def test_a_training_comes_out_as_it_is_kept(size):
    """One that a push of its start did not change: others may hang on the last bit of the processor."""
    shares, pushed = (np.array(KEPT[name][str(size)][: many_seeds.PUSHED]) for name in ("accuracy", "pushed"))
    seed = int(np.flatnonzero(shares == pushed)[0])
    assert many_seeds.trial(size, seed) == pytest.approx(shares[seed], abs=0.005)


def test_a_push_sends_none_to_the_other_side():
    """So a count says something."""
    for size, pushed in KEPT["pushed"].items():
        assert len(pushed) == many_seeds.PUSHED
        assert all(
            (a >= trials.ENOUGH) == (b >= trials.ENOUGH)
            for a, b in zip(KEPT["accuracy"][size], pushed, strict=False)
        )
