"""The fields of an article, and how one is cut out of a line."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tellings.read.lines import Line

FIELDS = (
    "headline",
    "dek",
    "byline",
    "outlet",
    "host",
    "published",
    "updated",
    "image_credit",
    "agency",
    "section",
    "notice",
)
LANGUAGE = "language"  # no field of the row: a correction of it says what the text is written in
# Given by the researcher, or by what the text came in.
_GIVERS = ("page", "record", "export", "file")
STATUSES = ("text", "inferred", "given", *(f"given by the {g}" for g in _GIVERS), "absent")

# A row per article: each field with x_status (one of STATUSES) and, where words of the text give
# it, their place x_start, x_end.
#   byline               the names, without "By"
#   outlet               who wrote it; host: the site or app that carried it
#   published, updated   ISO to the precision written, no zone; their place is that of the words
_PARTS = {"": str, "_status": str, "_start": int | None, "_end": int | None}
Article = NamedTuple(  # type: ignore[misc]
    "Article",
    [(name + part, kind) for name in FIELDS for part, kind in _PARTS.items()],
)


class Found(NamedTuple):
    """A field's value, how it is known, and where."""

    value: str = ""
    status: str = "absent"
    start: int | None = None
    end: int | None = None


_NOTHING = Found()


def stretch(line: Line, start: int, end: int, status: str = "text") -> Found:
    """A stretch of a line, by offsets into the line, without the white space round it."""
    text = line.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    at = line.start + start
    return Found(text, status, at, at + len(text)) if text else _NOTHING


def first(found: Iterable[Found]) -> Found:
    """The first that is there."""
    return next((f for f in found if f.value), _NOTHING)


def having(lines: Sequence[Line], *roles: str) -> list[Line]:
    """The lines of these roles."""
    return [line for line in lines if line.role in roles]
