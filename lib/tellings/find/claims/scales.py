"""Parts of written numbers: words behind digits or number words in, scale, share and value out."""

import re
from functools import cache
from typing import NamedTuple

from tellings.find.claims import codes
from tellings.find.claims.neighbours import DASHES, joined, role
from tellings.lexicons import rows
from tellings.text.tokens import Words

# The last form is India's: 12,34,567.
_WELL_FORMED = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d+)?")
_NO_SHARE = (9, 11)  # "9/11" is a day


class Number(NamedTuple):
    """A number and its words, first to last - 1; low and high differ for "dozens" only.

    form   digits | words | vague ("dozens of") | share ("a third") | rank ("third", "3rd") | none
    size   what its scale words multiply by ("1.3 million": 1,000,000); 1 without one
    """

    first: int
    last: int
    low: float
    high: float
    form: str
    size: float = 1.0


def exact(first: int, last: int, number: float, form: str, size: float = 1.0) -> Number:
    """A number that is one value, no interval."""
    return Number(first, last, number, number, form, size)


def value(word: str) -> float | None:
    """The value of a run of digits, or None for a list, a code or an address ("1,2,3", "1.2.3")."""
    return float(word.replace(",", "")) if _WELL_FORMED.fullmatch(word) else None


@cache
def values(kind: str) -> dict[str, float]:
    """Number words of a role with their value; "1/3" is a division."""
    pairs = ((r["word"], r["value"].split("/")) for r in rows("number_words") if r["role"] == kind)
    return {w: float(v[0]) / float(v[1]) if len(v) > 1 else float(v[0]) for w, v in pairs}


@cache
def intervals() -> dict[str, tuple[float, float]]:
    """Vague plurals with their interval: "hundreds" is 100 to 1,000."""
    vague = ((r["word"], r["value"].split(":")) for r in rows("number_words"))
    return {word: (float(ends[0]), float(ends[1])) for word, ends in vague if len(ends) > 1}


def grouped(said: Words, i: int) -> int:
    """Where the digits that begin at i end, their groups of three parted by a space or " , ".

    "12 000 cars", "1 , 200" of tokenised text. One space alone parts groups, and no digits of
    another length follow: "rooms 12 300 4" are three numbers.
    """
    last = i + 1
    if len(said.low[i]) > 3 or not said.low[i].isdecimal() or said.low[i][0] == "0":
        return last
    while True:
        at = last + 1 if said.at(last) == "," and not said.glued(last) else last
        group = said.at(at)
        if len(group) != 3 or not group.isdecimal() or said.start[at] != said.end[at - 1] + 1:
            break
        last = at + 1
    return i + 1 if said.at(last)[:1].isdecimal() else last


def scale(said: Words, i: int) -> tuple[int, float]:
    """Where the scale words from i on end, and their product ("2 hundred thousand")."""
    size = 1.0
    while True:
        at = i + 1 if said.at(i) == "-" and joined(said, i) else i
        word = said.at(at)
        if word in values("scale"):
            size *= values("scale")[word]
        elif size == 1 and at == i and _short_scale(said, i):
            size *= values("short scale")[word]
        else:
            return i, size
        i = at + 1


def _short_scale(said: Words, i: int) -> bool:
    """Whether "m", "bn", "k" behind a number is a scale, not a metre or a name.

    "35m of its devices", "$5m", "8 B people"; but "14m deep", "the 100m final", "5 m".
    """
    word = said.at(i)
    if word not in values("short scale"):
        return False
    if _money_before(said, i - 1):
        return True
    if len(word) > 1:
        return word != "mm"  # millimetres, unless money stands before
    behind = said.at(i + 1) or "."
    if word == "m" and said.glued(i):
        return behind[0].isalpha() and behind not in role("metre final")
    if word == "k":
        return said.glued(i)
    return said.written[i] == "B" and behind[0].isalpha()


def _money_before(said: Words, i: int) -> bool:
    """Whether money stands before the digits at i, or before those they end a range with."""
    if said.at(i - 1) in DASHES and said.at(i - 2)[:1].isdecimal():
        i -= 2  # "£10-15m"
    return codes.money_before(said, i)


def and_share(said: Words, i: int) -> tuple[float, int]:
    """The share that is added to a number at i ("and a half", "1/2") and where it ends."""
    if said.at(i) in values("sign"):
        return values("sign")[said.low[i]], i + 1  # "3½"
    if said.at(i) in ("and", "-"):
        return _added(said, i)
    if said.at(i)[:1].isdecimal() and said.at(i + 1) == "/" and said.glued(i + 1):
        number = written_share(said, i)
        return (number.low, i + 3) if number else (0.0, i)
    return 0.0, i


def _added(said: Words, i: int) -> tuple[float, int]:
    """The half or quarter that "and" or a hyphen at i adds, and where it ends."""
    if said.has(i, "and", "a", "half") or said.has(i, "and", "one", "half"):
        return 0.5, i + 3
    if said.has(i, "and", "half", "a"):
        return 0.5, i + 2
    if said.has(i, "-", "and", "-", "a", "-", "half"):
        return 0.5, i + 6
    return (0.25, i + 3) if said.has(i, "and", "a", "quarter") else (0.0, i)


def written_share(said: Words, i: int) -> Number | None:
    """ "1/2", "3/4": a share, where the halves are small; None for "24/7", "9/11", "4/5/2019"."""
    top, under = said.at(i), said.at(i + 2)
    if not (top.isdecimal() and under.isdecimal() and said.glued(i + 2)):
        return None
    part = int(top[:4]), int(under[:4])
    if not 0 < part[0] < part[1] <= 16 or part == _NO_SHARE or said.at(i + 3) == "/":
        return None
    return exact(i, i + 3, part[0] / part[1], "share")


def one_in(said: Words, i: int, number: float) -> Number | None:
    """ "one in five", "2 out of every 5": a share; None for any other "in" ("2 in 2019")."""
    at = i + 1 + (2 if said.has(i + 1, "out", "of") else 1)
    at += said.at(at) in ("every", "each")
    word = said.at(at)
    if not word or not 0 < number < 10 or (at == i + 2 and said.at(i + 1) != "in"):
        return None
    other = value(word) if word[0].isdecimal() else values("unit").get(word)
    if not other or not number < other <= 1000 or other % 1:
        return None
    if said.at(i + 1) == "out" and other > 10 and other not in (100, 1000):
        return None  # "3 out of 40 flats" are three
    return exact(i, at + 1, number / other, "share")
