"""One's own questions in SQL: a folder of tables and a query in, a DataFrame out."""

from pathlib import Path

import pandas as pd


def sql(data, query: str) -> pd.DataFrame:
    """What DuckDB answers to `query` over the tables in the folder `data`, each by its file's name.

    Nothing can be written, and no file or address read: the query sees these tables and no more.
    Rows without `order by` come in any order. Missing text is '', a missing number is null.

    Raises ValueError in one line where there are no tables, and for a query that cannot be run.
    """
    import duckdb
    from pyarrow import dataset

    found = {p.stem: p for p in sorted(Path(data).glob("*.parquet"))}
    if not found:
        raise ValueError(f"no tables in {str(data)!r}. Run the notebooks: make report")
    with duckdb.connect(":memory:") as connection:
        for name, path in found.items():
            connection.register(name, dataset.dataset(path))
        for setting in _CLOSED:
            connection.execute(f"set {setting}")
        try:
            answer = connection.sql(query)
        except duckdb.Error as error:
            why = str(error).splitlines()[0]
            raise ValueError(f"{why} (tables: {', '.join(found)})") from None
        if answer is None:
            raise ValueError(f"nothing is asked in {query!r}; begin with select")
        return answer.df()


# The registered tables stay readable; files, extensions and addresses do not.
_CLOSED = (
    "autoinstall_known_extensions = false",
    "autoload_known_extensions = false",
    "enable_external_access = false",
    "lock_configuration = true",
)


def columns(data, table: str = "") -> pd.DataFrame:
    """What can be asked for, a row for each column: table, column, type, rows (of the table).

    table  one table; "" all

    Raises ValueError in one line for a table that is not there.
    """
    import pyarrow.parquet as pq

    there = sorted(Path(data).glob("*.parquet"))
    if table and table not in [path.stem for path in there]:
        known = ", ".join(path.stem for path in there)
        raise ValueError(f"no table {table!r} in {str(data)!r}; there: {known}")
    rows = [
        (path.stem, field.name, str(field.type), pq.read_metadata(path).num_rows)
        for path in there
        if path.stem == (table or path.stem)
        for field in pq.read_schema(path)
    ]
    return pd.DataFrame(rows, columns=["table", "column", "type", "rows"])
