"""Ages: a bare number and the words beside it in, whether it is how old somebody is out."""

from functools import cache

from tellings.find.claims.measures import Unit
from tellings.find.claims.neighbours import function, months, role
from tellings.find.claims.scales import Number
from tellings.find.claims.units import Quantity
from tellings.text import inflection
from tellings.text.tokens import Words

_OF_ONE, _OF_SEVERAL = ("is", "was", "were", "are"), ("were", "are")
_OLDEST = 120  # years; a larger number between commas is no age


def read(said: Words, number: Number, last: int) -> Unit | None:
    """The unit of a bare age, or None; `last` is where a bound behind it ends ("58 and older").

    "Jamie Armstrong, 25, said", "Ray Vale Jr., 56, of", "aged 18", "who is 46", "dies at 91",
    "in his 50s", "58 and older", "the retirement age to 69".
    """
    if number.form == "vague":
        told = said.at(number.last - 1) == "s"
    else:
        told = number.form in ("digits", "words") and not number.low % 1
        told = told and 0 < number.low <= _OLDEST and _told(said, number, last)
    return Unit("year", "age", number.first, number.last, True, number.last) if told else None


def whose(said: Words, quantity: Quantity) -> str:
    """The surname of whom an age is told: "Bell, 56,", "Bell, a 46-year-old", "46-year-old Bell".

    "" where the words beside it name nobody: "a 61-year-old from Denmark", "Children aged 5".
    """
    behind = range(quantity.beyond, quantity.last + 3)
    end = next((i for i in behind if said.at(i) in function("preposition")), behind[-1] + 1)
    i = next((i for i in range(quantity.beyond, end) if said.capital(i)), 0)
    if said.at(quantity.beyond) == "-" and i:
        last = i
        while said.capital(last) or (said.at(last) == "." and said.capital(last + 1)):
            last += 1
        named = _surname(said, i, last)
        if named:
            return named
    i = quantity.first - 1
    while i >= 0 and said.low[i] in role("between a name and an age"):
        i -= 1
    group = quantity.low != quantity.high or (
        inflection.is_plural(said.at(i)) and "," not in said.low[i + 1 : quantity.first]
    )
    return _surname(said, i, i + 1) if said.capital(i) and not group else ""


def _surname(said: Words, first: int, last: int) -> str:
    """The last name among words first to last - 1, past "Jr." and "III"; "" for none."""
    for i in range(last - 1, first - 1, -1):
        if said.capital(i) and said.low[i] not in _no_surname():
            joined = said.at(i - 1) == "-" and said.glued(i - 1) and said.glued(i)
            half = said.written[i - 2] + "-" if joined and said.capital(i - 2) else ""
            return half + said.written[i].removesuffix("'s")
    return ""


@cache
def _no_surname() -> frozenset[str]:
    """What stands behind a name or begins a sentence, in capitals."""
    return role("behind a name") | role("dies") | function() | months()


def _told(said: Words, number: Number, last: int) -> bool:
    """Whether the words beside a whole number make it an age."""
    before, i = said.at(number.first - 1), number.first
    if said.at(last) in role("between ages") and said.at(last + 2) in role("younger than a year"):
        return False  # "aged 5 to 36 months": the range tells its unit
    if before in role("before an age") or said.at(last - 1) in role("compares ages"):
        return True
    closed = last == len(said.low) or said.at(last) in role("closes an aside")
    if before in role("age of") and not role("age word").isdisjoint(said.low[max(i - 3, 0) : i]):
        return closed or said.at(last)[:1].isalpha()
    if before == "at" and not role("dies").isdisjoint(said.low[max(i - 4, 0) : i - 1]):
        return closed or said.at(last) in role("behind an age at death")
    if number.form != "digits" or not closed:
        return False
    if before in role("older or younger than"):
        return _of_people(said, i - 2)
    if before in ("is", "was") and said.at(i - 2) in ("who", "he", "she"):
        return True
    return _aside(said, i - 1 if before == "now" else i)


def _of_people(said: Words, i: int) -> bool:
    """Whether people are the subject of the verb at i: "most of the dead were over 75", "he is
    under 30"; not in "deaths were over 75"."""
    person = said.at(i - 1) in ("he", "she", "who")
    return said.at(i) in (_OF_ONE if person else _OF_SEVERAL) and (
        person or said.at(i - 1) not in role("counts by itself")
    )


def _aside(said: Words, i: int) -> bool:
    """Whether a comma behind a name stands before word i: "Armstrong, 25", "Jr., 56"."""
    if said.at(i - 1) != ",":
        return False
    at = i - 3 if said.at(i - 2) == "." else i - 2
    return said.capital(at) and said.at(at) not in months()
