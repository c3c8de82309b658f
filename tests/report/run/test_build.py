"""The report of any corpus: what is wrong is said in one line, nothing lost or made twice."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


def make(corpus: Path, *options: str) -> subprocess.CompletedProcess:
    """Run `make report`'s command on a corpus."""
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


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere", "make report: no folder 'nowhere' here; CORPUS must be a folder of captures"),
        ("bare", "make report: the corpus folder 'bare' is empty; put captures (.txt) into it"),
    ],
)
def test_a_corpus_that_is_none_is_named(tmp_path, name, message):
    (tmp_path / "bare").mkdir()
    done = make(tmp_path / name)
    assert done.returncode == 1
    assert done.stderr.startswith(message) and done.stderr.count("\n") == 1


def test_files_that_are_no_captures_are_reported_and_the_rest_is_read(odd, tmp_path):
    done = make(odd, "--out", str(tmp_path / "out"))
    assert (done.returncode, done.stderr) == (0, "")
    page = (tmp_path / "out" / "1-ingest.html").read_text(encoding="utf-8")
    assert all(name in page for name in ("picture.txt", "empty.txt", "lost.txt"))
    front = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "3 could not be read" in front and "1 telling by 1 outlet of 1 event" in front
    again = make(odd, "--out", str(tmp_path / "out"))
    assert again.stdout.startswith("Nothing has changed")
    assert "papermill" not in again.stdout and again.returncode == 0
    (tmp_path / "out" / "notebooks" / "5-readability.ipynb").unlink()
    mended = make(odd, "--out", str(tmp_path / "out"))
    assert [line.split()[0] for line in mended.stdout.splitlines()[:-1]] == ["5-readability"]


def test_an_unknown_event_is_named_with_the_known(tmp_path):
    done = make(ROOT / "seeds", "--event", "2031-01-01", "--out", str(tmp_path / "out"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "unknown event '2031-01-01'" in done.stderr and "2024-04-18" in done.stderr
