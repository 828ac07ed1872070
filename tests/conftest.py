"""What the browser tests share: Chromium, pages that reach no other host, a file server."""

import functools
import os
import subprocess
import sys
import threading
from collections import Counter
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import nbval.kernel
import pytest
from filelock import FileLock
from find_browser import NO_PAGES_OF_ITS_OWN, find
from kernels import sockets
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
# Chromium's own look-ups in the background would be requests to other hosts.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # A page finds no other host.  Stopping it at each request to ask us would take a tenth of its time.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    # These take a third of the time of ours.  Paint holding, and asking another host by https first, are
    # among what Playwright turns off, whose list this replaces.
    f"{NO_PAGES_OF_ITS_OWN},PaintHolding,HttpsUpgrades",
]


def pytest_configure():
    """The kernels of nbval listen on files of their own, too; it has no setting for that."""
    manager = nbval.kernel.KernelManager
    nbval.kernel.KernelManager = lambda **options: manager(config=sockets(), **options)


def pytest_collection_modifyitems(items):
    """The files that take longest come first, so that no worker ends with one while the other waits."""
    first = ("tests/test_wheel.py", "tests/browser/test_explorers.py", "tests/browser/test_pages.py")
    rooms = (*first, "tests/browser/", "tests/book/")
    items.sort(key=lambda item: next((i for i, room in enumerate(rooms) if room in item.nodeid), len(rooms)))


def pytest_terminal_summary(terminalreporter):
    """Where the time goes: the seconds of each file, the slowest first."""
    seconds = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                seconds[report.nodeid.split("::")[0]] += report.duration
    terminalreporter.section("seconds per file")
    for file, spent in seconds.most_common(30):
        terminalreporter.write_line(f"{spent:8.1f}  {file}")


@pytest.fixture(scope="session")
def chromium():
    """A headless Chromium: the one that CHROMIUM names, or the first found on PATH."""
    found = find()
    if not found:
        pytest.fail(
            "No Chromium on PATH: install the package 'chromium', or set CHROMIUM to its path.", pytrace=False
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def offline_context(chromium):
    """Makes browser contexts (options as Playwright's `new_context`) that refuse every other host.

    `context.refused` lists the addresses asked for in vain, `context.errors` the errors of the
    console and those that no one caught.
    """
    contexts = []

    def make(**options):
        context = chromium.new_context(**options)
        contexts.append(context)
        context.refused, context.errors = [], []

        def note(request):
            if not _here(request.url):
                context.refused.append(request.url)

        def hear(message):
            if message.type == "error":
                context.errors.append(message.text)

        context.on("request", note)
        context.on("console", hear)
        context.on("weberror", lambda error: context.errors.append(str(error.error)))
        return context

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(offline_context):
    """An empty page, 1280 × 800, in an offline context: see `page.context.errors`, `.refused`."""
    return offline_context(viewport={"width": 1280, "height": 800}).new_page()


@pytest.fixture(scope="session")
def serve():
    """`serve(folder)` serves the folder on this machine; returns its address, without a slash."""
    servers = []

    def start(folder):
        handler = functools.partial(_Quiet, directory=str(folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def built_book(tmp_path_factory, worker_id):
    """The folder of the book's HTML, built strictly and from nothing, once for all workers.

    ``BUILT_BOOK=_build/html`` takes a book that is there instead: for work on one test, not for judging.
    """
    if there := os.environ.get("BUILT_BOOK"):
        return Path(there).resolve()
    base = tmp_path_factory.getbasetemp()
    out = (base if worker_id == "master" else base.parent) / "book"
    with FileLock(f"{out}.lock"):
        log = out / "build.log"
        if not log.exists():
            out.mkdir()
            command = [Path(sys.executable).with_name("jupyter-book"), "build", ROOT]
            options = ["--path-output", out, "-n", "-W", "--keep-going"]
            build = subprocess.run(
                command + options, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
            )
            log.write_text(f"{build.returncode}\n{build.stdout}", encoding="utf-8")
    code, messages = log.read_text(encoding="utf-8").split("\n", 1)
    if code != "0":
        pytest.fail(f"The book does not build:\n{messages}", pytrace=False)
    return out / "_build" / "html"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


def _here(url):
    parts = urlsplit(url)
    local = parts.hostname in ("127.0.0.1", "localhost")
    return local or parts.scheme not in ("http", "https", "ws", "wss")
