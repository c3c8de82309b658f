"""SQL over the tables: answers as frames, the tables and nothing else."""

import pandas as pd
import pytest

from tellings.compare.corpus import sql


@pytest.fixture()
def data(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    pd.DataFrame({"article_id": ["000", "001"], "text": ["", "x"], "end": [1, 2]}).to_parquet(
        folder / "claims.parquet", index=False
    )
    return folder


def test_a_query_gives_a_frame(data):
    answer = sql.sql(data, 'select article_id, text, "end" from claims order by article_id')
    assert answer.to_dict("list") == {
        "article_id": ["000", "001"],
        "text": ["", "x"],
        "end": [1, 2],
    }


def test_columns_tells_what_can_be_asked(data):
    assert sql.columns(data)[["table", "column", "rows"]].values.tolist() == [
        ["claims", "article_id", 2],
        ["claims", "text", 2],
        ["claims", "end", 2],
    ]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("selct 1", "syntax error .*tables: claims"),
        ("select * from mentions", "mentions does not exist.*tables: claims"),
        ("", "nothing is asked"),
        ("copy claims to 'out.csv'", "disabled"),
        ("select * from read_csv('pyproject.toml')", "disabled"),
        ("select * from 'pyproject.toml'", "does not exist"),
        ("attach 'out.db'", "disabled"),
        ("install httpfs", "disabled"),
        ("set enable_external_access = true", "locked"),
    ],
)
def test_it_reads_these_tables_and_nothing_else(data, query, message):
    before = (data / "claims.parquet").read_bytes()
    with pytest.raises(ValueError, match=message) as told:
        sql.sql(data, query)
    assert "\n" not in str(told.value)
    assert [p.name for p in data.iterdir()] == ["claims.parquet"]
    assert (data / "claims.parquet").read_bytes() == before


def test_no_tables_are_told(tmp_path):
    with pytest.raises(ValueError, match="no tables in .* make report"):
        sql.sql(tmp_path, "select 1")


def test_a_table_that_is_not_there_is_named(data):
    assert len(sql.columns(data, "claims")) == 3
    with pytest.raises(ValueError, match="no table 'mentions' .*; there: claims"):
        sql.columns(data, "mentions")
