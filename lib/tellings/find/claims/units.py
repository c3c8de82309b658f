"""Units: the words beside a number in, what it counts or measures out."""

from functools import cache
from typing import NamedTuple

from tellings.find.claims import nouns
from tellings.find.claims.measures import Unit, listed_at, rated
from tellings.find.claims.neighbours import joined
from tellings.lexicons import rows
from tellings.text import inflection
from tellings.text.tokens import Words, fine

_FORMS = {"rank": "ordinal", "vague": "vague", "share": "share"}


class Quantity(NamedTuple):
    """A number with its unit and bound, words first to last - 1 of its sentence.

    number, beyond  the words of the number itself, number to beyond - 1
    earlier         whether it is what was before ("rose to 41 from 38": 38)
    """

    first: int
    last: int
    number: int
    beyond: int
    low: float
    high: float
    form: str
    unit: Unit | None
    bound: str = "="
    trend: str = ""
    size: float = 1.0
    earlier: bool = False


def kind(quantity: Quantity) -> str:
    """The kind of a quantity: its form where that says more than its unit."""
    unit = quantity.unit.kind if quantity.unit else "cardinal"
    return _FORMS.get(quantity.form, unit)


def before(said: Words, first: int) -> Unit | None:
    """The sign of money before word `first` ("$", "US $", "RM"), or None.

    >>> before(fine("paid HK$ 500"), 3).unit
    'hong kong dollar'
    """
    if said.at(first - 1) not in _sign_ends():
        return None
    for length in (3, 2, 1):
        signs = "".join(said.low[max(first - length, 0) : first])
        found = _signs().get(signs) if first >= length else None
        if found and _a_sign(said, first - length, first):
            return Unit(found, "money", first - length, first, True, first)
    return None


def _a_sign(said: Words, i: int, last: int) -> bool:
    """Whether words i to last - 1 are money: a short in capitals ("Rs", "PKR"), a letter glued."""
    if not said.low[i][0].isalpha():
        return True
    letter = last == i + 1 and len(said.low[i]) == 1
    return said.capital(i) and (not letter or (said.glued(last) and len(said.low[last]) > 2))


@cache
def _sign_ends() -> frozenset[str]:
    """The last words of the signs of money, to ask for the longer ones only where one stands."""
    return frozenset(fine(r["words"]).low[-1] for r in rows("units") if r["place"] == "before")


@cache
def _signs() -> dict[str, str]:
    """Signs of money that stand before the number, without their spaces."""
    signs = (r for r in rows("units") if r["place"] == "before")
    return {r["words"].replace(" ", ""): r["unit"] for r in signs}


def after(said: Words, i: int, vague: bool = False) -> Unit | None:
    """The unit whose words begin at i, behind a number; None where nothing is counted.

    vague  whether an "of" may come first ("thousands of people")

    >>> after(fine("1.3 million people in Rafah"), 2).unit
    'person'
    >>> after(fine("250 new homes were built"), 1).unit
    'new home'
    """
    hyphen = said.at(i) == "-" and joined(said, i)
    at = i + 1 if hyphen or (vague and said.at(i) == "of") else i
    found = listed_at(said, at)
    if found and (hyphen or not _goes_on(said, found)):
        return _with_noun(said, found) if hyphen else rated(said, found)
    if not hyphen and said.at(i) == "-":
        return None
    return rated(said, nouns.counted(said, at, hyphen), counted=True)


def _goes_on(said: Words, found: Unit) -> bool:
    """Whether a listed unit is the first part of a longer count: "two police [officers]"."""
    if found.kind != "cardinal" or found.last != found.first + 1:
        return False
    word = said.low[found.first]
    collective = inflection.singular(word) == word and inflection.is_plural(word)
    return (
        collective
        and nouns.nominal(said, found.last)
        and inflection.is_plural(said.low[found.last])
    )


def _with_noun(said: Words, found: Unit) -> Unit | None:
    """A hyphenated measure with the noun it stands before: "two-hour discussion"."""
    last = found.last
    while last < found.last + 3 and nouns.nominal(said, last):
        last += 1
        if inflection.is_plural(said.low[last - 1]):
            break
    return rated(said, found) if last == found.last else found._replace(last=last)
