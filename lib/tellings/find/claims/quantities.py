"""Quantities: the words of a sentence in, its numbers with unit, bound and trend out."""

from tellings.find.claims import bounds, codes, numbers, ranges, units
from tellings.find.claims.numbers import Number
from tellings.find.claims.units import Quantity, Unit
from tellings.lexicons import listed
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
    money = units.before(said, first - minus) or (minus and units.before(said, first)) or None
    if minus:
        low, high, first = -high, -low, first - minus
    first = min(first, money.first) if money else first
    beyond, bound = bounds.behind(said, number.last)
    if money:
        unit = _money(said, money, beyond)
    else:
        unit = units.after(said, beyond, number.form == "vague") or _of_them(said, number, beyond)
    if not money and _named(said, number, unit):
        return None
    unit = unit or _age(said, number) or _times(said, number)
    unit = _ranked(said, unit) if unit and number.form == "rank" else unit
    last = max(unit.last, beyond) if unit else beyond
    if bound == "=":
        last, bound = bounds.behind(said, last)
    return Quantity(
        first,
        last,
        number.first,
        number.last,
        low,
        high,
        number.form,
        unit,
        bound,
        "",
        number.scaled,
    )


def _ranked(said: Words, unit: Unit) -> Unit:
    """What a rank orders, with the "of talks" behind it ("the first round of talks")."""
    more = units.after(said, unit.last + 1) if said.at(unit.last) == "of" else None
    return unit._replace(unit=f"{unit.unit} of {more.unit}", last=more.last) if more else unit


def _money(said: Words, money: Unit, i: int) -> Unit:
    """Money with what stands behind its number: "U.S.", "US dollars", "per barrel"."""
    i += i < len(said.low) and said.low[i] in ("us", "u.s.")
    named = units.after(said, i)
    i = named.last if named and named.known and named.kind == "money" else i
    per = units.rate(said, i)
    return (
        money._replace(unit=f"{money.unit} per {per[0]}", last=per[1])
        if per
        else money._replace(last=i)
    )


def _minus(said: Words, first: int) -> int:
    """How many words before `first` make the number negative: "-5", "minus 5", "minus-5"."""
    before = said.low[first - 1] if first else ""
    if before in ("minus", "negative"):
        return 1
    if before in ("-", "−") and said.glued(first):
        if first > 1 and said.low[first - 2] in ("minus", "negative"):
            return 2
        left = said.text[said.start[first - 1] - 1] if said.start[first - 1] else " "
        return 1 if left in " ($€£<>=" else 0
    return 0


def _of_them(said: Words, number: Number, i: int) -> Unit | None:
    """What a part is taken of: "one of the best speakers", "two of Johnson's deputies"."""
    if said.at(i) != "of" or i + 1 >= len(said.low) or number.form == "rank":
        return None
    word = said.low[i + 1]
    if word in listed("number_neighbours", role="determiner") or word.endswith("'s"):
        at = i + 1 + (not word.endswith("'s"))
        at += at < len(said.low) and numbers.begins(said.low[at])  # "six of the eleven nations"
        found = units.after(said, at)
        return (
            found if found and not (number.form == "share" and found.kind != "cardinal") else None
        )
    return None


def _age(said: Words, number: Number) -> Unit | None:
    """The unit of a bare age: "Jamie Armstrong, 25, said", "aged 18"."""
    i, low = number.first, said.low
    if number.form != "digits" or not 0 < number.low <= 120 or number.low % 1:
        return None
    before, behind = low[i - 1] if i else "", low[number.last] if number.last < len(low) else ""
    aside = (
        before == ","
        and i > 1
        and said.written[i - 2][0].isupper()
        and behind in (",", ".", ";", ")", "")
    )
    if before in ("aged", "age", "ages") or aside and low[i - 2] not in codes.months():
        return Unit("year", "age", i, number.last, True, number.last)
    return None


def _times(said: Words, number: Number) -> Unit | None:
    """The unit of "sixfold"."""
    fold = said.low[number.first].endswith("fold")
    return Unit("count", "measure", number.first, number.last, True, number.last) if fold else None


def _named(said: Words, number: Number, unit: Unit | None) -> bool:
    """Whether a number is part of a name or a pronoun: "Fortune 100", "BBC One", "this one"."""
    i, low = number.first, said.low
    before = low[i - 1] if i else ""
    if low[i] == "one" and number.last == i + 1:
        return _pronoun(said, number, unit)
    if unit is None and number.form == "words" and before in ("the", "these", "those", "them"):
        return True
    joined = said.at(number.last) == "-" and said.glued(number.last)
    if joined and number.last + 1 < len(low) and low[number.last + 1][0].isdecimal():
        return False  # the first half of a range or a score
    capital = i > 0 and said.low[i - 1] != said.written[i - 1] and (i > 1 or _branded(said, 0))
    if not capital or number.scaled or "," in said.low[i] or number.form not in ("digits", "words"):
        return False
    if unit is not None and (unit.known or number.form == "words" and said.written[i][0].islower()):
        return False
    free = (
        before in listed("function_words")
        or before in bounds.words_before()
        or before in codes.months()
    )
    return not free and not number.low % 1


def _branded(said: Words, i: int) -> bool:
    """Whether a word has a capital inside ("iPhone"), so that it is a name at the start as well."""
    return said.written[i][1:] != said.low[i][1:]


def _pronoun(said: Words, number: Number, unit: Unit | None) -> bool:
    """Whether "one" stands for a thing instead of counting it."""
    i, low = number.first, said.low
    if unit is None:
        ahead = low[number.last : number.last + 2]
        return not (len(ahead) > 1 and ahead[0] in ("to", "or", "-") and numbers.begins(ahead[1]))
    behind = low[number.last] if number.last < len(low) else ""
    if behind == "of" or unit.known:
        return False
    if i and (
        low[i - 1] in listed("number_neighbours", role="article of one")
        or said.written[i - 1][0].isupper()
    ):
        return low[i - 1] not in ("only", "last", "first", "next", "the")
    return inflection.is_plural(low[unit.last - 1])


def _counts(said: Words, quantity: Quantity) -> bool:
    """Whether a quantity counts: no day ("two weeks ago"), no rank without what it ranks."""
    if said.at(quantity.last) == "ago":
        return False  # "two weeks ago" is a day: read.dates
    return (
        quantity.form != "rank"
        or quantity.bound != "="
        or quantity.low < quantity.high
        or bool(quantity.unit)
    )
