"""The lists beside the texts, manifest.csv and corrections.csv: their rows, whatever their form.

Names of columns may be in capitals and in any order; the fields may be parted by comma, semicolon
or tab. What a row means is never guessed.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_SEPARATORS = (",", ";", "\t")


class Row(NamedTuple):
    """One row of a list: the line it begins on, its fields, and their values by column.

    fault  why the values are empty: more or fewer fields than the heading has; else ""
    """

    line: int
    fields: list[str]
    values: dict[str, str]
    fault: str = ""


def rows(data: bytes, name: str, columns: Sequence[str], needed: str) -> list[Row]:
    """The rows of a list, every value as text; columns beyond those known keep their names.

    Raises ValueError in one line for what is no UTF-8 CSV, and for a heading without the column
    `needed` or with one twice.

    >>> rows(b"File;Outlet\\na.txt;Post", "manifest.csv", ("file", "outlet"), "file")[0].values
    {'file': 'a.txt', 'outlet': 'Post'}
    """
    text = _text(data, name)
    separator, first = _separator(text, needed)
    text = text.partition("\n")[2] if first else text
    (_, heading), *found = list(_lines(text, name, separator, first)) or [(1, [])]
    known = {column.lower(): column for column in columns}
    head = [known.get(column.strip().lower(), column.strip()) for column in heading]
    while head and not head[-1]:  # spreadsheets write empty columns behind the last
        head.pop()
    if needed not in head:
        raise ValueError(f"{name}: no column {needed!r}; known: {', '.join(columns)}")
    if twice := [column for column in head if head.count(column) > 1]:
        raise ValueError(f"{name}: column {twice[0]!r} stands twice")
    return [_row(head, fields, line) for line, fields in found if any(fields)]


def _text(data: bytes, name: str) -> str:
    """The list's text without its mark; raises ValueError in one line for what is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault = f"{name} is not UTF-8: byte {error.start}. Save it as CSV in UTF-8"
        raise ValueError(fault) from None


def _separator(text: str, needed: str) -> tuple[str, int]:
    """What parts the fields, and how many lines say only that ("sep=;", which Excel reads)."""
    first, _, _rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[-1], 1
    for separator in _SEPARATORS:
        if needed in [name.strip(' "\r').lower() for name in first.split(separator)]:
            return separator, 0
    return ",", 0


def _lines(text: str, name: str, separator: str, before: int) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of the line that it begins on; raises ValueError in one line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins = before + 1
    try:
        for fields in reader:
            yield begins, [field.strip() for field in fields]
            begins = reader.line_num + before + 1
    except csv.Error as error:
        raise ValueError(f"{name}, line {reader.line_num + before}: {error}") from None


def _row(head: list[str], fields: list[str], line: int) -> Row:
    """One row by column, or what is wrong with it."""
    while len(fields) > len(head) and not fields[-1]:
        fields.pop()
    if len(fields) == len(head):
        return Row(line, fields, dict(zip(head, fields, strict=True)))
    return Row(line, fields, {}, f"{len(fields)} fields where the heading has {len(head)}")
