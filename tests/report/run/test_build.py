"""The report of any corpus: what is wrong is said in one line, nothing lost or made twice."""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tellings import tables
from tellings.report.run import record

ROOT = Path(__file__).resolve().parents[3]
PATIENCE_S = 60  # for what takes a second where nothing else runs
HEAD = "subject,article_id,place,was,becomes,note\n"


def make(corpus: Path, *options: str) -> subprocess.CompletedProcess:
    """Run `make report`'s command on a corpus, with all notebooks."""
    command = [sys.executable, "-m", "tellings.report", str(corpus), *options]
    env = os.environ | {"PYTHONPATH": str(ROOT / "lib")}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)


@pytest.fixture(scope="module")
def odd(tmp_path_factory) -> Path:
    """A corpus with one good text, a picture, an empty file, and a manifest naming a lost one."""
    corpus = tmp_path_factory.mktemp("odd")
    shutil.copy(next((ROOT / "seeds").glob("001*.txt")), corpus)
    (corpus / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (corpus / "empty.txt").write_bytes(b"")
    (corpus / "manifest.csv").write_text("article_id,file\nlost,lost.txt\n", encoding="utf-8")
    return corpus


def test_files_that_are_no_captures_are_reported_and_the_rest_is_read(odd, tmp_path):
    done = make(odd, "--out", str(tmp_path / "out"))
    assert (done.returncode, done.stderr) == (0, "")
    kept = tables.open(tmp_path / "out" / "data").engine.kept  # not by the tables of a run
    assert {"Claim", "Line", "Mention"} <= {path.name.split("-")[0] for path in kept.iterdir()}
    page = (tmp_path / "out" / "1-ingest.html").read_text(encoding="utf-8")
    assert all(name in page for name in ("picture.txt", "empty.txt", "lost.txt"))
    front = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    title = re.search("<h1>(.*?)</h1>", front)[1]
    assert f">{title}</h2>" not in front and ">The article</h2>" in front  # said once
    assert "3 could not be read" in front and "1 article by 1 outlet · made on" in front
    again = make(odd, "--out", str(tmp_path / "out"))
    refused, same = again.stdout.splitlines()
    assert refused.startswith("3 of 4 files could not be read: ")
    assert refused.endswith((tmp_path / "out" / "1-ingest.html").as_uri())
    where = (tmp_path / "out" / "index.html").as_uri()
    assert (same, again.returncode) == (f"Nothing has changed: {where}", 0)
    (tmp_path / "out" / "notebooks" / "5-readability.ipynb").unlink()
    mended = make(odd, "--out", str(tmp_path / "out"))
    assert [line.split()[0] for line in mended.stdout.splitlines()[:-2]] == ["5-readability"]


def test_an_unknown_event_is_named_with_the_known(tmp_path):
    done = make(ROOT / "seeds", "--event", "2031-01-01", "--out", str(tmp_path / "out"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "unknown event '2031-01-01'" in done.stderr and "2024-04-18" in done.stderr
    assert not (tmp_path / "out").exists()


# --- with the first notebook only -----------------------------------------------------------------


def tree(out: Path) -> dict[str, str]:
    """Every file of a report with its digest; the name of its folder does not count."""
    own = f"{out.name}/data".encode()
    return {
        str(p.relative_to(out)): hashlib.sha256(
            p.read_bytes().replace(own, b"out/data")
        ).hexdigest()
        for p in sorted(out.rglob("*"))
        if p.is_file() and p.name != record.NAME
    }


def right(done: subprocess.CompletedProcess) -> None:
    assert (done.returncode, done.stderr) == (0, "")


def test_a_run_that_failed_and_was_put_right_leaves_the_report_as_it_was(
    checkout, corpus, tmp_path
):
    out = tmp_path / "out"
    right(checkout.make(corpus, "--out", out, "--single"))
    before, made = tree(out), record.path(out).read_bytes()
    wrong = "line,a,9999,,body,\ncolour,a,1,,nav,\nline,a,1,,nav,\n"
    (corpus / "corrections.csv").write_text(HEAD + wrong, encoding="utf-8")
    failed = checkout.make(corpus, "--out", out, "--single")
    assert failed.returncode == 1
    assert [line.partition(";")[0] for line in failed.stderr.splitlines()] == [
        "corrections.csv, line 2: no line '9999'",
        "corrections.csv, line 3: unknown subject 'colour'",
    ]
    assert (tree(out), record.path(out).read_bytes()) == (before, made)
    (corpus / "corrections.csv").unlink()
    again = checkout.make(corpus, "--out", out, "--single")
    right(again)
    assert again.stdout.startswith("Nothing has changed")


def test_a_table_that_is_gone_is_written_again(checkout, corpus, tmp_path):
    out = tmp_path / "out"
    right(checkout.make(corpus, "--out", out))
    table = out / "data" / "lines.parquet"
    before = table.read_bytes()
    table.unlink()
    right(checkout.make(corpus, "--out", out))
    assert table.read_bytes() == before


def test_what_makes_a_report_is_loaded_only_where_one_is_made():
    loaded = "import sys, tellings.report.run.build; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    heavy = {"tellings.report.run.making", "tellings.tables", "concurrent.futures", "subprocess"}
    assert not heavy & {*ran.stdout.split()}


def test_a_change_anywhere_in_the_corpus_is_seen_and_one_taken_back_too(checkout, corpus, tmp_path):
    out = tmp_path / "out"
    (corpus / "sub").mkdir()
    text = corpus / "sub" / "c.txt"
    text.write_text("Ferry stays in port\n\nIt stays, officials said on Monday.", encoding="utf-8")
    right(checkout.make(corpus, "--out", out))
    before = tree(out)
    front = (out / "index.html").read_text(encoding="utf-8")
    assert "3 files in the corpus; all could be read" in front
    assert hashlib.sha256(text.read_bytes()).hexdigest()[:16] in front
    first = text.read_bytes()
    text.write_bytes(first.replace(b"Monday", b"Tuesday"))
    right(checkout.make(corpus, "--out", out))
    assert tree(out) != before
    text.write_bytes(first)
    right(checkout.make(corpus, "--out", out))
    assert tree(out) == before


def test_strict_stops_where_a_file_is_refused_and_writes_nothing(checkout, corpus, tmp_path):
    out = tmp_path / "out"
    (corpus / "p.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    done = checkout.make(corpus, "--out", out, "--strict")
    assert done.returncode == 1 and not out.exists()
    words = "1 of 3 files could not be read; the first, 'p.jpg': JPEG"
    assert words in done.stderr and done.stderr.count("\n") == 1
    right(checkout.make(corpus, "--out", out))
    assert checkout.make(corpus, "--out", out, "--strict").returncode == 1


def test_a_damaged_record_marks_the_folder_and_all_is_made_anew(checkout, corpus, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.html").write_text("half", encoding="utf-8")
    record.path(out).write_text('{"keys": {"1-ing', encoding="utf-8")
    right(checkout.make(corpus, "--out", out))
    assert (out / "index.html").read_text(encoding="utf-8").rstrip().endswith("</html>")


def test_any_name_of_a_folder_will_do(checkout, corpus, tmp_path):
    name = '{corpus} a{b} {{x}} $x^2$ <b> Ü it\'s "so" -v\n'
    corpus = corpus.rename(tmp_path / name)
    right(checkout.make(corpus, "--out", tmp_path / "out" / name))
    assert (tmp_path / "out" / name / "index.html").exists()


@pytest.mark.skipif(os.name == "nt" or not shutil.which("make"), reason="needs make")
@pytest.mark.parametrize(
    "name", ['a"b', "Budget $100", "`touch pwned`", "$(touch pwned)", "a;touch pwned", "it's", "-v"]
)
def test_make_takes_any_name_and_runs_none(checkout, tmp_path, name):
    shutil.copy(ROOT / "Makefile", checkout.root)
    bin_ = checkout.root / ".venv" / "bin"
    bin_.mkdir(parents=True, exist_ok=True)
    (bin_ / "python").exists() or (bin_ / "python").symlink_to(sys.executable)
    (checkout.root / ".venv" / ".ready").touch()
    (tmp_path / name).mkdir()
    given = [f"{k}={tmp_path / name}" for k in ("CORPUS", "OUT")] + [f"EVENT={name}"]
    done = subprocess.run(
        ["make", "-s", "report", *given],
        cwd=checkout.root,
        env=checkout.env,
        capture_output=True,
        text=True,
    )
    assert f"the corpus folder {name!r} is empty" in done.stderr
    assert not (checkout.root / "pwned").exists()


def test_what_changes_while_it_is_read_is_said_and_no_digest_is_of_other_bytes(
    checkout, corpus, tmp_path
):
    out, text = tmp_path / "out", corpus / "b.txt"
    first = text.read_bytes()
    run = subprocess.Popen(
        checkout.command(corpus, "--out", out),
        cwd=checkout.root,
        env=checkout.env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    while run.poll() is None and not list(out.glob("data/.making-*/captures.parquet")):
        time.sleep(0.01)
    text.write_bytes(first.replace(b"98", b"14"))
    assert "the corpus was changed while it was read; run make report again" in run.communicate()[0]
    front = (out / "index.html").read_text(encoding="utf-8")
    assert hashlib.sha256(first).hexdigest()[:16] in front
    right(checkout.make(corpus, "--out", out))
    front = (out / "index.html").read_text(encoding="utf-8")
    assert hashlib.sha256(text.read_bytes()).hexdigest()[:16] in front


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files")
@pytest.mark.parametrize("room", [100, 4_000, 40_000])
def test_without_room_nothing_is_written_and_with_room_again_all_is(
    checkout, corpus, tmp_path, room
):
    import resource

    out = tmp_path / "out"
    none = subprocess.run(
        checkout.command(corpus, "--out", out),
        cwd=checkout.root,
        env=checkout.env,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )
    assert none.returncode == 1 and none.stderr.count("\n") == 1
    assert none.stderr.startswith("make report: ")
    assert not list(out.rglob("*.html"))
    right(checkout.make(corpus, "--out", out))


# --- ended in the middle --------------------------------------------------------------------------


def soon(true: Callable[[], object]) -> bool:
    """Whether something is true before long, however loaded the computer is."""
    end = time.monotonic() + PATIENCE_S
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return bool(true())


def alive(out: Path) -> list[int]:
    """The processes of a run into this folder that are still there."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            command = (place / "cmdline").read_bytes()
        except OSError:
            continue
        if os.fsencode(out) in command:
            found.append(int(place.name))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_ended_leaves_the_report_no_process_and_a_run_that_ends_well(
    checkout, corpus, tmp_path, monkeypatch, number
):
    out = tmp_path / "out"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("TMPDIR", "JUPYTER_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(elsewhere))
    right(checkout.make(corpus, "--out", out))
    before = tree(out)
    first = (corpus / "b.txt").read_text(encoding="utf-8")
    (corpus / "b.txt").write_text(first.replace("98", "14"), encoding="utf-8")
    process = checkout.start(corpus, "--out", out)
    assert soon(lambda: list(out.rglob(".making-*/*")))
    process.send_signal(number)
    words = process.communicate(timeout=PATIENCE_S)[1]
    told = "make report: stopped; the report is as it was, run it again to go on\n"
    assert words == ("" if number == signal.SIGKILL else told)
    assert {n: d for n, d in tree(out).items() if not n.startswith((".", "data/."))} == before
    assert soon(lambda: (alive(out), list(elsewhere.iterdir())) == ([], []))
    right(checkout.make(corpus, "--out", out))
    right(checkout.make(corpus, "--out", tmp_path / "fresh"))
    made, fresh = tree(out), tree(tmp_path / "fresh")
    own = ("ipynb", "zip")  # they name the folder; the zip holds the notebooks
    assert {n: d for n, d in made.items() if not n.endswith(own)} == {
        n: d for n, d in fresh.items() if not n.endswith(own)
    }
