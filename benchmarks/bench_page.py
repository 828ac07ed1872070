"""What pages of the book weigh, when they are seen and their first slider works, how soon it is seen to move.

    make book
    python benchmarks/bench_page.py                     every page, one line each
    python benchmarks/bench_page.py 03-hidden-layers    these, and the work of each of their sliders

Bytes are of all that is asked for before anything is scrolled to, text gzipped; "to slider" is what had come
when the first slider worked.  Times are of an emulated phone: a processor four times slower, slow 4G
(1.44 Mbit/s, 150 ms there and back).  Every load is a first visit, with nothing in the browser's cache.
Chromium without a screen paints on the processor: slower than a graphics card.
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
from find_browser import NO_PAGES_OF_ITS_OWN, find  # noqa: E402

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
ARGUMENTS += [NO_PAGES_OF_ITS_OWN]
LOADS, PRESSES = 3, 40
PHONE = {"cpu": 4, "latency": 150, "bytes_per_second": 1.44e6 / 8}
TEXT = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
}
KINDS = {".html": "page", ".js": "scripts", ".css": "styles", ".woff2": "fonts", ".woff": "fonts"}
COLUMNS = ("page", "data", "scripts", "styles", "fonts", "pictures")
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


def visit(browser, address):
    """One first visit on the phone: bytes by kind, bytes until the first slider works, two times in ms."""
    page, came = open_page(browser, phone=True), []
    page.on(
        "requestfinished", lambda request: came.append((request.url, request.timing["responseEnd"], request))
    )
    page.add_init_script(FIRST_SLIDER)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    alive = page.locator(".nn-widget").count() > 0
    if alive:
        page.wait_for_function("window.firstSlider")
    slider = page.evaluate("window.firstSlider") if alive else None
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    begun = came[0][2].timing["startTime"]
    weights, early = defaultdict(float), 0
    for url, end, request in came:
        # What has another scheme, blob: or data:, came with the page.
        if url.startswith("http"):
            sent = request.sizes()["responseBodySize"]
            weights[kind_of(url)] += sent
            early += sent if slider and request.timing["startTime"] + end - begun <= slider else 0
    page.context.close()
    return weights, early, painted, slider


def kind_of(url):
    path = url.split("?")[0]
    own = "/_static/nn/" in path and "/shared." not in path
    return "data" if own else KINDS.get(Path(path).suffix, "pictures")


def paint_times(browser, address, phone):
    """For each slider of the page: its name, and what was measured for each press of a key."""
    page = open_page(browser, phone)
    page.add_init_script(PRESSED)
    page.goto(address)
    page.wait_for_selector(".nn-explorer output[data-value]", state="attached")
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
    page.set_default_timeout(180_000)  # for who measures beside other work
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
    """A line of bytes in kB and of seconds."""
    visits = [visit(browser, address) for _ in range(LOADS)]
    weights = visits[0][0]
    kilobytes = [weights[kind] / 1e3 for kind in COLUMNS] + [sum(weights.values()) / 1e3]
    _, early, painted, sliders = zip(*visits, strict=True)
    row = "".join(f"{number:9.0f}" for number in kilobytes)
    row += f"{median(early) / 1e3:11.0f}" if sliders[0] else f"{'':11}"
    row += f"{median(painted) / 1e3:9.1f}"
    print(
        f"{Path(address).stem:26}{row}" + (f"{median(sliders) / 1e3:9.1f}" if sliders[0] else ""), flush=True
    )


def report_sliders(browser, address):
    for phone, where in [(False, "this machine"), (True, "as on a phone")]:
        print(f"\n{f'key to painted, ms, {where}':42}{'median':>8}{'95 %':>8}{'work':>8}{'95 %':>8}")
        for name, presses in paint_times(browser, address, phone):
            columns = [[press[kind] for press in presses] for kind in ("seen", "work")]
            numbers = [
                number for column in columns for number in (median(column), quantiles(column, n=20)[-1])
            ]
            print(f"{name:42}" + "".join(f"{number:8.1f}" for number in numbers))


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
    there = sorted(path.stem for path in (options.html / "book").glob("*.html"))
    pages = options.pages or there
    if not pages or not set(pages) <= set(there):
        parser.error(f"{options.html} has the pages {there}; run `make book` for others")
    host = functools.partial(Host, directory=str(options.html))
    server = ThreadingHTTPServer(("127.0.0.1", 0), host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        base = f"http://127.0.0.1:{server.server_port}/book"
        print(f"{'kB, gzipped; seconds':26}" + "".join(f"{kind:>9}" for kind in (*COLUMNS, "all")), end="")
        print(f"{'to slider':>11}{'painted':>9}{'slider':>9}")
        for page in pages:
            report(browser, f"{base}/{page}.html")
        for page in options.pages:
            report_sliders(browser, f"{base}/{page}.html")
        browser.close()
