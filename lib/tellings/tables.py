"""Row types to typed tables on disk and back, and the catalogue of the tables that there are.

The one place that knows Parquet. It knows no subject: the catalogue holds names, and a row type is
imported when its table is asked for.
"""

import importlib
import os
import sys
from collections import namedtuple
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

# Texts as Python's own strings: rows are read one by one, in which Arrow's are ten times as slow.
pd.set_option("mode.string_storage", "python")

# Columns that say which article a row belongs to; any table may carry them beside its row's own.
KEYS = ("article_id", "event_id", "outlet", "telling")

# Each table: the row type (module, name) and the notebook that writes it.
CATALOGUE = {
    "captures": ("read.files", "Capture", "1-ingest"),
    "rejects": ("read.files", "Reject", "1-ingest"),
    "corrections": ("read.files", "Correction", "1-ingest"),
    "naming": ("read.files", "Naming", "1-ingest"),
    "corrected_articles": ("compare.corpus.corrections", "Applied", "1-ingest"),
    "corrected_names": ("compare.corpus.corrections", "Applied", "2-entities"),
    "corrected_claims": ("compare.corpus.corrections", "Applied", "4-claims"),
    "corrected_facts": ("compare.corpus.corrections", "Applied", "7-coverage"),
    "lines": ("read.lines", "Line", "1-ingest"),
    "sentences": ("read.sentences", "Sentence", "1-ingest"),
    "whens": ("read.dates", "When", "1-ingest"),
    "articles": ("compare.events", "Telling", "1-ingest"),
    "questions": ("compare.events", "Question", "1-ingest"),
    "set_aside": ("compare.languages", "SetAside", "1-ingest"),
    "mentions": ("compare.entities", "Merged", "2-entities"),
    "entities": ("compare.entities", "Tally", "2-entities"),
    "absences": ("compare.entities", "Absence", "2-entities"),
    "quotes": ("find.quotes", "Quote", "3-quotes"),
    "statements": ("compare.quotes", "Version", "3-quotes"),
    "claims": ("find.claims", "Claim", "4-claims"),
    "claims_aligned": ("compare.claims", "Aligned", "4-claims"),
    "claim_pairs": ("compare.claims", "Pair", "4-claims"),
    "sentence_counts": ("find.readability", "SentenceCount", "5-readability"),
    "readability": ("compare.readability", "Score", "5-readability"),
    "readability_pairs": ("compare.readability", "Difference", "5-readability"),
    "framing": ("find.framing", "Wording", "6-framing"),
    "naming_sets": ("compare.framing.sets", "Use", "6-framing"),
    "framing_counts": ("compare.framing", "Count", "6-framing"),
    "keyness": ("compare.framing.keywords", "Key", "6-framing"),
    "coverage": ("compare.coverage", "Cell", "7-coverage"),
    "checks": ("compare.coverage", "Check", "7-coverage"),
    "differences": ("compare.differences", "Difference", "7-coverage"),
    "difference_places": ("compare.differences", "Place", "7-coverage"),
}

# Arrow's own pool takes 50 MB of a kernel for tables of 10, and keeps them.
pa.set_memory_pool(pa.system_memory_pool())

_ARROW = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    int | None: pa.int64(),
}
_ROWS = 10_000  # rows of a part of a file
_PANDAS = {str: "str", int: "int64", float: "float64", bool: "bool", int | None: "Int64"}


class Tables:
    """The tables of a corpus, or of one event of it, by name: `told.claims`, `told.articles`.

    A table is read when it is asked for, typed as the catalogue says. Of a corpus opened for one
    event only that event's rows are seen: those of its articles, or those that bear its event_id.
    A table that the catalogue does not know (a researcher's own) comes as it was written.
    """

    def __init__(self, folder: Path, event: str, articles: Sequence[str] | None = None):
        self._folder, self._event, self._articles = folder, event, articles

    def __getattr__(self, name: str) -> pd.DataFrame:
        """The table of this name; raises ValueError in one line where it cannot be read."""
        if name.startswith("_"):  # copying and showing ask for such names
            raise AttributeError(name)
        return self._only(name, self._read(name))

    def __dir__(self) -> list[str]:
        """What can be asked for: the names of the tables that are there."""
        return ["write", *sorted(p.stem for p in self._folder.glob("*.parquet"))]

    def of(self, articles: Iterable[str]) -> "Tables":
        """The same tables with no rows but those of these articles; others take no memory."""
        return Tables(self._folder, self._event, list(articles))

    def write(self, name: str, table: pd.DataFrame) -> None:
        """Write the table `name`: a catalogued one with just the columns of its row type.

        Raises ValueError in one line for a column that is missing.
        """
        path = self._folder / f"{name}.parquet"
        if name not in CATALOGUE:
            return _save(table, path, pa.Schema.from_pandas(table, preserve_index=False))
        Row = row_type(name)
        own = [c for c in table.columns if c in KEYS or c in Row._fields]
        return write(table[own], path, Row)

    def _read(self, name: str) -> pd.DataFrame:
        path = self._folder / f"{name}.parquet"
        if not path.exists():
            by = CATALOGUE[name][2] if name in CATALOGUE else "the notebook that writes it"
            raise ValueError(f"no table {name!r} in {path.parent.name}/. Run {by}, or: make report")
        if name not in CATALOGUE:
            return _load(path, self._articles)
        return read(path, row_type(name), self._articles)

    def _only(self, name: str, table: pd.DataFrame) -> pd.DataFrame:
        """The rows of the event that was asked for; all of them where none was."""
        if not self._event:
            return table
        if "event_id" in table.columns:
            known = sorted(set(table["event_id"]))
            if name == "articles" and self._event not in known:
                has = ", ".join(known)
                raise ValueError(f"unknown event {self._event!r}; this corpus has: {has}")
            return table[table["event_id"] == self._event]
        if "article_id" in table.columns and name not in ("captures", "corrections"):
            return table[table["article_id"].isin(self.articles["article_id"])]
        return table


def open(data, event: str = "") -> Tables:
    """The tables in the folder `data`, read when asked for; `event`: of one event only."""
    return Tables(Path(data), event)


def row_type(name: str) -> Any:
    """The row type of a catalogued table."""
    module, row, _ = CATALOGUE[name]
    return getattr(importlib.import_module(f"tellings.{module}"), row)


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
    rows = list(rows)
    columns = zip(*rows, strict=True) if rows else [()] * len(Row._fields)
    found = dict(zip(Row._fields, columns, strict=True))
    # Each column in its type at once: pandas would guess it from every cell, then change it.
    kinds = _kinds(Row, Row._fields)
    return pd.DataFrame({c: pd.array(list(found[c]), dtype=_PANDAS[k]) for c, k in kinds.items()})


def typed(table: pd.DataFrame, Row) -> pd.DataFrame:
    """The table with each column of `Row` in its type; KEYS, where there, come first as text.

    Raises ValueError for a column that is missing or that neither `Row` nor KEYS names.
    """
    kinds = _kinds(Row, table.columns)
    _check(set(kinds), table.columns, f"a table of {Row.__name__} rows")
    return table[list(kinds)].astype({c: _PANDAS[k] for c, k in kinds.items()})


def _kinds(Row, columns) -> dict[str, Any]:
    """The type of each column of a table of `Row` that has these columns, in order."""
    return {k: str for k in KEYS if k in columns} | get_type_hints(Row)


def tuples(table: pd.DataFrame) -> Iterator[Any]:
    """The rows of a table as named tuples, without the index.

    DataFrame.itertuples makes a class at each call: of a few rows that takes most of the time.
    """
    Row = _named(tuple(table.columns))
    return map(Row._make, zip(*(table[c].tolist() for c in table), strict=True))


@cache
def _named(columns: tuple[str, ...]) -> Any:
    """The class of the rows that have these columns."""
    return namedtuple("Row", columns, rename=True)


def write(table: pd.DataFrame, path, Row) -> None:
    """Write the table as typed Parquet; no reader meets half a file."""
    table = typed(table, Row)
    kinds = dict.fromkeys(KEYS, str) | get_type_hints(Row)
    schema = pa.schema([(c, _ARROW[kinds[c]]) for c in table.columns])
    _save(table, Path(path), schema)


def read(path, Row, articles: Sequence[str] | None = None) -> pd.DataFrame:
    """The table at `path` with the columns of `Row`, typed.

    articles  only the rows that bear one of these article_ids; None: all rows

    Raises ValueError in one line where the file is missing or lacks a column.
    """
    path = Path(path)
    if not path.exists():
        raise ValueError(f"{path} is not there. Run the notebooks before this one: make report")
    table = _load(path, articles)
    _check(set(Row._fields), table.columns, path.name, advice=" Run: make clean report")
    return typed(table, Row)


def _load(path: Path, articles: Sequence[str] | None) -> pd.DataFrame:
    """The file as it was written, or its rows of these articles.

    Read by one thread: each keeps memory of its own when it is done.
    """
    with pq.ParquetFile(path) as file:
        names = file.schema_arrow.names
        kept = None
        if articles is not None and "article_id" in names:
            kept = pc.is_in(_read(file, "article_id"), pa.array(articles, pa.string()))
        columns = {}
        for name in names:
            column = _read(file, name)
            columns[name] = _column(column if kept is None else column.filter(kept))
    return pd.DataFrame(columns)


def _read(file: pq.ParquetFile, column: str) -> pa.ChunkedArray:
    return file.read([column], use_threads=False).column(0)


def _column(column: pa.ChunkedArray) -> pd.Series | pd.api.extensions.ExtensionArray:
    """A column for pandas. A text that comes again is one object: ids and kinds come in every row,
    and a table in which each is its own takes eight times the memory."""
    if not pa.types.is_string(column.type):
        return column.to_pandas(use_threads=False)
    coded = column.combine_chunks().dictionary_encode()
    texts = np.array([*coded.dictionary.to_pylist(), None], dtype=object)
    return pd.array(texts[coded.indices.fill_null(-1).to_numpy()], dtype="str")


def _save(table: pd.DataFrame, path: Path, schema: pa.Schema) -> None:
    """Write the file, under a passing name first; in parts, since Arrow makes a copy of each."""
    path.parent.mkdir(parents=True, exist_ok=True)
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    with pq.ParquetWriter(passing, schema.remove_metadata(), compression="zstd") as file:
        for at in range(0, max(1, len(table)), _ROWS):
            rows = table.iloc[at : at + _ROWS]
            file.write_table(pa.Table.from_pandas(rows, file.schema, preserve_index=False))
    passing.replace(path)


def _check(wanted: set, columns, name: str, advice: str = "") -> None:
    """Raise ValueError for the first column that is missing or unknown."""
    for column in sorted(wanted - set(columns)):
        raise ValueError(f"{name} lacks column {column!r} (has: {', '.join(columns)}).{advice}")
    for column in columns:
        if column not in wanted and column not in KEYS:
            raise ValueError(f"{name} has an unknown column {column!r} (known: {sorted(wanted)}).")
