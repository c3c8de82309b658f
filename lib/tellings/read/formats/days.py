"""Days as records and exports write them: text in, ISO without a zone out."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from tellings.read import dates

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)\d\d)?Z?$")
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?$")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")


def iso(text: str) -> str:
    """A day, with its time where one is written, in ISO 8601 and without a zone; "" where unsure.

    Figures with strokes are read only where one of them can be no month.

    >>> iso("2024-04-18T10:00:00Z"), iso("Thu, 18 Apr 2024 10:05:00 GMT"), iso("18/04/2024")
    ('2024-04-18T10:00', '2024-04-18T10:05', '2024-04-18')
    >>> iso("April 18, 2024 Thursday"), iso("20240418T101500Z"), iso("04/05/2024")
    ('2024-04-18', '2024-04-18T10:15', '')
    """
    text = " ".join(text.split())
    for read in (_standard, _compact, _seconds, _slashed, _mail, dates.stamp):
        if text and (found := read(text)):
            return found
    return ""


def _written(moment: datetime, time: bool = True) -> str:
    """A moment to the minute, or its day alone; "" outside the centuries of print."""
    if not 1600 <= moment.year <= 2200:
        return ""
    timed = time and (moment.hour or moment.minute)
    return moment.strftime("%Y-%m-%dT%H:%M" if timed else "%Y-%m-%d")


def _standard(text: str) -> str:
    try:
        return _written(datetime.fromisoformat(text.removesuffix(" UTC")))
    except ValueError:
        return ""


def _compact(text: str) -> str:
    found = _COMPACT.match(text)
    if not found:
        return ""
    try:
        year, month, day, hour, minute = (int(part) for part in found.groups(default="0"))
        return _written(datetime(year, month, day, hour, minute))
    except ValueError:
        return ""


def _seconds(text: str) -> str:
    return _written(datetime.fromtimestamp(float(text), UTC)) if _SECONDS.match(text) else ""


def _slashed(text: str) -> str:
    found = _SLASHED.match(text)
    if not found:
        return ""
    first, second, year = (int(part) for part in found.groups())
    day, month = (first, second) if first > 12 else (second, first)
    if day <= 12 or not 1 <= month <= 12:
        return ""
    try:
        return _written(datetime(year, month, day), time=False)
    except ValueError:
        return ""


def _mail(text: str) -> str:
    try:
        return _written(parsedate_to_datetime(text))
    except (TypeError, ValueError, IndexError):
        return ""
