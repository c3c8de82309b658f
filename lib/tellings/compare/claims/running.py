"""Running counts, as a toll is: two claims of one key in, whether each may be right of its day."""

from functools import cache

from tellings.lexicons import rows


@cache
def _courses() -> dict[str, str]:
    """What is said of things counted -> whether their number rises from day to day, or moves."""
    return {r["sense"]: r["course"] for r in rows("running_counts")}


def course(key: str) -> str:
    """How the count of a key goes on: "rises", "moves"; "" for one that stands still.

    >>> course("people killed in Lund"), course("people missing"), course("people in Lund")
    ('rises', 'moves', '')
    """
    return next((c for sense, c in _courses().items() if f" {sense} " in f"{key} "), "")


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
