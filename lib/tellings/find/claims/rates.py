"""Rates, of which a place has one at a time: a share and its sentence in, "turnout" out."""

from functools import cache

from tellings.find.claims.neighbours import function, months, role
from tellings.find.claims.units import Quantity
from tellings.lexicons import rows
from tellings.text.tokens import Words

_BACK = 6  # words between a rate and its number
_LONGEST = 3  # words of a rate's name: "annual inflation rate"


@cache
def _rates() -> dict[tuple[str, ...], str]:
    """The words that name a rate -> what it is called."""
    return {tuple(r["words"].split()): r["rate"] for r in rows("rate_words")}


@cache
def _last_words() -> frozenset[str]:
    """The last words of the names, to ask for the longer ones only where one stands."""
    return frozenset(words[-1] for words in _rates())


def of(said: Words, quantity: Quantity) -> str:
    """What a share is the rate of: "turnout was 61 percent", "unemployment, at 5.2%", "a 61 percent
    turnout"; "" for the rate of a part ("turnout among women") and what is near it ("target").

    A month behind it belongs to it: "inflation in May".
    """
    rate = _behind(said, quantity.last) or _before(said, quantity.first)
    month = said.at(quantity.last + 1)
    dated = rate and said.at(quantity.last) == "in" and month in months()
    return f"{rate} in {month.title()}" if dated else rate


def _before(said: Words, first: int) -> str:
    """The rate before a number, with nothing but "was" and the like between them."""
    i = first - 1
    while i >= first - _BACK and said.at(i) in role("between a rate and its number"):
        i -= 1
    if i < 0 or i == first - 1 or said.low[i] not in _last_words():
        return ""
    for begin in range(max(i + 1 - _LONGEST, 0), i + 1):
        if rate := _rates().get(said.low[begin : i + 1]):
            return rate if _whole(said, begin - 1) else ""
    return ""


def _whole(said: Words, i: int) -> bool:
    """Whether the word at i, before a rate, makes it none of a part: "youth unemployment"."""
    before = said.at(i) if i >= 0 else ""
    return not before[:1].isalpha() or before in function() or before in role("before a rate")


def _behind(said: Words, i: int) -> str:
    """The rate whose words begin at i, behind a number, and go on to nothing ("turnout model")."""
    for end in range(i + _LONGEST, i, -1):
        if rate := _rates().get(said.low[i:end]):
            after = said.at(end)
            parted = after in role("place preposition") or after in role("of a part")
            goes_on = after[:1].isalpha() and (after not in function() or parted)
            return "" if goes_on else rate
    return ""
