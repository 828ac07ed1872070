"""What a page weighs, when its first slider works, and how long a slider takes to the next paint.

    make book && python benchmarks/bench_page.py [page …]

Opens built pages in headless Chromium, which paints on the processor.  Weights are gzipped as a file server
may send them.  Films are not among them: a film is fetched when it is played.
"""
import functools
import gzip
import statistics
import sys
import threading
from collections import Counter
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
from find_browser import find  # noqa: E402

HTML = Path(__file__).parents[1] / "_build" / "html"
PAGES = sorted(path.stem for path in (HTML / "book").glob("[0-9]*.html"))
# The event says that a widget is in the page and drawn; a slider's has a handle.
FIRST = """addEventListener("nn:widget-rendered", ({ target }) => {
    if (target.querySelector?.(".noUi-handle")) window.firstSlider ??= performance.now();
}, true);"""
# From the key to the moment after the next paint, 60 times.
KEYS = """async () => {
    const slider = document.querySelector(".nn-explorer .noUi-handle");
    slider.scrollIntoView({ block: "center", behavior: "instant" });
    const times = [];
    for (let i = 0; i < 60; i += 1) {
        await new Promise((done) => setTimeout(done, 60));
        await new Promise(requestAnimationFrame);
        const start = performance.now();
        slider.dispatchEvent(new KeyboardEvent("keydown", { key: i % 8 < 4 ? "ArrowLeft" : "ArrowRight", bubbles: true }));
        await new Promise((done) => requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = done;
            channel.port2.postMessage(0);
        }));
        times.push(performance.now() - start);
    }
    return times;
}"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


def kind_of(response):
    kind = response.request.resource_type
    return "MathJax" if "mathjax" in response.url.lower() else kind


def measure(browser, address, name):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(FIRST)
    responses = []
    page.on("response", lambda response: responses.append(response))
    page.goto(f"{address}/book/{name}.html")
    page.wait_for_function("window.firstSlider")
    page.wait_for_timeout(2000)
    weights = Counter()
    for response in responses:
        if response.ok:
            weights[kind_of(response)] += len(gzip.compress(response.body()))
    times = sorted(page.evaluate(KEYS))
    weights = {kind: f"{size / 1000:.0f} kB" for kind, size in sorted(weights.items())}
    print(f"{name}: {weights}")
    print(f"  first slider after {page.evaluate('window.firstSlider'):.0f} ms; slider to paint median "
          f"{statistics.median(times):.1f} ms, 95 % {times[int(0.95 * len(times))]:.1f} ms")
    page.close()


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(HTML)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        for name in sys.argv[1:] or PAGES:
            measure(browser, f"http://127.0.0.1:{server.server_port}", name)
        browser.close()
