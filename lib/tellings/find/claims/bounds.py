"""Bounds and trends: a quantity in, what the words beside it commit to ("more than") out."""

import math
from functools import cache

from tellings.find.claims.neighbours import function, joined, role
from tellings.find.claims.units import Quantity, kind
from tellings.lexicons import rows
from tellings.text.tokens import Words, fine

_LONGEST = 7  # words of a bound: "less than or equal to" and some room
_TREND = 5  # words before a number among which its trend stands


@cache
def _bounds(place: str) -> dict[tuple[str, ...], str]:
    """Bound words, in parts, with their bound."""
    return {fine(r["words"]).low: r["bound"] for r in rows("bound_words") if r["place"] == place}


@cache
def words_before() -> frozenset[str]:
    """The last words of what bounds a number from before."""
    return frozenset(parts[-1] for parts in _bounds("before"))


@cache
def _words_behind() -> frozenset[str]:
    """The first words of what bounds a number from behind."""
    return frozenset(parts[0] for parts in _bounds("after"))


def behind(said: Words, i: int) -> tuple[int, str]:
    """Where the bound words at i end, and the bound; (i, "=") where there are none."""
    at = i + 1 if said.at(i) == "-" and joined(said, i) else i
    if said.at(at) in _words_behind():
        for last in range(min(at + _LONGEST, len(said.low)), at, -1):
            bound = _bounds("after").get(said.low[at:last])
            if bound and not said.at(last)[:1].isdecimal():  # "200 or greater than 190" are two
                return last, bound
    return i, "="


def before(said: Words, quantity: Quantity) -> Quantity:
    """The quantity with the bound that stands before it, its words included."""
    i = quantity.first
    if quantity.bound in ("<=", ">="):
        return quantity
    for skipped in range(3):
        first, bound = _ending_at(said, quantity, i, skipped)
        if bound:
            spread = quantity.low < quantity.high and quantity.form != "vague"
            if spread and bound != "~" and said.at(i - 1) in ("from", "at"):
                return quantity  # "from 450 up to 900"
            while said.low[first] in role("auxiliary of a bound"):
                first += 1  # "will top 100,000" binds by "top"
            return quantity._replace(first=first, bound=bound)
        article = said.at(i - 1) in role("determiner")
        if not article and not (i > 1 and said.at(i - 1) == "-" and said.glued(i)):
            break
        i -= 1
    return quantity


def _ending_at(said: Words, quantity: Quantity, i: int, skipped: int) -> tuple[int, str]:
    """The first word and the bound of the longest bound words that end before word i."""
    if said.at(i - 1) in words_before():
        for first in range(max(i - _LONGEST, 0), i):
            bound = _bounds("before").get(said.low[first:i])
            if bound and _holds(said, quantity, first, i, skipped):
                return first, bound
    return i, ""


def _holds(said: Words, quantity: Quantity, first: int, i: int, skipped: int) -> bool:
    """Whether bound words bind: not "over the eight-year span", "grew over five years"."""
    word, alone = said.low[i - 1], i - first == 1
    if alone and skipped and word in role("bounding preposition") and said.low[i] != "-":
        return False
    if word == ">" and "<" in said.low[max(i - 5, 0) : i]:
        return False  # a ticker: "<HLT> 34 cts"
    lasts = quantity.unit is not None and quantity.unit.kind == "duration"
    if alone and word == "over" and lasts and first:
        return said.at(first - 1) in role("before lasting over")
    return True


@cache
def _trend_words() -> dict[str, tuple[str, str]]:
    return {r["word"]: (r["trend"], r["of"]) for r in rows("trend_words")}


def trend_before(said: Words, first: int) -> tuple[str, str] | None:
    """The trend word within five words before `first` and the words it speaks of, or None.

    None behind an article: in "drop the 22 charges" the number is the thing, not the change.
    """
    if said.at(first - 1) in function("determiner"):
        return None
    for word in reversed(said.low[max(first - _TREND, 0) : first]):
        if word in _trend_words():
            return _trend_words()[word]
        if not word[0].isalpha() or word in role("trend end"):
            return None
    return None


def trends(said: Words, found: list[Quantity]) -> list[Quantity]:
    """The quantities with their trend: the first behind "rose", and what says it again."""
    kept: list[Quantity] = []
    for quantity in found:
        before = kept[-1] if kept else None
        trend = trend_before(said, quantity.first)
        if trend and _moves(quantity, trend[1]):
            quantity = quantity._replace(trend=trend[0])
        elif before and said.low[before.last : quantity.first] in ((",", "or"), ("or",)):
            quantity = quantity._replace(trend=before.trend)
        kept.append(quantity)
    return kept


def _moves(quantity: Quantity, of: str) -> bool:
    """Whether a trend word can speak of the quantity: "lost 190 points", not "lost three games"."""
    what = kind(quantity)
    if what in ("duration", "age", "ordinal"):
        return False
    measure = what in ("percent", "money", "measure", "distance")
    return measure or of == "any" or not math.isclose(quantity.low % 1, 0)
