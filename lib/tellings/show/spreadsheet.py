"""Tables as CSV for people: all rows in a file beside the notebook, and the link that leads there.

A notebook is held in memory, checked and written whole by all that run or open it; so it bears no
table that grows with the corpus, only the rows that it shows.
"""

import base64
import json
import os
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import pandas as pd
from markupsafe import Markup

# Where a report's tables go, for a kernel that runs a notebook of it: JSON with the `folder`, and
# its `address` as seen from the notebook. Without it a notebook stands alone.
PLACE = "TELLINGS_TABLES"
# Bytes of a CSV that a notebook which stands alone holds in its link, so that it can be sent and
# compared as one file: those of some hundred rows. A figure takes as much.
_SMALL = 64_000
_BOM = "\ufeff"  # Excel reads letters beyond ASCII right only behind it
_LINK = Markup(' <a class="csv" href="{}">CSV</a>')
_HELD = Markup(' <a class="csv" download="{}.csv" href="{}">CSV</a>')
_AT_ONCE = 5_000  # rows that are written at one time
# What makes a spreadsheet run a cell: OWASP, "CSV Injection".
_FORMULA = tuple("=+-@\t\r")
_NUMBER = re.compile(r"[+-]\d[\d,]*(?:\.\d+)?(?:\s?%)?")


class Rows:
    """A table that comes whole or in parts: once it has been gone through, `first` holds its first
    rows and `many` says how many it has.

    The first rows are those with the smallest index where it has the name "order": a table's rows
    come event by event, and a reader wants first what stands out among all events.
    """

    def __init__(self, parts: pd.DataFrame | Iterable[pd.DataFrame], most: int):
        """most: rows that `first` has room for"""
        self._parts = [parts] if isinstance(parts, pd.DataFrame) else parts
        self._most = most
        self.first, self.many = pd.DataFrame(), 0

    def __iter__(self) -> Iterator[pd.DataFrame]:
        """The parts, each held no longer than it takes."""
        for part in self._parts:
            self._keep(part)
            self.many += len(part)
            yield part

    def _keep(self, part: pd.DataFrame) -> None:
        """Let `first` hold the first rows of all that have come."""
        ordered = part.index.name == "order"
        if not self.many:
            self.first = _in_order(part).head(self._most)
        elif ordered or len(self.first) < self._most:
            both = pd.concat([self.first, _in_order(part).head(self._most)])
            self.first = _in_order(both).head(self._most)


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows by their index, if it is an order."""
    return rows.sort_index(kind="stable") if rows.index.name == "order" else rows


def csv(rows: pd.DataFrame) -> str:
    """The rows as CSV for people: a cell that a spreadsheet would run as a formula is made text."""
    return "".join(_pieces([rows]))


def link(parts: Iterable[pd.DataFrame], name: str) -> Markup:
    """The link to the CSV `name` of all rows, which is written beside the notebook.

    parts  of the table, with the same columns and types each

    In a notebook that belongs to no report a small CSV is in the link itself.
    """
    given = json.loads(os.environ.get(PLACE, "{}"))
    pieces = _pieces(parts)
    if given:
        _write(pieces, Path(given["folder"], f"{name}.csv"))
        return _LINK.format(f"{given['address']}/{name}.csv")
    begun: list[str] = []
    while sum(map(len, begun)) <= _SMALL:
        if not (piece := next(pieces, "")):
            return _HELD.format(name, data("".join(begun)))
        begun.append(piece)
    _write(chain(begun, pieces), Path("tables", f"{name}.csv"))
    return _LINK.format(f"tables/{name}.csv")


def data(text: str) -> str:
    """A CSV as an address that holds it all."""
    return f"data:text/csv;charset=utf-8;base64,{base64.b64encode((_BOM + text).encode()).decode()}"


def _pieces(parts: Iterable[pd.DataFrame]) -> Iterator[str]:
    """The CSV of a table in pieces of a few thousand rows, its heads with the first."""
    begun = False
    for part in parts:
        text = part.columns[[pd.api.types.is_string_dtype(kind) for kind in part.dtypes]]
        for at in range(0, len(part) if begun else max(1, len(part)), _AT_ONCE):
            rows = part.iloc[at : at + _AT_ONCE]
            piece = rows.assign(**{column: _harmless(rows[column]) for column in text})
            yield piece.to_csv(index=False, lineterminator="\n", header=not begun)
            begun = True


def _harmless(cells: pd.Series) -> pd.Series:
    """A column of text; what a spreadsheet would run is made text: a signed number ("+30.0 %") it
    only reads.
    """
    values = set(cells.tolist())
    begun = (value for value in values if isinstance(value, str) and value[:1] in _FORMULA)
    runs = {value: f"'{value}" for value in begun if not _NUMBER.fullmatch(value)}
    return cells.map(lambda value: runs.get(value, value)) if runs else cells


def _write(pieces: Iterable[str], path: Path) -> None:
    """Write the file, under a passing name first: no reader meets half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    with passing.open("w", encoding="utf-8", newline="") as file:
        file.write(_BOM)
        file.writelines(pieces)
    passing.replace(path)
