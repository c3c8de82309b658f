"""The report in a real browser: no request, no error, no barrier, every link to its words."""

import html
import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tellings.show import marking

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
pytestmark = pytest.mark.skipif(
    not CHROMIUM, reason="no Chromium: install the packages chromium and chromium-driver"
)


@pytest.fixture(scope="session")
def report(tmp_path_factory) -> Path:
    """The seeds' report, made as `make report SINGLE=1` makes it."""
    out = tmp_path_factory.mktemp("report") / "seeds"
    command = [sys.executable, "-m", "tellings.report", "seeds", "--out", str(out), "--single"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return out


@pytest.fixture(scope="session")
def pages(report) -> list[Path]:
    return sorted(report.rglob("*.html"))


@pytest.fixture(scope="module")  # an open Playwright keeps an event loop running
def browser():
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser):
    """A function that opens a page and notes what it asks for and complains of."""
    tabs = []

    def open_page(path: Path, **look):
        tab = browser.new_page(**look)
        tabs.append(tab)
        tab.noted = []
        tab.on("console", lambda m: tab.noted.append(m.text))
        tab.on("pageerror", lambda e: tab.noted.append(str(e)))
        tab.on("request", lambda r: tab.noted.append(r.url) if r.url != path.as_uri() else None)
        tab.goto(path.as_uri())
        return tab

    yield open_page
    for tab in tabs:
        tab.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pages_ask_for_nothing_and_bar_nobody(pages, opened, theme):
    from axe_playwright_python.sync_playwright import Axe

    barriers = {}
    for path in pages:
        tab = opened(path, color_scheme=theme)
        assert (path.name, tab.noted) == (path.name, [])
        found = Axe().run(tab).response["violations"]
        barriers |= {(path.name, v["id"]): v["nodes"][0]["html"][:200] for v in found}
        tab.close()
    assert barriers == {}


def test_a_phone_scrolls_down_only(pages, opened):
    for path in pages:
        tab = opened(path, viewport={"width": 400, "height": 800})
        wide = tab.evaluate("document.documentElement.scrollWidth")
        assert (path.name, wide) == (path.name, 400)
        tab.close()


@pytest.fixture
def tallest(report, opened):
    """The longest table of a page that has several."""
    tab = opened(report / "2-entities.html")
    tab.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    rows = tab.locator("table").evaluate_all("all => all.map(t => t.tBodies[0].rows.length)")
    return tab, tab.locator("table").nth(rows.index(max(rows)))


def test_a_table_is_sorted_by_the_column_that_is_clicked_and_back(tallest):
    _, table = tallest
    cells = table.locator("tbody tr td:first-child, tbody tr th:first-child")
    head = table.locator("thead th").first
    before = cells.all_inner_texts()
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    up = cells.all_inner_texts()
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert sorted(up) == sorted(before) == sorted(cells.all_inner_texts())
    assert up != cells.all_inner_texts()


def test_a_table_is_filtered_by_the_words_that_are_typed(tallest):
    tab, table = tallest
    name = table.locator("caption").inner_text()
    rows = table.locator("tbody tr")
    words = rows.nth(3).locator("td, th").first.inner_text()
    field = tab.get_by_label(f"Filter: {name}", exact=False).first
    field.fill(words)
    shown = [row for row in rows.all() if row.is_visible()]
    assert 0 < len(shown) < rows.count()
    assert all(words.lower() in row.inner_text().lower() for row in shown)
    field.fill("")
    assert all(row.is_visible() for row in rows.all())


def test_the_answer_stands_first(report, opened):
    """The finding within 900 pixels at 1,280 wide, and a figure begins in the first screen."""
    late = {}
    for path in [*sorted(report.glob("[1-7]-*.html")), *sorted(report.glob("events/*.html"))]:
        tab = opened(path, viewport={"width": 1280, "height": 900})
        top = "e => e.getBoundingClientRect().top"
        finding = tab.locator(".finding").first.evaluate(top)
        figure = tab.locator("figure.chart").first.evaluate(top)
        if finding > 900 or figure > 900:
            late[path.name] = (round(finding), round(figure))
        tab.close()
    assert late == {}


def test_the_picture_in_the_readme_is_of_this_front_page(report):
    place = ROOT / "scripts" / "build_picture.py"
    spec = importlib.util.spec_from_file_location("build_picture", place)
    picture = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(picture)
    front = (report / "index.html").read_text(encoding="utf-8")
    assert picture.DIGEST.read_text().strip() == picture.digest(front), "run: make docs"
    assert "docs/front.png" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_pages_are_small(pages):
    sizes = {p.name: p.stat().st_size for p in pages}
    assert sizes.pop("report.html") <= 2_000_000
    assert {name: size for name, size in sizes.items() if size > 150_000} == {}


def test_every_figure_speaks_and_every_table_has_a_caption(pages):
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert re.findall(r'<svg (?!role="\w+" aria-label="[^"])', text) == []
        assert text.count("<table") == text.count("<caption>")


def test_every_link_leads_somewhere(report, pages):
    ids = {p: set(re.findall(r'(?<![\w-])id="([^"]+)"', p.read_text("utf-8"))) for p in pages}
    lost = []
    for path in pages:
        for href in re.findall(r'href="([^"]+)"', path.read_text(encoding="utf-8")):
            if href.startswith("data:"):
                continue  # a picture inside a figure
            name, _, place = html.unescape(href).partition("#")
            target = (path.parent / name).resolve() if name else path
            if not target.exists() or (place and target in ids and place not in ids[target]):
                lost.append((path.name, href))
    assert lost == []


def test_evidence_links_land_on_their_words(report, opened):
    tab = opened(report / "4-claims.html")
    link = tab.locator('td a[href*="articles/"]').first
    words = link.inner_text()
    link.click()
    tab.wait_for_url("**/articles/**")
    target = tab.locator(":target")
    assert target.inner_text() == words
    assert target.evaluate("e => { const r = e.getBoundingClientRect(); return r.top >= 0 }")


@pytest.mark.parametrize("name", ["lines_left_out", "oddities", "alone", "quotes", "strong_words"])
def test_an_evidence_link_names_the_words_it_points_to(report, name):
    texts = {p.stem: p.read_bytes().decode() for p in (ROOT / "seeds").glob("*.txt")}
    link = re.compile(r'href="articles/([^"]+)\.html#at-(\d+)-(\d+)"[^>]*>(.*?)</a>', re.S)
    page = next(
        text
        for text in (p.read_text(encoding="utf-8") for p in report.glob("[0-9]-*.html"))
        if f'data-table="{name}"' in text
    )
    table = page.partition(f'data-table="{name}"')[2].partition("</table>")[0]
    said = [
        (html.unescape(words), texts[a][int(s) : int(e)]) for a, s, e, words in link.findall(table)
    ]
    assert said
    assert [(w, t) for w, t in said if w.split() != t.split()] == []


LOOK = """e => { const s = getComputedStyle(e);
  return [s.textDecorationLine, s.textDecorationStyle, s.backgroundColor].join(" ") }"""
MARKED = marking.KINDS


@pytest.fixture
def telling(report, opened):
    """An article's page, and how the first mark of each kind looks on it, plain text and all."""
    tab = opened(next(report.glob("articles/001*.html")))

    def looks() -> dict[str, str]:
        marks = {kind: tab.locator(f".capture .mark.{kind}").first for kind in MARKED}
        for form in ("direct", "indirect"):
            marks[form] = tab.locator(f".capture .mark.quotes.{form}").first
        marks |= {"plain": tab.locator(".capture .role-body .text").first}
        return {name: mark.evaluate(LOOK) for name, mark in marks.items()}

    return tab, looks


def test_each_kind_of_mark_differs_from_plain_text_and_from_the_others(telling):
    _, looks = telling
    found = looks()
    assert found.pop("quotes") in (found["direct"], found["indirect"])
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize("kind", MARKED)
def test_a_box_switches_its_own_kind_and_no_other(telling, kind):
    tab, looks = telling
    before = looks()
    tab.locator(f"input.show-{kind}").uncheck()
    after = looks()
    gone = {"quotes", "direct", "indirect"} if kind == "quotes" else {kind}
    assert {name for name in before if before[name] != after[name]} == gone
    assert {after[name] for name in gone} == {before["plain"]}


def test_a_page_prints(report, opened):
    tab = opened(report / "4-claims.html")
    tab.emulate_media(media="print")
    assert tab.locator("header").is_hidden() and tab.locator("details.code").first.is_hidden()
    assert tab.pdf(format="A4").startswith(b"%PDF")
