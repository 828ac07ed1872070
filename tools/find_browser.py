"""Find Chromium or Chrome for the browser tests; install Debian's where we may; else say what to install."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# The browser's own windows of its address bar are pages, too, and would be loaded beside each of ours.
NO_PAGES_OF_ITS_OWN = "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup"
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def find():
    """The path of a browser, or None.  The environment variable CHROMIUM comes first."""
    candidates = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), MAC]
    return next((path for path in candidates if path and os.access(path, os.X_OK)), None)


def install():
    """Debian's chromium, where apt is and we are root."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "chromium"],
            check=False,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )


if __name__ == "__main__":
    if not find():
        install()
    if not find():
        sys.exit(
            "The browser tests need Chromium or Chrome: install one (on Debian or Ubuntu: "
            "sudo apt-get install chromium), or set CHROMIUM to its path."
        )
    print("browser:", find())
