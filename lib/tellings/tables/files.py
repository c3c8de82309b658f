"""Frames on disk: written part by part, read whole or in part. The one place that knows Parquet."""

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeAlias, get_type_hints

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pandas.util import hash_array

from tellings.tables.catalogue import KEYS
from tellings.tables.rows import check, typed

_ARROW = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    int | None: pa.int64(),
}
# Rows of a group of a file, which is read whole: as many as a part of the corpus mostly has; and
# bytes of one, below which parts share it: what stands where is held of each group of all tables
# that are read, and of 100,000 articles in groups of 250 it took 17 MB of their 54 columns alone.
_ROWS, _LEAST = 16_000, 1_000_000
_SMALL = 500_000  # bytes of a group below which it is held for the next part, as many tables' are
_LARGE_HELD = 2  # larger groups that are held: a part is asked for a few articles at a time
# Each stage reads its tables anew: of LZ4 in half the time of zstd, which is a third smaller. By
# statistics nobody reads.
_HOW = {"compression": "lz4", "write_statistics": False}


Only: TypeAlias = Mapping[str, Sequence[str]]


class Writer:
    """A table's file in the making: rows are added, and it takes its place when all are there.

    Until then it bears a passing name: no reader meets half a file, and of a writer that fails
    nothing is left.
    """

    def __init__(self, path: Path, Row=None):
        """Row: the type of the rows; None for a table that comes as it is."""
        self._path, self._row = path, Row
        self._passing = path.with_name(f".{path.name}.{os.getpid()}")
        self._file: pq.ParquetWriter | None = None
        self._few: list[pa.Table] = []  # rows that wait for more to be a group with them

    def __enter__(self) -> "Writer":
        """Itself, with a folder to write to."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return self

    def add(self, table: pd.DataFrame) -> None:
        """Put rows behind those that are there."""
        if self._row:
            table = typed(table, self._row)
        schema = self._file.schema if self._file else _schema(table, self._row).remove_metadata()
        for at in range(0, max(1, len(table)), _ROWS):
            rows = table.iloc[at : at + _ROWS]
            self.put(pa.Table.from_pandas(rows, schema, preserve_index=False, nthreads=1))

    def put(self, rows: pa.Table) -> None:
        """The same with rows as they stand in a file of this table."""
        if self._file is None:
            self._file = pq.ParquetWriter(self._passing, rows.schema, **_HOW)
        self._few.append(rows)
        if sum(part.nbytes for part in self._few) >= _LEAST:
            self._write(self._file)

    def _write(self, file: pq.ParquetWriter) -> None:
        """Write the rows that wait."""
        rows = pa.concat_tables(self._few)
        self._few = []
        if rows.num_rows:
            file.write_table(rows, row_group_size=_ROWS)

    def __exit__(self, failed, *_) -> None:
        """Put the file in its place, or take away what was written."""
        try:
            if self._file:
                if self._few and not failed:
                    self._write(self._file)
                self._file.close()
            if not failed:
                self._passing.replace(self._path)
        finally:
            self._passing.unlink(missing_ok=True)


def _schema(table: pd.DataFrame, Row) -> pa.Schema:
    """The types on disk: those of the row type, else those that Arrow sees."""
    if not Row:
        return pa.Schema.from_pandas(table, preserve_index=False)
    kinds = dict.fromkeys(KEYS, str) | get_type_hints(Row)
    return pa.schema([(c, _ARROW[kinds[c]]) for c in table.columns])


def write(table: pd.DataFrame, path, Row) -> None:
    """Write the table as typed Parquet; no reader meets half a file."""
    with Writer(Path(path), Row) as file:
        file.add(table)


def read(path, Row, articles: Sequence[str] | None = None) -> pd.DataFrame:
    """The table at `path` with the columns of `Row`, typed.

    articles  only the rows that bear one of these article_ids; None: all rows

    Raises ValueError in one line where the file is missing or lacks a column.
    """
    return load(Path(path), Row, None if articles is None else {"article_id": articles})


def load(
    path: Path,
    Row=None,
    only: Only | None = None,
    columns: Sequence[str] | None = None,
) -> pd.DataFrame:
    """The table at `path`, typed as `Row` says; None: as it was written.

    only     values of a column, of the first of these columns that the file has: no other rows are
             read. A table with none of the columns is read whole
    columns  those that are read, in this order; None: all

    Raises ValueError as read does.
    """
    if not path.exists():
        raise ValueError(f"{path} is not there. Run the notebooks before this one: make report")
    table = pd.DataFrame(_columns(path, columns, only or {}))
    if not Row:
        return table
    if not columns:
        check(set(Row._fields), table.columns, path.name, advice=" Run: make clean report")
    return typed(table, Row, columns)


def cut(path: Path, Row, columns: tuple[str, ...], only: Only | None) -> pd.DataFrame:
    """What load gives of a few columns of a table with one row for each article, which many parts
    are cut from: it is read once, and held."""
    if only and "article_id" not in only:
        return load(path, Row, only, columns)
    whole, places = _whole(path, Row, columns, _stamp(path))
    if only is None:
        return whole.copy(deep=False)
    at = places.get_indexer(only["article_id"])
    return whole.take(np.sort(at[at >= 0])).reset_index(drop=True)


@lru_cache(maxsize=1)
def _whole(
    path: Path, Row, columns: tuple[str, ...], stamp: tuple[int, ...]
) -> tuple[pd.DataFrame, pd.Index]:
    """All rows of these columns, and their articles."""
    table = load(path, Row, None, columns)
    return table, pd.Index(table["article_id"])


def groups(path: Path) -> Iterator[pa.Table]:
    """The rows of a table, a group of its file at a time; first a group without rows."""
    with _opened(path, coded=False) as file:
        yield file.schema_arrow.empty_table()
        for number in range(file.num_row_groups):
            yield file.read_row_group(number, use_threads=False)


def _columns(path: Path, columns: Sequence[str] | None, only: Only) -> dict:
    """Columns of a file for pandas, or all: all rows, or those asked for."""
    about = _about(path, _stamp(path))
    schema, texts, names = about.schema, about.texts, columns or about.schema.names
    key = next((k for k in only if k in schema.names), "")
    if not key:
        with _opened(path) as file:
            return {name: _column(_read(file, name), name in texts) for name in names}
    wanted = pa.array(only[key], pa.string())
    parts = [_kept(path, n, names, key, wanted) for n in _holding(path, key, only[key])]
    kinds = pa.schema([schema.field(name) for name in names])
    found = pa.Table.from_batches([b for part in parts for b in part.to_batches()], kinds)
    return {name: _column(found[name], name in texts) for name in names}


def _kept(path: Path, group: int, names: Sequence[str], key: str, wanted: pa.Array) -> pa.Table:
    """The rows of a group that are kept. Of small groups, in which lie the rows of several parts,
    more are held whole than of others."""
    stamp = _stamp(path)
    small = _about(path, stamp).metadata.row_group(group).total_byte_size < _SMALL
    read = _group if small else _large_group
    rows = read(path, group, tuple(dict.fromkeys([*names, key])), stamp)
    return rows.filter(pc.is_in(rows[key], wanted)).select(list(names))


@lru_cache(maxsize=8)  # as many small tables as most stages read
def _group(path: Path, number: int, columns: tuple[str, ...], stamp: tuple[int, ...]) -> pa.Table:
    """Columns of a group of a file."""
    with _opened(path) as file:
        return file.read_row_group(number, list(columns), use_threads=False)


_large_group = lru_cache(maxsize=_LARGE_HELD)(_group.__wrapped__)


def _holding(path: Path, key: str, wanted: Sequence[str]) -> list[int]:
    """The groups of a file that hold rows of the values wanted; now and then one more, since two
    values may have one hash."""
    hashes, groups = _held(path, key, _stamp(path))
    own = _hashes(wanted)
    first, last = (np.searchsorted(hashes, own, side).tolist() for side in ("left", "right"))
    held = (groups[a:b] for a, b in zip(first, last, strict=True))
    return np.unique(np.concatenate([groups[:0], *held])).tolist()


@lru_cache(maxsize=64)
def _held(path: Path, key: str, stamp: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """The hash of each value of a column, in order, with a group of the file that holds it, of all
    groups that do. Of a file that is written anew it is read anew.
    """
    with _opened(path) as file:
        columns = (_read(file, key, [n]) for n in range(file.num_row_groups))
        of = [_hashes(pc.unique(column).to_pylist()) for column in columns]
    hashes = np.concatenate([_hashes([]), *of])
    groups = np.repeat(np.arange(len(of)), [len(own) for own in of])
    order = np.argsort(hashes)
    return hashes[order], groups[order]


def _hashes(values: Sequence[str | None]) -> np.ndarray:
    """A number for each value: a tenth of the memory, and of the time to find some among many."""
    return hash_array(np.array(values, dtype=object), categorize=False)


class _About(NamedTuple):
    """What stands where in a file, which of its columns are texts, and all, texts as coded."""

    metadata: pq.FileMetaData
    texts: list[str]
    schema: pa.Schema


def _opened(path: Path, coded: bool = True) -> pq.ParquetFile:
    """The file. Each part of the corpus opens each of its tables, and of many parts it takes longer
    to read what stands where in a table than to read a part of it: it is read once.

    coded  texts come as they lie there: each once, and for each row the place of its own
    """
    about = _about(path, _stamp(path))
    texts = about.texts if coded else None
    return pq.ParquetFile(path, metadata=about.metadata, read_dictionary=texts)


@lru_cache(maxsize=16)  # as many tables as a stage reads
def _about(path: Path, stamp: tuple[int, ...]) -> _About:
    """What _opened has to know of a file."""
    metadata = pq.read_metadata(path)
    fields = metadata.schema.to_arrow_schema()
    texts = [f.name for f in fields if pa.types.is_string(f.type)]
    with pq.ParquetFile(path, metadata=metadata, read_dictionary=texts) as file:
        return _About(metadata, texts, file.schema_arrow)


def _stamp(path: Path) -> tuple[int, ...]:
    """What tells a file from one that is written in its place."""
    about = path.stat()
    return about.st_ino, about.st_mtime_ns, about.st_size


def _read(file: pq.ParquetFile, column: str, groups: list[int] | None = None) -> pa.ChunkedArray:
    """A column, by one thread: each keeps memory of its own when it is done."""
    if groups is None:
        return file.read([column], use_threads=False).column(0)
    return file.read_row_groups(groups, [column], use_threads=False).column(0)


def _column(column: pa.ChunkedArray, text: bool) -> np.ndarray | pd.api.extensions.ExtensionArray:
    """A column for pandas. A text that comes again is one object: ids and kinds come in every row,
    and a table in which each is its own takes eight times the memory."""
    if not text and column.null_count and pa.types.is_integer(column.type):
        return pd.Int64Dtype().__from_arrow__(column)  # not by way of floats, which takes longer
    if not text:
        return column.to_pandas(use_threads=False).to_numpy()
    coded = column.unify_dictionaries().combine_chunks()
    texts = pd.array(coded.dictionary.to_numpy(zero_copy_only=False), dtype="str")
    return texts.take(coded.indices.fill_null(-1).to_numpy(), allow_fill=True)
