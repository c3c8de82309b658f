"""Article text is data: whatever a capture holds, a page only shows it."""

import base64
import csv
import hashlib
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

HOSTILE = """\
Minister <script>alert(1)</script> says $5 to $6 billion was **lost** & found

“=HYPERLINK(A1) is no plan,” the ministry said on Monday, April 1, 2024.

"<img src=x onerror=alert(2)> More than 5,000 people left," President Ann O'Neil said on Monday.

+1,200 people stayed in Springfield, according to <b>local</b> people. \x1b[31mRed\x1b[0m ink ran.

Officials said $x^2$ and \\(y\\) and [a link](javascript:alert(3)) and `code` and </table></svg>.

@SUM(A1) is what "Ann O'Neil" wrote to 300 aides; -2 degrees; | a | table |
"""


class Seen(HTMLParser):
    """What a page is made of: tags, attributes, addresses."""

    def __init__(self, text: str):
        super().__init__()
        self.tags, self.attributes, self.addresses = set(), set(), set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses |= {v or "" for n, v in attrs if n in ("href", "src", "xlink:href")}


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Path:
    corpus = tmp_path_factory.mktemp("hostile")
    for name in ("one<i>&", "two"):
        (corpus / f"{name}.txt").write_bytes(HOSTILE.encode())
    out = tmp_path_factory.mktemp("made")
    command = [sys.executable, "-m", "tellings.report", str(corpus), "--out", str(out), "--single"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return out


def test_no_page_holds_an_element_that_a_capture_wrote(report):
    for path in report.rglob("*.html"):
        seen = Seen(path.read_text(encoding="utf-8"))
        name = path.name
        assert (name, seen.tags & {"img", "iframe", "object", "b"}) == (name, set())
        assert (name, {a for a in seen.attributes if a.startswith("on")}) == (name, set())
        foreign = {a for a in seen.addresses if ":" in a and not a.startswith("data:image/png")}
        assert (name, foreign) == (name, set())


def test_every_page_forbids_all_scripts_but_the_one_that_sorts_its_tables(report):
    for path in report.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        (script,) = re.findall(r"<script>(.*?)</script>", text, re.S)
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"default-src 'none'; script-src 'sha256-{digest}'; style-src" in text
        assert script.startswith("// Tables that can be sorted")


def test_no_cell_of_a_csv_is_a_formula(report):
    cells = [
        cell
        for path in report.glob("tables/*.csv")
        for row in csv.reader(path.read_text(encoding="utf-8").splitlines())
        for cell in row
    ]
    bare = re.compile(r"[-+]?[\d.,]+(e-?\d+)?( %)?")
    texts = [c for c in cells if not bare.fullmatch(c)]
    assert [c for c in texts if c[:1] in tuple("=+-@\t\r")] == []
    assert any(c.startswith("'=HYPERLINK") for c in texts)


def test_the_text_is_shown_whole(report):
    page = next(report.glob("articles/two.html")).read_text(encoding="utf-8")
    shown = "".join(_words(page))
    for words in ("<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "**lost**", "$x^2$"):
        assert words in shown


def _words(page: str) -> list[str]:
    words = []
    parser = HTMLParser()
    parser.handle_data = words.append
    parser.feed(page)
    return words
