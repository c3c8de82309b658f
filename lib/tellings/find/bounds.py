"""Bounds and trends: a quantity in, what the words beside it commit to ("more than") out."""

import math
from functools import cache

from tellings.find import written
from tellings.find.units import Quantity, kind
from tellings.find.written import Words
from tellings.lexicons import rows, words


@cache
def _bounds(place: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Bound words by their last word (before a number) or first word (behind it), longest first."""
    found: dict[str, list] = {}
    for row in rows("bound_words"):
        if row["place"] == place:
            parts = tuple(written.split(row["words"]).low)
            found.setdefault(parts[-1 if place == "before" else 0], []).append(
                (parts, row["bound"])
            )
    return {word: sorted(given, key=lambda g: -len(g[0])) for word, given in found.items()}


@cache
def words_before() -> frozenset[str]:
    return frozenset(_bounds("before"))


def behind(said: Words, i: int) -> tuple[int, str]:
    """Where the bound words at i end, and the bound; (i, "=") where there are none."""
    at = i + 1 if said.low[i : i + 1] == ["-"] and said.glued(i) and said.glued(i + 1) else i
    if at < len(said.low):
        for parts, bound in _bounds("after").get(said.low[at], ()):
            if tuple(said.low[at : at + len(parts)]) == parts and not _number_at(
                said, at + len(parts)
            ):
                return at + len(parts), bound
    return i, "="


def _number_at(said: Words, i: int) -> bool:
    """Whether digits stand at i: "200 or greater than 190" are two."""
    return i < len(said.low) and said.low[i][0].isdigit()


def before(said: Words, quantity: Quantity) -> Quantity:
    """The quantity with the bound that stands before it, its words included."""
    i = quantity.first
    if quantity.bound in ("<=", ">="):
        return quantity
    spread = quantity.low < quantity.high and quantity.form != "vague"  # "from 450 up to 900"
    skipped = 0
    while skipped < 3:
        for parts, bound in _bounds("before").get(said.low[i - 1] if i else "", ()):
            first = i - len(parts)
            if (
                first >= 0
                and tuple(said.low[first:i]) == parts
                and _holds(said, quantity, first, i, skipped)
            ):
                if spread and bound != "~" and said.low[i - 1] in ("from", "at"):
                    return quantity
                while said.low[first] in ("will", "would", "could", "may", "might", "to"):
                    first += 1
                return quantity._replace(first=first, bound=bound)
        if i and said.low[i - 1] in words("number_neighbours", role="determiner"):
            i, skipped = i - 1, skipped + 1
        elif i > 1 and said.low[i - 1] == "-" and said.glued(i):
            i, skipped = i - 1, skipped + 1
        else:
            break
    return quantity


_PREPOSITIONS = frozenset(
    "over under above below beneath beyond around about near some maximum past".split()
)


def _holds(said: Words, quantity: Quantity, first: int, i: int, skipped: int) -> bool:
    """Whether bound words bind: not "over the eight-year span", "grew over five years"."""
    word, alone = said.low[i - 1], i - first == 1
    if alone and word in _PREPOSITIONS and skipped and said.low[i] != "-":
        return False
    if (
        not alone
        or word != "over"
        or not quantity.unit
        or quantity.unit.kind != "duration"
        or not first
    ):
        return True
    return said.low[first - 1] in (
        "for",
        "of",
        "after",
        "in",
        "is",
        "was",
        "last",
        "took",
        "been",
        "by",
        "well",
    )


_TREND_ENDS = frozenset(", ; : . ( ) from to at than of and for in until".split())


@cache
def _trend_words() -> dict[str, tuple[str, str]]:
    return {r["word"]: (r["trend"], r["of"]) for r in rows("trend_words")}


def trend_before(said: Words, first: int) -> tuple[str, str] | None:
    """The trend word within five words before `first` and the words it speaks of, or None.

    None behind an article: in "drop the 22 charges" the number is the thing, not the change.
    """
    if first and said.low[first - 1] in words("function_words", kind="determiner"):
        return None
    for i in range(first - 1, max(first - 6, -1), -1):
        word = said.low[i]
        if word in _trend_words():
            return _trend_words()[word]
        if word in _TREND_ENDS or word[0].isdigit():
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
        elif (
            before
            and before.trend
            and said.low[before.last : quantity.first] in ([",", "or"], ["or"])
        ):
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
