"""Quantities: the words of a sentence in, its numbers with unit, bound and trend out."""

from itertools import pairwise

from tellings.find.claims import ages, bounds, changes, nouns, numbers, ranges, units
from tellings.find.claims.measures import Unit, listed_at, rate
from tellings.find.claims.neighbours import function, months, role
from tellings.find.claims.scales import Number
from tellings.find.claims.units import Quantity
from tellings.text import inflection
from tellings.text.tokens import Words


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
            found.append(_with_minutes(said, found, _with_inches(said, quantity)))
    if len(found) > 1:
        found = ranges.shared_units(said, ranges.join(said, found))
    found = [bounds.before(said, q) for q in found]
    if len(found) > 1:
        found = _in_sterling(said, found)
        found = ranges.both_ends(said, changes.marked(said, found))
    return [_on_top(said, q) for q in bounds.trends(said, found) if _counts(said, q)]


def _in_sterling(said: Words, found: list[Quantity]) -> list[Quantity]:
    """The quantities, pounds that a sum explains as money: "2.1 million pounds ($2.8m)"."""
    kept = list(found)
    for n, (one, other) in enumerate(pairwise(found)):
        money = other.unit and other.unit.kind == "money" and other.first - one.last == 1
        if one.unit and one.unit.unit == "pound-mass" and money and said.at(one.last) == "(":
            kept[n] = one._replace(unit=one.unit._replace(unit="pound sterling", kind="money"))
    return kept


def _on_top(said: Words, quantity: Quantity) -> Quantity:
    """The quantity with the word before it that makes it come on top: "another 40 people"."""
    before = said.at(quantity.first - 1) in role("on top")
    return quantity._replace(first=quantity.first - 1) if before else quantity


def _measured(said: Words, number: Number) -> Quantity | None:
    """The number with its sign, its money or unit; None where it is a name or a pronoun."""
    first, low, high = number.first, number.low, number.high
    minus = _minus(said, first)
    money = units.before(said, first - minus) or (units.before(said, first) if minus else None)
    if minus:
        low, high, first = -high, -low, first - minus
    beyond, bound = bounds.behind(said, number.last)
    if low == 1 and _of_a_number(said, beyond):
        return None  # "one of the two officers": two is what counts
    unit: Unit | None
    if money:
        first, unit = min(first, money.first), _money(said, money, beyond)
    else:
        found = _counted(said, number, beyond)
        if _named(said, number, found):
            return None
        unit = _graded(said, number) or ages.read(said, number, beyond) or found
        unit = unit or _children(said, number) or _times(said, number)
        unit = _ranked(said, unit) if unit and number.form == "rank" else unit
    last = max(unit.last, beyond) if unit else beyond
    if bound == "=":
        last, bound = bounds.behind(said, last)
    place = (first, last, number.first, number.last)
    return Quantity(*place, low, high, number.form, unit, bound, "", number.size)


def _graded(said: Words, number: Number) -> Unit | None:
    """The measure that stands before its number: "magnitude 6.8", "a magnitude-6.8 quake", "a
    magnitude of 6.8"."""
    i = number.first - 1
    word = i - (said.at(i) in ("-", "of"))
    graded = said.at(word) in role("graded") and number.form == "digits"
    return (
        Unit(said.low[word], "measure", i + 1, number.last, True, number.last) if graded else None
    )


def _counted(said: Words, number: Number, i: int) -> Unit | None:
    """What a number counts, by the words behind it; "nobody" says it itself."""
    if number.form == "none" and said.low[i - 1] != "no":
        return None
    return units.after(said, i, number.form == "vague") or _of_them(said, number, i)


def _with_inches(said: Words, quantity: Quantity) -> Quantity:
    """A height in feet with its inches: "5-foot-11" is 71 inches."""
    i, unit = quantity.last, quantity.unit
    inches = said.at(i + 1)
    if not unit or unit.unit != "foot" or said.at(i) != "-" or not inches.isdecimal():
        return quantity
    if not said.glued(i + 1) or int(inches[:3]) > 11:
        return quantity
    height = 12 * quantity.low + int(inches)
    unit = unit._replace(unit="inch", last=i + 2)
    return quantity._replace(last=i + 2, low=height, high=height, unit=unit)


def _with_minutes(said: Words, found: list[Quantity], quantity: Quantity) -> Quantity:
    """A quantity in "m" right behind hours as one in minutes: "3h 20m"."""
    hours = found[-1].unit if found and found[-1].last == quantity.first else None
    if not hours or hours.unit != "hour" or said.at(quantity.beyond) != "m":
        return quantity
    first = quantity.beyond
    return quantity._replace(unit=Unit("minute", "duration", first, first + 1, True, first + 1))


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
    i += said.at(i) in ("more", "others")
    owner = _owner(said, i + 1)
    if said.at(i) != "of" or number.form == "rank":
        return None
    if not owner and said.at(i + 1) not in role("determiner"):
        return None
    at = owner or i + 2
    at += numbers.begins(said.at(at))  # "six of the eleven nations"
    found = units.after(said, at)
    if found is None and number.form == "share":
        return nouns.counted(said, at, False, mass=True)
    return None if found and number.form == "share" and found.kind != "cardinal" else found


def _owner(said: Words, i: int) -> int:
    """Where the owner's name ends: "Johnson's deputies", "Mr. [Trump's] trips"; 0 for none."""
    for at in range(i, i + 5):
        if said.at(at).endswith("'s"):
            return at
        if not said.capital(at) and said.at(at) != ".":
            return 0
    return 0


def _children(said: Words, number: Number) -> Unit | None:
    """The unit of "a mother of three"."""
    i = number.first
    if said.at(i - 1) != "of" or said.at(i - 2) not in role("has children"):
        return None
    return Unit("child", "cardinal", i, number.last, True, number.last)


def _of_a_number(said: Words, i: int) -> bool:
    """Whether "of the two" stands at i."""
    return (
        said.at(i) == "of"
        and said.at(i + 1) in role("determiner")
        and numbers.begins(said.at(i + 2))
    )


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
    if not _capital_before(said, i) or number.size != 1 or "," in said.low[i]:
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
