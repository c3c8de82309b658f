"""Written numbers: the words of a sentence in, the value and place of each number out."""

import math
import re

from tellings.find.claims import codes, spelled
from tellings.find.claims.neighbours import role
from tellings.find.claims.scales import (
    Number,
    and_share,
    exact,
    one_in,
    scale,
    value,
    written_share,
)
from tellings.text.tokens import Words

_DIGIT = re.compile(r"\d")
_ENDS = frozenset(", . ; : )".split()) | {""}  # behind these a number has no scale, share or rank


def read(said: Words) -> list[Number]:
    """The numbers of a sentence, in order; names, dates, times and codes are left out.

    Digits, number words, their scales and shares ("1.3 million", "two and a half", "a third of"),
    vague plurals as intervals ("dozens" 12 to 120) and ranks. Nothing that is not finite.

    >>> from tellings.text.tokens import fine
    >>> [(n.low, n.form) for n in read(fine("In 2019, 1.3 million, two thirds"))]
    [(1300000.0, 'digits'), (0.6666666666666666, 'share')]
    """
    found: list[Number] = []
    if spelled.telling().isdisjoint(said.low) and not _DIGIT.search(said.text):
        return found
    known, beyond = spelled.roles(), 0
    for i, word in enumerate(said.low):
        if i < beyond or not (word in known or word[0].isdecimal()):
            continue
        number = _digits(said, i) if word[0].isdecimal() else spelled.read(said, i)
        if number and math.isfinite(number.low) and math.isfinite(number.high):
            found.append(number)
        beyond = number.last if number else i + 1
    return found


def begins(word: str) -> bool:
    """Whether a number may begin with the word, in lower case: "5", "two"."""
    return word[:1].isdecimal() or spelled.roles().get(word) in ("unit", "ten")


def _digits(said: Words, i: int) -> Number | None:
    """The number that begins with the digits at i, or None for a name, a date, a time, a code."""
    number, first = value(said.low[i]), i
    if _point_before(said, i):
        number, first = value(f"0.{said.low[i]}"), i - 1  # ".500"
    if number is None or codes.coded(said, i) or codes.dated(said, i):
        return None
    behind = said.at(i + 1)
    if behind in _ENDS:
        return exact(first, i + 1, number, "digits")
    if behind in role("rank ending") and said.glued(i + 1):
        return exact(i, i + 2, number, "rank")
    if behind == "/" and said.glued(i + 1):
        return written_share(said, i)
    part = one_in(said, i, number) if behind == "in" else None
    if part:
        return part
    last, size = scale(said, i + 1)
    share, end = and_share(said, last)
    return exact(first, end, (number + share) * size, "digits", size != 1)


def _point_before(said: Words, i: int) -> bool:
    """Whether a point that ends no word stands right before the digits."""
    if said.at(i - 1) != "." or not said.glued(i):
        return False
    return not (said.glued(i - 1) and said.at(i - 2).isalnum())
