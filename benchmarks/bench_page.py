"""What a page of the book weighs, when its first slider works, how soon it is seen to move.

    make book
    python benchmarks/bench_page.py                     every chapter
    python benchmarks/bench_page.py 03-hidden-layers    these

Times are of this machine and a server on it, and once more as on a phone: a processor four times
slower, 9 Mbit/s, 60 ms there and back.  Every load is a first visit, with nothing in the browser's
cache.  Chromium without a screen paints on the processor: slower than a graphics card.
"""

import argparse
import functools
import gzip
import sys
import threading
from collections import defaultdict
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))
from find_browser import find  # noqa: E402

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
LOADS, PRESSES = 5, 40
PHONE = {"cpu": 4, "latency": 60, "bytes_per_second": 9e6 / 8}
TEXT = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
}
KINDS = {
    "document": "HTML and widget state",
    "stylesheet": "style sheets",
    "font": "fonts",
    "image": "images",
}
# When a slider has its handle, and the numbers that it moves are there.
FIRST_SLIDER = """
const look = () => {
  const there = (part) => document.querySelector(`.nn-explorer ${part}`);
  if (there("[role=slider]") && there("output[data-value]")) window.firstSlider = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
# From the press of a key to the end of the frame that shows its effect.  A message that is posted in
# a frame's callback arrives when that is painted.  `work` leaves out the wait for the next frame.
PRESSED = """
window.presses = [];
let pressed, handled;
addEventListener("keydown", (event) => {
  pressed = performance.now();
  requestAnimationFrame(() => {
    const begun = performance.now(), { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const painted = performance.now();
      presses.push({ seen: painted - event.timeStamp, work: handled - pressed + painted - begun });
    };
    port2.postMessage(0);
  });
}, true);
addEventListener("keydown", () => { handled = performance.now(); });
"""


def weigh(browser, address):
    """Number of files, bytes and gzipped bytes by kind: all that the page loads, and its films."""
    page, answers, weights = open_page(browser), [], defaultdict(lambda: [0, 0, 0])
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    films = page.locator("video").evaluate_all("films => films.map((film) => film.src)")
    # What has another scheme, blob: or data:, came with the page.
    answers = [answer for answer in answers if answer.url.startswith("http")]
    found = [(kind_of(answer), answer.url, answer.body()) for answer in answers]
    found += [("films, when played", film, page.request.get(film).body()) for film in films]
    for kind, url, body in found:
        sent = gzip.compress(body) if Path(url.split("?")[0]).suffix in TEXT else body
        weights[kind] = [sum(pair) for pair in zip(weights[kind], (1, len(body), len(sent)), strict=True)]
    page.context.close()
    return weights


def kind_of(answer):
    if answer.request.resource_type != "script":
        return KINDS.get(answer.request.resource_type, "other")
    names = {"mathjax": "MathJax", "nn-widgets": "widgets"}
    found = [name for part, name in names.items() if part in answer.url]
    return f"script: {found[0] if found else 'theme'}"


def load_times(browser, address, phone):
    """For each load, the milliseconds from its start until the first slider works."""
    for _ in range(LOADS):
        page = open_page(browser, phone)
        page.add_init_script(FIRST_SLIDER)
        page.goto(address)
        page.wait_for_function("window.firstSlider")
        yield page.evaluate("firstSlider")
        page.context.close()


def paint_times(browser, address, phone):
    """For each slider of the page: its name, and what was measured for each press of a key."""
    page = open_page(browser, phone)
    page.add_init_script(PRESSED)
    page.goto(address)
    page.wait_for_selector(".nn-explorer output[data-value]")
    page.wait_for_load_state("networkidle")
    for explorer in page.locator(".nn-explorer").all():
        name = explorer.locator("[data-explorer]").get_attribute("data-explorer")
        for slider in explorer.get_by_role("slider").all():
            if not slider.is_visible():
                continue
            slider.focus()
            page.evaluate("presses.length = 0")
            for i in range(PRESSES):
                page.keyboard.press("ArrowRight" if i % 20 < 10 else "ArrowLeft")
                page.wait_for_function("count => presses.length > count", arg=i)
            yield f"{name}: {slider.get_attribute('aria-label')}", page.evaluate("presses")
    page.context.close()


def open_page(browser, phone=False):
    size = {"width": 360, "height": 740} if phone else {"width": 1280, "height": 800}
    page = browser.new_context(viewport=size).new_page()
    if phone:
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": PHONE["cpu"]})
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": PHONE["latency"],
                "uploadThroughput": PHONE["bytes_per_second"],
                "downloadThroughput": PHONE["bytes_per_second"],
            },
        )
    return page


def report(browser, address):
    print(f"{address}\n\n{'weight':34}{'files':>6}{'kB':>9}{'kB gzipped':>12}")
    weights = weigh(browser, address)
    loaded = [weight for kind, weight in weights.items() if not kind.startswith("films")]
    weights["~ all, without the films"] = [sum(column) for column in zip(*loaded, strict=True)]
    for kind, (files, size, sent) in sorted(weights.items()):
        print(f"{kind.removeprefix('~ '):34}{files:6}{size / 1e3:9.1f}{sent / 1e3:12.1f}")
    for phone, where in [(False, "this machine"), (True, "as on a phone")]:
        times = list(load_times(browser, address, phone))
        print(
            f"\nfirst working slider, {where}: median {median(times):.0f} ms, "
            f"{min(times):.0f} to {max(times):.0f}"
        )
        print(f"{f'key to painted, ms, {where}':42}{'median':>8}{'95 %':>8}{'work':>8}{'95 %':>8}")
        for name, presses in paint_times(browser, address, phone):
            columns = [[press[kind] for press in presses] for kind in ("seen", "work")]
            numbers = [
                number for column in columns for number in (median(column), quantiles(column, n=20)[-1])
            ]
            print(f"{name:42}" + "".join(f"{number:8.1f}" for number in numbers))
    print()


class Host(SimpleHTTPRequestHandler):
    """Serves the book as its hosts on the Web do: text gzipped."""

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if path.suffix not in TEXT or not path.is_file():
            return super().do_GET()
        body = gzipped(path)
        self.send_response(200)
        self.send_header("Content-Type", TEXT[path.suffix])
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@functools.cache
def gzipped(path):
    return gzip.compress(path.read_bytes())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure pages of the built book.")
    parser.add_argument("pages", nargs="*", metavar="page", help="without folder and ending")
    parser.add_argument("--html", type=Path, default=ROOT / "_build/html", help="the built book")
    options = parser.parse_args()
    chapters = sorted(path.stem for path in (options.html / "book").glob("[0-9]*.html"))
    pages = options.pages or chapters
    if not pages or not all((options.html / f"book/{page}.html").exists() for page in pages):
        parser.error(f"{options.html} has the pages {chapters}; run `make book` for others")
    host = functools.partial(Host, directory=str(options.html))
    server = ThreadingHTTPServer(("127.0.0.1", 0), host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        for page in pages:
            report(browser, f"http://127.0.0.1:{server.server_port}/book/{page}.html")
        browser.close()
