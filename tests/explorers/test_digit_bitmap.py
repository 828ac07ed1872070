"""What a drawing goes through before the network sees it: like the data set's digits, and worked by hand."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import nnbasics
from nnbasics.datasets import digits
from nnbasics.figures import digit_network

from .strokes import DIGITS

MODULE = Path(nnbasics.__file__).parent / "web" / "digits" / "bitmap.js"
NODE = Path(sys.executable).with_name("node")
RUN = f"""
import {{ countInk }} from "{MODULE.as_uri()}";
import {{ readFileSync }} from "node:fs";
const jobs = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(jobs.map(([strokes, pen]) => [...countInk(strokes, pen)])));
"""
PEN = 12


def ink(*drawings, pen=PEN):
    """Counts of ink for each drawing, shape (n, 8, 8)."""
    done = subprocess.run(
        [NODE, "--input-type=module", "-e", RUN],
        capture_output=True,
        text=True,
        check=True,
        input=json.dumps([(drawing, pen) for drawing in drawings]),
        timeout=60,
    )
    return np.array(json.loads(done.stdout)).reshape(-1, 8, 8)


@pytest.fixture(scope="module")
def drawn():
    return ink(*DIGITS.values())


def changed(drawing, matrix, shift=(0, 0)):
    return [(np.array(stroke) @ np.transpose(matrix) + shift).tolist() for stroke in drawing]


def test_nothing_drawn_is_no_ink():
    assert not ink([], [[]]).any()


def test_an_upright_line_is_the_bar_that_the_data_set_has_for_it():
    (bar,) = ink([[[80, 20], [80, 140]]])
    # 312 bits in 32 rows are 9.75 a row: five on each side of the middle, four in the inner block, one in the
    # outer.
    assert (bar[1:-1] == [0, 0, 4, 16, 16, 4, 0, 0]).all()
    assert np.array_equal(bar, bar[:, ::-1]) and bar.sum() >= 312  # its ends are round


def test_a_dot_is_a_disk_in_the_middle():
    (dot,) = ink([[[30, 30]]])
    assert 312 <= dot.sum() < 330 and np.array_equal(dot, dot.T) and np.array_equal(dot, dot[::-1, ::-1])


@pytest.mark.parametrize("digit", DIGITS)
def test_size_place_and_speed_do_not_matter(digit, drawn):
    small = ink(changed(DIGITS[digit], 0.25 * np.eye(2), (70, 3)), pen=PEN / 4)[0]
    assert abs(small.astype(int) - drawn[digit]).max() <= 1  # a bit may fall on the other side by rounding
    slow = [[point for point in stroke for _ in range(3)] for stroke in DIGITS[digit]]
    assert np.array_equal(ink(slow)[0], drawn[digit])


def test_a_slanted_line_is_sheared_upright():
    slanted, upright = ink([[[110, 20], [50, 140]]], [[[80, 20], [80, 140]]])
    columns = slanted.sum(axis=0)
    middle = (columns * np.arange(8)).sum() / columns.sum()
    first, last = ((row * np.arange(8)).sum() / row.sum() for row in slanted[[0, -1]])
    assert abs(first - last) < 0.75 and abs(middle - 3.5) < 0.5
    assert np.count_nonzero(upright.sum(axis=0)) == 4


def test_a_drawing_has_the_ink_height_and_place_of_the_data_set(drawn):
    X, _ = digits()
    set_ = 16 * X.reshape(-1, 8, 8)
    ink_of_set = set_.sum(axis=(1, 2))
    assert abs(drawn.sum(axis=(1, 2)) - ink_of_set.mean()).max() < ink_of_set.std()
    # Digits of the set reach from the first to the last row, and begin in the same column there, as NIST
    # sheared them.
    assert (set_[:, [0, -1]].any(axis=2)).mean() > 0.99 and (drawn[:, [0, -1]].any(axis=2)).all()
    start = lambda images, row: (images[:, row] > 0).argmax(axis=1)
    assert abs((start(set_, -1) - start(set_, 0)).mean()) < 0.1
    assert abs((start(drawn, -1) - start(drawn, 0)).mean()) < 0.5


def test_the_network_reads_what_a_hand_draws(drawn):
    """Ten drawings and slightly turned, slanted and stretched ones; the network learned from others'."""
    network = digit_network.trained()
    read = network.predict(drawn.reshape(-1, 64) / 16).argmax(axis=1)
    assert np.sum(read == np.arange(10)) >= 9
    rng = np.random.default_rng(1)
    labels = np.repeat(np.arange(10), 10)
    hands = ink(*(changed(DIGITS[label], np.eye(2) + rng.normal(0, 0.12, (2, 2))) for label in labels))
    assert np.mean(network.predict(hands.reshape(-1, 64) / 16).argmax(axis=1) == labels) > 0.8


def test_a_stroke_of_many_points_is_the_same_stroke():
    """Two minutes of a mouse that reports a thousand times a second."""
    turn = np.linspace(0, 2 * np.pi, 130_000)
    circle = np.stack([80 + 40 * np.cos(turn), 80 + 60 * np.sin(turn)], axis=1).round(3)
    many, few = ink([circle.tolist()], [circle[::1000].tolist()])
    assert abs(many.astype(int) - few).max() <= 1
