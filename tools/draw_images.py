"""Draw the films of the book and their posters: what `make images` runs.

    python tools/draw_images.py             draw what is out of date
    python tools/draw_images.py predict     draw these, out of date or not
    python tools/draw_images.py --check     draw nothing, say what is out of date

A film is one scene of `nnbasics.figures.animations`, drawn light, ``predict.mp4``, and dark,
``predict-dark.mp4``, each with a poster.  ``images/nn/manifest.json`` keeps, for each scene, its
description, its size, the hash of the sources it was drawn from and those of its files, so that
neither a change of the code nor one of an image goes unnoticed.
"""

import argparse
import hashlib
import importlib
import json
import sys
from pathlib import Path

import imageio_ffmpeg
import matplotlib
import matplotlib.pyplot as plt
import numpy as np
from imports import PACKAGE, source_hash
from PIL import Image

from nnbasics.figures.style import DPI, theme

SCENES = PACKAGE / "figures" / "animations"
IMAGES = Path(__file__).parents[1] / "images" / "nn"
MANIFEST = IMAGES / "manifest.json"
LIMITS = {".mp4": 300_000, ".png": 90_000}  # bytes
POSTER = 60_000  # bytes: heavier, it has fewer dots, or with what else is seen at first a page gets heavy
THEMES = {"light": "", "dark": "-dark"}  # what each adds to the name of the files
QUALITIES = (25, 27, 29, 31)  # of x264, the best first: as sharp as the limit allows
ENCODING = [
    "-preset",
    "slower",
    "-tune",
    "animation",
    "-movflags",
    "+faststart",
    "-g",
    "300",  # a full picture every ten seconds: these are what costs
    # Say which colors these are, or players guess, and the film's blue is not the page's.
    "-vf",
    "scale=out_color_matrix=bt709:out_range=tv,"
    "setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709",
]


def names():
    """The names of all scenes, as in the document."""
    return sorted(path.stem for path in SCENES.glob("*.py") if path.stem != "__init__")


def out_of_date():
    """For each film that must be drawn again, why."""
    manifest, reasons = _manifest(), {}
    for name in names():
        entry = manifest.get(name, {})
        if entry.get("hash") != source_hash(SCENES / f"{name}.py"):
            reasons[name] = "its code has changed" if entry else "it has not been drawn yet"
        for file in files(name):
            if entry and entry.get("files", {}).get(file.name) != _file_hash(file):
                reasons[name] = f"{file.name} is not the file that was drawn"
    return reasons


def files(name):
    """The films and posters of a scene."""
    return [IMAGES / f"{name}{added}{suffix}" for added in THEMES.values() for suffix in LIMITS]


def draw(name):
    """Draw a film and its poster, light and dark, and enter them in the manifest."""
    path = SCENES / f"{name}.py"
    drawn_from = source_hash(path)
    for kind, added in THEMES.items():
        with theme(kind):
            scene = importlib.import_module(f"nnbasics.figures.animations.{name}").Scene()
            width, height = map(round, scene.figure.get_size_inches() * DPI)
            _save_film(scene, IMAGES / f"{name}{added}.mp4")
            _save_poster(scene, IMAGES / f"{name}{added}.png")
            plt.close(scene.figure)
    for file in files(name):
        size, limit = file.stat().st_size, LIMITS[file.suffix]
        if size > limit:
            raise SystemExit(f"{file.name} has {size} bytes, at most {limit} are wanted")
    manifest = _manifest()
    manifest[name] = {
        "hash": drawn_from,
        "files": {file.name: _file_hash(file) for file in files(name)},
        "title": scene.title,
        "description": scene.description,
        "width": width,
        "height": height,
        "seconds": round(scene.timeline.frames / scene.timeline.fps, 2),
    }
    kept = {name: manifest[name] for name in names() if name in manifest}
    text = json.dumps(kept, indent=1, ensure_ascii=False) + "\n"
    MANIFEST.write_text(text, encoding="utf-8", newline="\n")


def _save_film(scene, path):
    for quality in QUALITIES:
        _encode(scene, path, quality)
        if path.stat().st_size <= LIMITS[".mp4"]:
            break


def _encode(scene, path, quality):
    scene.figure.set_dpi(scene.scale * DPI)
    # Frames go to ffmpeg directly: Matplotlib's writer would draw each pause again and again.
    writer = imageio_ffmpeg.write_frames(
        str(path),
        scene.figure.canvas.get_width_height(),
        pix_fmt_in="rgba",
        fps=scene.timeline.fps,
        codec="libx264",
        quality=None,
        macro_block_size=2,
        output_params=["-crf", str(quality), *ENCODING],
    )
    writer.send(None)
    state = picture = None
    for frame in range(scene.timeline.frames):
        if scene.timeline.state(frame) != state:
            state = scene.timeline.state(frame)
            picture = _picture(scene, frame)
        writer.send(picture)
    writer.close()


def _save_poster(scene, path):
    for scale in (2, 1.5, 1.25, 1):  # as sharp as its weight allows
        scene.figure.set_dpi(scale * DPI)
        picture = Image.fromarray(_picture(scene, scene.poster)).convert("RGB")
        picture.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size <= POSTER:
            break


def _picture(scene, frame):
    scene.update(frame)
    scene.figure.canvas.draw()
    return np.ascontiguousarray(scene.figure.canvas.buffer_rgba())


def _manifest():
    return json.loads(MANIFEST.read_text(encoding="utf-8")) if MANIFEST.exists() else {}


def _file_hash(path):
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None


def main():
    parser = argparse.ArgumentParser(description="Draw the films of the book and their posters.")
    parser.add_argument("names", nargs="*", metavar="name", help="draw these, out of date or not")
    parser.add_argument("--check", action="store_true", help="only say what is out of date")
    options = parser.parse_args()
    unknown = sorted(set(options.names) - set(names()))
    if unknown:
        parser.error(f"no scene is called {', '.join(unknown)}; there are {', '.join(names())}")
    stale = out_of_date()
    if options.check:
        lines = [f"{name}: {why}; `make images` draws it" for name, why in stale.items()]
        sys.exit("\n".join(lines) or 0)
    matplotlib.use("agg")
    for name in options.names or stale:
        print(f"{name}: {stale.get(name, 'as asked')}, drawing", flush=True)
        draw(name)


if __name__ == "__main__":
    main()
