"""A run as a transaction: whatever happens, each file is the old one or the new one, whole."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tellings import lock
from tellings.report.run import record, staging
from tellings.report.run.place import Stop
from tellings.report.run.record import Record

NOTEBOOKS = ("1-a", "2-b")
CSVS = [f"tables/{name[0]}.csv" for name in NOTEBOOKS]
LEADS = '<table data-table=\\"{}\\">'  # as the JSON of an executed notebook has it
PAGES = ("index.html", "articles/x.html")


@pytest.fixture
def notebooks(tmp_path) -> list[Path]:
    """Two notebooks, each of which writes a table, and one for people."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for name in NOTEBOOKS:
        source = f'told = tables.open(data)\ntold.write("{name[0]}", t)'
        cells = [{"cell_type": "code", "source": source}]
        (folder / f"{name}.ipynb").write_text(json.dumps({"cells": cells}), encoding="utf-8")
    return sorted(folder.iterdir())


def wanted(words: str) -> Record:
    """The record of a report whose every file holds these words."""
    files = [*PAGES, *(f"notebooks/{n}.ipynb" for n in NOTEBOOKS), *CSVS, f"{words}.html"]
    tables = [f"{n[0]}.parquet" for n in NOTEBOOKS]
    return Record("of", words, dict.fromkeys(NOTEBOOKS, words), words, sorted(files), tables, [])


def run(beside: staging.Staging, notebook: Path, words: str) -> None:
    """What a kernel and papermill do."""
    name = notebook.stem[0]
    shown = words + LEADS.format(name)
    (beside.job.out / "notebooks" / notebook.name).write_text(shown, encoding="utf-8")
    (beside.job.out / "tables").mkdir(exist_ok=True)
    (beside.job.out / "tables" / f"{name}.csv").write_text(words, encoding="utf-8")
    (beside.job.data / f"{name}.parquet").write_text(words, encoding="utf-8")
    beside.finish(notebook.stem, words)


def make(job, notebooks, words: str, stop_after: int = 9) -> set[str]:
    """Make a report as build does; the notebooks that ran. Fails after so many of them."""
    made, after = record.read(job.out), wanted(words)
    stale = {
        n.stem for n in notebooks if made.keys.get(n.stem) != words or not staging.complete(n, job)
    }
    with staging.beside(job) as beside:
        stale = beside.begin(notebooks, after.keys, stale)
        for number, notebook in enumerate(n for n in notebooks if n.stem in stale):
            if number == stop_after:
                raise RuntimeError
            run(beside, notebook, words)
        for name in after.files:
            if not name.startswith(("notebooks/", "tables/")):
                (beside.job.out / name).parent.mkdir(exist_ok=True)
                (beside.job.out / name).write_text(words, encoding="utf-8")
        beside.commit(made, after)
    return stale


def held(job) -> dict[str, str]:
    """Every file below the job's folder, but for the record, with what it holds."""
    return {
        str(p.relative_to(job.out)): p.read_text(encoding="utf-8").partition("<")[0]
        for p in job.out.rglob("*")
        if p.is_file() and p.name != record.NAME
    }


def whole(words: str) -> dict[str, str]:
    made = wanted(words)
    return dict.fromkeys([*made.files, *(f"data/{name}" for name in made.tables)], words)


def test_a_report_replaces_the_last_one_and_what_is_no_longer_made_goes(job, notebooks):
    make(job, notebooks, "old")
    assert held(job) == whole("old")
    (job.out / "mine.txt").write_text("mine", encoding="utf-8")
    make(job, notebooks, "new")
    assert held(job) == whole("new") | {"mine.txt": "mine"}
    assert record.read(job.out) == wanted("new")
    assert make(job, notebooks, "new") == set()


def test_a_run_that_fails_leaves_the_report_its_keys_and_no_trace(job, notebooks):
    make(job, notebooks, "old")
    for number in range(2):
        with pytest.raises(RuntimeError):
            make(job, notebooks, "new", stop_after=number)
        assert held(job) == whole("old")
        assert record.read(job.out) == wanted("old")


def test_a_first_run_that_fails_leaves_no_folder(job, notebooks):
    with pytest.raises(RuntimeError):
        make(job, notebooks, "new", stop_after=0)
    assert not job.out.exists()


class Killed(BaseException):
    """Stands for kill -9: nothing of ours runs after it."""


@pytest.fixture
def killed(monkeypatch):
    """A function that lets the run die just before its n-th change on the disk."""

    def at(number: int) -> None:
        left = [number]

        def counted(function):
            def call(*given, **options):
                if left[0] == 0:
                    raise Killed
                left[0] -= 1
                return function(*given, **options)

            return call

        monkeypatch.setattr(staging.Staging, "end", lambda self: None)
        for name in ("replace", "unlink"):
            monkeypatch.setattr(Path, name, counted(getattr(Path, name)))

    return at


@pytest.mark.parametrize("number", range(14))
@pytest.mark.parametrize("then", ["old", "new"])
def test_a_run_that_is_killed_leaves_files_old_or_new_and_the_next_run_knows(
    job, notebooks, killed, monkeypatch, number, then
):
    make(job, notebooks, "old")
    killed(number)
    with pytest.raises(Killed):
        make(job, notebooks, "new")
    monkeypatch.undo()
    report = {n: w for n, w in held(job).items() if not n.startswith((".", "data/."))}
    assert set(report.values()) <= {"old", "new"}
    assert all(n in report for n in whole("old") if n != "old.html")
    made = record.read(job.out)
    for name, key in made.keys.items():
        assert report[f"notebooks/{name}.ipynb"] == report[f"data/{name[0]}.parquet"] == key
    make(job, notebooks, then)
    assert held(job) == whole(then)
    assert record.read(job.out) == wanted(then)


def test_what_a_killed_run_had_finished_is_taken_over(job, notebooks, monkeypatch):
    make(job, notebooks, "old")
    with monkeypatch.context() as patched:
        patched.setattr(staging.Staging, "end", lambda self: None)
        with pytest.raises(RuntimeError):
            make(job, notebooks, "new", stop_after=1)
    assert held(job).items() > whole("old").items()
    assert make(job, notebooks, "new") == {"2-b"}
    assert held(job) == whole("new")


def test_a_notebook_whose_table_for_people_is_gone_runs_again(job, notebooks):
    make(job, notebooks, "old")
    (job.out / CSVS[1]).unlink()
    assert make(job, notebooks, "old") == {"2-b"}
    assert held(job) == whole("old")


def test_what_a_killed_run_had_finished_of_something_else_is_not(job, notebooks, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(staging.Staging, "end", lambda self: None)
        with pytest.raises(RuntimeError):
            make(job, notebooks, "new", stop_after=1)
    assert make(job, notebooks, "other") == set(NOTEBOOKS)
    assert held(job) == whole("other")


def test_whatever_a_record_says_no_file_of_others_is_taken_away(job, notebooks, tmp_path):
    victim = tmp_path / "victim.txt"
    victim.write_text("mine", encoding="utf-8")
    make(job, notebooks, "old")
    names = ["../victim.txt", str(victim), "away/victim.txt", "articles"]
    (job.out / "away").symlink_to(tmp_path)
    record.write(job.out, wanted("old")._replace(files=names))
    make(job, notebooks, "new")
    assert victim.read_text(encoding="utf-8") == "mine"
    assert record.read(job.out) == wanted("new")


@pytest.mark.parametrize("name", ["articles", "data"])
def test_nothing_is_written_through_a_link_out_of_the_folder(job, notebooks, tmp_path, name):
    outside = tmp_path / "outside"
    outside.mkdir()
    job.out.mkdir()
    record.write(job.out, record.begun())
    (job.out / name).symlink_to(outside)
    with pytest.raises(Stop, match="leads out of the report's folder"):
        make(job, notebooks, "new")
    assert list(outside.rglob("*.*")) == []


def test_one_run_at_a_time(job, notebooks):
    make(job, notebooks, "old")
    before = held(job)
    with staging.beside(job), pytest.raises(Stop, match=r"another run is writing .*out; wait"):
        make(job, notebooks, "new")
    assert held(job) == before
    make(job, notebooks, "new")


@pytest.mark.skipif(os.name == "nt", reason="there is no lock on a folder")
def test_a_dead_run_holds_no_lock(tmp_path):
    words = (
        "import os, sys; from pathlib import Path; from tellings import lock\n"
        "with lock.held(Path(sys.argv[1])): print('held', flush=True); os.read(0, 1)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", words, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout.readline() == b"held\n"
    with pytest.raises(lock.Busy), lock.held(tmp_path):
        pass
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()
    with lock.held(tmp_path):
        assert list(tmp_path.iterdir()) == []
