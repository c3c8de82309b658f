"""Tables keep their types on disk, and say in one line what is wrong."""

import gc
import subprocess
import sys
from typing import NamedTuple, get_type_hints

import pandas as pd
import pyarrow as pa
import pytest

from tellings import tables
from tellings.tables import files, rows


class Seen(NamedTuple):
    sentence: int
    value: float
    text: str
    speaker_start: int | None
    told: bool


ROWS = [Seen(1, 2.5, "", None, True), Seen(2, float("nan"), "NA", 7, False)]


def test_what_is_written_is_read_back(tmp_path):
    table = tables.frame(ROWS, Seen).assign(article_id=["000", "007"], telling="")
    path = tmp_path / "new" / "seen.parquet"
    tables.write(table, path, Seen)
    read = tables.read(path, Seen)
    assert list(read.columns) == ["article_id", "telling", *Seen._fields]
    assert read["article_id"].tolist() == ["000", "007"]
    assert read["text"].tolist() == ["", "NA"]
    assert read["speaker_start"].isna().tolist() == [True, False]
    pd.testing.assert_frame_equal(read, tables.typed(table, Seen))


@pytest.mark.parametrize("at_once", [1, 3, 8])
def test_a_table_of_many_rows_is_the_table_of_all_at_once(monkeypatch, at_once):
    whole = tables.frame(ROWS * 4, Seen)
    monkeypatch.setattr(rows, "_AT_ONCE", at_once)
    pd.testing.assert_frame_equal(tables.frame(iter(ROWS * 4), Seen), whole)
    pd.testing.assert_frame_equal(tables.frame([], Seen), whole.head(0))


def test_a_table_in_parts_is_one_and_a_text_that_comes_again_is_one_object(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_ROWS", 3)
    table = tables.frame(ROWS * 4, Seen)
    tables.write(table, tmp_path / "seen.parquet", Seen)
    read = tables.read(tmp_path / "seen.parquet", Seen)
    pd.testing.assert_frame_equal(read, table)
    assert len(set(map(id, read["text"].to_numpy()))) == 2


def test_parts_of_a_few_rows_share_a_group_of_the_file(tmp_path, monkeypatch):
    part, path = tables.frame(ROWS, Seen), tmp_path / "seen.parquet"
    monkeypatch.setattr(files, "_LEAST", 2 * pa.Table.from_pandas(part).nbytes)
    with files.Writer(path, Seen) as file:
        for _ in range(5):
            file.add(part)
    assert [len(rows) for rows in files.groups(path)] == [0, 4, 4, 2]
    whole = pd.concat([part] * 5, ignore_index=True)
    pd.testing.assert_frame_equal(tables.read(path, Seen), whole)


def test_a_text_that_is_missing_stays_missing(tmp_path):
    placed(tmp_path, "own", word=["rain", None, "rain"])
    assert tables.open(tmp_path).own["word"].isna().tolist() == [False, True, False]


def test_no_rows_keep_their_types(tmp_path):
    tables.write(tables.frame([], Seen), tmp_path / "seen.parquet", Seen)
    read = tables.read(tmp_path / "seen.parquet", Seen)
    assert [str(t) for t in read.dtypes] == ["int64", "float64", "str", "Int64", "bool"]


def test_nothing_passing_is_left(tmp_path):
    tables.write(tables.frame(ROWS, Seen), tmp_path / "seen.parquet", Seen)
    assert [p.name for p in tmp_path.iterdir()] == ["seen.parquet"]


def test_a_missing_table_says_what_to_run(tmp_path):
    with pytest.raises(ValueError, match="seen.parquet is not there. Run .* make report"):
        tables.read(tmp_path / "seen.parquet", Seen)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (
            tables.frame(ROWS, Seen).drop(columns="value"),
            "lacks column 'value' .has: sentence, text",
        ),
        (tables.frame(ROWS, Seen).assign(mood=1), "unknown column 'mood'"),
    ],
)
def test_a_wrong_column_is_named(table, message):
    with pytest.raises(ValueError, match=message):
        tables.typed(table, Seen)


def placed(tmp_path, name: str, **columns):
    """A table of the researcher's own, written beside the catalogued ones."""
    tables.open(tmp_path).write(name, pd.DataFrame(columns))


def test_tables_are_asked_for_by_name_and_typed_as_the_catalogue_says(tmp_path):
    told = tables.open(tmp_path)
    row_type = tables.row_type("whens")
    told.write("whens", tables.frame([row_type(0, 3, 8, "today", "", "", "")], row_type))
    assert told.whens["text"].tolist() == ["today"]
    assert "whens" in dir(told)


def test_only_the_row_types_columns_are_written(tmp_path):
    told, row_type = tables.open(tmp_path), tables.row_type("whens")
    rows = tables.frame([row_type(0, 3, 8, "today", "", "", "")], row_type)
    told.write("whens", rows.assign(article_id="a", mood="good"))
    assert list(told.whens.columns) == ["article_id", *row_type._fields]
    with pytest.raises(ValueError, match="lacks column 'text'"):
        told.write("whens", rows.drop(columns="text"))


def test_of_one_event_only_its_rows_are_seen(tmp_path):
    placed(tmp_path, "mine", article_id=["a", "b"], value=[1, 2])
    placed(tmp_path, "pairs", event_id=["1", "2"], value=[1, 2])
    row_type = tables.row_type("articles")
    kinds = get_type_hints(row_type)
    rows = [[{str: "", int: 0}.get(kinds[f]) for f in row_type._fields]] * 2
    articles = pd.DataFrame(rows, columns=row_type._fields)
    tables.open(tmp_path).write(
        "articles", articles.assign(article_id=["a", "b"], event_id=["1", "2"])
    )
    assert tables.open(tmp_path, "2").mine["value"].tolist() == [2]
    assert tables.open(tmp_path, "2").pairs["value"].tolist() == [2]
    assert tables.open(tmp_path, "2").of(["a", "b"]).mine["value"].tolist() == [2]
    assert tables.open(tmp_path, "2").of([]).mine["value"].tolist() == []
    assert tables.open(tmp_path).mine["value"].tolist() == [1, 2]
    with pytest.raises(ValueError, match="unknown event '3'; this corpus has: 1, 2"):
        tables.open(tmp_path, "3").articles.head()


@pytest.mark.parametrize("some, seen", [(["b"], [2]), (["b", "a", "none"], [1, 2]), ([], [])])
def test_of_some_articles_only_their_rows_are_read(tmp_path, some, seen):
    placed(tmp_path, "mine", article_id=["a", "b"], value=[1, 2])
    placed(tmp_path, "pairs", event_id=["1", "2"], value=[1, 2])
    rows = tables.frame(ROWS, Seen).assign(article_id=["a", "b"])
    tables.write(rows, tmp_path / "seen.parquet", Seen)
    told = tables.open(tmp_path).of(some)
    assert told.mine["value"].tolist() == seen
    assert tables.read(tmp_path / "seen.parquet", Seen, some)["sentence"].tolist() == seen
    assert told.pairs["value"].tolist() == [1, 2]  # of no article


@pytest.mark.parametrize(
    ("name", "advice"), [("claims", "Run 4-claims, or: make report"), ("mine", "that writes it")]
)
def test_a_table_that_is_not_there_says_who_writes_it(tmp_path, name, advice):
    with pytest.raises(ValueError, match=f"no table '{name}' in .*{advice}"):
        getattr(tables.open(tmp_path), name)


def test_a_row_type_is_extended_by_fields():
    More = tables.extend(Seen, "More", "A Seen with a mood.", mood=str)
    assert More._fields == (*Seen._fields, "mood") and More.__doc__ == "A Seen with a mood."
    assert tables.frame([More(*ROWS[0], "good")], More)["mood"].tolist() == ["good"]


def test_rows_are_tuples_named_by_their_columns_with_plain_values():
    table = tables.frame(ROWS, Seen).assign(**{"95 %": [1.5, 2.5], "class": "x"})
    first, second = tables.tuples(table)
    assert first == (1, 2.5, "", pd.NA, True, 1.5, "x") and first.speaker_start is pd.NA
    assert (second.text, second.speaker_start, second[-2:]) == ("NA", 7, (2.5, "x"))
    assert [type(value) for value in second[:4]] == [int, float, str, int]
    assert not list(tables.tuples(table.head(0)))


def test_thousands_of_rows_are_made_without_a_search_for_cycles():
    gc.collect()
    searches = []
    gc.callbacks.append(lambda phase, info: searches.append(phase))
    rows = [Seen(n, 0.5, "rain", None, True) for n in range(10_000)]
    gc.callbacks.pop()
    assert len(rows) == 10_000
    assert not searches


def test_memory_of_tables_that_are_gone_is_the_systems():
    code = "from tellings import tables; import pyarrow; print(pyarrow.default_memory_pool())"
    given = {"capture_output": True, "text": True, "check": True}
    assert "system" in subprocess.run([sys.executable, "-c", code], **given).stdout
