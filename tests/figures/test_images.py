"""The films in the repository are those that the code draws, and can be played."""

import json
import re
import shutil
import subprocess

import draw_images
import imageio_ffmpeg
import imports
import pytest
from draw_images import IMAGES, LIMITS, MANIFEST
from PIL import Image, ImageStat

DRAWN = json.loads(MANIFEST.read_text(encoding="utf-8"))
SCENE = "artificial_neuron"


def test_every_film_is_current():
    stale = [f"{name}: {why}" for name, why in draw_images.out_of_date().items()]
    assert not stale, "\n".join(["Draw these with `make images`:", *stale])


def test_the_manifest_lists_the_scenes_and_no_image_is_left_over():
    assert list(DRAWN) == draw_images.names()
    wanted = {file.name for name in DRAWN for file in draw_images.files(name)}
    assert {path.name for path in IMAGES.iterdir()} - {"manifest.json"} == wanted


@pytest.mark.parametrize("name", DRAWN)
def test_files_are_small(name):
    assert LIMITS == {".mp4": 300_000, ".png": 90_000}
    for file in draw_images.files(name):
        assert file.stat().st_size <= LIMITS[file.suffix], file.name


@pytest.mark.parametrize("theme", ["", "-dark"])
@pytest.mark.parametrize("name", DRAWN)
def test_films_play_everywhere(name, theme):
    path = IMAGES / f"{name}{theme}.mp4"
    info = subprocess.run(
        [imageio_ffmpeg.get_ffmpeg_exe(), "-i", path], stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ).stderr
    stream = next(line for line in info.splitlines() if "Video:" in line)
    assert "h264" in stream and "yuv420p(tv, bt709" in stream
    width, height = map(int, re.search(r"(\d{3,4})x(\d{3,4})", stream).groups())
    assert width % 2 == height % 2 == 0
    entry = DRAWN[name]
    assert width / height == pytest.approx(entry["width"] / entry["height"], abs=0.01)
    frames, seconds = imageio_ffmpeg.count_frames_and_secs(str(path))
    assert seconds == pytest.approx(entry["seconds"], abs=0.05) and frames == round(30 * seconds)
    # The index stands before the pictures, so that a film starts before it has all arrived.
    content = path.read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")


@pytest.mark.parametrize("name", DRAWN)
def test_posters_have_the_shape_of_their_film_and_the_light_of_their_page(name):
    entry = DRAWN[name]
    for theme, is_light in (("", True), ("-dark", False)):
        with Image.open(IMAGES / f"{name}{theme}.png") as poster:
            assert poster.width / poster.height == pytest.approx(entry["width"] / entry["height"], abs=0.01)
            lightness = ImageStat.Stat(poster.convert("L")).median[0]
            assert (lightness > 200) is is_light and (lightness < 60) is not is_light


def test_a_film_drawn_by_hand_is_noticed(tmp_path, monkeypatch):
    shutil.copytree(IMAGES, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(draw_images, "IMAGES", tmp_path)
    (tmp_path / f"{SCENE}.png").write_bytes(b"retouched")
    (tmp_path / "trash.mp4").unlink()
    stale = draw_images.out_of_date()
    assert stale[SCENE] == f"{SCENE}.png is not the file that was drawn"
    assert stale["trash"] == "trash.mp4 is not the file that was drawn"


def test_check_says_what_to_do(monkeypatch):
    monkeypatch.setattr("sys.argv", ["draw_images.py", "--check"])
    for stale, expected in (
        ({}, 0),
        ({SCENE: "its code has changed"}, f"{SCENE}: its code has changed; `make images` draws it"),
    ):
        monkeypatch.setattr(draw_images, "out_of_date", lambda: stale)
        with pytest.raises(SystemExit) as end:
            draw_images.main()
        assert end.value.code == expected


def test_a_name_that_no_scene_has(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["draw_images.py", "cat"])
    with pytest.raises(SystemExit):
        draw_images.main()
    assert "no scene is called cat; there are 1_KNZZYteeBqkJViS1_LT1CQ," in capsys.readouterr().err


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A copy of the package, to be changed."""
    copy = tmp_path / "src" / "nnbasics"
    shutil.copytree(imports.PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(imports, "PACKAGE", copy)
    return copy


def scene_hash(package, name=SCENE):
    return imports.source_hash(package / "figures" / "animations" / f"{name}.py")


def replace(path, old, new):
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new))


def test_sources_are_what_the_scene_uses(package):
    scene = package / "figures" / "animations" / f"{SCENE}.py"
    found = {path.relative_to(package).as_posix() for path in imports.sources(scene)}
    assert {
        "network.py",
        "activations.py",
        "look.json",
        "data/iris.csv",
        "figures/style.py",
        f"figures/animations/{SCENE}.py",
    } <= found
    assert not {"figures/plane.py", "training.py", "figures/animations/trash.py"} & found


@pytest.mark.parametrize("change", ["line endings", "a comment", "a docstring", "layout"])
def test_what_changes_no_picture_does_not_change_the_hash(package, change):
    before = scene_hash(package)
    style = package / "figures" / "style.py"
    if change == "line endings":
        for path in (style, package / "look.json", package / "data" / "iris.csv"):
            replace(path, b"\n", b"\r\n")
    elif change == "a comment":
        replace(style, b"DPI = 100", b"# As in print.\nDPI = 100")
    elif change == "a docstring":
        replace(style, b'"""The look of every', b'"""The very look of every')
    else:
        replace(style, b"DPI = 100", b"DPI   =   (100)\n\n")
    assert scene_hash(package) == before


@pytest.mark.parametrize(
    "file, old, new",
    [
        ("figures/style.py", b"DPI = 100", b"DPI = 101"),
        ("look.json", b"#1f6fb4", b"#1f6fb5"),
        ("data/iris.csv", b"4.7", b"4.8"),
        ("activations.py", b"np.exp(-z)", b"np.exp(z)"),
        (f"figures/animations/{SCENE}.py", b"FLOWER, MIDDLING = 78", b"FLOWER, MIDDLING = 79"),
    ],
)
def test_what_changes_a_picture_changes_the_hash(package, file, old, new):
    before = scene_hash(package)
    replace(package / file, old, new)
    assert scene_hash(package) != before


def test_relative_imports_are_followed(package):
    scene = package / "figures" / "animations" / "another.py"
    scene.write_text("from ..plane import plane\nfrom . import trash\nfrom ...look import TOKENS\n")
    found = {path.name for path in imports.sources(scene)}
    assert {"plane.py", "trash.py", "digit_network.py", "look.py", "look.json"} <= found
