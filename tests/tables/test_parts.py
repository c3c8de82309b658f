"""What is made part by part is what is made at once, and no part is read twice."""

import sys
from typing import get_type_hints

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings, strategies as st

from tellings import tables
from tellings.report.run import staging
from tellings.tables import corpus, files


def told(folder, *events: int, event: str = "") -> tables.Tables:
    """A corpus of events of so many articles each, with two rows of `words` an article."""
    ids = [f"{e}-{n}" for e, many in enumerate(events) for n in range(many)]
    row_type = tables.row_type("articles")
    blank = {f: 0 if "int" in str(kind) else "" for f, kind in get_type_hints(row_type).items()}
    articles = pd.DataFrame([blank] * len(ids), columns=row_type._fields)
    found = tables.open(folder, event)
    found.write("articles", articles.assign(article_id=ids, event_id=[i[0] for i in ids]))
    twice = [i for i in ids for _ in range(2)]
    found.write("words", pd.DataFrame({"article_id": twice, "word": range(len(twice))}))
    return found


def first(words: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The first word of each event."""
    return words.merge(articles[["article_id", "event_id"]]).drop_duplicates(
        "event_id", ignore_index=True
    )


@pytest.mark.parametrize("size", [1, 2, 3, 5, 100])
def test_parts_of_any_size_make_the_same_table(tmp_path, monkeypatch, size):
    monkeypatch.setattr(corpus, "SIZE", size)
    mine = told(tmp_path, 1, 4, 2, 1)
    mine.make("first", first, "words", "articles")
    pd.testing.assert_frame_equal(mine.first, first(mine.words, mine.articles))
    assert mine.gather(first, "words", "articles").equals(mine.first)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all is done in this process")
def test_a_table_of_many_articles_is_made_in_a_process_of_its_own(tmp_path, monkeypatch):
    mine = told(tmp_path, 1, 4, 2, 1)
    mine.make("first", first, "words", "articles")
    whole, here = mine.first, []
    monkeypatch.setattr(corpus, "_MANY", 8)
    mine.make("first", lambda *parts: here.append(parts) or first(*parts), "words", "articles")
    pd.testing.assert_frame_equal(mine.first, whole)
    assert here == []


def test_tellings_are_the_articles_by_few_columns_whole_of_an_event_and_in_parts(tmp_path):
    mine = told(tmp_path, 2, 1, 3)
    few = mine.tellings
    assert len(few.columns) < len(mine.articles.columns)
    pd.testing.assert_frame_equal(few, mine.articles[list(few.columns)])
    pd.testing.assert_frame_equal(mine.gather(pd.DataFrame, "tellings"), few)
    assert set(tables.open(tmp_path, "2").tellings["event_id"]) == {"2"}


def test_some_columns_come_in_their_types_and_of_one_event_its_rows(tmp_path):
    told(tmp_path, 2, 1)
    few = ["headline_start", "article_id"]
    whole = tables.open(tmp_path).articles[few]
    pd.testing.assert_frame_equal(tables.open(tmp_path).columns("articles", *few), whole)
    own = tables.open(tmp_path, "1").columns("articles", *few)
    pd.testing.assert_frame_equal(own, whole.tail(1).reset_index(drop=True))


@settings(max_examples=25)
@given(events=st.lists(st.integers(1, 9), max_size=9), size=st.integers(1, 20))
def test_each_article_is_in_one_part_and_an_event_is_never_cut(tmp_path_factory, events, size):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(corpus, "SIZE", size)
        mine = told(tmp_path_factory.mktemp("cut"), *events)
        parts = [list(ids) for ids in mine.parts(lambda a: a["article_id"], "articles")]
    assert [i for ids in parts for i in ids] == [
        f"{e}-{n}" for e, many in enumerate(events) for n in range(many)
    ]
    held = [{i[0] for i in ids} for ids in parts]
    assert sum(map(len, held)) == len(events)
    whole = max(events, default=0)
    assert all(len(ids) < size + whole for ids in parts)


def test_what_is_said_of_each_event_is_gathered(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "SIZE", 1)
    mine = told(tmp_path, 1, 2)
    said = mine.gather(lambda a: dict(zip(a["event_id"], a["article_id"], strict=True)), "articles")
    assert said == {"0": "0-0", "1": "1-1"}


def test_several_tables_of_each_part_are_gathered_each_in_one(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "SIZE", 1)
    mine = told(tmp_path, 1, 2)
    heads, whole = mine.gather(lambda words: (words.head(1), words), "words")
    assert list(heads["word"]) == [0, 2]
    pd.testing.assert_frame_equal(whole, mine.words)


def test_what_several_functions_give_is_gathered_of_tables_read_once(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "SIZE", 1)
    mine = told(tmp_path, 1, 2)
    read, loaded = [], files.load
    monkeypatch.setattr(
        files, "load", lambda path, *on: read.append(path.stem) or loaded(path, *on)
    )
    apart = lambda words: ({"all": len(words)}, words.tail(1))  # noqa: E731
    heads, (many, tails) = mine.gather((lambda words: words.head(1), apart), "words")
    assert (list(heads["word"]), many, list(tails["word"])) == ([0, 2], {"all": 4}, [1, 5])
    assert read.count("words") == 2  # once for each part


def test_the_rows_of_a_table_come_as_they_are(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "SIZE", 1)
    mine = told(tmp_path, 1, 2)
    assert [list(part["word"]) for part in mine.rows("words")] == [[0, 1], [2, 3, 4, 5]]


def test_many_workers_get_larger_parts_of_the_same_order(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "SIZE", 1)
    told(tmp_path, 1, 2, 1)
    parts = list(tables.open(tmp_path, engine="processes").rows("words"))
    assert [len(part) for part in parts] == [8]


def test_of_one_event_only_its_part_is_made(tmp_path):
    told(tmp_path, 2, 3).make("first", first, "words", "articles")
    one = tables.open(tmp_path, "1")
    assert list(one.parts(len, "words")) == [6]


def test_a_function_may_give_several_tables(tmp_path):
    mine = told(tmp_path, 2, 3)
    mine.make(("one", "other"), lambda w: (w.head(1), w.tail(1)), "words")
    assert mine.one["word"].tolist() == [0] and mine.other["word"].tolist() == [9]


def test_a_part_that_fails_leaves_the_table_as_it_was(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "SIZE", 1)
    mine = told(tmp_path, 1, 1, 1)
    mine.make("first", first, "words", "articles")
    before = mine.first

    def fails(words):
        if words["word"].max() > 3:
            raise ZeroDivisionError
        return words

    with pytest.raises(ZeroDivisionError):
        mine.make(("first", "new"), lambda words: (fails(words),) * 2, "words")
    pd.testing.assert_frame_equal(mine.first, before)
    names = ["articles.parquet", "first.parquet", "words.parquet"]
    assert sorted(p.name for p in tmp_path.iterdir()) == names


def test_no_articles_make_a_table_without_rows(tmp_path):
    mine = told(tmp_path)
    row_type = tables.row_type("whens")
    mine.make("whens", lambda articles: tables.frame([], row_type), "articles")
    assert mine.whens.empty and list(mine.whens.columns) == list(row_type._fields)


def test_corrections_are_handed_to_each_part_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "SIZE", 1)
    mine = told(tmp_path, 1, 1)
    row_type = tables.row_type("corrections")
    blank = {f: 0 if kind is int else "" for f, kind in get_type_hints(row_type).items()}
    given = pd.DataFrame([blank] * 2, columns=row_type._fields)
    mine.write("corrections", given.assign(article_id=["0-0", ""]))
    assert list(mine.parts(len, "corrections")) == [2, 2]


def test_a_part_reads_no_group_of_rows_but_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "SIZE", 1)
    monkeypatch.setattr(files, "_ROWS", 2)
    monkeypatch.setattr(files, "_LEAST", 1)
    mine, asked = told(tmp_path, 1, 1, 1), []
    kept = files._kept

    def seen(file, group, *which):
        asked.append(group)
        return kept(file, group, *which)

    monkeypatch.setattr(files, "_kept", seen)
    list(mine.parts(len, "words"))
    assert asked == [0, 1, 2]


def test_a_small_group_is_read_once_for_the_parts_that_share_it(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "SIZE", 1)
    mine, before = told(tmp_path, 1, 1, 1), files._group.cache_info().misses
    assert [len(words) for words in mine.rows("words")] == [2, 2, 2]
    assert files._group.cache_info().misses == before + 1


def test_where_values_share_a_hash_each_has_its_own_rows(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "SIZE", 1)
    monkeypatch.setattr(files, "_ROWS", 2)
    monkeypatch.setattr(files, "_LEAST", 1)
    mine = told(tmp_path, 1, 3, 2)
    whole = mine.words
    monkeypatch.setattr(files, "_hashes", lambda values: np.zeros(len(values), dtype="uint64"))
    assert pd.concat(mine.rows("words"), ignore_index=True).equals(whole)


def test_what_stands_where_in_a_table_is_read_once_for_all_parts(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "SIZE", 1)
    mine, read = told(tmp_path, 2, 2, 2), []
    once = files.pq.read_metadata
    monkeypatch.setattr(
        files.pq, "read_metadata", lambda path: read.append(path.stem) or once(path)
    )
    assert len(list(mine.rows("words"))) == 3
    assert sorted(read) == ["articles", "words"]


def test_a_table_that_is_written_anew_is_read_anew(tmp_path):
    mine = told(tmp_path, 2, 1)
    assert mine.of(["1-0"]).words["word"].tolist() == [4, 5]
    mine.write("words", pd.DataFrame({"article_id": ["0-0", "1-0"] * 3, "word": range(6)}))
    assert mine.of(["1-0"]).words["word"].tolist() == [1, 3, 5]


def test_rows_are_kept_by_the_corpus_also_while_a_run_has_not_ended(tmp_path):
    own, others = tmp_path / "news", tmp_path / "more" / "news"
    engine = tables.open(own, engine="processes").engine
    assert engine == tables.open(own / f"{staging._PREFIX}x1", engine="processes").engine
    assert engine.name == "processes" and engine.kept.name.startswith("news-")
    assert engine.kept != tables.open(others, engine="processes").engine.kept


def test_rows_are_kept_where_no_report_takes_them_along(tmp_path, monkeypatch, root):
    monkeypatch.delenv("TELLINGS_KEPT")
    assert tables.open(tmp_path / "report" / "data").engine.kept.parent == root / "data" / "kept"
