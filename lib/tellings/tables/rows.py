"""Rows and frames: row types in, typed tables out, and their rows as tuples again."""

import gc
import sys
from collections import namedtuple
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, repeat
from typing import Any, NamedTuple, get_type_hints

import pandas as pd

from tellings.tables.catalogue import KEYS

# Texts as Python's own strings: rows are read one by one, in which Arrow's are ten times as slow.
pd.set_option("mode.string_storage", "python")
# Rows are tuples of texts and numbers, and in no cycle: to look for cycles whenever 700 more have
# been made (Python's own measure) took an eighth of the notebooks' time, and freed nothing.
gc.set_threshold(200_000, 10, 10)

_AT_ONCE = 10_000  # tuples that are held while a table is made of them
_PANDAS = {str: "str", int: "int64", float: "float64", bool: "bool", int | None: "Int64"}


def extend(Row, name: str, doc: str, **fields: Any) -> Any:
    """A row type with the fields of `Row` and then those given, each with its type.

    >>> class Point(NamedTuple):
    ...     x: int
    >>> extend(Point, "Named", "A point with a name.", label=str)(1, "a")
    Named(x=1, label='a')
    """
    made = NamedTuple(name, [*get_type_hints(Row).items(), *fields.items()])  # type: ignore[misc]
    made.__doc__ = doc
    made.__module__ = sys._getframe(1).f_globals["__name__"]  # where a worker finds it again
    made.extends = Row  # type: ignore[attr-defined]
    return made


def frame(rows, Row) -> pd.DataFrame:
    """A table of `Row` tuples: one typed column per field, also when there are no rows."""
    return pd.concat(frames(rows, Row), ignore_index=True)


def frames(rows, Row) -> Iterator[pd.DataFrame]:
    """What `frame` gives, in parts of so many rows that few are ever held as tuples; of no rows
    one part."""
    rows = iter(rows)
    yield _frame(list(islice(rows, _AT_ONCE)), Row)
    for part in iter(lambda: list(islice(rows, _AT_ONCE)), []):
        yield _frame(part, Row)


def _frame(rows: list, Row) -> pd.DataFrame:
    """A table of a few rows, each column in its type at once: pandas would guess it from every
    cell, then change it."""
    columns = zip(*rows, strict=True) if rows else [()] * len(Row._fields)
    found = dict(zip(Row._fields, columns, strict=True))
    kinds = _kinds(Row, Row._fields)
    return pd.DataFrame({c: pd.array(list(found[c]), dtype=_PANDAS[k]) for c, k in kinds.items()})


def typed(table: pd.DataFrame, Row, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """The table with each column of `Row` in its type; KEYS, where there, come first as text.

    columns  those that it is to have, in this order; None: all of `Row`

    Raises ValueError for a column that is missing or that neither `Row` nor KEYS names.
    """
    kinds = _kinds(Row, table.columns)
    kinds = {c: kinds[c] for c in columns} if columns else kinds
    check(set(kinds), table.columns, f"a table of {Row.__name__} rows")
    given = dict(table.dtypes)
    # A column is copied even to the type that it has: a part's table of 20 took a millisecond.
    other = {c: _PANDAS[k] for c, k in kinds.items() if given[c] != _PANDAS[k]}
    own = table if list(table) == list(kinds) else table[list(kinds)]
    return own.astype(other) if other else own


def _kinds(Row, columns) -> dict[str, Any]:
    """The type of each column of a table of `Row` that has these columns, in order."""
    return {k: str for k in KEYS if k in columns} | _hints(Row)


@cache
def _hints(Row) -> dict[str, Any]:
    """The type of each field: to find them takes as long as to read a small table."""
    return get_type_hints(Row)


def tuples(table: pd.DataFrame) -> Iterator[Any]:
    """The rows of a table as named tuples, without the index.

    DataFrame.itertuples makes a class at each call: of a few rows that takes most of the time. Of
    many rows not all are Python's objects at one time.
    """
    Row = _named(tuple(table.columns))
    for at in range(0, len(table), _AT_ONCE):
        part = table if len(table) <= _AT_ONCE else table.iloc[at : at + _AT_ONCE]
        rows = zip(*(part[c].tolist() for c in part), strict=True)
        yield from map(tuple.__new__, repeat(Row), rows)  # Row._make is run by Python for each row


@cache
def _named(columns: tuple[str, ...]) -> Any:
    """The class of the rows that have these columns."""
    return namedtuple("Row", columns, rename=True)


def check(wanted: set, columns, name: str, advice: str = "") -> None:
    """Raise ValueError for the first column that is missing or unknown."""
    for column in sorted(wanted - set(columns)):
        raise ValueError(f"{name} lacks column {column!r} (has: {', '.join(columns)}).{advice}")
    for column in columns:
        if column not in wanted and column not in KEYS:
            raise ValueError(f"{name} has an unknown column {column!r} (known: {sorted(wanted)}).")
