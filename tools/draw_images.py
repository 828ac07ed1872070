"""Draw the films of the book and their posters: what `make images` runs.

    python tools/draw_images.py             draw what is out of date
    python tools/draw_images.py predict     draw these, out of date or not
    python tools/draw_images.py --check     draw nothing, say what is out of date

A film is one scene of `nnbasics.figures.animations`.  ``images/nn/manifest.json`` keeps, for each, its
description, its size, the hash of the sources it was drawn from and those of its two files, so that
neither a change of the code nor one of the image goes unnoticed.
"""
import argparse
import ast
import hashlib
import importlib
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "nnbasics"
SCENES = PACKAGE / "figures" / "animations"
IMAGES = ROOT / "images" / "nn"
MANIFEST = IMAGES / "manifest.json"
FILE_NAME = re.compile(r"[\w-]+\.(json|csv|npz)")
FILM_LIMIT, POSTER_LIMIT = 300_000, 80_000  # bytes


def names():
    """The names of all scenes, as in the document."""
    return sorted(path.stem for path in SCENES.glob("*.py") if path.stem != "__init__")


def sources(path):
    """The files that a module of the package is made of: itself, what it imports, the data they name."""
    found, waiting = set(), [path]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        if path.suffix != ".py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                waiting += _modules(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                # `from package import module` and `from module import name` look the same.
                origin = ".".join([*path.relative_to(PACKAGE.parent).parts[:-node.level]] * bool(node.level)
                                  + [node.module] * bool(node.module))
                inner = list(_modules(f"{origin}.{alias.name}" for alias in node.names))
                waiting += inner or _modules([origin])
            elif isinstance(node, ast.Constant) and FILE_NAME.fullmatch(str(node.value)):
                beside = path.with_name(node.value), PACKAGE / "data" / node.value
                waiting += [file for file in beside if file.is_file()]
    return sorted(found)


def source_hash(name):
    """The hash of what a film is drawn from; words that only people read do not change it."""
    digest = hashlib.sha256()
    for path in sources(SCENES / f"{name}.py"):
        content = path.read_bytes()
        if path.suffix == ".py":
            content = repr(_skeleton(ast.parse(content))).encode()
        elif path.suffix != ".npz":
            content = b"\n".join(content.splitlines())
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def out_of_date():
    """For each film that must be drawn again, why."""
    manifest, reasons = _manifest(), {}
    for name in names():
        entry = manifest.get(name, {})
        if entry.get("hash") != source_hash(name):
            reasons[name] = "its code has changed" if entry else "it has not been drawn yet"
        for suffix in (".mp4", ".png"):
            if entry and entry[suffix[1:]] != _file_hash(IMAGES / (name + suffix)):
                reasons[name] = f"{name}{suffix} is not the file that was drawn"
    return reasons


def draw(name):
    """Draw a film and its poster and enter them in the manifest."""
    import matplotlib
    matplotlib.use("agg")
    from nnbasics.figures.style import DPI, theme

    with theme("light"):
        scene = importlib.import_module(f"nnbasics.figures.animations.{name}").Scene()
        film, poster = IMAGES / f"{name}.mp4", IMAGES / f"{name}.png"
        width, height = map(round, scene.figure.get_size_inches() * scene.figure.dpi)
        _encode(scene, film, scene.scale * DPI)
        _save_poster(scene, poster)
    for file, limit in ((film, FILM_LIMIT), (poster, POSTER_LIMIT)):
        if file.stat().st_size > limit:
            raise SystemExit(f"{file.name} has {file.stat().st_size} bytes, at most {limit} are wanted")
    manifest = _manifest()
    manifest[name] = {
        "hash": source_hash(name), "mp4": _file_hash(film), "png": _file_hash(poster),
        "title": scene.title, "description": scene.description, "width": width, "height": height,
        "seconds": round(scene.timeline.frames / scene.timeline.fps, 2),
    }
    kept = {name: manifest[name] for name in names() if name in manifest}
    MANIFEST.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _encode(scene, path, dpi):
    import imageio_ffmpeg

    scene.figure.set_dpi(dpi)
    size = scene.figure.canvas.get_width_height()
    writer = imageio_ffmpeg.write_frames(
        str(path), size, pix_fmt_in="rgba", fps=scene.timeline.fps, codec="libx264", quality=None,
        macro_block_size=2, output_params=[
            "-crf", "25", "-preset", "veryslow", "-tune", "animation", "-movflags", "+faststart",
            "-g", "300",  # a new full picture every ten seconds, not every eight: they are what costs
            # Say which colors these are, or players guess and the blue of the film is not the page's.
            "-vf", "scale=out_color_matrix=bt709:out_range=tv,"
            "setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709"])
    writer.send(None)
    state = picture = None
    for frame in range(scene.timeline.frames):
        if scene.timeline.state(frame) != state:  # a pause is drawn once
            state = scene.timeline.state(frame)
            picture = _picture(scene, frame)
        writer.send(picture)
    writer.close()


def _save_poster(scene, path):
    from nnbasics.figures.style import DPI
    from PIL import Image

    for scale in (2, 1.5, 1.25, 1):  # as sharp as the limit allows
        scene.figure.set_dpi(scale * DPI)
        picture = Image.fromarray(_picture(scene, scene.poster)).convert("RGB")
        picture.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size <= POSTER_LIMIT:
            break


def _picture(scene, frame):
    import numpy as np

    scene.update(frame)
    scene.figure.canvas.draw()
    return np.ascontiguousarray(scene.figure.canvas.buffer_rgba())


def _modules(dotted):
    for name in dotted:
        path = ROOT / "src" / Path(*name.split("."))
        for file in (path.with_suffix(".py"), path / "__init__.py"):
            if file.is_file():
                yield file


def _skeleton(node):
    # The code without comments, docstrings and layout, the same in every version of Python.
    if isinstance(node, list):
        return [_skeleton(item) for item in node if not _is_docstring(item)]
    if isinstance(node, ast.AST):
        fields = [(name, _skeleton(value)) for name, value in ast.iter_fields(node) if value not in (None, [])]
        return type(node).__name__, fields
    return node


def _is_docstring(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _manifest():
    return json.loads(MANIFEST.read_text(encoding="utf-8")) if MANIFEST.exists() else {}


def _file_hash(path):
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Draw the films of the book and their posters.")
    parser.add_argument("names", nargs="*", metavar="name", help="films to draw, out of date or not")
    parser.add_argument("--check", action="store_true", help="only say what is out of date")
    options = parser.parse_args()
    unknown = sorted(set(options.names) - set(names()))
    if unknown:
        parser.error(f"no scene is called {', '.join(unknown)}; there are {', '.join(names())}")
    stale = out_of_date()
    if options.check:
        sys.exit("\n".join(f"{name}: {why}; draw it with `make images`" for name, why in stale.items()) or 0)
    for name in options.names or stale:
        print(f"{name}: {stale.get(name, 'as asked')}, drawing")
        draw(name)
