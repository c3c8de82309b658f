"""Earlier years: a number and its sentence in, the year before the article's that it is of out."""

from tellings.find.claims import senses
from tellings.find.claims.neighbours import ends_clause, function, months
from tellings.find.claims.units import Quantity
from tellings.text import inflection
from tellings.text.tokens import Words

_FIRST = 1500  # a number from here on may be a year
_AHEAD = 14  # words behind a number, in which its clause ends
_OWN = 6  # words before a year in which "that" or "which" makes it the year of something else


def earlier(said: Words, quantity: Quantity, day: str) -> str:
    """The year that a number is of where the words tell one before that of the day; else "".

    "In 1999 a quake killed 2,400", "killed 2,400 in 1999", "the 1999 quake killed 2,400", "the
    worst since 2009, when 58 people died". A year of something else tells nothing: "built in 1984",
    "the deadliest since 1987".

    day  the article's (ISO); "" if it is unknown: then no year is known to be earlier
    """
    known = int(day[:4]) if day else 0
    years = [i for i, word in enumerate(said.low) if len(word) == 4 and _is_year(word, known)]
    before = [i for i in years if i < quantity.number]
    behind = [i for i in years if i >= quantity.beyond]
    if before and _before(said, before[-1], quantity.first):
        return said.low[before[-1]]
    return said.low[behind[0]] if behind and _behind(said, quantity.last, behind[0]) else ""


def _is_year(word: str, known: int) -> bool:
    """Whether four characters are a year before the one known."""
    return word.isdecimal() and _FIRST <= int(word) < known


def _before(said: Words, year: int, first: int) -> bool:
    """Whether a year before a number is the number's: nothing ends the clause in between, but for
    the comma behind an opening "In 1999," or before "when"."""
    if said.has(year + 1, ",", "when"):
        return not _parted(said, year + 2, first)
    if said.at(year - 1) in function("determiner"):
        return not _parted(said, year + 1, first)
    begins = _when_begins(said, year)
    if begins is None:
        return False
    goes_on = year + 1 + (begins == 0 and said.at(year + 1) == ",")
    return not _parted(said, goes_on, first)


def _behind(said: Words, last: int, year: int) -> bool:
    """Whether a year behind a number is the number's: "in" stands before it, in the same clause."""
    begins = _when_begins(said, year)
    return begins is not None and year - last < _AHEAD and not _parted(said, last, begins)


def _when_begins(said: Words, year: int) -> int | None:
    """Where "in 1999" or "in March 1999" begins; None where the words before it are others, or tell
    when something else was: "the ferry built in 1984", "the war that began in 2023"."""
    begins = year - 1 - (said.at(year - 1) in months())
    made = inflection.is_participle(said.at(begins - 1)) and not senses.at(said, begins - 1)
    before = said.low[max(begins - _OWN, 0) : begins]
    related = "that" in before or not function("relative").isdisjoint(before)
    if said.at(begins) != "in" or made or related:
        return None
    return begins


def _parted(said: Words, first: int, last: int) -> bool:
    return any(map(ends_clause, said.low[first:last]))
