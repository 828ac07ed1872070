"""Cells of another notebook, run in its own kernel: ``{embed} NN-slug-solutions.ipynb#label``.

The notebook runs whole, once a build, as it stands.  Its cells look like those of the chapter; they show what
they print, their texts and their pictures.
"""
import hashlib
from base64 import b64decode
from pathlib import Path

import nbformat
import notebooks
from docutils import nodes
from execution import options_of
from nbclient.exceptions import CellExecutionError
from sphinx.util.osutil import relpath


def cell_of(env, file, label):
    """The cell of that label as myst-nb would have made it; a `NotebookError` says what is wrong."""
    path = Path(env.doc2path(env.docname)).with_name(file)
    found = [cell for cell in notebooks.code_cells(path) if cell["label"] == label]
    if len(found) != 1:
        many = f"{len(found)} cells" if found else "no cell"
        raise notebooks.NotebookError(f"{many} of {file} opens with '#| label: {label}'")
    env.note_dependency(str(path))
    outputs = _run(env, path).cells[found[0]["number"] - 1].outputs
    source = nodes.container("", _literal(found[0]["source"].rstrip(), "ipython3"),
                             nb_element="cell_code_source", classes=["cell_input"])
    shown = nodes.container("", *(_output(env, output) for output in outputs),
                            nb_element="cell_code_output", classes=["cell_output"])
    return nodes.container("", source, *([shown] if outputs else []), nb_element="cell_code",
                           classes=["cell"], cell_metadata={}, exec_count=None), found[0]["tags"]


def _run(env, path):
    try:
        notebook = nbformat.read(path, as_version=4)
        return env.app.execution.run(notebook, **options_of(path, env.mystnb_config))
    except CellExecutionError as error:
        raise notebooks.NotebookError(f"{path.name} failed: {error}") from None


def _literal(text, language, *classes):
    return nodes.literal_block(text, text, language=language, classes=list(classes))


def _output(env, output):
    if output.output_type == "stream":
        return _literal(output.text, "myst-ansi", "output", "stream")
    if "image/png" not in output.data:
        return _literal(output.data["text/plain"], "myst-ansi", "output", "text_plain")
    content = b64decode(output.data["image/png"])
    folder = Path(env.app.outdir).parent / "jupyter_execute"  # where myst-nb puts its own
    folder.mkdir(parents=True, exist_ok=True)
    picture = folder / f"{hashlib.sha256(content).hexdigest()}.png"
    picture.write_bytes(content)
    image = nodes.image(uri="/" + Path(relpath(picture, env.srcdir)).as_posix())
    return nodes.container("", nodes.container("", image, mime_type="image/png"), nb_element="mime_bundle")
