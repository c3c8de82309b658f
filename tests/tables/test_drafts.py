"""Tables of a corpus that is read anew: made in a passing folder, put in order on disk, kept."""

import os
import subprocess
import sys
from itertools import chain
from typing import get_type_hints

import pandas as pd
import pytest
from hypothesis import given, settings, strategies as st

from tellings import tables
from tellings.tables import corpus, files, ordering


def blank(name: str, **columns) -> pd.DataFrame:
    """Rows of a catalogued table with these columns filled."""
    kinds = get_type_hints(tables.row_type(name))
    of = {f: 0 if "int" in str(kind) else "" for f, kind in kinds.items()}
    many = len(next(iter(columns.values())))
    return pd.DataFrame([of] * many, columns=list(kinds)).assign(**columns)


def begun(folder, *events: int) -> tables.Drafts:
    """Captures of these events, the file's place behind the event; two words of each."""
    ids = [f"{event}-{n}" for n, event in enumerate(events)]
    told = tables.drafts(folder)
    told.write("captures", blank("captures", article_id=ids))
    told.make("words", words, "captures")
    return told


def words(captures: pd.DataFrame) -> pd.DataFrame:
    told = [(i, f"{i}{x}") for i in captures["article_id"] for x in "ab"]
    return pd.DataFrame(told, columns=["article_id", "word"]).astype("str")


def by_event(told: tables.Tables) -> pd.DataFrame:
    ids = told.columns("captures", "article_id")["article_id"]
    return pd.DataFrame({"article_id": ids, "event_id": ids.str.partition("-")[0]})


def names(folder) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_tables_of_the_last_run_stand_until_all_are_made(tmp_path):
    begun(tmp_path, 1).keep()
    told = begun(tmp_path, 2, 3)
    assert list(tables.open(tmp_path).words["word"]) == ["1-0a", "1-0b"]
    told.keep()
    assert names(tmp_path) == ["captures.parquet", "words.parquet"]
    assert list(tables.open(tmp_path).captures["article_id"]) == ["2-0", "3-1"]
    assert len(told.words) == 4


def test_of_a_run_that_fails_nothing_is_left_and_nothing_changed(tmp_path):
    begun(tmp_path, 1).keep()
    told = begun(tmp_path, 2)
    with pytest.raises(ZeroDivisionError):
        told.make("words", lambda captures: 1 / 0, "captures")
    assert list(told.words["word"]) == ["2-0a", "2-0b"]
    del told
    assert names(tmp_path) == ["captures.parquet", "words.parquet"]
    assert list(tables.open(tmp_path).words["word"]) == ["1-0a", "1-0b"]


@pytest.mark.skipif(os.name == "nt", reason="there is no lock on a folder")
def test_what_a_killed_run_left_goes_and_what_another_makes_stays(tmp_path):
    code = (
        "import os, sys; from tellings import tables\n"
        "told = tables.drafts(sys.argv[1]); print(flush=True); os.read(0, 1)"
    )
    streams = dict(stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], **streams) as other:
        assert other.stdout.readline()
        (theirs,) = names(tmp_path)
        mine = begun(tmp_path, 1)
        assert theirs in names(tmp_path)
        other.kill()
        other.wait()
    assert theirs in names(tmp_path)
    again = begun(tmp_path, 2)
    assert theirs not in names(tmp_path)
    mine.keep()
    again.keep()
    assert names(tmp_path) == ["captures.parquet", "words.parquet"]


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_parts_of_any_size_lie_side_by_side_until_events_are_known(tmp_path, monkeypatch, size):
    monkeypatch.setattr(corpus, "SIZE", size)
    told = begun(tmp_path, 2, 1, 2, 3, 1)
    parts = list(told.parts(lambda w: list(w["word"].str[0]), "words"))
    assert list(chain(*parts)) == list("2211223311")
    assert [len(part) // 2 for part in parts[:-1]] == [size] * (len(parts) - 1)


@settings(max_examples=25)
@given(
    events=st.lists(st.integers(0, 4), min_size=1, max_size=30),
    size=st.integers(1, 8),
    rows=st.integers(1, 8),
)
def test_events_come_one_after_another_as_if_all_were_sorted_at_once(
    tmp_path_factory, events, size, rows
):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(corpus, "SIZE", size)
        patched.setattr(files, "_ROWS", rows)
        told = begun(tmp_path_factory.mktemp("drafts"), *events)
        known = by_event(told).query("event_id != '0'")
        whole = told.words
        told.arrange(known, "captures", "words")
        place = whole["article_id"].str[0].map(lambda event: event if event != "0" else "9")
        wanted = whole.iloc[place.argsort(kind="stable")].reset_index(drop=True)
        pd.testing.assert_frame_equal(told.words, wanted)
        parts = list(told.rows("words"))
    assert list(pd.concat(parts)["word"]) == list(wanted["word"])
    held = [set(part["article_id"].str[0]) - {"0"} for part in parts]
    assert sum(map(len, held)) == known["event_id"].nunique()


def test_a_table_without_rows_is_put_in_order(tmp_path):
    told = begun(tmp_path, 1, 2)
    told.write("sentences", blank("sentences", article_id=["1-0"]).head(0))
    told.arrange(by_event(told), "sentences")
    assert told.sentences.empty and "text" in told.sentences


def test_of_many_articles_piles_are_larger_and_not_more(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "SIZE", 1)
    monkeypatch.setattr(ordering, "_PILES", 3)
    told = begun(tmp_path, *range(8))
    assert set(ordering._Places(list("abcdefgh")).piles) == {0, 1, 2}
    told.arrange(by_event(told).iloc[::-1], "words")
    assert list(told.words["word"].str[0]) == sorted("0123456789"[:8] * 2)


def test_a_part_in_order_is_one_group_of_rows(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "SIZE", 2)
    monkeypatch.setattr(ordering, "_PILES", 2)
    monkeypatch.setattr(files, "_LEAST", 1)
    told = begun(tmp_path, 1, 2, 1, 1, 3, 2)
    told.arrange(by_event(told), "words")
    groups = [rows["word"].to_pylist() for rows in files.groups(told._folder / "words.parquet")]
    assert groups[1:] == [list(part["word"]) for part in told.rows("words")]


def test_one_event_is_seen_alone(tmp_path):
    told = begun(tmp_path, 1, 2, 1)
    rows = blank("articles", **by_event(told).to_dict("list"))
    told.write("articles", rows)
    assert list(told.about("1").words["word"].str[:3].unique()) == ["1-0", "1-2"]
    assert told.about("") is told
    with pytest.raises(ValueError, match="^unknown event '7'; this corpus has: 1, 2$"):
        list(told.about("7").rows("words"))


def test_rows_of_articles_are_kept_where_those_of_the_last_run_are(tmp_path):
    told = begun(tmp_path, 1)
    assert told.engine == tables.open(tmp_path).engine
