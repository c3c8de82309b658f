"""Intervals: two numbers as worded in, whether both can be true out.

What a wording suggests beside what it commits to follows Ferson, O'Rawe, Antonenko, Siegrist,
Mickley, Luhmann, Sentz and Finkel 2015, "Natural language of uncertainty: numeric hedge words",
International Journal of Approximate Reasoning 57, 19-39: with u the last place written, "about" is
v ± 2u, "more than" (v, v + u], a rounded number v ± u/2.
"""

import math
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from tellings.find.claims import numbers
from tellings.find.claims.neighbours import role
from tellings.text import tokens
from tellings.text.inflection import plural


class Span(NamedTuple):
    """A number as worded: low and high as written (they differ for a range), bound, words.

    size  of the unit, where two are compared that differ in it: a week is seven days
    unit  as it is written, told with a number that was not compared in it: "50 to 59 years"
    """

    low: float
    high: float
    bound: str
    text: str
    size: float = 1.0
    unit: str = ""


class Interval(NamedTuple):
    """The numbers from low to high; whether each end belongs to it."""

    low: float
    high: float
    with_low: bool
    with_high: bool


@lru_cache(maxsize=1024)
def place(text: str) -> tuple[float, bool]:
    """The value of the last place written in a claim's text, and whether the number is rounded.

    Rounded is what has a scale word, decimals, or two zeros and more at its end.

    >>> place("1.3 million people"), place("33,970"), place("more than 33,900")
    ((100000.0, True), (10.0, False), (100.0, True))
    """
    said = tokens.fine(text)
    found = next(iter(numbers.read(said)), None)
    if not found:
        return 1.0, False
    digits = "".join(takewhile(_numeral, said.low[found.first : found.last]))
    if not any(map(str.isdecimal, digits)):
        return _spelled(found.low) if found.size != 1 else (1.0, False)
    size = found.size
    whole, _, decimals = digits.replace(",", "").partition(".")
    if decimals:
        return size * 10.0 ** -len(decimals), True
    zeros = len(whole) - len(whole.rstrip("0")) if size == 1 and whole.strip("0") else 0
    return size * 10.0**zeros, size > 1 or zeros > 1


def _numeral(word: str) -> bool:
    """Whether a word is of a number's digits: "1.3", "12" and "000", the point of ".5"."""
    return word[0].isdecimal() or word in (",", ".")


def _spelled(number: float) -> tuple[float, bool]:
    """The place of a number in words with a scale: "one million" is told to the million."""
    return 1000.0 ** max(int(math.log10(max(abs(number), 1)) // 3), 0), True


def committed(span: Span) -> Interval:
    """What the words strictly commit to: "more than 5" is all above 5."""
    low, high = span.low * span.size, span.high * span.size
    ends = {
        ">": Interval(low, math.inf, False, True),
        ">=": Interval(low, math.inf, True, True),
        "<": Interval(-math.inf, high, True, False),
        "<=": Interval(-math.inf, high, True, True),
    }
    return ends.get(span.bound) or suggested(span)


def suggested(span: Span) -> Interval:
    """What a reader takes from the words: "more than 33,900" is 33,900 to 34,000."""
    low, high = span.low * span.size, span.high * span.size
    step, rounded = place(span.text)
    step *= span.size
    if span.bound == "~" and _from_below(span.text):
        return Interval(low - 2 * step, high, True, False)  # "almost four dozen" is no 48
    if span.bound == "~":
        return Interval(low - 2 * step, high + 2 * step, True, True)
    if span.bound in (">", ">="):
        return Interval(low, high + step, span.bound == ">=", True)
    if span.bound in ("<", "<="):
        return Interval(low - step, high, True, span.bound == "<=")
    if low == high and rounded:
        return Interval(low - step / 2, high + step / 2, False, False)
    return Interval(low, high, True, True)


def _from_below(text: str) -> bool:
    """Whether words say that a number is not quite reached: "almost", "nearly", "close to"."""
    return not role("not quite").isdisjoint(tokens.fine(text).low[:4])


def overlap(a: Interval, b: Interval) -> bool:
    """Whether two intervals have a number in common."""
    low, high = max(a.low, b.low), min(a.high, b.high)
    return low < high or (low == high and _in(low, a) and _in(low, b))


def _in(number: float, i: Interval) -> bool:
    """Whether a number belongs to an interval, its ends looked at."""
    above = i.low < number or (i.low == number and i.with_low)
    return above and (number < i.high or (number == i.high and i.with_high))


def compare(a: Span, b: Span) -> tuple[str, str]:
    """The verdict on two numbers of one quantity and its reason in words.

    >>> compare(Span(33970, 33970, "=", "33,970"), Span(33900, 33900, ">", "more than 33,900"))[0]
    'compatible'
    """
    point = a.bound == b.bound == "=" and a.low == a.high and b.low == b.high
    same = math.isclose(a.low * a.size, b.low * b.size)
    same = same and math.isclose(a.high * a.size, b.high * b.size)
    if same and a.bound == b.bound:
        return "agree", "the same number"
    if point:
        return _points(a, b)
    readings = f"{_reading(a, suggested(a))}, {_reading(b, suggested(b))}"
    if overlap(committed(a), committed(b)) and overlap(suggested(a), suggested(b)):
        return "compatible", f"{readings}: they overlap"
    if not overlap(committed(a), committed(b)) and not (same and "=" in (a.bound, b.bound)):
        return (
            "conflict",
            f"{_reading(a, committed(a))}, {_reading(b, committed(b))}: nothing in common",
        )
    if same:
        return "consistent", "the same number, bounded in one wording"
    return "consistent", f"{readings}: only the bound leaves room for both"


def _points(a: Span, b: Span) -> tuple[str, str]:
    """Two plain numbers: they agree if the finer one rounds to the coarser."""
    places = ((place(span.text), span.size) for span in (a, b))
    widths = [step * size if rounded else 0.0 for (step, rounded), size in places]
    if a.size != b.size:
        widths = [max(width, span.size) for width, span in zip(widths, (a, b), strict=True)]
    if abs(a.low * a.size - b.low * b.size) < max(widths) / 2:
        fine, coarse = (a, b) if widths[0] < widths[1] else (b, a)
        return "agree", f"{_own(fine, fine.low)} rounds to {_own(coarse, coarse.low)}"
    return "conflict", f"{_own(a, a.low)} is not {_own(b, b.low)}, nor rounds to it"


def _reading(span: Span, interval: Interval) -> str:
    """A wording and what it is read as: “about 1.4 million” reads as 1.2 million to 1.6 million."""
    low, high = interval.low / span.size, interval.high / span.size  # compared in days, told in
    if low == high:  # the years that stand there
        return f"“{span.text}” is {_own(span, low)}"
    if math.isinf(high):
        return f"“{span.text}” is above {_own(span, low)}"
    if math.isinf(low):
        return f"“{span.text}” is below {_own(span, high)}"
    return f"“{span.text}” reads as {number(low)} to {_own(span, high)}"


def _own(span: Span, value: float) -> str:
    """A number of the span's own unit, which is named where another size is compared."""
    named = span.size != 1 and span.unit
    unit = span.unit if value == 1 else plural(span.unit)
    return f"{number(value)} {unit}" if named else number(value)


def number(value: float) -> str:
    """A number as people write it.

    >>> number(1350000.0), number(33970.0), number(2.5)
    ('1.35 million', '33,970', '2.5')
    """
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size and round(value / size, 4) == value / size:
            return f"{value / size:,.10g} {word}"
    return f"{value:,.10g}"
