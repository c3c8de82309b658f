"""Words of the calendar: a word in, what it stands for out."""

from functools import cache

from tellings.lexicons import listed, rows


@cache
def value(word: str, kind: str) -> int:
    """What a calendar word stands for; 0 if it is none of the kind.

    >>> value("Sept.", "month"), value("Thursday", "weekday"), value("two", "number")
    (9, 3, 2)
    """
    known = {r["word"]: int(r["value"]) for r in rows("calendar") if r["kind"] == kind}
    return known.get(word.lower().rstrip("."), 0)


def is_month(word: str) -> bool:
    """Whether a word is a month's name or its short form."""
    return value(word, "month") > 0


def longest_first(kind: str) -> list[str]:
    """The words of a kind, the longest first, so that "September" is tried before "Sep"."""
    return sorted(listed("calendar", kind=kind), key=lambda w: (-len(w), w))


def alternation(kind: str) -> str:
    """The words of a kind with a capital, as one alternation of a pattern."""
    return "|".join(w.capitalize() for w in longest_first(kind))
