"""How alike two nouns are in meaning: two words in, what WordNet's hierarchy makes of them out."""

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from tellings.lexicons import rows

# A thing above two nouns tells little where it stands high: nearly all is an "act" or a "group".
_DEEP_ABOVE, _DEEP_SHARED = 5, 6


class Sense(NamedTuple):
    """One sense of a noun: WordNet's subject file it stands in, and the senses right above it."""

    subject: str
    above: tuple[int, ...]


def known(noun: str) -> bool:
    """Whether a noun in the singular and in lower case stands in the hierarchy."""
    return noun in _hierarchy()[1]


def subject(noun: str) -> str:
    """What a noun's first sense is: act, communication, person ...; "" for an unknown noun.

    >>> subject("lawsuit"), subject("mayor")
    ('act', 'person')
    """
    senses, nouns = _hierarchy()
    return senses[nouns[noun][0]].subject if noun in nouns else ""


@lru_cache(maxsize=100_000)
def likeness(one: str, other: str) -> float:
    """How alike two nouns are: 2 synonyms, 1 one stands above the other, .5 siblings, else 0.

    Of each noun the first three senses count. A relation high up in the hierarchy counts for
    nothing.

    >>> likeness("demonstration", "protest"), likeness("raid", "invasion"), likeness("trip", "duty")
    (1.0, 0.5, 0.0)
    """
    nouns = _hierarchy()[1]
    if one not in nouns or other not in nouns:
        return 0.0
    return max(_of_senses(a, b) for a, b in product(nouns[one], nouns[other]))


def senses(noun: str) -> tuple[int, ...]:
    """The numbers of a noun's first three senses; none for an unknown noun."""
    return _hierarchy()[1].get(noun, ())


@lru_cache(maxsize=20_000)
def reach(noun: str) -> frozenset[int]:
    """A noun's senses and those above them that are not too high up to tell anything.

    Two nouns have a likeness of 1 or more where a sense of one is in the other's reach.

    >>> any(sense in reach("demonstration") for sense in senses("protest"))
    True
    """
    over = (above for sense in senses(noun) for above in _above(sense))
    return frozenset(senses(noun)).union(s for s in over if _depth(s) >= _DEEP_ABOVE)


def _of_senses(one: int, other: int) -> float:
    """How alike two senses are."""
    if one == other:
        return 2.0
    over_one, over_other = _above(one), _above(other)
    if any(_depth(s) >= _DEEP_ABOVE for s in {one} & over_other | {other} & over_one):
        return 1.0
    shared = set(_hierarchy()[0][one].above) & set(_hierarchy()[0][other].above)
    return 0.5 if any(_depth(s) >= _DEEP_SHARED for s in shared) else 0.0


@lru_cache(maxsize=20_000)
def _above(sense: int) -> frozenset[int]:
    """The senses up to two steps above one."""
    senses = _hierarchy()[0]
    first = senses[sense].above
    return frozenset({*first, *(a for s in first for a in senses[s].above)})


@lru_cache(maxsize=20_000)
def _depth(sense: int) -> int:
    """The steps from the top of the hierarchy, by the shortest way."""
    above = _hierarchy()[0][sense].above
    return 1 + min(map(_depth, above)) if above else 0


@cache
def _hierarchy() -> tuple[dict[int, Sense], dict[str, tuple[int, ...]]]:
    """The senses by number, and each noun's senses, the most frequent first."""
    senses: dict[int, Sense] = {}
    ranked: dict[str, list[tuple[int, int]]] = {}
    for row in rows("noun_senses"):
        for packed in row["senses"].split(";"):
            place, _, said = packed.partition("<")
            above, *words = said.split(" ")
            senses[int(place)] = Sense(row["subject"], _numbers(above.split(",")))
            for word in words:
                noun, _, rank = word.partition(".")
                ranked.setdefault(noun, []).append((int(rank), int(place)))
    return senses, {noun: tuple(p for _, p in sorted(found)) for noun, found in ranked.items()}


def _numbers(written: Iterable[str]) -> tuple[int, ...]:
    return tuple(int(n) for n in written if n)
