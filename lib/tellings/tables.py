"""Row types to typed tables on disk and back: the one place that knows Parquet."""

import os
from pathlib import Path
from typing import get_type_hints

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

# Columns that say which article a row belongs to; any table may carry them beside its row's own.
KEYS = ("article_id", "event_id", "outlet", "telling")

_ARROW = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    int | None: pa.int64(),
}
_PANDAS = {str: "str", int: "int64", float: "float64", bool: "bool", int | None: "Int64"}


def frame(rows, Row) -> pd.DataFrame:
    """A table of `Row` tuples: one typed column per field, also when there are no rows."""
    return typed(pd.DataFrame(list(rows), columns=Row._fields), Row)


def typed(table: pd.DataFrame, Row) -> pd.DataFrame:
    """The table with each column of `Row` in its type; KEYS, where there, come first as text.

    Raises ValueError for a column that is missing or that neither `Row` nor KEYS names.
    """
    kinds = {k: str for k in KEYS if k in table.columns} | get_type_hints(Row)
    _check(set(kinds), table.columns, f"a table of {Row.__name__} rows")
    return table[list(kinds)].astype({c: _PANDAS[k] for c, k in kinds.items()})


def write(table: pd.DataFrame, path, Row) -> None:
    """Write the table as typed Parquet, under a passing name first: no reader meets half a file."""
    path = Path(path)
    table = typed(table, Row)
    kinds = {k: str for k in KEYS} | get_type_hints(Row)
    schema = pa.schema([(c, _ARROW[kinds[c]]) for c in table.columns])
    path.parent.mkdir(parents=True, exist_ok=True)
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    arrow = pa.Table.from_pandas(table, schema=schema, preserve_index=False)
    pq.write_table(arrow.replace_schema_metadata(None), passing, compression="zstd")
    passing.replace(path)


def read(path, Row) -> pd.DataFrame:
    """The table at `path` with the columns of `Row`, typed.

    Raises ValueError in one line where the file is missing or lacks a column.
    """
    path = Path(path)
    if not path.exists():
        raise ValueError(f"{path} is not there. Run the notebooks before this one: make report")
    table = pq.read_table(path).to_pandas()
    _check(set(Row._fields), table.columns, path.name, advice=" Run: make clean report")
    return typed(table, Row)


def _check(wanted: set, columns, name: str, advice: str = "") -> None:
    """Raise ValueError for the first column that is missing or unknown."""
    for column in sorted(wanted - set(columns)):
        raise ValueError(f"{name} lacks column {column!r} (has: {', '.join(columns)}).{advice}")
    for column in columns:
        if column not in wanted and column not in KEYS:
            raise ValueError(f"{name} has an unknown column {column!r} (known: {sorted(wanted)}).")
