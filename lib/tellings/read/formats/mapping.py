"""Records of a table as articles: which column holds what, by lexicons/record_fields.csv."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from tellings.lexicons import rows
from tellings.read.formats import days
from tellings.read.formats.pieces import Piece, Unread, Unreadable, hinted, titled

_DELIMITERS = ",;\t|"
# NELA-GT covers seven words in every hundred so that no text can be copied whole.
_MASKED = re.compile(r"(?:@ ){6}@")
_NONE = ("none", "nan", "null", "n/a")


@lru_cache(maxsize=256)
def fields(columns: tuple[str, ...]) -> Mapping[str, str]:
    """Which column holds each field: the first of the list that the table has.

    Raises Unreadable for a table in which no column holds an article's text.

    >>> dict(fields(("Headline", "Body", "Publisher", "rank")))
    {'text': 'Body', 'title': 'Headline', 'outlet': 'Publisher'}
    """
    known = {_plain(column): column for column in columns}
    found: dict[str, str] = {}
    for row in rows("record_fields"):
        if row["column"] in known:
            found.setdefault(row["field"], known[row["column"]])
    if "text" not in found:
        raise Unreadable(*_no_text(known, "url" in found))
    return found


def _no_text(known: Mapping[str, str], linked: bool) -> tuple[str, str]:
    """Why a table without a column of texts is none of articles, and what to do."""
    presets = [r["preset"] for r in rows("record_fields") if r["column"] in known]
    named = next((p for p in presets if p in ("Media Cloud", "GDELT DOC")), "")
    have = ", ".join(list(known.values())[:6])
    why = f"no column holds an article's text (its columns: {have})"
    if linked:
        return (
            f"metadata only{f' of {named}' if named else ''}: {why}",
            "Fetch the articles of its column url: make corpus LINKS=this file CORPUS=a folder",
        )
    return why, "Name the column that holds the article `text`"


def is_heading(line: str) -> bool:
    """Whether a line is the heading of a table of articles: a text and two more known columns."""
    delimiter = delimiter_of(line)
    known = {r["column"]: r["field"] for r in rows("record_fields")}
    names = [_plain(name) for name in line.split(delimiter)]
    found = {known[name] for name in names if name in known}
    return "text" in found and len(found) >= 3 and len(names) == len(set(names))


def delimiter_of(line: str) -> str:
    """The sign that parts the columns of a heading."""
    return max(_DELIMITERS, key=line.count)


def article(
    record: Mapping[str, Any], columns: Mapping[str, str], number: int | None, reader: str
) -> Piece | Unread:
    """A record as an article; its other columns are kept in the note."""
    at = "" if number is None else str(number)
    given = {field: value(record.get(column)) for field, column in columns.items()}
    text = given.pop("text")
    if not text.strip():
        return Unread(at, f"nothing in its column {columns['text']!r}", "Fill it, or take it out")
    note = _note(record, columns, given, bool(_MASKED.search(text)))
    hints = hinted(
        title=given.get("title"),
        author=given.get("author"),
        outlet=given.get("outlet"),
        date=days.iso(given.get("date", "")),
        event_id=given.get("event_id"),
        note=note,
    )
    return Piece(titled(given.get("title", ""), text), reader, at, hints, "record")


def _note(
    record: Mapping[str, Any], columns: Mapping[str, str], given: Mapping[str, str], masked: bool
) -> str:
    """What the record says beyond the fields that have a place of their own."""
    used = {column for field, column in columns.items() if field != "url"}
    others = [f"{k}: {value(v)}" for k, v in record.items() if k not in used and value(v)]
    if given.get("date") and not days.iso(given["date"]):
        others.append(f"{columns['date']}: {given['date']}")
    if masked:
        others.insert(0, "masked: seven words in every hundred are signs (NELA-GT)")
    return "; ".join(others)


def value(cell: Any) -> str:
    """A cell as text: names of a list with commas, of an object its name; "" for nothing.

    >>> value(["Ann Lee", "Bo Diaz"]), value({"id": None, "name": "The Post"}), value("None")
    ('Ann Lee, Bo Diaz', 'The Post', '')
    """
    if isinstance(cell, Mapping):
        cell = cell.get("name", "")
    if isinstance(cell, list | tuple):
        cell = ", ".join(filter(None, map(value, cell)))
    if cell is None or cell != cell:  # NaN
        return ""
    text = str(cell)
    return "" if text.strip().lower() in _NONE else text


def _plain(column: Any) -> str:
    """A column's name as the list writes it: small letters, "_" for spaces."""
    return re.sub(r"[\s-]+", "_", str(column).strip().lower())
