"""A notebook in a real JupyterLab: sliders move the kernel's network, Python moves the sliders."""

import json
import os
import re
import secrets
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import nbformat
import pytest
from playwright.sync_api import expect

NOTEBOOK = Path(__file__).parents[2] / "book" / "01-artificial-neuron.ipynb"
WEIGHTS = "print(explorer.network.layers[0].weights.ravel().tolist())"
# A server that runs code answers to whoever knows this, and to no other page of the browser.
TOKEN = secrets.token_urlsafe(24)
SETTINGS = {
    # Cells out of sight stay in the page; the kernel starts without a question.
    "notebook-extension/tracker": {"windowingMode": "none", "autoStartDefaultKernel": True},
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}


@pytest.fixture
def lab(tmp_path):
    """The address of the notebook, with a cell more, in a JupyterLab with a folder of its own."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell("'ready'"))
    nbformat.write(notebook, tmp_path / "copy.ipynb")
    for name, settings in SETTINGS.items():
        path = tmp_path / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings))
    folders = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
    }
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "jupyterlab",
            "--no-browser",
            "--ip=127.0.0.1",
            "--allow-root",
            f"--IdentityProvider.token={TOKEN}",
            f"--ServerApp.root_dir={tmp_path}",
            "--LabApp.news_url=None",
        ],
        env=os.environ | {name: str(tmp_path / folder) for name, folder in folders.items()},
        stdout=(log := open(tmp_path / "log", "w+b")),
        stderr=subprocess.STDOUT,
    )
    # The server takes a port that is free, and writes down its address.
    written = tmp_path / "runtime" / f"jpserver-{server.pid}.json"
    while not (address := address_in(written)):
        assert server.poll() is None, (tmp_path / "log").read_text()
        time.sleep(0.1)
    yield f"{address}/lab/tree/copy.ipynb?token={TOKEN}"
    server.terminate()
    try:
        server.wait(timeout=60)
    except subprocess.TimeoutExpired:
        server.kill()
    log.close()


def address_in(written):
    """Where a server answers, once it does."""
    try:
        address = json.loads(written.read_text())["url"].rstrip("/")
        return urlopen(f"{address}/api?token={TOKEN}", timeout=5).status == 200 and address
    except (OSError, ValueError):
        return None


class Notebook:
    """The notebook in JupyterLab, all cells run; the last one is there to try things in."""

    def __init__(self, page):
        self.page = page
        self.explorer = page.locator(".nn-explorer").first
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        last = page.locator(".jp-CodeCell").last.locator(".jp-OutputArea-output")
        expect(last).to_have_text("'ready'", timeout=60_000)
        expect(self.explorer.locator("output[data-name='z']")).to_be_visible(timeout=60_000)

    def run(self, source):
        """Run Python in the last cell; what it prints."""
        cell = self.page.locator(".jp-CodeCell").last
        before = cell.locator(".jp-InputPrompt").inner_text()
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(source)
        self.page.keyboard.press("Control+Enter")
        expect(cell.locator(".jp-InputPrompt")).not_to_have_text(before)
        expect(cell.locator(".jp-InputPrompt")).to_have_text(re.compile(r"\[\d+\]:"))
        return "".join(cell.locator(".jp-OutputArea-output").all_inner_texts())

    def weights(self):
        """Those of the kernel's network."""
        return json.loads(self.run(WEIGHTS))

    def slider(self, label):
        named = self.page.get_by_text(label, exact=True)
        return self.explorer.locator(".widget-slider").filter(has=named)


@pytest.fixture
def notebook(lab, chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(lab)
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=60_000)
    yield Notebook(page)
    context.close()


@pytest.mark.slow
def test_sliders_and_kernel_are_at_one(notebook):
    one, (w1, w2) = notebook.slider("weight w₁"), notebook.weights()

    # A hand on the slider moves the kernel's network, to the very number that is shown.
    one.locator(".noUi-handle").focus()
    for _ in range(3):
        notebook.page.keyboard.press("ArrowRight")
    expect(one.locator(".widget-readout")).to_have_text(f"{w1 + 0.3:.2f}")
    assert notebook.weights() == [round(w1 + 0.3, 9), w2]

    # Python moves slider, picture and network: by the trait, by the slider, by a whole network.
    slider = "explorer.children[0].children[0].children[1].value"
    for place, shown, w1 in [("explorer.view.w1", "−3.50", -3.5), (slider, "0.500", 0.5)]:
        notebook.run(f"{place} = {w1}")
        expect(notebook.explorer.get_by_text(f"w₁ = {shown}")).to_be_visible()
        expect(one.locator(".widget-readout")).to_have_text(f"{w1:.2f}".replace("-", "−"))
        assert notebook.weights() == [w1, w2]
    notebook.run("explorer.network = net")
    fitted = json.loads(notebook.run(WEIGHTS.replace("explorer.network", "net")))
    expect(notebook.explorer.get_by_text(f"w₁ = {fitted[0]:.2f}")).to_be_visible()
    assert notebook.weights() == fitted, "a slider rounds what it shows, not the network"
    notebook.run("other = NeuronExplorer(X, Y); other.network = net; other")
    other = notebook.page.locator(".nn-explorer").last
    expect(other.get_by_text(f"w₁ = {fitted[0]:.2f}")).to_be_visible()
    weights = json.loads(notebook.run(WEIGHTS.replace("explorer", "other")))
    assert weights == fitted, "to be shown changes nothing"

    # Training in the page is training of the kernel's network.
    notebook.explorer.get_by_role("button", name="Reset").click()
    notebook.explorer.get_by_role("combobox", name="Speed").select_option("as fast as it goes")
    notebook.explorer.get_by_role("button", name="Fit").click()
    expect(notebook.explorer.get_by_text("flat, no way leads down")).to_be_visible(timeout=30_000)
    trained = notebook.weights()
    assert trained == pytest.approx(fitted, abs=1e-2) and trained != fitted
