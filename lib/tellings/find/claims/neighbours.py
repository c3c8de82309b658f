"""Closed sets of words beside a number: the name of what a set decides in, its words out."""

from functools import cache

from tellings.lexicons import listed
from tellings.text.tokens import Words

DASHES = frozenset("-–—−")


@cache
def role(name: str) -> frozenset[str]:
    """The words of lexicons/number_neighbours.csv with this role; ValueError for an unknown one."""
    words = listed("number_neighbours", role=name)
    if not words:
        raise ValueError(f"number_neighbours.csv has no role {name!r}")
    return words


@cache
def function(*kinds: str) -> frozenset[str]:
    """The function words of these kinds; all of them where none is given."""
    whole = listed("function_words")
    return frozenset().union(*(listed("function_words", kind=k) for k in kinds)) if kinds else whole


@cache
def units(place: str) -> frozenset[str]:
    """The words of the units that stand before or after a number."""
    return listed("units", "words", place=place)


@cache
def months() -> frozenset[str]:
    """Month names and their shorts, without a stop."""
    return listed("calendar", kind="month")


def ends_clause(word: str) -> bool:
    """Whether a word or mark ends a clause: a mark but for the stop, which may be a short's."""
    return word in role("clause mark")


def joined(said: Words, i: int) -> bool:
    """Whether the mark at i joins the words beside it without a space: "two-hour"."""
    return said.glued(i) and said.glued(i + 1)


def is_noun(said: Words, i: int) -> bool:
    """Whether the word at i stands where a noun does ("the plan", "in doubt"), or in a name."""
    before_it = said.at(i - 1)
    if before_it in function("determiner") or before_it.endswith("'s"):
        return True
    preposition = before_it in function("preposition") and before_it != "to"
    return preposition or (i > 0 and said.capital(i))
