"""Written numbers: the words of a sentence in, the value and place of each number out."""

import math
import re
from functools import cache
from string import ascii_lowercase, digits

from tellings.find.claims import codes, spelled
from tellings.find.claims.neighbours import role
from tellings.find.claims.scales import (
    Number,
    and_share,
    exact,
    grouped,
    one_in,
    scale,
    value,
    values,
    written_share,
)
from tellings.text.tokens import Words

_FIGURE, _SPACE = b"0 "
# The bytes of a text in small letters: letters stay, each figure is 0, whatever else is a space.
_TOLD = bytes(
    _FIGURE if chr(n) in digits else n if chr(n) in ascii_lowercase else _SPACE for n in range(256)
)
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
    known, beyond = spelled.roles(), 0
    for i in [i for i, word in enumerate(said.low) if word in known or word[0].isdecimal()]:
        if i < beyond:
            continue
        number = _digits(said, i) if said.low[i][0].isdecimal() else spelled.read(said, i)
        if number and math.isfinite(number.low) and math.isfinite(number.high):
            found.append(number)
        beyond = number.last if number else i + 1
    return found


def may_hold(text: str) -> bool:
    """Whether a text can hold a number: two sentences of three cannot, and need not be cut."""
    told = text.lower().encode("utf-8", "surrogatepass").translate(_TOLD)
    if _FIGURE in told or not _telling().isdisjoint(told.split()):
        return True
    return not text.isascii() and bool(_digits_or_signs().search(text))


@cache
def _digits_or_signs() -> re.Pattern[str]:
    """A figure of any script, or a sign for a share: "½"."""
    return re.compile(rf"[\d{''.join(values('sign'))}]")


@cache
def _telling() -> frozenset[bytes]:
    """The words that tell of a number, as bytes."""
    return frozenset(word.encode() for word in spelled.telling())


def begins(word: str) -> bool:
    """Whether a number may begin with the word, in lower case: "5", "two"."""
    return word[:1].isdecimal() or spelled.roles().get(word) in ("unit", "ten")


def _digits(said: Words, i: int) -> Number | None:
    """The number that begins with the digits at i, or None for a name, a date, a time, a code."""
    number, first, last = value(said.low[i]), i, grouped(said, i)
    if _point_before(said, i):
        number, first = value(f"0.{said.low[i]}"), i - 1  # ".500"
    if last > i + 1:
        number = float("".join(w for w in said.low[i:last] if w != ","))
    decade = _in_his_fifties(said, i)
    if number is None or codes.coded(said, i) or (not decade and codes.dated(said, i)):
        return decade if number is not None else None
    behind = said.at(last)
    if behind in _ENDS:
        return exact(first, last, number, "digits")
    if behind in role("rank ending") and said.glued(last):
        return exact(i, last + 1, number, "rank")
    if behind == "/" and said.glued(last):
        return written_share(said, i)
    part = one_in(said, i, number) if behind in ("in", "out") else None
    return decade or part or _scaled(said, first, last, number)


def _scaled(said: Words, first: int, last: int, number: float) -> Number:
    """Digits with the scale and the share behind them: "2 million", "2 1/2 million", "3½"."""
    last, size = scale(said, last)
    share, last = and_share(said, last)
    if share and size == 1:
        last, size = scale(said, last)
    return exact(first, last, (number + share) * size, "digits", size)


def _in_his_fifties(said: Words, i: int) -> Number | None:
    """ "in his 50s", "their mid-20s": ten years of age; None for a decade ("the 1960s")."""
    word = said.low[i]
    if len(word) != 2 or word[1] != "0" or said.at(i + 1) != "s" or not said.glued(i + 1):
        return None
    owned = said.at(i - 1) in role("whose age") or said.at(i - 3) in role("whose age")
    return Number(i, i + 2, float(word), float(word) + 9, "vague") if owned else None


def _point_before(said: Words, i: int) -> bool:
    """Whether a point that ends no word stands right before the digits."""
    if said.at(i - 1) != "." or not said.glued(i):
        return False
    return not (said.glued(i - 1) and said.at(i - 2).isalnum())
