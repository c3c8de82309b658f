"""Files of records: JSON, JSON lines, CSV and TSV, Parquet, Excel; one record after the other."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from tellings.read.formats import mapping
from tellings.read.formats.pieces import LARGEST, Piece, Source, Unread, Unreadable

_CHUNK = 1 << 16
_BATCH = 256
_MEND = "Mend that record, or take it out"


def json_lines(source: Source) -> Iterator[Piece | Unread]:
    """A record a line; a line that is none is named, and the others are read."""
    columns: tuple[str, ...] = ()
    with source.open() as stream:
        for number, line in enumerate(iter(lambda: stream.readline(LARGEST), b""), 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line.decode("utf-8-sig"))
                if not isinstance(record, dict):
                    raise ValueError("no JSON object")
            except (ValueError, RecursionError) as error:
                yield Unread(str(number), f"line {number} is no JSON record: {error}", _MEND)
                continue
            found, columns = _article(record, columns, number, "jsonl")
            yield found


def whole_json(source: Source) -> Iterator[Piece | Unread]:
    """The records of a list, one after the other; or an object that is a record or holds a list."""
    if source.head(200).decode("utf-8-sig", "ignore").lstrip()[:1] == "[":
        with source.open() as stream:
            yield from _numbered(_listed(stream), "json")
        return
    try:
        found = json.loads(source.whole().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"JSON that cannot be read: {error}", "Save it again, whole") from None
    lists: list[list] = [v for v in found.values() if isinstance(v, list) and v]
    inside = [held for held in lists if isinstance(held[0], dict)]
    if inside and not any(isinstance(v, str) and len(v) > 400 for v in found.values()):
        longest = max(inside, key=len)
        yield from _numbered(longest, "json")
    else:
        yield mapping.article(found, mapping.fields(tuple(found)), None, "json")


def _numbered(records: Iterable[Any], reader: str) -> Iterator[Piece | Unread]:
    """Each record as an article; what is none is named."""
    columns: tuple[str, ...] = ()
    for number, record in enumerate(records, 1):
        if isinstance(record, Unread):
            yield record._replace(record=str(number))
        elif not isinstance(record, dict):
            yield Unread(str(number), f"record {number} is no JSON object", _MEND)
        else:
            found, columns = _article(record, columns, number, reader)
            yield found


def _article(
    record: dict, columns: tuple[str, ...], number: int, reader: str
) -> tuple[Piece | Unread, tuple[str, ...]]:
    """A record as an article, and the columns that the records have had so far.

    A record without a text is named; what the records before it had, it lacks.
    """
    names = (*columns, *(name for name in record if name not in columns))
    try:
        return mapping.article(record, mapping.fields(names), number, reader), names
    except Unreadable as why:
        return Unread(str(number), *why.args), columns


def _listed(stream: BinaryIO) -> Iterator[Any]:
    """The values of a JSON list, without holding the list; an Unread where it breaks off."""
    decoder = json.JSONDecoder()
    with io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace") as text:
        held = text.read(_CHUNK).lstrip().removeprefix("[")
        while not (held := held.lstrip().removeprefix(",").lstrip()).startswith("]"):
            try:
                record, end = decoder.raw_decode(held)
            except (ValueError, RecursionError) as error:
                more = text.read(max(_CHUNK, len(held)))
                if not more or len(held) > LARGEST:
                    yield Unread("", f"the list breaks off: {error}", "Save the file again, whole")
                    return
                held += more
            else:
                yield record
                held = held[end:] or text.read(_CHUNK)


# --- tables ---------------------------------------------------------------------------------------


def delimited(source: Source) -> Iterator[Piece | Unread]:
    """A row an article, whatever sign parts the columns; a row of another length is named."""
    first = _heading(source)
    with source.open() as stream, _long_fields():
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        if first.lower().startswith("sep="):
            text.readline()
            first = _heading(source, skip=1)
        reader = csv.reader(text, delimiter=mapping.delimiter_of(first), strict=True)
        yield from _rows(reader, "csv")


@contextmanager
def _long_fields() -> Iterator[None]:
    """Let a field of a table be as long as an article may be, as long as one is read."""
    usual = csv.field_size_limit(LARGEST)
    try:
        yield
    finally:
        csv.field_size_limit(usual)


def _heading(source: Source, skip: int = 0) -> str:
    """The first line of a table; raises Unreadable for one that is not UTF-8."""
    head = source.head()
    try:
        lines = head.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        if error.reason != "unexpected end of data" or error.start < len(head) - 4:
            why = f"not UTF-8: byte 0x{head[error.start]:02x} at byte {error.start}"
            raise Unreadable(why, "Save the table as CSV in UTF-8") from None
        lines = head.decode("utf-8-sig", "ignore").splitlines()
    if len(lines) <= skip:
        raise Unreadable("a table without rows", "Put its rows into it, or delete it")
    return lines[skip]


def _rows(reader: Iterator[list[str]], form: str) -> Iterator[Piece | Unread]:
    """Each row below the heading; where a table breaks off, the rest is one Unread."""
    number = 0
    names: list[str] = []
    while True:
        try:
            row = next(reader, None)
        except (csv.Error, UnicodeDecodeError) as error:
            why = f"the table cannot be read from record {number} on: {error}"
            yield Unread(str(number), why, "Mend it and save it as CSV in UTF-8")
            return
        if row is None:
            return
        if not names:
            names, columns = row, mapping.fields(tuple(row))
            _check_names(names)
            continue
        number += 1
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(names):
            why = f"{len(row)} fields where the heading has {len(names)}"
            yield Unread(str(number), why, _MEND)
            continue
        yield mapping.article(dict(zip(names, row, strict=True)), columns, number, form)


def _check_names(names: list[str]) -> None:
    """Raise Unreadable for a heading in which a name stands twice: one would hide the other."""
    twice = next((name for name in names if name and names.count(name) > 1), "")
    if twice:
        raise Unreadable(f"column {twice!r} stands twice in the heading", "Rename one of the two")


def parquet(source: Source) -> Iterator[Piece | Unread]:
    """A row an article, a batch of rows at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with source.open() as stream:
        try:
            table = pq.ParquetFile(stream if stream.seekable() else io.BytesIO(source.whole()))
        except (pa.ArrowException, OSError) as error:
            why = f"Parquet that cannot be read: {str(error).splitlines()[0]}"
            raise Unreadable(why, "Save it again, whole") from None
        columns, number = mapping.fields(tuple(table.schema_arrow.names)), 0
        for batch in table.iter_batches(batch_size=_BATCH):
            for record in batch.to_pylist():
                number += 1
                yield mapping.article(record, columns, number, "parquet")


def excel(source: Source) -> Iterator[Piece | Unread]:
    """A row of each sheet an article, row after row."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    with source.open() as stream:
        try:
            book = load_workbook(stream, read_only=True, data_only=True)
        except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
            why = f"Excel file that cannot be read: {error}"
            raise Unreadable(why, "Save it again, or save the table as CSV") from None
        try:
            yield from _sheets(book.worksheets)
        finally:
            book.close()


def _sheets(sheets) -> Iterator[Piece | Unread]:
    """The rows of each sheet below its heading, numbered through; an empty sheet gives none."""
    number = 0
    for sheet in sheets:
        rows = ([mapping.value(cell) for cell in row] for row in sheet.iter_rows(values_only=True))
        names = tuple(next(rows, ()))
        if not any(names):
            continue
        columns = mapping.fields(names)
        for row in rows:
            number += 1
            if any(row):
                yield mapping.article(dict(zip(names, row, strict=False)), columns, number, "xlsx")
