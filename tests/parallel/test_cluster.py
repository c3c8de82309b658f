"""Parts of the work on Dask's workers: the loop's rows, whoever does them and whatever happens."""

import os
import socket
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from faulty import Length, ending, failing, lengths, struck

from tellings import parallel
from tellings.compare import ingest
from tellings.find import quotes
from tellings.parallel import identity, passing
from tellings.read import articles, files, lines, sentences
from tellings.tables import Engine

pytest.importorskip("distributed", reason="Dask is not installed: make cluster")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def texts() -> pd.Series:
    """Articles for three parts."""
    words = [f"word {'x' * (n % 7)} of {n}" for n in range(600)]
    return pd.Series(words, index=[f"{n:03}" for n in range(600)], dtype="str")


@pytest.fixture(scope="module")
def captures() -> pd.DataFrame:
    return ingest.kept(files.captures(ROOT / "seeds"))


def same(found: pd.DataFrame, expected: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(found, expected)


def read(captures: pd.DataFrame, engine: str) -> list[pd.DataFrame]:
    """The tables of notebooks 1 and 3: texts, rows, single rows, values that are dictionaries."""
    roles = parallel.each(ingest.texts(captures), lines.classify, lines.Line, engine)
    split = parallel.each(roles, sentences.split, sentences.Sentence, engine)
    hints = ingest.hints(captures)
    described = parallel.each(roles, articles.describe, articles.Article, engine, hints=hints)
    return [roles, split, described, parallel.each(split, quotes.find, quotes.Quote, engine)]


def test_processes_give_the_rows_of_the_loop(captures, texts):
    for found, expected in zip(read(captures, "processes"), read(captures, "local"), strict=True):
        same(found, expected)
    beside = texts.map(str.upper)[::2]
    asked = partial(parallel.each, texts, lengths, Length, beside=beside)
    same(asked(engine="processes"), asked(engine="local"))


def test_a_worker_lost_in_the_middle_changes_nothing(texts, tmp_path, capfd):
    hit = texts.where(texts.index != "300", "strike here")
    mark = pd.Series(str(tmp_path / "struck"), index=texts.index, dtype="str")
    found = parallel.each(hit, struck, Length, "processes", mark=mark)
    assert (tmp_path / "struck").exists()
    same(found, parallel.each(hit, struck, Length, mark=mark))
    assert capfd.readouterr() == ("", "")


def test_an_article_that_ends_its_worker_is_rejected_alone(texts):
    bad = texts.where(texts.index != "300", "poison")
    found = parallel.each(bad, ending, Length, "processes")
    assert parallel.rejects(found) == [("300", "the process that read it ended")]
    same(found, parallel.each(texts.drop("300"), lengths, Length))


@pytest.mark.parametrize("engine", ["local", "processes"])
def test_an_article_that_fails_is_rejected_and_said(texts, engine, capfd):
    bad = texts.where(~texts.index.isin(["007", "599"]), "poison")
    found = parallel.each(bad, failing, Length, engine)
    assert parallel.rejects(found) == [(i, "RuntimeError: bad article") for i in ("007", "599")]
    said = capfd.readouterr()
    assert said.out.splitlines()[0] == (
        "007 is left out of the Length rows: RuntimeError: bad article"
    )
    assert said.err == ""
    same(found, parallel.each(texts.drop(["007", "599"]), lengths, Length))


def test_workers_get_only_what_is_not_kept(captures, tmp_path, monkeypatch):
    monkeypatch.setattr(identity, "BEGUN", float("inf"))
    split = parallel.each(ingest.texts(captures), sentences.of, sentences.Sentence)
    expected = parallel.each(split, quotes.find, quotes.Quote)
    asked = partial(parallel.each, function=quotes.find, Row=quotes.Quote)
    handed = []
    lay_out = passing.lay_out
    monkeypatch.setattr(
        passing, "lay_out", lambda *g: handed.append(set(g[1].article_id)) or lay_out(*g)
    )
    by, last = Engine("processes", tmp_path), captures["article_id"].iloc[-1]
    same(
        asked(split[split["article_id"] != last], engine=by),
        expected[expected["article_id"] != last],
    )
    same(asked(split, engine=by), expected)
    assert handed[1:] == [{last}]


def test_the_recipe_by_hand_gives_the_same_each_process_in_a_folder_of_its_own(captures, tmp_path):
    with by_hand(tmp_path) as address:
        for found, expected in zip(read(captures, address), read(captures, "local"), strict=True):
            same(found, expected)


def test_what_workers_of_other_code_find_is_not_kept(captures, tmp_path, monkeypatch):
    split = parallel.each(ingest.texts(captures), sentences.of, sentences.Sentence)
    expected = parallel.each(split, quotes.find, quotes.Quote)
    with by_hand(tmp_path) as address:
        by = Engine(address, tmp_path / "kept")
        monkeypatch.setattr(identity, "version", lambda: b"another")
        same(parallel.each(split, quotes.find, quotes.Quote, by), expected)
        assert not by.kept.exists()
        monkeypatch.undo()
        monkeypatch.setattr(identity, "BEGUN", float("inf"))
        same(parallel.each(split, quotes.find, quotes.Quote, by), expected)
        assert by.kept.exists()


def test_nobody_at_the_address_is_said_in_one_line(texts):
    with pytest.raises(ValueError, match=r"no Dask scheduler answers at tcp://127.0.0.1:\d+; see"):
        parallel.each(texts, lengths, Length, f"tcp://127.0.0.1:{free_port()}")


@contextmanager
def by_hand(folder: Path):
    """The address of the scheduler that docs/cluster.md says how to start, with its workers."""
    recipe = (ROOT / "docs" / "cluster.md").read_text(encoding="utf-8").split("by hand")[-1]
    port = str(free_port())
    commands = [line.split()[1:] for line in recipe.replace("8786", port).splitlines()]
    commands = [c for c in commands if c[:1] in (["scheduler"], ["worker"])]
    running = [start(command, folder / str(n)) for n, command in enumerate(commands)]
    try:
        yield f"tcp://127.0.0.1:{port}"
    finally:
        for process in reversed(running):
            process.terminate()
            process.wait(20)
    assert len(running) == 3


def start(command: list[str], folder: Path) -> subprocess.Popen:
    folder.mkdir()
    surroundings = os.environ | {"PYTHONPATH": str(ROOT / "lib")}
    with (folder / "log").open("w") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *command],
            cwd=folder,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=surroundings,
        )


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
