"""Quantities: the words of a sentence in, its numbers with unit, bound and trend out."""

from tellings.find.claims import bounds, numbers, ranges, units
from tellings.find.claims.measures import Unit, listed_at, rate
from tellings.find.claims.neighbours import function, months, role
from tellings.find.claims.scales import Number
from tellings.find.claims.units import Quantity
from tellings.text import inflection
from tellings.text.tokens import Words

_OLDEST = 120  # years; a larger number between commas is no age


def read(said: Words) -> list[Quantity]:
    """The quantities of a sentence in order: ranges joined, bounds and trends read.

    >>> from tellings.text.tokens import fine
    >>> [(q.low, q.high, q.bound) for q in read(fine("at most 100 and at least 20"))]
    [(20.0, 100.0, '=')]
    """
    found: list[Quantity] = []
    if len(said.low) < 3 and said.low[-1:] == (".",):
        return found  # "5.": the number of a list
    for number in numbers.read(said):
        if found and number.first < found[-1].last:
            continue
        quantity = _measured(said, number)
        if quantity:
            found.append(quantity)
    if not found:
        return found
    found = ranges.shared_units(said, ranges.join(said, found))
    bounded = [bounds.before(said, q) for q in found]
    joined = bounds.trends(said, ranges.both_ends(said, bounded))
    return [q for q in joined if _counts(said, q)]


def _measured(said: Words, number: Number) -> Quantity | None:
    """The number with its sign, its money or unit; None where it is a name or a pronoun."""
    first, low, high = number.first, number.low, number.high
    minus = _minus(said, first)
    money = units.before(said, first - minus) or (units.before(said, first) if minus else None)
    if minus:
        low, high, first = -high, -low, first - minus
    beyond, bound = bounds.behind(said, number.last)
    unit: Unit | None
    if money:
        first, unit = min(first, money.first), _money(said, money, beyond)
    else:
        found = units.after(said, beyond, number.form == "vague") or _of_them(said, number, beyond)
        if _named(said, number, found):
            return None
        unit = found or _age(said, number) or _times(said, number)
        unit = _ranked(said, unit) if unit and number.form == "rank" else unit
    last = max(unit.last, beyond) if unit else beyond
    if bound == "=":
        last, bound = bounds.behind(said, last)
    place = (first, last, number.first, number.last)
    return Quantity(*place, low, high, number.form, unit, bound, "", number.scaled)


def _ranked(said: Words, unit: Unit) -> Unit:
    """What a rank orders, with the "of talks" behind it ("the first round of talks")."""
    more = units.after(said, unit.last + 1) if said.at(unit.last) == "of" else None
    return unit._replace(unit=f"{unit.unit} of {more.unit}", last=more.last) if more else unit


def _money(said: Words, money: Unit, i: int) -> Unit:
    """Money with what stands behind its number: "U.S.", "US dollars", "per barrel"."""
    i += said.at(i) in ("us", "u.s.")
    named = listed_at(said, i)
    i = named.last if named and named.kind == "money" else i
    per = rate(said, i)
    if per:
        return money._replace(unit=f"{money.unit} per {per[0]}", last=per[1])
    return money._replace(last=i)


def _minus(said: Words, first: int) -> int:
    """How many words before `first` make the number negative: "-5", "minus 5", "minus-5"."""
    before = said.at(first - 1)
    if before in ("minus", "negative"):
        return 1
    if before not in ("-", "−") or not said.glued(first):
        return 0
    if said.at(first - 2) in ("minus", "negative"):
        return 2
    left = said.text[said.start[first - 1] - 1] if said.start[first - 1] else " "
    return 1 if left in " ($€£<>=" else 0


def _of_them(said: Words, number: Number, i: int) -> Unit | None:
    """What a part is taken of: "one of the best speakers", "two of Johnson's deputies"."""
    owner = said.at(i + 1).endswith("'s")
    if said.at(i) != "of" or number.form == "rank":
        return None
    if not owner and said.at(i + 1) not in role("determiner"):
        return None
    at = i + 1 if owner else i + 2
    at += numbers.begins(said.at(at))  # "six of the eleven nations"
    found = units.after(said, at)
    return None if found and number.form == "share" and found.kind != "cardinal" else found


def _age(said: Words, number: Number) -> Unit | None:
    """The unit of a bare age: "Jamie Armstrong, 25, said", "aged 18"."""
    i = number.first
    if number.form != "digits" or not 0 < number.low <= _OLDEST or number.low % 1:
        return None
    closed = said.at(number.last) in role("closes an aside") or number.last == len(said.low)
    aside = said.at(i - 1) == "," and said.capital(i - 2) and closed
    if said.at(i - 1) in role("before an age") or (aside and said.at(i - 2) not in months()):
        return Unit("year", "age", i, number.last, True, number.last)
    return None


def _times(said: Words, number: Number) -> Unit | None:
    """The unit of "sixfold"."""
    if not said.low[number.first].endswith("fold"):
        return None
    return Unit("count", "measure", number.first, number.last, True, number.last)


def _named(said: Words, number: Number, unit: Unit | None) -> bool:
    """Whether a number is part of a name or a pronoun: "Fortune 100", "BBC One", "this one"."""
    i, behind = number.first, number.last
    if said.low[i] == "one" and behind == i + 1:
        return _pronoun(said, number, unit)
    if unit is None and number.form == "words" and said.at(i - 1) in role("before a pronoun"):
        return True
    if said.at(behind) == "-" and said.glued(behind) and said.at(behind + 1)[:1].isdecimal():
        return False  # the first half of a range or a score
    if not _capital_before(said, i) or number.scaled or "," in said.low[i]:
        return False
    if number.form not in ("digits", "words"):
        return False
    if unit and (unit.known or (number.form == "words" and not said.capital(i))):
        return False
    before = said.low[i - 1]
    free = before in function() or before in bounds.words_before() or before in months()
    return not free and not number.low % 1


def _capital_before(said: Words, i: int) -> bool:
    """Whether the word before i has a capital, inside it ("iPhone") where it is the first."""
    if not i or said.low[i - 1] == said.written[i - 1]:
        return False
    return i > 1 or said.written[0][1:] != said.low[0][1:]


def _pronoun(said: Words, number: Number, unit: Unit | None) -> bool:
    """Whether "one" stands for a thing instead of counting it."""
    i, behind = number.first, said.at(number.last)
    if unit is None:
        joint = behind in ("to", "or", "-")
        return not (joint and numbers.begins(said.at(number.last + 1)))
    if behind == "of" or unit.known:
        return False
    if said.at(i - 1) in role("article of one") or said.capital(i - 1):
        return said.low[i - 1] not in role("before one that counts")
    return inflection.is_plural(said.low[unit.last - 1])


def _counts(said: Words, quantity: Quantity) -> bool:
    """Whether a quantity counts: no day ("two weeks ago"), no rank without what it ranks."""
    if said.at(quantity.last) == "ago":
        return False  # "two weeks ago" is a day: read.dates
    bare = quantity.bound == "=" and quantity.low == quantity.high and not quantity.unit
    return quantity.form != "rank" or not bare
