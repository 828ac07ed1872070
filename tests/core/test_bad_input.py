"""What was once taken without a word, or ended in an error that names nothing."""

import copy
import pickle
import re
import zipfile
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from nnbasics import L2, SGD, Adam, Network, fit
from nnbasics.contributions import contributions
from nnbasics.datasets import circle, gauss, gaussian, moons, plane, spiral, xor
from nnbasics.datasets.pictures import moved, unpack
from nnbasics.layers import Trace
from nnbasics.spiking import SpikingNeuron

CASES = Path(__file__).with_name("cases")
X, Y = [[0.0, 1.0], [1.0, 0.0]], [[0.0], [1.0]]


@pytest.mark.parametrize(
    "way", [copy.copy, copy.deepcopy, lambda net: pickle.loads(pickle.dumps(net)), Network.copy]
)
@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_a_copy_of_any_kind_learns(way, dtype):
    net = Network([2, 3, 1], hidden="tanh", output="sigmoid", loss="mse", seed=1, dtype=dtype)
    before = net.parameters.copy()
    twin = way(net)
    assert twin.dtype == dtype and repr(twin) == repr(net) and twin.hidden == net.hidden
    np.testing.assert_array_equal(twin.parameters, before)
    fit(twin, X, Y, epochs=3)
    assert not np.allclose(twin.predict(X), net.predict(X))
    np.testing.assert_array_equal(net.parameters, before)
    twin.layers[0].weights = np.ones((2, 3))
    assert (twin.parameters[:6] == 1).all()


def test_what_holds_a_network_can_be_copied_too():
    net = Network([2, 1])
    ((twin, again),) = copy.deepcopy([(net, net)])
    assert twin is again and twin is not net


@pytest.mark.parametrize(
    "learn",
    [
        lambda: Network([2, 2**62]),
        lambda: Network([10**6, 10**6]),
    ],
)
def test_a_network_that_no_memory_holds_is_refused_before_it_is_made(learn):
    with pytest.raises(ValueError, match="sizes=.*billion"):
        learn()


@pytest.mark.parametrize(
    "name, attempt",
    [
        ("net", lambda: fit(None, X, Y)),
        ("epochs", lambda: fit(Network([2, 1]), X, Y, epochs=10**30)),
        ("epochs", lambda: fit(Network([2, 1]), X, Y, epochs=10**5000)),
        ("batch_size", lambda: fit(Network([2, 1]), X, Y, batch_size=10**30)),
        ("learning_rate", lambda: SGD(Fraction(1, 3))),
        ("learning_rate", lambda: SGD(10**400)),
        ("learning_rate", lambda: Adam(10**5000)),
        ("learning_rate", lambda: SGD(1j)),
        ("momentum", lambda: SGD(0.1, momentum=Fraction(1, 3))),
        ("strength", lambda: L2(10**400)),
        ("activations", lambda: Trace(None, None)),
        ("activations", lambda: Trace([np.ones((1, 2))], [np.ones((1, 2))])),
        ("activations", lambda: Trace([1, 2], [3])),
        ("hidden", lambda: Network([2, 2, 1], hidden=[np.array(["tanh", "relu"])])),
        ("hidden", lambda: Network([2, 2, 1], hidden=[None])),
        ("sizes", lambda: Network(range(1, 10**9))),
        ("dtype", lambda: Network([2, 1], dtype={"names": ["a"]})),
        ("seed", lambda: Network([2, 1], seed=-(10**5000))),
        ("shuffle", lambda: fit(Network([2, 1]), X, Y, shuffle=np.ones(3))),
        ("nesterov", lambda: SGD(0.1, 0.9, nesterov="no")),
        ("record", lambda: fit(Network([2, 1]), X, Y, record=["last"])),
        ("net", lambda: contributions(None, X)),
        ("n", lambda: circle(10**9)),
        ("packed", lambda: unpack(None)),
        ("turn", lambda: moved(np.ones((1, 4)), turn="left")),
        ("dt", lambda: SpikingNeuron(refractory=1e-300).run([3.0])),
    ],
)
def test_the_error_names_the_argument(name, attempt):
    with pytest.raises(ValueError, match=name) as error:
        attempt()
    assert len(str(error.value)) < 300


@pytest.mark.parametrize("data", [circle, gauss, gaussian, moons, plane, spiral, xor])
def test_noise_beyond_all_measure_is_refused(data):
    with pytest.raises(ValueError, match="noise"):
        data(noise=1e308)


def test_a_trace_never_holds_what_is_not_finite():
    net = Network([1, 1, 1], hidden="tanh", output="sigmoid")
    net.layers[0].weights = [[1e300]]
    with pytest.raises(ValueError, match="sum z of layer 0 is not finite"):
        net.forward([[1e300]])


ONES = [np.ones((1, 2)), np.ones((1, 3)), np.ones((1, 1))]


@pytest.mark.parametrize(
    "activations, preactivations, words",
    [
        ([ONES[0], np.ones((1, 3), "f4"), ONES[2]], ONES[1:], "activations of layer 0 have dtype float32"),
        ([ONES[0], np.ones((2, 3)), ONES[2]], ONES[1:], "activations of layer 0 has shape"),
        (ONES, [np.ones((1, 2)), ONES[2]], "preactivations of layer 0 has shape"),
        (ONES, [ONES[1], np.full((1, 1), np.inf)], "preactivations of layer 1, .* has inf"),
    ],
)
def test_a_trace_that_no_forward_made_is_refused(activations, preactivations, words):
    with pytest.raises(ValueError, match=f"trace: {words}"):
        Network([2, 3, 1]).backward(Trace(activations, preactivations), [[0.0]])


class TestColumns:
    def test_a_mask_is_not_lost_without_a_word(self):
        masked = np.ma.array([[0.0, 1.0], [1.0, 0.0]], mask=[[True, False], [False, False]])
        with pytest.raises(ValueError, match="X is a masked array"):
            Network([2, 1]).predict(masked)

    def test_nor_that_of_a_row(self):
        with pytest.raises(ValueError, match="X is a masked array"):
            Network([2, 1]).predict([np.ma.array([0.0, 1.0], mask=[True, False])])

    def test_nullable_columns_as_pandas_gives_them(self):
        """`DataFrame.__array__` of nullable columns: objects, with `pd.NA` where there is nothing."""

        class NA:
            def __repr__(self):
                return "<NA>"

        class Frame:
            def __init__(self, *values):
                self.values = values

            def __array__(self, dtype=None, copy=None):
                return np.array(self.values, dtype=object)

        net = Network([2, 1])
        np.testing.assert_array_equal(net.predict(Frame([0, 1.5], [1, 0])), net.predict([[0, 1.5], [1, 0]]))
        with pytest.raises(ValueError, match="X has dtype object, with <NA> in it; wanted real numbers"):
            net.predict(Frame([0, NA()]))

    def test_columns_of_python_numbers_are_taken(self):
        objects = np.array([[0, 1.5], [1, 0]], dtype=object)
        net = Network([2, 1])
        np.testing.assert_array_equal(net.predict(objects), net.predict(objects.astype(float)))

    def test_columns_of_whole_numbers_are_labels(self):
        net = Network([2, 3], output="softmax")
        assert net.loss(X, np.array([0, 2], dtype=object)) == net.loss(X, [0, 2])

    @pytest.mark.parametrize("odd", ["3", None, Fraction, [1]])
    def test_what_is_no_number_is_named(self, odd):
        column = np.empty((1, 2), dtype=object)
        column[0] = 1.0
        column[0, 1] = odd
        with pytest.raises(ValueError, match=r"X has dtype object, with .* in it") as error:
            Network([2, 1]).predict(column)
        assert repr(odd)[:20] in str(error.value)


class TestFiles:
    @pytest.fixture
    def saved(self, tmp_path):
        Network([2, 3, 1], seed=1).save(tmp_path / "net.npz")
        return tmp_path / "net.npz"

    def refused(self, path, tracemalloc):
        tracemalloc.start()
        try:
            with pytest.raises(ValueError, match=re.escape(str(path))):
                Network.load(path)
            assert tracemalloc.get_traced_memory()[1] < 5e6
        finally:
            tracemalloc.stop()

    @pytest.fixture
    def tracemalloc(self):
        import tracemalloc

        return tracemalloc

    def test_a_single_array(self, tmp_path, tracemalloc):
        np.save(tmp_path / "array.npy", np.ones(3))
        self.refused(tmp_path / "array.npy", tracemalloc)

    def test_every_byte_flipped(self, saved, tracemalloc):
        """Either the network or a ValueError, whichever bit of the file is another one."""
        good = saved.read_bytes()
        for place in range(len(good)):
            bad = bytearray(good)
            bad[place] ^= 1 << place % 8
            saved.write_bytes(bad)
            try:
                Network.load(saved)
            except ValueError:
                pass

    @pytest.mark.parametrize("name", ["flipped-method", "flipped-flag"])
    def test_two_of_these(self, name):
        with pytest.raises(ValueError, match=f"{name}.npz is not a network saved by Network.save"):
            Network.load(CASES / f"{name}.npz")

    @pytest.mark.parametrize(
        "changed", [{"parameters": np.full(3, np.nan)}, {"hidden": ["thin"]}, {"output": "odd"}]
    )
    def test_what_is_in_it_makes_no_network(self, tmp_path, changed, tracemalloc):
        good = {"sizes": [2, 1], "hidden": [], "output": "linear", "loss": "mse", "parameters": np.zeros(3)}
        np.savez(tmp_path / "net.npz", **good | changed)
        self.refused(tmp_path / "net.npz", tracemalloc)

    @pytest.mark.parametrize("sizes", [[2, 10**7, 1], [10**9, 10**9], [2, 2**62], [2, -3], [2.5, 1]])
    def test_sizes_that_ask_for_more_than_the_file_holds(self, tmp_path, sizes, tracemalloc):
        path = tmp_path / "net.npz"
        np.savez(
            path,
            sizes=sizes,
            hidden=["relu"] * (len(sizes) - 2),
            output="linear",
            loss="mse",
            parameters=np.zeros(13),
        )
        self.refused(path, tracemalloc)

    def test_an_array_that_says_that_it_is_large(self, saved, tracemalloc):
        with zipfile.ZipFile(saved) as file:
            members = {name: file.read(name) for name in file.namelist()}
        header = members["parameters.npy"]
        members["parameters.npy"] = header.replace(b"'shape': (13,), ", b"'shape': (99999999999,), ").replace(
            b"    \n", b"\n"
        )
        with zipfile.ZipFile(saved, "w") as file:
            for name, content in members.items():
                file.writestr(name, content)
        self.refused(saved, tracemalloc)

    def test_what_is_no_file_says_so(self, tmp_path):
        with pytest.raises(OSError):
            Network.load(Path(tmp_path / "nothing.npz"))
