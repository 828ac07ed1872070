"""Every film: its steps, its words, and that each number comes from a network."""

import importlib
import json
import math
import re
from itertools import combinations
from pathlib import Path

import draw_images
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from nnbasics.datasets import iris
from nnbasics.figures import digit_network
from nnbasics.figures.film import Timeline
from nnbasics.figures.style import DPI, points, theme
from nnbasics.network import Network

ROOT = Path(__file__).parents[2]
BENDING = "Feed-Forward-Neural-Network"
PHONE, LEAST = 328, 12  # a phone of 360 pixels shows a film so wide; then no type is less high
STILL = 0.15  # seconds that a picture must rest somewhere, to be read


@pytest.fixture(scope="module")
def scenes():
    """Each scene, made once: training takes longer than looking."""
    made = {}

    def get(name):
        if name not in made:
            with theme("light"):
                scene = importlib.import_module(f"nnbasics.figures.animations.{name}").Scene()
            FigureCanvasAgg(scene.figure).draw()  # outlives the closing of all figures
            made[name] = scene
        return made[name]

    return get


def picture(scene, frame):
    scene.update(frame)
    canvas = FigureCanvasAgg(scene.figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba()).copy()


def seen(scene):
    """All words in the picture that are to be seen now."""
    texts = scene.figure.findobj(Text)
    return [
        text
        for text in texts
        if text.get_text().strip()
        and text.get_visible()
        and (text.get_alpha() is None or text.get_alpha() > 0)
    ]


def value(text):
    return float(text.replace("−", "-"))


def test_a_timeline_goes_from_step_to_step():
    timeline = Timeline(("a", 0.4), 1.0, ("b", 0.2), fps=10)
    assert timeline.frames == 16 and timeline.end("a") == 4 and timeline.end("b") == 16
    assert [timeline.progress("a", frame) for frame in (0, 2, 4, 15)] == [0, 0.5, 1, 1]
    assert timeline.progress("b", 14) == 0 and timeline.progress("b", 16) == 1
    assert timeline.latest(0) == (None, 0.0)
    assert timeline.latest(9) == ("a", 1.0) and timeline.latest(15) == ("b", 0.5)
    assert timeline.state(5) == timeline.state(14) != timeline.state(15)


def test_a_timeline_wants_different_names():
    with pytest.raises(ValueError, match="'a' twice"):
        Timeline(("a", 1), ("a", 1))


@pytest.mark.parametrize("name", draw_images.names())
def test_words_are_large_enough_on_a_phone_in_the_picture_and_apart(scenes, name):
    scene = scenes(name)
    left, bottom, right, top = scene.figure.bbox.extents
    width = scene.figure.get_figwidth() * DPI
    ends = [scene.timeline.end(step) for step in scene.timeline.spans]
    for frame in sorted({*ends, *(end - 1 for end in ends)}):  # just before and after each arrival
        scene.update(frame)
        scene.figure.draw_without_rendering()  # or the numbers on an axis are those of the frame before
        boxes = []
        for text in seen(scene):
            assert text.get_fontsize() * PHONE / width >= points(LEAST) * 0.999, (frame, text)
            box = text.get_window_extent()
            assert left <= box.x0 and box.x1 <= right and bottom <= box.y0 and box.y1 <= top, text
            # Boxes of text have air above and below: a pixel of it may be shared.
            boxes.append((box.padded(-1), text))
        for (one, first), (other, second) in combinations(boxes, 2):
            assert not one.overlaps(other), (frame, first, second)


@pytest.mark.parametrize("name", draw_images.names())
def test_a_frame_does_not_depend_on_the_frame_before(scenes, name):
    scene = scenes(name)
    once = picture(scene, scene.poster)
    scene.update(scene.timeline.frames - 1)
    scene.update(3)
    assert np.array_equal(picture(scene, scene.poster), once)


@pytest.mark.parametrize("name", draw_images.names())
def test_films_begin_as_they_end(scenes, name):
    scene = scenes(name)
    first, last = picture(scene, 0), picture(scene, scene.timeline.frames)
    # The dashed trace of the step before may be another one.
    assert (first != last).any(axis=-1).mean() < 0.01


@pytest.mark.parametrize("name", draw_images.names())
def test_steps_take_a_moment_and_pauses_let_read(scenes, name):
    timeline = scenes(name).timeline
    ends = [end for _, end in timeline.spans.values()]
    starts = [start for start, _ in timeline.spans.values()]
    for step, (start, end) in timeline.spans.items():
        assert 0.2 <= (end - start) / timeline.fps <= 2.0, step
    for end, start in zip(ends, [*starts[1:], timeline.frames], strict=True):
        assert end == timeline.frames or (start - end) / timeline.fps >= STILL


@pytest.mark.parametrize("name", draw_images.names())
def test_descriptions_are_two_to_five_sentences(scenes, name):
    scene = scenes(name)
    sentences = re.findall(r"\.(?=\s+[A-Z]|$)", scene.description)
    assert 2 <= len(sentences) <= 6 and scene.description.endswith(".")
    assert scene.title and not re.search(r"-\d", scene.description), "a true minus sign is −"


def test_the_sum_in_the_film_can_be_checked_by_hand(scenes):
    scene = scenes("artificial_neuron")
    # Flower 78, a petal of 5.6 by 2.1 cm: 0.7 longer and 0.4 wider than the middling one.
    # 0.7 × 2 = 1.4, 0.4 × (−1) = −0.4, and 1.4 − 0.4 − 0.5 = 0.5.
    assert iris()[0][78].tolist() == [5.6, 2.1]
    assert scene.terms == pytest.approx([1.4, -0.4]) and scene.sum == pytest.approx(0.5)
    probability = 1 / (1 + math.exp(-0.5))
    scene.update(scene.poster)
    words = [text.get_text() for text in seen(scene)]
    for word in (
        "0.70",
        "0.40",
        "w₁ = 2.00",
        "w₂ = −1.00",
        "b = −0.500",
        "0.7 × 2.0",
        "0.4 × (−1.0)",
        "1.40",
        "−0.40",
        "−0.50",
        "σ(0.50)",
        f"{probability:.3f}",
    ):
        assert word in words
    # The sum grows term by term, as they arrive.
    for step, total in (("length", "1.40"), ("width", "1.00"), ("bias", "0.50")):
        scene.update(scene.timeline.end(step))
        assert scene.sum_words.get_text() == total


def test_the_curve_is_the_sigmoid_of_weight_and_bias(scenes):
    scene = scenes("1_KNZZYteeBqkJViS1_LT1CQ")
    scene.update(scene.poster)
    ax = scene.figure.axes[-1]
    assert scene.place.get_text() == "step at −b/w = 2.00" and scene.place.get_position()[0] == 2
    curves = [line.get_xydata() for line in ax.lines if len(line.get_xdata()) == 401]
    before, now = curves
    assert now[:, 1] == pytest.approx(1 / (1 + np.exp(8 - 4 * now[:, 0])))
    assert before[:, 1] == pytest.approx(1 / (1 + np.exp(-4 * before[:, 0])))
    assert "w = 4.00" in [text.get_text() for text in seen(scene)]


def test_the_bump_is_one_step_minus_the_other(scenes):
    scene = scenes("1sdfasdfadffa")
    scene.update(scene.poster)
    x = scene.inputs
    first, second = 1 / (1 + np.exp(-6 * (x + 2))), 1 / (1 + np.exp(-6 * (x - 2)))
    for ax, expected in zip(scene.figure.axes[1:], (first, second, first - second), strict=True):
        assert ax.lines[0].get_ydata() == pytest.approx(expected)


def of_the_notebook(stem, *labels):
    """What some cells of a chapter's notebook make, after its imports."""
    cells = json.loads((ROOT / "book" / f"{stem}.ipynb").read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    made = {}
    for start in ("import ", *(f"#| label: {label}\n" for label in labels)):
        exec(next(source for source in sources if source.startswith(start)), made)
    return made


def drawn(scene, frame):
    """The examples as they stand in the picture of the bending plane, class by class, and what should."""
    scene.update(frame)
    places = [examples.get_offsets() for examples, _ in scene.examples]
    return np.concatenate(places), np.concatenate([own for _, own in scene.examples])


def boundary(scene, step):
    scene.update(scene.timeline.end(step))
    assert scene.boundary.get_alpha() == 1
    return [np.asarray(path.vertices) for path in scene.boundary.get_paths()]


def test_the_bending_plane_holds_the_examples_and_the_network_of_chapter_3(scenes):
    scene = scenes(BENDING)
    start, X = drawn(scene, 0)
    assert start == pytest.approx(X) and sorted(map(tuple, X)) == sorted(map(tuple, scene.X))
    own = of_the_notebook("03-hidden-layers", "corners", "by-hand", "network")
    assert np.array_equal(scene.X, own["X"]) and np.array_equal(scene.Y, own["Y"])
    assert np.array_equal(scene.network.parameters, own["by_hand"].parameters)
    for _, one_class in scene.examples:  # in opposite corners
        corners, counts = np.unique(np.sign(one_class), axis=0, return_counts=True)
        assert np.array_equal(corners[0], -corners[1]) and counts.min() > 20


def test_each_part_of_the_layer_carries_the_examples_as_its_formula_says(scenes):
    scene = scenes(BENDING)
    W, b = scene.network.layers[0].weights, scene.network.layers[0].biases
    left, sizes, right = np.linalg.svd(W)
    turn, stretch = left @ right, left @ np.diag(sizes) @ left.T  # stretched along two axes, then turned
    angle = np.arctan2(turn[0, 1], turn[0, 0]) / 2
    half_turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    assert half_turn @ half_turn == pytest.approx(turn)

    def middle(step):
        begin, end = scene.timeline.spans[step]
        return drawn(scene, (begin + end) / 2)

    places, X = middle("weights")
    assert places == pytest.approx((X + X @ stretch) / 2 @ half_turn)
    assert drawn(scene, scene.timeline.end("weights"))[0] == pytest.approx(X @ W)
    assert middle("biases")[0] == pytest.approx(X @ W + b / 2)
    assert drawn(scene, scene.timeline.end("biases"))[0] == pytest.approx(X @ W + b)
    Z = X @ W + b
    assert middle("tanh")[0] == pytest.approx((Z + np.tanh(Z)) / 2)
    assert middle("back")[0] == pytest.approx(X @ W + b / 2)  # half of three parts
    assert drawn(scene, scene.timeline.end("back"))[0] == pytest.approx(X)


def test_every_example_is_seen_wherever_the_plane_is(scenes):
    scene = scenes(BENDING)
    for step in ("weights", "biases", "tanh", "back"):
        for frame in range(*scene.timeline.spans[step]):
            places, _ = drawn(scene, frame)
            ends = np.array([scene.ax.get_xlim(), scene.ax.get_ylim()]).T
            room = 0.005 * (ends[1] - ends[0])
            assert (ends[0] + room < places).all() and (places < ends[1] - room).all(), (step, frame)


def test_the_plane_bends_only_when_tanh_squashes_it(scenes):
    scene = scenes(BENDING)

    def straightness(step):
        scene.update(scene.timeline.end(step))
        lines = np.array(scene.sheet.get_segments())
        steps = np.linalg.norm(np.diff(lines, axis=1), axis=-1).sum(axis=1)
        return (np.linalg.norm(lines[:, -1] - lines[:, 0], axis=-1) / steps).min()

    assert all(straightness(step) == pytest.approx(1) for step in ("line", "weights", "biases", "back"))
    assert straightness("tanh") < 0.8


def test_the_straight_cut_parts_the_hidden_activations_and_is_curved_in_the_inputs(scenes):
    scene = scenes(BENDING)
    (cut,) = boundary(scene, "cut")
    places, X = drawn(scene, scene.timeline.end("cut"))
    trace = scene.network.forward(X)
    assert places == pytest.approx(trace.activations[1])
    # Straight, and each example on its own side of it.
    way, off = cut[-1] - cut[0], cut - cut[0]
    assert np.abs(way[0] * off[:, 1] - way[1] * off[:, 0]).max() < 1e-4
    side = np.sign(way[0] * (places - cut[0])[:, 1] - way[1] * (places - cut[0])[:, 0])
    blue = np.repeat([False, True], [len(own) for _, own in scene.examples])
    right = max((side > 0) == blue, (side < 0) == blue, key=np.sum).sum()
    assert right == len(X) * scene.network.accuracy(scene.X, scene.Y) == len(X)
    assert f"{right} examples are right" in scene.description
    # The same cut from the inputs: its two arms lie where the network shrugs.
    arms = boundary(scene, "back")
    assert len(arms) == 2
    assert scene.network.predict(np.concatenate(arms)) == pytest.approx(0.5, abs=0.01)
    scene.update(scene.timeline.end("tanh"))
    assert scene.boundary.get_alpha() == 0


def test_the_layers_light_up_one_after_the_other(scenes):
    scene = scenes(BENDING)
    parts = [*scene.rings, *scene.drawing.edges, scene.drawing.beads[0][0]]
    inputs, hidden, output, first, second, bead = parts
    lit = []
    for step in ("inputs", "weights", "biases", "tanh", "cut", "back"):
        scene.update(scene.timeline.end(step))
        lit.append({part for part in parts if part.get_alpha() == 1})
    assert lit[0] == {inputs} and lit[1] - lit[0] == {first} and lit[2] - lit[1] == {bead}
    assert lit[3] - lit[2] == {hidden} and lit[4] - lit[3] == {output, second} and lit[5] == lit[4]


def test_the_products_in_the_film_and_the_bias_add_up_to_z(scenes):
    scene = scenes("predict")
    layer = scene.network.layers[0]
    x, weights, bias = digit_network.first(3)[0], layer.weights[:, 3], layer.biases[3]
    assert scene.products == pytest.approx(x * weights) and len(scene.products) == 64
    assert scene.products.sum() + bias == pytest.approx(scene.trace.preactivations[0][0, 3])
    for picture, numbers in zip(scene.pictures, (x, weights, x * weights), strict=True):
        paper, *fills = [np.array(scene.figure.get_facecolor())[:3], *picture.squares.get_facecolor()[:, :3]]
        ink = [np.abs(fill - paper).max() for fill in fills]
        assert np.argmax(ink) == np.argmax(np.abs(numbers))
        bluer = np.array([blue - red for red, _, blue in fills])
        assert (bluer[numbers > 0] > 0).all() and (bluer[numbers < 0] < 0).all()
        assert (numbers[picture.negative] < 0).all() and (numbers[~picture.negative] > -0.05).all()
    scene.update(scene.poster)
    shown = [value(number.get_text()) for _, number, *_ in scene.sums]
    assert shown == pytest.approx([(x * weights).sum(), bias, (x * weights).sum() + bias], abs=0.0005)
    assert shown[0] + shown[1] == pytest.approx(shown[2], abs=1e-9), "by eye"
    assert value(scene.inside.get_text()) == max(shown[2], 0)
    assert scene.inside in seen(scene)
    for written in shown:
        assert f"{written:.3f}" in scene.description


def test_the_sum_in_the_film_grows_as_products_arrive_and_none_stays_on_the_way(scenes):
    scene = scenes("predict")
    start, end = scene.timeline.spans["sum"]
    left = []
    for frame in range(start + 1, end + 1):
        scene.update(frame)
        boxes = [path.get_extents() for path in scene.flying.squares.get_paths()]
        there = np.array([box.width == 0 for box in boxes])
        left.append((~there).sum())
        assert value(scene.sums[0][1].get_text()) == pytest.approx(scene.products[there].sum(), abs=0.0005)
    assert left[0] == 64 and left[-1] == 0 and left == sorted(left, reverse=True)


def test_one_neuron_then_sixteen_then_three_digits_that_training_has_not_seen(scenes):
    scene = scenes("predict")
    train = set(map(bytes, digit_network.split(*digit_network.digits())[0][0]))
    assert not train & set(map(bytes, scene.trace.activations[0]))
    assert scene.network.accuracy(*digit_network.test_digits()) > 0.95
    paper = np.array(scene.figure.get_facecolor())[:3]

    def filled():
        return (scene.drawing.neurons[1].get_facecolor()[:, :3] != paper).any(axis=1)

    scene.update(scene.timeline.end("zoom"))
    assert filled().nonzero()[0].tolist() == [3]
    scene.update(scene.timeline.end("sixteen"))
    assert (filled() == (scene.trace.activations[1][0] > 0)).all()
    rows = scene.drawing.centers[-1][:, 1]
    for digit, step in zip((3, 4, 7), ("output", "digit 1", "digit 2"), strict=True):
        output = scene.network.forward(digit_network.first(digit)).activations[-1][0]
        assert output.argmax() == digit, "each is read right, as the description says"
        scene.update(scene.timeline.end(step) - 2)
        assert not scene.winner.get_visible()
        scene.update(scene.timeline.end(step))
        assert scene.words.get_text() == f"The network reads a {output.argmax()}"
        assert scene.winner.get_visible()
        assert scene.winner.get_y() < rows[digit] < scene.winner.get_y() + 36
        lengths = [bar.get_width() for bar in scene.bars.bars]
        assert lengths == pytest.approx(scene.bars.width * output)
        assert [value(words.get_text()) for words in scene.bars.words] == pytest.approx(output, abs=0.0005)
    assert "a 4 and a 7, and are read as 4 and 7." in scene.description


def test_the_cost_in_the_film_is_ten_times_the_mean_squared_error(scenes):
    scene = scenes("trash")
    network = Network(digit_network.SIZES, output="softmax", hidden="relu", loss="mse", seed=17)
    X = digit_network.first(3)
    cost = 10 * network.loss(X, np.eye(10)[3:4])  # the loss is the mean of the ten squares
    scene.update(scene.poster)
    shown = [value(words.get_text()) for words in scene.costs]
    assert sum(shown) == pytest.approx(value(scene.sum.get_text()), abs=1e-9)
    assert scene.total.get_text() == "cost" and scene.sum.get_text() == f"{cost:.3f}"


def test_the_untrained_network_is_where_the_trained_one_started(scenes):
    trained, untrained = scenes("predict").network, scenes("trash").network
    assert trained.sizes == untrained.sizes
    assert scenes("trash").trace.activations[0] == pytest.approx(scenes("predict").trace.activations[0][:1])
    assert 0.05 < untrained.accuracy(*digit_network.test_digits()) < 0.15  # guessing gives 0.1


def test_the_pulls_in_the_film_are_the_digits_own_gradients(scenes):
    scene = scenes("bp")
    for i in range(3):
        alone = scene.network.forward(scene.X[[i]])
        gradient = scene.network.backward(alone, scene.labels[[i]]).flat
        assert scene.wishes[i] == pytest.approx(-gradient)
        scene.update(scene.timeline.end(f"pull {i}"))
        assert f"{np.linalg.norm(gradient):.3g}" in scene.voice.get_text()
        read = scene.network.predict(scene.X[[i]]).argmax()
        assert scene.words.get_text().startswith(f"A {scene.labels[i]}, read as a")
        assert scene.words.get_text().endswith(str(read))


def test_the_average_in_the_film_adds_up_as_shown(scenes):
    scene = scenes("average")
    scene.update(scene.poster)
    shown = [[value(text.get_text().replace("+", "")) for text in cells[1::2]] for cells in scene.cells]
    foot = [value(cell[1].get_text().replace("+", "")) for cell in scene.foot]
    assert np.mean(shown, axis=0) == pytest.approx(foot, abs=0.0101)  # each is rounded to two digits
    assert scene.wishes.mean(axis=0) == pytest.approx(scene.average)


def test_the_epochs_in_the_film_are_those_of_chapter_4(scenes):
    scene = scenes("epoch")
    trained = scenes("predict").network
    assert scene.networks[-1].parameters == pytest.approx(trained.parameters, abs=1e-12)
    scene.update(scene.timeline.end("epoch 2"))
    right = scene.networks[2].accuracy(*scene.test)
    assert scene.words.get_text() == f"After 2 epochs: {100 * right:.0f} % read right"
    assert scene.dots[0].get_ydata()[0] == pytest.approx(scene.networks[2].loss(*scene.train))
