"""Running counts, as a toll is: two claims of one key in, whether each may be right of its day."""

import re
from collections.abc import Iterable
from functools import cache

from tellings.lexicons import rows

_YEAR = re.compile(r" in \d{4}(?=,|$)")


@cache
def _courses() -> dict[str, str]:
    """What is said of things counted -> whether their number rises from day to day, moves, or is
    closed; of the others of an event: what closes it."""
    return {r["sense"]: r["course"] for r in rows("running_counts")}


def course(key: str) -> str:
    """How the count of a key goes on: "rises", "moves"; "" for one that stands still.

    >>> course("people killed in Lund"), course("people missing"), course("people in Lund")
    ('rises', 'moves', '')
    """
    found = next((c for sense, c in _courses().items() if f" {sense} " in f"{key} "), "")
    return "" if found == "closed" else found


def still_open(key: str, claims: Iterable) -> bool:
    """Whether the count of a key may still go on among the claims of its event: not one of an
    earlier year, nor where a court has dealt with it ("length of the sentence").
    """
    keys = {claim.key for claim in claims}
    closed = [sense for sense, c in _courses().items() if c == "closed"]
    dealt_with = any(f"{key} ".endswith(f" {sense} ") for key in keys for sense in closed)
    return bool(course(key)) and not year(key) and not dealt_with


def year(key: str) -> str:
    """The earlier year that a key names, " in 1999"; "" for none."""
    found = _YEAR.search(key)
    return found[0] if found else ""


def without_year(key: str) -> str:
    """The key without the earlier year that it names."""
    return _YEAR.sub("", key)


def went_on(a, b, days: float) -> bool:
    """Whether two claims of one key may be one count that went on.

    Those missing may become fewer; of those killed a later, smaller number is at odds with the
    earlier one.

    days  from the day of a to that of b; NaN if one is unknown
    """
    if not days or days != days:
        return False
    first, later = (a, b) if days > 0 else (b, a)
    how = course(a.key)
    return how == "moves" or (how == "rises" and later.high >= first.low)
