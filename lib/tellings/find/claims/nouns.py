"""Counted nouns: the words behind a number in, the noun phrase that it counts out."""

from functools import cache

from tellings.find.claims.measures import Unit, listed_at, singular_phrase
from tellings.find.claims.neighbours import function, role
from tellings.lexicons import listed
from tellings.text import inflection
from tellings.text.tokens import Words

_LONGEST_PHRASE = 5  # words of a counted noun phrase: "combined digital and physical sales"


def counted(said: Words, i: int, hyphen: bool, mass: bool = False) -> Unit | None:
    """The noun phrase counted: up to its plural noun, or to its end behind "one", "the", "-".

    mass  whether a singular noun will do: what a share is taken of ("two thirds of the gap")

    None where no noun can be told, as in "about 1000 come from Asia".
    """
    first, kept = i, list[int]()
    while len(kept) < _LONGEST_PHRASE:
        if kept and _joins(said, i):
            i += 1
            continue
        if not nominal(said, i):
            break
        kept.append(i)
        i += 1
        if hyphen and len(kept) == 1 and nominal(said, i):
            continue  # "four-page summaries" count pages
        if _ends(said, i - 1):
            known = listed_at(said, i - 1) if len(kept) > 1 else None
            if known and known.last == i:
                return known._replace(first=first, noun=first)
            return Unit(_phrase(said, kept), "cardinal", first, i, False, first)
    kept = _before_verb(said, kept)
    if not kept or not (mass or _attributive(said, first, hyphen)):
        return None
    # A hyphen joins the number to one noun: "a four-page summary" counts pages.
    words = kept[:1] if hyphen else kept
    return Unit(_phrase(said, words), "cardinal", first, kept[-1] + 1, False, first)


def _ends(said: Words, i: int) -> bool:
    """Whether the noun at i is what is counted: a plural, but for "two police officers"."""
    word = said.low[i]
    if not inflection.is_plural(word) or word in role("country"):
        return False
    collective = inflection.singular(word) == word
    return not (collective and inflection.is_plural(said.at(i + 1)) and nominal(said, i + 1))


def _joins(said: Words, i: int) -> bool:
    """Whether "and" or a hyphen at i goes on with the phrase."""
    if said.at(i) == "and":
        return nominal(said, i + 1)
    return said.at(i) == "-" and said.glued(i) and said.glued(i + 1)


def _before_verb(said: Words, kept: list[int]) -> list[int]:
    """A singular noun phrase up to what may be a verb or an adverb: "one [designed to …]"."""
    for n, i in enumerate(kept):
        behind = said.low[kept[n + 1]] if n + 1 < len(kept) else "ly"
        adjective = not n and not behind.endswith("ly")  # "two thirds of the projected gap"
        ends = said.low[i].endswith(("ed", "ly")) and not adjective
        if ends and said.low[i] not in role("no verb or adverb"):
            return kept[:n]
    return kept


def _attributive(said: Words, first: int, hyphen: bool) -> bool:
    """Whether a singular noun may be counted at `first`: "one area", "an 11 member pact"."""
    number = said.at(first - 2 if hyphen else first - 1)
    return hyphen or number == "one" or said.at(first - 2) in role("before a singular")


def nominal(said: Words, i: int) -> bool:
    """Whether word i may stand in a counted noun phrase."""
    word = said.at(i)
    if word in role("country"):
        return said.capital(i)
    if not word[:1].isalpha() or word in listed("noun_phrase_ends"):
        return False
    return word.removesuffix("'s") not in _closed_class()


@cache
def _closed_class() -> frozenset[str]:
    """Function words but for those that a noun phrase may hold ("others", "such")."""
    return function() - role("function word in a phrase")


def _phrase(said: Words, kept: list[int]) -> str:
    words = [said.low[i].removesuffix("'s") for i in kept if said.low[i] not in role("country")]
    return singular_phrase(words) if words else ""
