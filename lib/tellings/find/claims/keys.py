"""Keys: a number and its sentence in, the quantity spoken of ("people killed in Gaza") out."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from tellings.find.claims import forecasts, numbers, occasions
from tellings.find.claims.neighbours import ends_clause, role
from tellings.find.claims.occasions import clause_end
from tellings.find.claims.places import Places
from tellings.find.claims.units import Quantity
from tellings.lexicons import rows
from tellings.text import inflection
from tellings.text.tokens import Words

_BACK = 10  # words of the clause before a number that tell what it counts
_FRONTED = 14  # words behind an opening "In Rafah, …" that it still holds for


class What(NamedTuple):
    """What a number speaks of.

    key      the quantity, "" if the text does not tell it
    unit     what is counted where no noun stands behind the number ("the toll will top 100,000")
    subject  the words of the text for it
    horizon  the day or month (ISO) that a forecast speaks of, "" if none
    base     the key but for a forecast's condition
    sense, place  what is said of the things counted, and where: the next number may leave them out
    """

    key: str = ""
    unit: str = ""
    subject: str = ""
    horizon: str = ""
    base: str = ""
    sense: str = ""
    place: str = ""


class Context(NamedTuple):
    """What an article has told before a number.

    places   what its places are called
    anchor   its day
    before   the number before in the same sentence; None for the first
    told_of  sense -> the place that it was last said of
    """

    places: Places
    anchor: object
    before: What | None
    told_of: Mapping[str, str]


class _Sense(NamedTuple):
    """What is said of the things counted: the word at index `at`."""

    sense: str
    at: int


def of(said: Words, quantity: Quantity, status: str, context: Context) -> What:
    """What a quantity speaks of."""
    what = _base(said, quantity, context)._replace(subject=_subject(said, quantity))
    if status != "forecast":
        return what._replace(key=what.base)
    carried = context.before.horizon if context.before else ""
    horizon = forecasts.horizon(said, quantity.last, context.anchor) or carried
    told = " ".join(["forecast", forecasts.condition(said, quantity.last)]).strip()
    return what._replace(key=what.base and f"{what.base}, {told}", horizon=horizon)


def _base(said: Words, quantity: Quantity, context: Context) -> What:
    """The key but for a forecast's condition, and the unit where none stands behind it."""
    kind = quantity.unit.kind if quantity.unit else ""
    if quantity.form == "rank":
        return What(base=occasions.rank(said, quantity))
    if kind == "duration":
        return What(base=occasions.length(said, quantity))
    if kind not in ("", "cardinal") or quantity.form == "share":
        return What()
    return _count(said, quantity, context)


def _count(said: Words, quantity: Quantity, context: Context) -> What:
    """The key of things counted: noun, what is said of them, place."""
    sense = _sense(said, quantity)
    unit = quantity.unit.unit if quantity.unit else ""
    bare = "" if unit else "person"
    if not quantity.unit:
        if context.before and _pronoun_before(said, quantity.first):
            return What(base=context.before.base, unit=context.before.unit)
        if not sense or not _of_people(said, quantity, sense):
            return What()
    place = _place(said, quantity, sense, context.places)
    if sense and not place and not quantity.unit:  # "the death toll": the one spoken of before
        place = context.told_of.get(sense.sense, "")
    told = sense.sense if sense and sense.sense != "in" else _deed(said, quantity.last)
    what = What(unit=bare, sense=sense.sense if sense else "", place=place)
    if not told and not place:
        return what
    people = sense and sense.sense in _people() and quantity.beyond <= sense.at < quantity.last
    noun = inflection.plural("person" if people else unit or bare)  # "300 deaths": people killed
    parts = (noun, told, f"in {place}" if place else "")
    return what._replace(base=" ".join(filter(None, parts)))


def _place(said: Words, quantity: Quantity, sense: _Sense | None, places: Places) -> str:
    """Where the things counted are: behind the number, else the subject of "hosts"."""
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


@cache
def _senses() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word -> the phrases that tell what is said of people or things, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows("claim_keys"):
        parts = tuple(row["words"].split())
        found.setdefault(parts[0], []).append((parts, row["sense"]))
    return {word: sorted(given, key=lambda g: -len(g[0])) for word, given in found.items()}


@cache
def _people() -> frozenset[str]:
    """Senses that are said of people, so that a bare number with one counts people."""
    return frozenset(r["sense"] for r in rows("claim_keys") if r["unit"] == "person") - {"in"}


def _of_people(said: Words, quantity: Quantity, sense: _Sense) -> bool:
    """Whether a bare number counts people: "killed 300", "300 were killed", "a toll of 300"."""
    if sense.sense not in _people() or quantity.form == "share" or quantity.low % 1:
        return False
    gap = said.low[sense.at + 1 : quantity.first] or said.low[quantity.last : sense.at]
    return len(gap) < 5 and not any(w[0].isdecimal() or w in role("of age") for w in gap)


def _sense(said: Words, quantity: Quantity) -> _Sense | None:
    """The nearest word of lexicons/claim_keys.csv in the clause of a quantity."""
    near = []
    for i in range(quantity.beyond, clause_end(said, quantity.last)):
        sense = _sense_at(said, i)
        if sense and not _acts(said, quantity, i):
            near.append((max(i - quantity.last, 0), _Sense(sense, i)))
            break
    for i in range(quantity.first - 1, max(quantity.first - _BACK, -1), -1):
        if ends_clause(said.low[i]):
            break
        sense = _sense_at(said, i)
        if sense:
            near.append((quantity.first - i, _Sense(sense, i)))
            break
    return min(near, key=lambda found: found[0])[1] if near else None


def _acts(said: Words, quantity: Quantity, i: int) -> bool:
    """Whether the verb at i is what the things counted do: "two men that killed 14"."""
    if i < quantity.last or said.low[i - 1] not in role("before a deed"):
        return False
    return numbers.begins(said.at(i + 1))


def _sense_at(said: Words, i: int) -> str:
    for parts, sense in _senses().get(said.low[i], ()):
        if said.has(i, *parts):
            return sense
    return ""


def _deed(said: Words, i: int) -> str:
    """What was done to the things counted: the participle of the passive behind them."""
    passive = False
    for word in said.low[i : min(i + 5, clause_end(said, i))]:
        if passive and inflection.is_participle(word):
            return word
        passive = passive or word in role("plain be")
    return ""


def _pronoun_before(said: Words, first: int) -> bool:
    """Whether "it" or "the figure" is the subject before word `first` ("it will be higher …")."""
    return not role("stands for a number").isdisjoint(said.low[max(first - 5, 0) : first])


def _subject(said: Words, quantity: Quantity) -> str:
    """What is counted, in the text's words: the noun and what follows it in its clause."""
    back = [i for i in range(max(quantity.first - 6, 0), quantity.first) if _sense_at(said, i)]
    if back and quantity.unit is None:
        return said.said(back[0], back[-1] + 1)
    first = max(quantity.unit.noun if quantity.unit else 0, quantity.beyond)
    last = min(clause_end(said, max(quantity.last, first)), first + 10)
    return said.said(first, last).strip(" -") if last > first else ""
