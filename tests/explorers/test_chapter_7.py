"""The explorer of chapter 7: what it says of a picture, its mistakes and training: NumPy, scikit-learn."""

from base64 import b64encode

import numpy as np
import pytest
from sklearn.metrics import confusion_matrix, roc_curve

from nnbasics import L2, Adam, Network, fit
from nnbasics.contributions import contributions
from nnbasics.datasets import cats_dogs, moved, split
from nnbasics.datasets.pictures import pack
from nnbasics.explorers import PetsExplorer

TRAIN, TEST = split(*cats_dogs())
SETTINGS = [(16, 0, 200, 0), (0, 0.01, 100, 5), (4, 0.003, 130, 7)]  # hidden, penalty, pictures, seed
EPOCHS = 3


def base64(array):
    return b64encode(np.ascontiguousarray(array).tobytes()).decode()


@pytest.fixture(scope="module")
def asked():
    """100 networks of random numbers, each with a picture that is moved at random."""
    rng = np.random.default_rng(7)
    states = []
    for i in range(100):
        net = Network(
            [784, int(rng.integers(1, 20)), 1] if i % 4 else [784, 1], hidden="relu", output="sigmoid", seed=i
        )
        net.parameters += rng.normal(0, 0.3, net.num_parameters)
        moves = {
            "right": int(rng.integers(-8, 9)),
            "down": int(rng.integers(-8, 9)),
            "turn": int(rng.integers(-180, 181)),
            "invert": int(rng.integers(2)),
        }
        states.append((net, TEST[0][[rng.integers(len(TEST[0]))]], moves))
    return states


@pytest.fixture(scope="module")
def judged():
    """Outputs with ties, and thresholds among them."""
    rng = np.random.default_rng(8)
    return [
        (rng.integers(0, 21, 60) / 20, rng.permutation(60) % 2, rng.integers(0, 21) / 20) for _ in range(100)
    ]


@pytest.fixture(scope="module")
def answers(asked, judged, in_node):
    jobs = [
        {
            "job": "ask",
            "sizes": list(net.sizes),
            "parameters": net.parameters.tolist(),
            "picture": base64(pack(picture)),
            "moves": moves,
        }
        for net, picture, moves in asked
    ]
    jobs += [
        {"job": "judge", "outputs": outputs.tolist(), "labels": labels.tolist(), "threshold": threshold}
        for outputs, labels, threshold in judged
    ]
    pictures = np.concatenate([TEST[0][:60], TRAIN[0][:200]])
    labels = np.concatenate([TEST[1][:60], TRAIN[1][:200]])[:, 0].tolist()
    jobs += [
        {
            "job": "train",
            "pictures": base64(pack(pictures)),
            "labels": labels,
            "n": 60,
            "epochs": EPOCHS,
            "settings": {"hidden": hidden, "l2": l2, "learned": learned, "seed": seed},
        }
        for hidden, l2, learned, seed in SETTINGS
    ]
    results = in_node("pets_runner.mjs", ["."], jobs)
    return {"ask": results[:100], "judge": results[100:200], "train": results[200:]}


def test_what_it_sees_and_what_its_pixels_say_are_numpys(asked, answers):
    for (net, picture, moves), answer in zip(asked, answers["ask"], strict=True):
        seen = moved(picture, **moves)
        each, rest, z = contributions(net, seen)
        assert answer["packed"] == base64(pack(picture))
        np.testing.assert_allclose(answer["seen"], seen[0], atol=1e-12)
        np.testing.assert_allclose(answer["each"], each[0], rtol=1e-12, atol=1e-12)
        assert answer["output"] == pytest.approx(net.predict(seen)[0, 0], rel=1e-12, abs=1e-12)
        for name, value in (
            ("z", z[0]),
            ("rest", rest[0]),
            ("forOne", each[each > 0].sum()),
            ("forZero", each[each < 0].sum()),
        ):
            assert answer[name] == pytest.approx(value, rel=1e-11, abs=1e-11), name


def test_what_the_pixels_say_is_what_taking_each_away_would_change(asked):
    """Of a single neuron exactly: z without a pixel is less by its contribution."""
    net, picture, _ = asked[0]
    assert len(net.sizes) == 2
    each, _, z = contributions(net, picture)
    for pixel in range(0, 784, 97):
        without = picture.copy()
        without[0, pixel] = 0
        assert z - net.forward(without).preactivations[0][:, 0] == pytest.approx(each[:, pixel], abs=1e-12)


def test_mistakes_and_what_a_threshold_trades_are_scikit_learns(judged, answers):
    for (outputs, labels, threshold), answer in zip(judged, answers["judge"], strict=True):
        counts = confusion_matrix(labels, outputs > threshold, labels=[0, 1])
        assert answer["counts"] == counts.tolist()
        assert answer["rates"]["right"] == pytest.approx(counts.trace() / 60)
        assert answer["rates"]["taken"] == pytest.approx(counts[0, 1] / counts[0].sum())
        assert answer["rates"]["found"] == pytest.approx(counts[1, 1] / counts[1].sum())
        taken, found, _ = roc_curve(labels, outputs, drop_intermediate=False)
        np.testing.assert_allclose(answer["trade"][::-1], np.column_stack([taken, found]), atol=1e-12)


def test_the_training_is_fits(answers):
    for (hidden, l2, learned, seed), course in zip(SETTINGS, answers["train"], strict=True):
        X_test, Y_test = TEST[0][:60], TEST[1][:60]
        net = Network([784, hidden, 1] if hidden else [784, 1], hidden="relu", output="sigmoid", seed=seed)
        history = fit(
            net,
            TRAIN[0][:learned],
            TRAIN[1][:learned],
            epochs=EPOCHS,
            batch_size=32,
            optimizer=Adam(0.001),
            penalty=L2(l2) if l2 else None,
            validation=(X_test, Y_test),
            seed=seed,
            record=range(EPOCHS + 1),
        )
        for epoch, at in enumerate(course):
            then = history.snapshots[epoch]
            np.testing.assert_allclose(at["parameters"], then.parameters, atol=1e-9)
            np.testing.assert_allclose(at["outputs"], then.predict(X_test)[:, 0], atol=1e-9)
            if epoch:
                assert at["loss"] == pytest.approx(history.loss[epoch - 1], abs=1e-9)
                assert at["testLoss"] == pytest.approx(history.validation_loss[epoch - 1], abs=1e-9)
                assert at["accuracy"] == pytest.approx(history.accuracy[epoch - 1])
                assert at["testAccuracy"] == pytest.approx(history.validation_accuracy[epoch - 1])


def test_the_network_beside_the_picture_is_the_one_on_the_screen():
    explorer = PetsExplorer((TRAIN[0][:100], TRAIN[1][:100]), TEST, hidden=(2, 0))
    explorer.view.epoch = 2
    other = fit_by_hand(2)
    np.testing.assert_allclose(explorer.network.parameters, other.parameters)
    explorer.view.right = 3
    np.testing.assert_allclose(explorer.example, moved(TEST[0][[0]], right=3))
    said = explorer.describe()
    assert "after 2 epochs" in said and ("dog" in said or "cat" in said)


def fit_by_hand(epochs):
    net = Network([784, 2, 1], hidden="relu", output="sigmoid", seed=0)
    fit(net, TRAIN[0][:100], TRAIN[1][:100], epochs=epochs, batch_size=32, optimizer=Adam(0.001), seed=0)
    return net


@pytest.mark.parametrize(
    "wrong, says",
    [
        ({"learned": [0]}, "learned"),
        ({"learned": [5000]}, "learned"),
        ({"picture": 40}, "picture"),
        ({"picture": -1}, "picture"),
    ],
)
def test_what_does_not_exist_is_refused(wrong, says):
    with pytest.raises(ValueError, match=says):
        PetsExplorer(TRAIN, TEST, **wrong)


def test_other_pictures_are_refused():
    with pytest.raises(ValueError, match="train"):
        PetsExplorer((TRAIN[0][:, :64], TRAIN[1]), TEST)
    with pytest.raises(ValueError, match="test"):
        PetsExplorer(TRAIN, (TEST[0], TEST[1] + 1))
