"""Tables keep their types on disk, and say in one line what is wrong."""

from typing import NamedTuple

import pandas as pd
import pytest

from tellings import tables


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
