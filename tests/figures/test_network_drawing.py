"""The drawing of a network says what the network is: its weights, its biases, its activations."""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import to_hex, to_rgb

from nnbasics.figures.network_drawing import NetworkDrawing
from nnbasics.figures.numbers import format_number
from nnbasics.look import TOKENS
from nnbasics.network import Network

PALETTE = TOKENS["colors"]["light"]
BOX = (80, 60, 500, 340)


@pytest.fixture
def network():
    network = Network([2, 3, 1], hidden="tanh", output="sigmoid")
    network.layers[0].weights[:] = [[1, -2, 4], [0.5, 0, -1]]
    network.layers[0].biases[:] = 1, -1, 0
    network.layers[1].weights[:] = [[-4], [2], [1]]
    network.layers[1].biases[:] = 0.25
    return network


def words(texts):
    return [text.get_text() for text in texts]


def test_width_is_proportional_to_the_weight(page, network):
    drawing = NetworkDrawing(page, network, BOX, edge_max=8)
    # 8 pixels for |weight| 4, a hair of half a pixel for 0, and 72 points to 100 pixels.
    expected = np.array([2, 4, 8, 1, 0.5, 2]) * 0.72
    assert drawing.edges[0].get_linewidths() == pytest.approx(expected)


def test_a_layer_of_thin_weights_has_a_measure_of_its_own(page, network):
    network.layers[1].weights[:] = [[-0.4], [0.2], [0.1]]
    drawing = NetworkDrawing(page, network, BOX, edge_max=8)
    assert drawing.edges[1].get_linewidths() == pytest.approx(np.array([8, 4, 2]) * 0.72)
    assert drawing.weight_scales == [4, 0.4]


def test_where_all_weights_are_next_to_nothing_no_edge_is_wide(page, network):
    network.layers[1].weights[:] = [[-0.05], [0.02], [0]]
    drawing = NetworkDrawing(page, network, BOX, edge_max=8)
    assert drawing.edges[1].get_linewidths() == pytest.approx(np.array([4, 1.6, 0.5]) * 0.72)


def test_sign_is_color_and_dashes(page, network):
    drawing = NetworkDrawing(page, network, BOX)
    edges = drawing.edges[0]
    hexes = [to_hex(color) for color in edges.get_colors()]
    assert [hexes[k] for k in (0, 1, 2, 3, 5)] == [
        PALETTE[sign] for sign in ("positive", "negative", "positive", "positive", "negative")
    ]
    dashed = [pattern is not None for _, pattern in edges.get_linestyles()]
    assert dashed == [False, True, False, False, False, True]


def test_edges_join_the_neurons_they_belong_to(page, network):
    drawing = NetworkDrawing(page, network, BOX)
    segments = drawing.edges[0].get_segments()
    for k, (i, j) in enumerate((i, j) for i in range(2) for j in range(3)):
        assert segments[k][0] == pytest.approx(drawing.centers[0][i])
        assert segments[k][1] == pytest.approx(drawing.centers[1][j])


def test_layers_run_left_to_right_over_edges(page, network):
    drawing = NetworkDrawing(page, network, BOX)
    assert [layer[0][0] for layer in drawing.centers] == [80, 290, 500]
    assert drawing.neurons[0].zorder > drawing.edges[0].zorder
    assert drawing.centers[1][0][1] > drawing.centers[1][2][1]  # the first neuron is on top


def test_neurons_have_room(page):
    drawing = NetworkDrawing(page, Network([64, 16, 16, 10], output="softmax"), BOX, grid=(8, 8))
    for centers, radius in zip(drawing.centers, drawing.radii, strict=True):
        nearest = min(np.linalg.norm(a - b) for a, b in combinations(centers, 2))
        assert nearest >= 2 * radius * 0.999


def test_an_image_is_read_row_by_row_from_the_top(page):
    network = Network([6, 2], output="linear")
    drawing = NetworkDrawing(page, network, BOX, grid=(2, 3), cell=10)
    left, middle = BOX[0], 200
    assert drawing.centers[0].tolist() == [[left + dx, middle + dy] for dy in (5, -5) for dx in (-10, 0, 10)]


def test_a_grid_that_does_not_hold_the_inputs(page):
    with pytest.raises(ValueError, match="must hold the 6 inputs, got 2 × 4"):
        NetworkDrawing(page, Network([6, 2]), BOX, grid=(2, 4))


def test_beads_are_full_or_hollow_and_grow_with_the_bias(page, network):
    drawing = NetworkDrawing(page, network, BOX)
    positive, negative, none = drawing.beads[0]
    quarter = drawing.beads[1][0]
    assert to_hex(positive.get_facecolor()) == PALETTE["positive"]
    assert to_hex(negative.get_facecolor()) == PALETTE["paper"]
    assert to_hex(negative.get_edgecolor()) == PALETTE["negative"]
    assert positive.radius == negative.radius > 0 and none.radius == 0
    assert quarter.radius == pytest.approx(positive.radius / 2)  # a quarter of the area
    x, y = drawing.centers[1][0]
    assert positive.center == pytest.approx((x, y + drawing.radii[1]))


def test_update_follows_the_network(page, network):
    drawing = NetworkDrawing(page, network, BOX, edge_max=8)
    artists = len(page.get_children())
    network.layers[0].weights[0, 0] = -3
    drawing.update()
    assert drawing.edges[0].get_linewidths()[0] == pytest.approx(6 * 0.72)
    assert to_hex(drawing.edges[0].get_colors()[0]) == PALETTE["negative"]
    assert len(page.get_children()) == artists, "artists are built once"


def test_activations_are_fill_and_number(page, network):
    drawing = NetworkDrawing(page, network, BOX, radius=26)
    drawing.show(network.forward(np.array([[1.0, 2.0], [0.5, -0.5]])), example=1)
    # By hand for x = (0.5, −0.5): z = (1.25, −2, 2.5), a = tanh z.
    hidden = np.tanh([0.5 - 0.25 + 1, -1 - 1, 2 + 0.5])
    assert words(drawing.values[0]) == ["0.50", "−0.50"]
    assert words(drawing.values[1]) == ["0.85", "−0.96", "0.99"]
    output = 1 / (1 + np.exp(-(-4 * hidden[0] + 2 * hidden[1] + hidden[2] + 0.25)))
    assert words(drawing.values[2]) == [f"{output:.2f}"]
    for color, a in zip(drawing.neurons[1].get_facecolors(), hidden, strict=True):
        end = np.array(to_rgb(PALETTE["positive" if a > 0 else "negative"]))
        assert color[:3] == pytest.approx(1 + abs(a) * (end - 1))
    # Inputs are as full as the largest of the batch: 0.5 of 2.
    quarter = 1 + 0.25 * (np.array(to_rgb(PALETTE["positive"])) - 1)
    assert drawing.neurons[0].get_facecolors()[0][:3] == pytest.approx(quarter)


def test_neurons_not_reached_are_empty(page, network):
    drawing = NetworkDrawing(page, network, BOX, radius=26)
    drawing.show(network.forward(np.array([[1.0, 2.0]])), reached=[1, [1, 0, 0.5], 0])
    faces = drawing.neurons[1].get_facecolors()[:, :3]
    assert not np.allclose(faces[0], 1) and np.allclose(faces[1], 1)
    assert [text.get_alpha() for text in drawing.values[1]] == [1, 0, 0.5]
    assert drawing.values[2][0].get_alpha() == 0


def test_pulses_travel_and_are_as_wide_as_what_they_carry(page, network):
    drawing = NetworkDrawing(page, network, BOX)
    trace = network.forward(np.array([[1.0, 2.0]]))
    drawing.pulse(1, trace, 0.5)
    head = drawing.pulses[0].get_segments()[0][1]
    assert head == pytest.approx((drawing.centers[0][0] + drawing.centers[1][0]) / 2)
    widths = np.array(drawing.pulses[0].get_linewidths())
    assert widths / widths.max() == pytest.approx(np.array([1, 2, 4, 1, 0, 2]) / 4)
    for progress in (0, 1):
        drawing.pulse(1, trace, progress)
        assert not np.any(drawing.pulses[0].get_linewidths())


def test_focus_fades_all_other_edges(page, network):
    drawing = NetworkDrawing(page, network, BOX)
    drawing.focus(1, 2)
    assert (drawing.edges[0].get_alpha() == 1).tolist() == [False, False, True] * 2
    assert (drawing.edges[1].get_alpha() < 0.5).all()
    drawing.focus()
    assert all((edges.get_alpha() == 1).all() for edges in drawing.edges)


def test_lit_edges_are_those_that_carry_most(page, network):
    drawing = NetworkDrawing(page, network, BOX)
    drawing.light(network.forward(np.array([[1.0, 0.0]])), reached=[1, 0])
    assert drawing.edges[0].get_alpha() == pytest.approx([0.375, 0.75, 1, 0, 0, 0])
    assert not drawing.edges[1].get_alpha().any()


@pytest.mark.parametrize(
    "sizes, parameters",
    [
        ([1, 1], [(["w"], ["b"])]),
        ([2, 1], [(["w₁", "w₂"], ["b"])]),
        ([1, 2, 1], [(["w₁", "w₂"], ["b₁", "b₂"]), (["v₁", "v₂"], ["c"])]),
        ([2, 2, 1], [(["w₁₁", "w₁₂", "w₂₁", "w₂₂"], ["b₁", "b₂"]), (["v₁", "v₂"], ["c"])]),
    ],
)
@pytest.mark.parametrize("seed", range(3))
def test_words_of_parameters_lie_on_nothing(page, sizes, parameters, seed):
    network = Network(sizes, hidden="tanh", output="sigmoid", seed=seed)
    rng = np.random.default_rng(seed)
    for layer in network.layers:
        layer.weights[:] = rng.normal(0, 5, layer.weights.shape)
        layer.biases[:] = rng.normal(0, 50, layer.biases.shape)
    drawing = NetworkDrawing(page, network, BOX, radius=26, spacing=150, parameters=parameters)
    page.figure.canvas.draw()
    texts = [text for layer in drawing.parameters for text in (*layer.weights, *layer.biases)]
    assert words(drawing.parameters[0].weights)[0] == (
        f"{parameters[0][0][0]} = {format_number(network.layers[0].weights[0, 0])}"
    )
    boxes = [text.get_window_extent() for text in texts]
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other)
    along = np.linspace(0, 1, 200)[:, None]
    for box in boxes:
        for edges in drawing.edges:
            for (start, end), width in zip(edges.get_segments(), edges.get_linewidths(), strict=True):
                path = start + along * (end - start)
                half = width / 0.72 / 2
                assert (
                    not ((path > np.array(box.min) - half) & (path < np.array(box.max) + half))
                    .all(axis=1)
                    .any()
                )


def test_no_activation_is_shown_that_is_not_a_number(page, network):
    drawing = NetworkDrawing(page, network, BOX, radius=26)
    trace = network.forward(np.array([[1.0, 2.0]]))
    trace.activations[1][0, 0] = np.nan
    with pytest.raises(ValueError, match="finite"):
        drawing.show(trace)
