"""JupyterLab as `make lab` opens it, in Chromium: notebooks run, widgets answer, all is quiet.

Everything happens in a copy of notebooks and seeds. Without Chromium these tests are skipped.
"""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from urllib.request import Request, urlopen

import pytest

from tellings import tables
from tellings.report.lab import __main__ as make_lab

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
# What explore.ipynb and 7-coverage read the tables of, in order, and themselves.
RUN = ("1-ingest", "2-entities", "3-quotes", "4-claims", "6-framing", "7-coverage", "explore")
# Nothing waits longer than it must; on a loaded computer all may take many times as long as here.
PATIENCE_S = int(os.environ.get("TELLINGS_PATIENCE_S", "180"))
SILENCE_S = 0.5  # after which nobody is in the middle of an answer

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
if not CHROMIUM:
    pytest.skip("no Chromium on this computer (Debian: chromium)", allow_module_level=True)


# An article that would rather be a page.
HOSTILE = """Envoys <img src=x onerror="window.hacked=1"> meet in Oslo

“We <script>window.hacked=1</script> wait,” <b onclick="window.hacked=1">Ms. Lee</b> said on Monday.

More than 3,000 people met, the ministry of <svg onload="window.hacked=1"> said in a statement.

Aid rose from $5 million to $6 million, the ministry added.
"""
# A corpus of one's own: two articles of one event, without outlets.
MINE = {
    "pier.txt": """Old pier closes

The pier in Lindau closed on 4 March 2024, Mayor Olga Brandt said; 12 planks had broken.
""",
    "shut.txt": """Lindau pier shut

Mayor Olga Brandt shut the pier in Lindau on 4 March 2024 after 14 planks had broken, she said.
""",
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """A copy of notebooks and seeds, its notebooks run: the tables are there that explore reads."""
    folder = tmp_path_factory.mktemp("lab")
    for name in ("notebooks", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "seeds" / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    made = [folder / "notebooks" / f"{name}.ipynb" for name in RUN]
    command = [sys.executable, "-m", "tellings.report.run.execute", *map(str, made)]
    subprocess.run(command, check=True, env=surroundings(folder))
    shutil.copytree(ROOT / "notebooks", folder / "fresh")
    own_corpus(folder)
    notebook(folder / "notebooks" / "long.ipynb", LONG)
    return folder


# Work that nobody waits for to end.
LONG = """import time
from tellings import progress
for _ in progress.of(range(9999), 9999, "Long work", "piece"):
    time.sleep(0.2)"""


def own_corpus(folder: Path) -> None:
    """A second corpus with its tables, and explore.ipynb asking it."""
    (folder / "mine").mkdir()
    for name, text in MINE.items():
        (folder / "mine" / name).write_text(text, encoding="utf-8")
    (folder / "data" / "mine").mkdir()
    given = {"corpus": "../mine", "data": "../data/mine", "event": ""}
    (folder / "beside").mkdir()
    places = [f"--notebooks={folder / 'notebooks'}", f"--beside={folder / 'beside'}"]
    asked = [*places, *(f"--{name}={value}" for name, value in given.items())]
    command = [sys.executable, "-m", "tellings.report.lab.applying", *asked]
    subprocess.run(command, check=True, env=surroundings(folder), stdout=subprocess.DEVNULL)
    source = (ROOT / "notebooks" / "explore.ipynb").read_text(encoding="utf-8")
    mine = source.replace("../seeds", "../mine").replace("../data/seeds", "../data/mine")
    (folder / "notebooks" / "explore-mine.ipynb").write_text(mine, encoding="utf-8")


def notebook(path: Path, code: str) -> None:
    """Write a notebook of one cell."""
    cell = {"cell_type": "code", "execution_count": None, "id": "a", "metadata": {}, "outputs": []}
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    made = {"cells": [cell | {"source": code}], "metadata": {"kernelspec": kernel}}
    path.write_text(json.dumps(made | {"nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of `make lab`, with a user's settings kept out and in the folder."""
    own = {
        name: str(folder / name.lower())
        for name in (
            *("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"),
            *("JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR"),
        )
    }
    return os.environ | make_lab.surroundings({}) | own | {"PYTHONPATH": str(ROOT / "lib")}


@contextmanager
def server(folder: Path):
    """The address of a JupyterLab on the copy, as `make lab` starts it, and its log; it ends with
    its kernels."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(8)
    own = ["--no-browser", "--ServerApp.port_retries=0", f"--ServerApp.port={port}"]
    command = make_lab.command(folder / "seeds", folder / "notebooks")
    log = folder / "lab.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [*command, *own, f"--IdentityProvider.token={token}"],
            stdout=out,
            stderr=subprocess.STDOUT,
            env=surroundings(folder),
        )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/api/status?token={token}", process, log)
        yield SimpleNamespace(address=address, token=token, log=log)
    finally:
        process.terminate()
        process.wait(PATIENCE_S)


def wait_for(address: str, process, log: Path) -> None:
    """Return when the server answers; fail with its log when it ends or never does."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=5):
                return
        except OSError:
            assert process.poll() is None, log.read_text()
            time.sleep(0.5)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="module")
def lab(copy):
    with server(copy) as running, sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield SimpleNamespace(**vars(running), browser=browser, folder=copy)
        browser.close()


@contextmanager
def opened(lab, path: str):
    """A page of the Lab; it must have kept quiet and asked nobody else when it closes."""
    page = lab.browser.new_page(viewport={"width": 1400, "height": 1100})
    page.set_default_timeout(PATIENCE_S * 1000)
    outside, said = [], []
    page.on("request", lambda r: None if r.url.startswith(here(lab)) else outside.append(r.url))
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    clock = time.monotonic
    answered = [clock()]
    page.on("websocket", lambda ws: ws.on("framereceived", lambda _: answered.append(clock())))
    page.goto(f"{lab.address}{path}?token={lab.token}&reset")
    yield page
    if path.endswith(".ipynb"):
        idle(page)
    # Of a kernel that has come to rest JupyterLab asks more, and what the server cannot send to a
    # page that has closed in between, it logs as an error (WebSocketClosedError).
    while clock() - answered[-1] < SILENCE_S:
        page.wait_for_timeout(100)
    page.close()
    assert (outside, said) == ([], [])
    end_sessions(lab, path)


def end_sessions(lab, path: str) -> None:
    """End the kernels of the notebooks in the folder of the page that was closed."""
    folder = path.removeprefix("/lab/tree/").rpartition("/")[0]
    with urlopen(f"{lab.address}/api/sessions?token={lab.token}") as answer:
        sessions = json.load(answer)
    for session in sessions:
        if folder and session["path"].startswith(folder):
            address = f"{lab.address}/api/sessions/{session['id']}?token={lab.token}"
            urlopen(Request(address, method="DELETE")).close()


def here(lab) -> tuple[str, ...]:
    """How addresses begin that stay on this computer."""
    return lab.address, lab.address.replace("http", "ws"), "data:", "blob:"


def idle(page) -> None:
    """Wait until the kernel of the notebook shown has answered and rests.

    A page that closes before its kernel has answered makes the server log an error of its own: the
    handler of /api/kernels/…/channels has let go of the connection that it then asks for its
    protocol (jupyter_server 2.21, AttributeError in select_subprotocol).
    """
    page.locator("#jp-bottom-panel").get_by_text("| Idle").wait_for()


def run_all(lab, page, name: str) -> list[dict]:
    """Run all cells of the notebook shown, wait for the last; the code cells as they are saved."""
    idle(page)
    page.click(".lm-MenuBar-item:has-text('Run')")
    page.click(".lm-Menu-item[data-command='runmenu:run-all']")
    page.locator("#jp-bottom-panel").get_by_text("| Busy").wait_for()
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:  # between two cells the kernel may be seen to rest
        idle(page)
        cells = saved(page, lab.folder / "notebooks" / f"{name}.ipynb")
        if all(cell["execution_count"] for cell in cells):
            return cells
    raise AssertionError(f"{name} did not come to its end")


def saved(page, path: Path) -> list[dict]:
    """The code cells of the notebook shown, as JupyterLab saves them to `path`."""
    before = path.stat().st_mtime_ns
    page.click(".lm-MenuBar-item:has-text('File')")
    page.click(".lm-Menu-item[data-command='docmanager:save']")
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if path.stat().st_mtime_ns != before and whole(path):
            return code(path)
        page.wait_for_timeout(100)
    asked = page.locator(".jp-Dialog").all_inner_texts()
    raise AssertionError(f"JupyterLab did not save {path.name}; it asks {asked}")


def whole(path: Path) -> bool:
    """Whether the notebook is written to its end: for a moment of saving its file is empty."""
    try:
        json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError:
        return False
    return True


def code(path: Path) -> list[dict]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def words(cell: dict) -> list[str]:
    """What a cell shows, as plain text; an error or a stream as what it is."""
    return [
        "".join(output.get("data", {}).get("text/plain", [output["output_type"]]))
        for output in cell["outputs"]
    ]


def test_it_opens_on_the_tour_and_nothing_pops_up(lab):
    with opened(lab, "/") as page:
        page.get_by_role("heading", name="A tour of the lab").wait_for()
        page.wait_for_timeout(2000)
        assert page.locator(".jp-Dialog, .Toastify__toast").count() == 0


@pytest.mark.parametrize("name", ["7-coverage"])
def test_a_notebook_runs_to_the_end_and_says_what_it_said(lab, name):
    before = code(lab.folder / "notebooks" / f"{name}.ipynb")
    with opened(lab, f"/lab/tree/notebooks/{name}.ipynb") as page:
        ran = run_all(lab, page, name)
    assert [cell["execution_count"] for cell in ran] == list(range(1, len(ran) + 1))
    assert [words(cell) for cell in ran] == [words(cell) for cell in before]


def test_a_notebook_never_run_here_shows_its_figures_and_its_words_at_the_left(lab):
    align = "cell => getComputedStyle(cell).textAlign"
    with opened(lab, "/lab/tree/notebooks/3-quotes.ipynb") as page:
        for kind, side in (("td:not(.n)", "left"), ("td.n", "right")):
            shown = page.locator(f".jp-RenderedHTMLCommon {kind}").first
            shown.wait_for(state="attached")  # it may be folded away
            assert shown.evaluate(align) == side
        page.locator(".jp-RenderedImage img, .jp-RenderedSVG svg").first.wait_for()


def test_every_notebook_opened_shows_its_figures_before_it_is_run(lab):
    made = sorted((lab.folder / "fresh").glob("[0-9]-*.ipynb"))
    names = [path.stem for path in made if figures(path.read_bytes())]
    assert len(names) > 5
    with opened(lab, f"/lab/tree/fresh/{names[0]}.ipynb") as page:
        for name in names:
            page.locator(f".jp-DirListing-item[title*='{name}.ipynb']").dblclick()
            shown = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
            shown.locator(".jp-RenderedImage img, .jp-RenderedSVG :is(svg, img)").first.wait_for()
            idle(page)
            # What a link holds JupyterLab takes away until the notebook has run.
            links = shown.locator("a.csv").all()
            assert not [a for a in links if a.is_visible() and not a.get_attribute("href")]


def test_from_the_tour_to_a_telling_by_the_keyboard_alone(lab):
    with opened(lab, "/") as page:
        page.get_by_role("heading", name="A tour of the lab").wait_for()
        tab_to(page, "a[href*='explore.ipynb']")
        page.keyboard.press("Enter")
        page.locator(".jp-Notebook").wait_for()
        idle(page)
        while not page.locator(".tellings-list select").count():
            page.keyboard.press("Shift+Enter")
            idle(page)
        tab_to(page, ".tellings-list select")
        page.keyboard.press("ArrowDown")
        page.locator(".tellings-view article .mark.cited").wait_for()
        page.keyboard.press("Enter")
        page.locator(".abreast .column").nth(1).wait_for()
        idle(page)


def tab_to(page, selector: str) -> None:
    """Press Tab until what the selector says has the focus."""
    for _ in range(400):
        if page.evaluate("wanted => document.activeElement?.matches(wanted)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not come to {selector}")


def test_long_work_shows_a_bar_and_is_interrupted(lab):
    with opened(lab, "/lab/tree/notebooks/long.ipynb") as page:
        idle(page)
        page.locator(".jp-CodeCell").first.click()
        page.keyboard.press("Shift+Enter")
        page.locator(".jp-OutputArea .widget-hprogress").wait_for()
        page.click(".lm-MenuBar-item:has-text('Kernel')")
        page.click(".lm-Menu-item[data-command='kernelmenu:interrupt']")
        page.get_by_text("KeyboardInterrupt").first.wait_for()
        idle(page)


def test_explore_runs_on_another_corpus_without_an_error_or_a_warning(lab):
    with opened(lab, "/lab/tree/notebooks/explore-mine.ipynb") as page:
        ran = run_all(lab, page, "explore-mine")
    kinds = {output["output_type"] for cell in ran for output in cell["outputs"]}
    assert kinds <= {"display_data", "execute_result"}  # no error, nothing on a stream
    assert any("No event is here that two outlets tell." in words(cell) for cell in ran)
    with opened(lab, "/lab/tree/notebooks/explore-mine.ipynb") as page:  # saved, its kernel gone
        page.locator(".jp-OutputArea table", has_text="Brandt").first.wait_for()


@pytest.fixture(scope="module")
def explored(lab):
    """explore.ipynb as papermill ran it, and as Run All did; its page."""
    before = code(lab.folder / "notebooks" / "explore.ipynb")
    with opened(lab, "/lab/tree/notebooks/explore.ipynb") as page:
        yield SimpleNamespace(before=before, ran=run_all(lab, page, "explore"), page=page)


@pytest.fixture()
def explore(explored):
    return explored.page


def cell(page, source: str):
    """The code cell with this in its source, in view."""
    found = page.locator(".jp-CodeCell", has_text=source).first
    found.scroll_into_view_if_needed()
    return found


def typed(view, label: str, text: str) -> None:
    """Type into the field of this label."""
    field = view.get_by_label(label, exact=True)
    field.fill(text)
    field.press("Enter")


def test_every_view_is_saved_as_its_table(explored):
    assert [words(cell) for cell in explored.ran] == [words(cell) for cell in explored.before]
    kinds = [kind for c in explored.ran for output in c["outputs"] for kind in output["data"]]
    assert "application/vnd.jupyter.widget-view+json" not in kinds
    assert explored.page.locator(".tellings-view").count() > 10


def test_words_in_context_are_searched_filtered_read_and_saved(explore):
    view = cell(explore, "explore.words(")
    typed(view, "words", "Rafah")
    view.get_by_text("Computed on").wait_for()
    view.get_by_label("voice", exact=True).select_option("quoted")
    view.get_by_text("where voice is quoted").wait_for()
    typed(view, "entity", "Hamas")
    view.get_by_text("and entity is Hamas").wait_for()
    typed(view, "words", "*")
    view.get_by_role("alert").get_by_text("nothing to look for").wait_for()
    typed(view, "words", "Rafah")
    view.get_by_role("status").wait_for()
    view.locator(".tellings-list select").select_option(index=1)
    view.locator(".mark.cited", has_text="Rafah").wait_for()
    with explore.expect_download() as download:
        view.locator("a[download='contexts.csv']").click()
    rows = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert rows[0].startswith("article_id,event_id,event_name,telling")
    assert len(rows) > 3


def test_a_list_keeps_its_keys_and_no_cell_is_cut(explore):
    view = cell(explore, "explore.words(")
    cells = explore.locator(".jp-Notebook .jp-Cell").count()
    listed = view.locator(".tellings-list select")
    listed.locator("option").first.click()
    for _ in range(4):
        listed.press("ArrowDown")
    assert listed.evaluate("list => list.selectedIndex") == 4
    fifth = listed.locator("option").nth(4).inner_text().split("\N{NO-BREAK SPACE}")[0]
    view.locator(f"article[aria-label^='{fifth}']").wait_for()
    listed.press("Enter")
    columns = view.locator(".abreast .column")
    columns.nth(1).wait_for()
    assert columns.count() == 2
    assert view.locator(".abreast .reached .cited").count() == 1
    view.get_by_role("button", name="Beside another telling").click()
    columns.first.wait_for(state="detached")
    listed.press("x")  # in JupyterLab: cut the cell
    listed.press("End")
    assert explore.locator(".jp-Notebook .jp-Cell").count() == cells
    assert view.locator(".tellings-list select").evaluate("list => list.selectedIndex") > 4


def test_rows_are_asked_by_their_own_columns(explore):
    view = cell(explore, 'explore.rows(whole, "quotes"')
    view.get_by_label("column", exact=True).select_option("form")
    # When the suggestions come, the field is drawn anew: what was typed before that is lost.
    view.locator("datalist option[value='partial']").wait_for(state="attached")
    typed(view, "column is", "partial")
    view.locator("option", has_text="indirect").first.wait_for(state="detached")
    assert view.locator("option", has_text="partial").count() > 0


def test_a_telling_is_read_with_its_marks(explore):
    view = cell(explore, "explore.telling(")
    tellings = view.get_by_label("telling", exact=True)
    tellings.select_option(tellings.locator("option", has_text="TruthUSA").text_content())
    view.get_by_role("article", name="TruthUSA News Hub").wait_for()
    assert view.locator("article .quotes").count() > 0
    view.get_by_label("quotes and reported speech", exact=True).uncheck()
    view.locator("article .quotes").first.wait_for(state="detached")


def test_two_tellings_stand_beside_each_other_and_a_link_leads_to_what_both_tell(explore):
    view = cell(explore, "explore.beside(")
    columns = view.locator(".abreast .column")
    columns.nth(1).wait_for()
    link = columns.first.locator(".said:not(.alone) + a.also").last
    link.click()
    there = columns.nth(1).locator(".reached")
    there.wait_for()
    seen, box = there.bounding_box(), columns.nth(1).bounding_box()
    assert box["y"] <= seen["y"] < box["y"] + box["height"]
    assert "#text" not in explore.url


def test_a_figure_is_taken_along_as_svg_and_as_png(explore):
    view = cell(explore, "page.figure(show.places")
    for kind, holds in (("SVG", b'data-figure="places"'), ("PNG", b"\x89PNG")):
        with explore.expect_download() as download:
            view.get_by_role("button", name=f"Save as {kind}").click()
        assert download.value.suggested_filename == f"places.{kind.lower()}"
        assert Path(download.value.path()).read_bytes().count(holds) == 1


def test_any_outlets_are_held_against_the_rest(explore):
    view = cell(explore, "explore.contrast(")
    these = view.get_by_label("these", exact=True)
    these.select_option("Antiwar.com")
    view.get_by_text("Antiwar.com against the rest").wait_for()
    typed(view, "words", "Rafah")
    view.locator("caption", has_text="“Rafah” per 1,000 words").wait_for()
    with explore.expect_download() as download:
        view.locator("a[download='rates.csv']").click()
    rows = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert rows[0].endswith("n,words,per_1000_words,low,high") and len(rows) == 3


def test_a_view_says_how_to_get_it_in_a_script(explore):
    view = cell(explore, 'explore.rows(whole, "claims"')
    view.get_by_label("telling", exact=True).select_option("Axios (inferred)")
    view.get_by_role("status").get_by_text("where telling is Axios").wait_for()
    view.get_by_text("How to get this in a script").click()
    view.get_by_text("subcorpus.only(part, telling=['Axios (inferred)'])").wait_for()


def test_a_correction_is_shown_written_and_taken_back(lab, explore):
    written = lab.folder / "seeds" / "corrections.csv"
    view = cell(explore, "explore.corrections(")
    view.get_by_label("put right", exact=True).select_option("the role of a line")
    view.locator("select").nth(2).select_option(index=0)
    typed(view, "becomes", "notice")
    view.locator("del", has_text="headline").wait_for()
    assert not written.exists()
    view.get_by_role("button", name="Write to corrections.csv").click()
    view.get_by_text("Written to corrections.csv (new)").wait_for()
    first, *_ = tables.open(lab.folder / "data" / "seeds").lines["article_id"]
    assert written.read_text(encoding="utf-8").splitlines()[1].startswith(f"line,{first},")
    view.locator("select").last.select_option(index=0)
    view.get_by_role("button", name="Take the chosen one back").click()
    view.get_by_text("Taken out of corrections.csv").wait_for()
    assert len(written.read_text(encoding="utf-8").splitlines()) == 1


def test_a_merge_is_applied_changes_the_figures_and_is_taken_back(lab, explore):
    notebook = lab.folder / "notebooks" / "2-entities.ipynb"
    before = notebook.read_bytes()
    view = cell(explore, "explore.corrections(")
    view.get_by_label("put right", exact=True).select_option("a name: merge, rename, split")
    typed(view, "containing", "Ron Dermer")
    things = view.locator("select").nth(2)
    things.locator("option", has_text="Ron Dermer").first.wait_for(state="attached")
    things.select_option(index=0)
    typed(view, "becomes", "Jake Sullivan")
    view.get_by_role("status").get_by_text("This changes").wait_for()
    view.get_by_role("button", name="Write to corrections.csv").click()
    view.get_by_text("Written to corrections.csv").wait_for()
    applied(view)
    row = view.locator("tr", has_text="Ron Dermer").filter(has_text="Jake Sullivan").last
    assert int(row.locator("td.n").inner_text()) > 0
    assert figures(notebook.read_bytes()) != figures(before)
    view.locator("select").last.select_option(index=0)
    view.get_by_role("button", name="Take the chosen one back").click()
    view.get_by_text("Taken out of corrections.csv").wait_for()
    applied(view)
    view.get_by_text("No correction is applied.").wait_for()
    assert notebook.read_bytes() == before


def applied(view) -> None:
    """Press Apply, see it run and wait for its end."""
    button = view.get_by_role("button", name="Apply: run the notebooks")
    button.click()
    view.get_by_text("Running 1-ingest").wait_for()
    assert view.get_by_role("button", name="Stop", exact=True).is_enabled()
    view.get_by_role("status").get_by_text("Applied.").wait_for()


def figures(notebook: bytes) -> list[str]:
    """The figures of a notebook as SVG."""
    outputs = (o for c in json.loads(notebook)["cells"] for o in c.get("outputs", ()))
    return ["".join(o["data"]["image/svg+xml"]) for o in outputs if "image/svg+xml" in o["data"]]


def test_what_an_article_holds_does_nothing(explore):
    view = cell(explore, "explore.words(")
    view.get_by_label("voice", exact=True).select_option("any")
    typed(view, "entity", "")
    typed(view, "words", "wait|Lee|ministry")
    view.locator(".tellings-list option", has_text="window.hacked").first.wait_for()
    for place in range(view.locator(".tellings-list option", has_text="hacked").count()):
        view.locator(".tellings-list select").select_option(index=place)
    reading = cell(explore, "explore.telling(")
    reading.get_by_label("telling", exact=True).select_option(index=5)
    reading.get_by_role("article").get_by_text("<script>window.hacked=1</script>").wait_for()
    assert explore.evaluate("window.hacked") is None
    reading.get_by_role("article").get_by_text("$5 million to $6 million").wait_for()
    assert explore.locator("mjx-container").count() == 0


# Not the suite's: a notebook in the middle of being saved, a slow computer, and what is meant.
HARMLESS = ("is not trusted", "/.~", "to import")


def test_the_servers_log_has_no_warning(lab):
    log = lab.log.read_text(encoding="utf-8").splitlines()
    told = [line for line in log if line.startswith(("[W", "[E", "[C")) or " WARNING " in line]
    assert [line for line in told if not any(words in line for words in HARMLESS)] == []
