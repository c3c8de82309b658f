"""Keys: a number and its sentence in, the quantity spoken of ("people killed in Gaza") out."""

from collections.abc import Mapping
from typing import NamedTuple

from tellings.find.claims import ages, forecasts, occasions, rates, senses, years
from tellings.find.claims.neighbours import role
from tellings.find.claims.occasions import clause_end
from tellings.find.claims.places import Places
from tellings.find.claims.senses import Sense
from tellings.find.claims.units import Quantity
from tellings.text import inflection
from tellings.text.tokens import Words

_FRONTED = 14  # words behind an opening "In Rafah, …" that it still holds for


class What(NamedTuple):
    """What a number speaks of.

    key      the quantity, "" if the text does not tell it
    unit     what is counted where no noun stands behind the number ("the toll will top 100,000")
    subject  the words of the text for it
    horizon  the day or month (ISO) that a forecast speaks of, "" if none
    base     the key but for a forecast's condition
    denied   whether what is said is denied of them ("none of the 12 died"): no key then
    sense, place  what is said of the things counted, and where: the next number may leave them out
    """

    key: str = ""
    unit: str = ""
    subject: str = ""
    horizon: str = ""
    base: str = ""
    sense: str = ""
    place: str = ""
    denied: bool = False


class Context(NamedTuple):
    """What an article has told before a number.

    places   what its places are called
    anchor   its day
    before   the number before in the same sentence; None for the first
    told_of  sense -> the place that it was last said of
    after_earlier  whether the number before is what was before ("from 38 to 41")
    """

    places: Places
    anchor: object
    before: What | None
    told_of: Mapping[str, str]
    after_earlier: bool = False


def of(said: Words, quantity: Quantity, status: str, context: Context) -> What:
    """What a quantity speaks of."""
    what, subject = _base(said, quantity, context), _subject(said, quantity)
    if quantity.earlier:  # what was before is no rival of what is now: it has no key
        return what._replace(subject=subject)
    if status != "forecast":
        return what._replace(subject=subject, key=what.base)
    carried = context.before.horizon if context.before else ""
    horizon = forecasts.horizon(said, quantity.last, context.anchor) or carried
    told = " ".join(["forecast", forecasts.condition(said, quantity.last)]).strip()
    key = what.base and f"{what.base}, {told}"
    return what._replace(subject=subject, key=key, horizon=horizon)


def _base(said: Words, quantity: Quantity, context: Context) -> What:
    """The key but for a forecast's condition, and the unit where none stands behind it."""
    kind = quantity.unit.kind if quantity.unit else ""
    if kind == "age":
        whose = ages.whose(said, quantity)
        return What(base=f"age of {whose}" if whose else "")
    if quantity.form == "rank":
        return What(base=occasions.rank(said, quantity))
    if kind == "duration":
        return What(base=occasions.length(said, quantity))
    if kind == "percent":
        return What(base=_of_its_year(said, quantity, rates.of(said, quantity), context))
    if quantity.unit and quantity.unit.unit in role("graded"):
        whole = role("no main shock").isdisjoint(said.low)
        return What(base=_of_its_year(said, quantity, quantity.unit.unit * whole, context))
    if kind not in ("", "cardinal") or quantity.form == "share":
        return What()
    return _count(said, quantity, context)


def _count(said: Words, quantity: Quantity, context: Context) -> What:
    """The key of things counted: noun, what is said of them, place."""
    before = context.before
    if before and before.base and not quantity.unit and _said_again(said, quantity, context):
        return before._replace(key="", subject="", horizon="")
    sense = senses.of(said, quantity)
    unit = quantity.unit.unit if quantity.unit else "person"
    if not quantity.unit and (not sense or not senses.counts_people(said, quantity, sense)):
        return What()
    place = _place(said, quantity, sense, context.places)
    if sense and not place and not quantity.unit:  # "the death toll": the one spoken of before
        place = context.told_of.get(sense.sense, "")
    what = What(unit="" if quantity.unit else unit, sense=sense.sense if sense else "", place=place)
    if (sense and sense.denied) or senses.exempted(said, quantity):
        return what._replace(denied=True)
    if not quantity.unit and said.at(quantity.last) in role("besides"):
        return what  # "five more bodies" are no toll
    if said.has(quantity.beyond, "of") and said.at(quantity.beyond + 1) in role("a side's own"):
        return what  # "four of its soldiers" are a part of those killed
    told = _told(said, quantity, sense)
    if not told and not place:
        return what
    inside = sense is not None and quantity.beyond <= sense.at < quantity.last
    people = inside and what.sense in senses.of_people()  # "300 deaths" are people killed
    people |= told == "out of work" and unit in role("a job") | role("holds a job")
    noun = inflection.plural("person" if people else unit)
    parts = (noun, told, f"in {place}" if place else "", _year(said, quantity, what, context))
    return what._replace(base=" ".join(filter(None, parts)))


def _of_its_year(said: Words, quantity: Quantity, key: str, context: Context) -> str:
    """A key with the earlier year that its number is of: "turnout in 2018"."""
    year = key and years.earlier(said, quantity, forecasts.iso(context.anchor))
    return f"{key} in {year}" if year else key


def _year(said: Words, quantity: Quantity, what: What, context: Context) -> str:
    """The earlier year that people are counted of: those killed by the quake of 1999 are no rivals
    of those killed by today's."""
    if what.sense not in senses.of_people():
        return ""
    year = years.earlier(said, quantity, forecasts.iso(context.anchor))
    return f"in {year}" if year else ""


def _said_again(said: Words, quantity: Quantity, context: Context) -> bool:
    """Whether a bare number says again what the one before counts, as "it" or as then and now."""
    changed = quantity.earlier or context.after_earlier
    return changed or _pronoun_before(said, quantity.first)


def _told(said: Words, quantity: Quantity, sense: Sense | None) -> str:
    """What is said of the things counted, for a key: "killed", "recovered"."""
    if not sense or sense.sense == "in":
        return senses.deed(said, quantity.last)
    return sense.sense


def _place(said: Words, quantity: Quantity, sense: Sense | None, places: Places) -> str:
    """Where the things counted are: behind the number, else the subject of "hosts".

    Nowhere in a line of capitals, which do not tell where a name ends: "IN CALLISTO INFERNO".
    """
    if said.text.isupper():
        return ""
    last = clause_end(said, quantity.last) if sense else quantity.last + 1
    for i in range(quantity.last, min(last, len(said.low))):
        if said.low[i] == "there":
            return places.before(said, quantity.first)
        place = places.at(said, i + 1) if said.low[i] in role("place preposition") else ""
        if place:
            return place
    if sense and sense.sense == "in" and sense.at < quantity.first:
        return places.before(said, sense.at)
    fronted = said.low[0] in role("place preposition") and quantity.first < _FRONTED
    return places.at(said, 1) if fronted else ""


def _pronoun_before(said: Words, first: int) -> bool:
    """Whether "it" or "the figure" is the subject before word `first` ("it will be higher …")."""
    return not role("stands for a number").isdisjoint(said.low[max(first - 5, 0) : first])


def _subject(said: Words, quantity: Quantity) -> str:
    """What is counted, in the text's words: the noun and what follows it in its clause."""
    if quantity.unit is None:
        back = senses.places(said, max(quantity.first - 6, 0), quantity.first)
        if back:
            return said.said(back[0], back[-1] + 1)
    first = max(quantity.unit.noun if quantity.unit else 0, quantity.beyond)
    last = min(clause_end(said, max(quantity.last, first)), first + 10)
    return said.said(first, last).strip(" -") if last > first else ""
