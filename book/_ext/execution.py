"""The cells of a page, run: two pages at a time, and only where an earlier build does not know their outputs.

Outputs are kept in ``_build/outputs`` under a key made of what they hang on: the code of the cells, the files
of the package that they import, and theirs (`tools/imports.py`), and the versions that requirements.txt
names.  A word in a chapter thus runs nothing, nor does a change of a script or a style sheet.  Where the
variable ``CI`` is set, as wherever books are tested and published, nothing is kept and everything runs.
"""
import hashlib
import json
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory

import jupyter_cache.executors.utils as runner_of_myst_nb
import nbformat
import scripts
from myst_nb.core.read import create_nb_reader
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError
from sphinx.errors import SphinxError

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tools"))
import imports  # noqa: E402
import kernels  # noqa: E402

AT_ONCE = 2
KEPT = 60  # of the latest outputs
OTHERS = re.compile(r"\{embed\}[ \t]+([^\s#]+\.ipynb)#")  # whole notebooks, see `solutions`
WIDGETS = "application/vnd.jupyter.widget-state+json"
NAME_OF_MODEL = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")
# A kernel talks to this machine alone, and would warn that it does so without encryption.
QUIET = ["--log-level=ERROR"]
# What cells give hangs on no setting of whoever builds: none of Matplotlib's, IPython's or Python's own.
STEADY = {"MATPLOTLIBRC": os.devnull, "PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
UNSET = ("MPLBACKEND", "PYTHONSTARTUP", "PYTHONOPTIMIZE", "PYTHONWARNINGS")


class Execution:
    """Runs notebooks; ``folder`` keeps their outputs, or is None."""

    def __init__(self, folder):
        self.folder = folder
        self.settings = TemporaryDirectory()
        self.environment = {name: value for name, value in os.environ.items() if name not in UNSET}
        self.environment |= STEADY | {"IPYTHONDIR": self.settings.name}
        self.threads = ThreadPoolExecutor(AT_ONCE)
        self.jobs = {}

    def begin(self, notebook, **options):
        """Run a copy of a notebook soon, unless that has begun; where its outcome will be."""
        key = key_of(notebook, options)
        if key not in self.jobs:
            self.jobs[key] = self.threads.submit(self._outcome, deepcopy(notebook), key, options)
        return self.jobs[key]

    def run(self, notebook, **options):
        """Fill a notebook with its outputs, in place, as `nbclient.execute` does, with its errors."""
        ran, error = self.begin(notebook, **options).result()
        fill(notebook, ran)
        if error:
            raise error
        return notebook

    def _outcome(self, notebook, key, options):
        kept = self.folder and self.folder / f"{key}.json"
        if kept and kept.exists():
            kept.touch()
            return nbformat.from_dict(json.loads(kept.read_text(encoding="utf-8"))), None
        try:
            # What is printed comes in pieces, cut anywhere, also in a line, and otherwise in every run.
            # myst-nb's `nb_merge_streams` would put an end of line between them: here they are joined.
            client = NotebookClient(notebook, coalesce_streams=True, extra_arguments=QUIET,
                                    resources={"metadata": {"path": options["cwd"]}},
                                    config=kernels.sockets(),
                                    **{name: value for name, value in options.items() if name != "cwd"})
            client.execute(env=self.environment)
        except (CellExecutionError, CellTimeoutError) as error:
            return notebook, error
        notebook = with_steady_names(notebook)
        for model in notebook.metadata.get("widgets", {}).get(WIDGETS, {}).get("state", {}).values():
            scripts.leave_source_out(model["state"])
        if kept:
            self.folder.mkdir(parents=True, exist_ok=True)
            half = kept.with_suffix(".half")
            half.write_text(json.dumps(notebook), encoding="utf-8")
            half.replace(kept)
        return notebook, None

    def close(self):
        self.threads.shutdown()
        self.settings.cleanup()
        if self.folder and self.folder.exists():
            for old in sorted(self.folder.iterdir(), key=lambda path: path.stat().st_mtime)[:-KEPT]:
                old.unlink()


def with_steady_names(notebook):
    """A notebook that ran, its widgets named by their order: ipywidgets names them at random in each run.

    And at length, which was a tenth of a page.  Before the number stands what tells a page's notebooks apart.
    """
    state = notebook.metadata.get("widgets", {}).get(WIDGETS, {}).get("state", {})
    cells = "".join(cell.source for cell in notebook.cells)
    own = hashlib.sha256(cells.encode()).hexdigest()[:6]
    names = {name: f"{own}-{number}" for number, name in enumerate(state)}
    text = NAME_OF_MODEL.sub(lambda found: names.get(found[0], found[0]), json.dumps(notebook))
    return nbformat.from_dict(json.loads(text))


def key_of(notebook, options):
    """A hash of all that the outputs of a notebook hang on."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    digest = hashlib.sha256(repr([
        sys.version, [(cell.source, sorted(cell.metadata.get("tags", []))) for cell in cells],
        options.get("allow_errors"), options.get("timeout"),
        notebook.metadata.get("kernelspec", {}).get("name"),
    ]).encode())
    for file in [ROOT / "requirements.txt", *imports.sources_of_cells(cell.source for cell in cells)]:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def fill(notebook, ran):
    """Put the outputs of a notebook that ran into another with the same code."""
    notebook.metadata.update(deepcopy(ran.metadata))
    done = (cell for cell in ran.cells if cell.cell_type == "code")
    for cell in notebook.cells:
        if cell.cell_type == "code":
            other = next(done)
            cell.execution_count, cell.outputs = other.execution_count, deepcopy(other.outputs)
            cell.metadata.update(deepcopy(other.metadata))


def begin_page(app, docname, text):
    """On `source-read`, when all cells are in the page: they begin to run; it depends on what they use."""
    env, config = app.env, app.env.mystnb_config
    path = Path(env.doc2path(docname))
    notebooks = [nbformat.read(path.with_name(name), as_version=4)
                 for name in sorted(set(OTHERS.findall(text[0])))
                 if path.with_name(name).exists()]
    if reader := create_nb_reader(str(path), env.myst_config, config, text[0]):
        notebooks.append(reader.read(text[0]))
    for notebook in notebooks:
        cells = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
        for file in imports.sources_of_cells(cells):
            env.note_dependency(str(file))
        if cells:
            app.execution.begin(notebook, **options_of(path, config))


def options_of(path, config):
    """How myst-nb runs the notebook of a page."""
    return {"cwd": str(path.parent), "timeout": config.execution_timeout, "record_timing": False,
            "allow_errors": config.execution_allow_errors}


def begin_pages(app, env, docnames):
    """On `env-before-read-docs`: all pages that will be read begin to run, while the first is read."""
    for docname in docnames:
        env.prepare_settings(docname)
        try:
            app.emit("source-read", docname, [Path(env.doc2path(docname)).read_text(encoding="utf-8")])
        except (SphinxError, ValueError):
            pass  # the reading of the page says it again
        finally:
            env.temp_data.clear()


def start(app):
    """On `builder-inited`."""
    app.execution = Execution(None if os.environ.get("CI") else Path(app.outdir).parent / "outputs")
    runner_of_myst_nb.executenb = app.execution.run


def setup(app):
    app.connect("builder-inited", start)
    app.connect("env-before-read-docs", begin_pages)
    app.connect("source-read", begin_page, priority=950)
    app.connect("build-finished", lambda app, error: app.execution.close())
    return {"parallel_read_safe": True, "parallel_write_safe": True}
