"""Frames a second while a digit passes through the 1,440 edges of chapter 4, and the time of one repaint.

    make book && python benchmarks/bench_forward_pass.py [page]

Opens the built page in headless Chromium, which paints on the processor, plays the pass, counts the frames,
and takes the processor time of the page's main thread; then the same for steps of the sliders.  Prints a line
for each screen.
"""

import shutil
import sys
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import sync_playwright

PAGE = Path(__file__).parents[1] / "_build" / "html" / "book" / "04-forward-propagation.html"
SCREENS = {"wide": (1280, 800, 1), "wide, sharp": (1280, 800, 2), "phone": (360, 740, 3)}
PLAY = """() => new Promise((done) => {
    const explorer = document.querySelector(".nn-explorer");
    const slider = explorer.querySelector('[aria-label="layers reached"]');
    const button = [...explorer.querySelectorAll("button")].find((one) => one.textContent === "Play");
    const times = [];
    const tick = (now) => {
        const at = Number(slider.ariaValueNow);
        if (at % 1) times.push(now);
        if (times.length > 3 && button.textContent === "Play") return done(times);
        requestAnimationFrame(tick);
    };
    button.click();
    requestAnimationFrame(tick);
})"""
# Moves a slider by its keys, a step in each of 40 frames.
KEYS = """(name) => new Promise((done) => {
    const slider = document.querySelector(`.nn-explorer [aria-label="${name}"]`);
    let left = 40;
    const next = () => {
        if (!left--) return done();
        const key = left % 8 < 4 ? "ArrowLeft" : "ArrowRight";
        slider.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        requestAnimationFrame(next);
    };
    next();
})"""


class Work:
    """Processor time of the page's main thread, in ms: a busy machine does not lengthen it."""

    def __init__(self, page):
        self.session = page.context.new_cdp_session(page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})
        self.before = self._now()

    def done(self):
        """Since the last call."""
        before, self.before = self.before, self._now()
        return self.before - before

    def _now(self):
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        return 1000 * next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")


def main(page_file):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for name, (width, height, density) in SCREENS.items():
            context = browser.new_context(
                viewport={"width": width, "height": height}, device_scale_factor=density
            )
            page = context.new_page()
            page.goto(page_file.resolve().as_uri())
            page.wait_for_selector(".nn-explorer .nn-view output")
            page.wait_for_timeout(1500)
            page.locator(".nn-digit-network").scroll_into_view_if_needed()
            work = Work(page)
            times = page.evaluate(PLAY)
            gaps = sorted(
                gap for gap in (b - a for a, b in pairwise(times)) if gap < 500
            )  # rests between layers
            line = (
                f"{name:12} {1000 * len(gaps) / sum(gaps):3.0f} frames a second, median "
                f"{1000 / gaps[len(gaps) // 2]:3.0f}; {work.done() / len(times):.1f} ms of work a frame"
            )
            for slider in ("test digit", "layers reached"):
                page.evaluate(KEYS, slider)
                line += f"; {slider} {work.done() / 40:.1f} ms a step"
            print(line)
            context.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE)
