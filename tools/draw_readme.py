"""Draw the moving picture at the top of the README: an explorer of the built book, as a reader moves it.

    make book
    python tools/draw_readme.py

The weight from h₁ to the output of the first page's network goes to 0 and back.  ``images/explorers.json``
keeps the hash of the picture and of the scripts and styles that drew it.
"""

import functools
import hashlib
import io
import json
import math
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from find_browser import find
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "images" / "explorers.webp"
PACKAGE = ROOT / "src" / "nnbasics"
DRAWN_BY = ("web/**/*.js", "web/**/*.css", "explorers/hidden/*.js", "explorers/hidden/*.css", "look.json")
PICKED = (
    9  # of the parameters: after 6 weights and 3 biases of the hidden layer the weight from h₁ to the output
)
FRAMES, MILLISECONDS = 30, 90


def frames(page):
    """Pictures of the explorer, one for each place of the slider."""
    view = page.locator(".nn-view").first
    send = "(view, traits) => view.dispatchEvent(new CustomEvent('nn-set', { detail: traits }))"
    view.evaluate(send, {"picked": PICKED})
    weight = page.evaluate("Number(document.querySelector('.nn-picked-slider [role=slider]').ariaValueNow)")
    stage = page.locator(".nn-stage").first
    for frame in range(FRAMES):
        share = (1 + math.cos(2 * math.pi * frame / FRAMES)) / 2  # 1, 0 in the middle, and back to 1
        view.evaluate(send, {"picked_value": weight * share})
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        yield Image.open(io.BytesIO(stage.screenshot())).convert("RGB")


def hash_of(paths):
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + b"\n".join(path.read_bytes().splitlines()) + b"\0")
    return digest.hexdigest()


def main():
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(ROOT / "_build" / "html"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1100, "height": 1200}, color_scheme="light")
        page.goto(f"http://127.0.0.1:{server.server_port}/book/index.html")
        page.wait_for_selector(".nn-view output[data-value]", state="attached")
        first, *others = frames(page)
        browser.close()
    server.shutdown()
    first.save(
        PICTURE, save_all=True, append_images=others, duration=MILLISECONDS, loop=0, quality=60, method=6
    )
    sources = sorted(path for pattern in DRAWN_BY for path in PACKAGE.glob(pattern))
    hashes = {
        "explorers.webp": hashlib.sha256(PICTURE.read_bytes()).hexdigest(),
        "drawn by": hash_of(sources),
    }
    PICTURE.with_suffix(".json").write_text(json.dumps(hashes, indent=2) + "\n", encoding="utf-8")
    print(f"{PICTURE.name}: {PICTURE.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
