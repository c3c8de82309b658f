"""Draw docs/front.png, the front page of the seeds' report, and note what it was drawn from.

make docs (needs Chromium)
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "front.png"
DIGEST = ROOT / "docs" / "front.sha256"
_SIZE = {"width": 1100, "height": 1240}
_DAY = re.compile(
    r'\b\d{1,2} [A-Z][a-z]+ 20\d\d(?: from the folder|(?=";))|Made on [^<]*|made on \d[^<]*'
)


def digest(front: str) -> str:
    """What a front page says above its list of pages, as a digest: without the day on which it was
    made and by what."""
    drawn, _, _ = front.partition('<h2 id="pages">')
    return hashlib.sha256(_DAY.sub("", drawn).encode("utf-8")).hexdigest()


def main() -> None:
    """Make the seeds' report in a passing folder, draw its front page, note its digest."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report"
        command = [sys.executable, "-m", "tellings.report", "seeds", "--out", str(out)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        _draw(out / "index.html")
        DIGEST.write_text(digest((out / "index.html").read_text(encoding="utf-8")) + "\n")


def _draw(page: Path) -> None:
    """The first screens of the page as a picture."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        tab = browser.new_page(viewport=_SIZE, color_scheme="light")
        tab.goto(page.as_uri())
        tab.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
