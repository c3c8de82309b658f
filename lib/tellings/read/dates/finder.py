"""Days that a telling names: sentences and an anchor in, When rows out."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tellings.lexicons import listed
from tellings.read.dates import arithmetic, shapes
from tellings.read.dates.arithmetic import DAY, Days
from tellings.read.dates.calendar_words import value
from tellings.text.characters import plain

# As far as a cue may stand: "will meet in Cairo on Monday", not the sentence's other end.
_REACH = 60


class When(NamedTuple):
    """Words that name a day or a stretch of days.

    first, last  ISO dates, equal for a day; "" where the text gives no year and there is no anchor
    rule         how the words were read: "weekday", "month and day", "weekend", "weeks ago" ...
    """

    sentence: int
    start: int
    end: int
    text: str
    first: str
    last: str
    rule: str


def resolve(sentences: Iterable, anchor: date | None) -> Iterator[When]:
    """Yield one When for each day, week, weekend, month or year that the sentences name.

    anchor  the day the telling was written, or that of its event; None if unknown: then only words
            that carry their year are resolved, all others come with first and last empty

    A weekday is the last one up to and with the anchor, since news tells what happened; after
    "will", "next" or "scheduled" it is the first one after it. A month or a month's day without a
    year is the last one, after such a cue or "by" the next. A week runs from Monday to Sunday (ISO
    8601), a weekend is Saturday and Sunday. "two weeks ago" is that very day, "two months ago" the
    whole month.

    >>> from tellings.read.sentences import of
    >>> [(w.text, w.first) for w in resolve(of("They met on Monday."), date(2024, 4, 18))]
    [('Monday', '2024-04-15')]
    """
    for sentence in sentences:
        text = plain(sentence.text)
        for found in shapes.in_text().finditer(text):
            read = _read(found, text, anchor)
            if read:
                rule, days = read
                first, last = (d.isoformat() for d in days) if days else ("", "")
                start, end = found.span("year" if found["year"] else 0)
                yield When(
                    sentence.sentence,
                    sentence.start + start,
                    sentence.start + end,
                    sentence.text[start:end],
                    first,
                    last,
                    rule,
                )


def given(found: re.Match) -> dict[str, str]:
    """The parts of a date that are there, by name."""
    return {k: v for k, v in found.groupdict().items() if v}


def full(parts: dict[str, str]) -> date | None:
    """The day of parts with their year; None without one, and for a day that no calendar has."""
    year = parts.get("iso_year") or parts.get("year_after") or parts.get("year_last")
    return arithmetic.real(int(year), *_month_and_day(parts)) if year else None


# --- from words to days ---------------------------------------------------------------------------


class _Words(NamedTuple):
    """The words of a date where they stand: what the rules look at."""

    parts: dict[str, str]
    text: str
    start: int
    end: int

    @property
    def before(self) -> str:
        """The text before them, as far as a cue may stand."""
        return self.text[max(0, self.start - _REACH) : self.start]

    @property
    def ahead(self) -> bool:
        """Whether the nearest cue before the words, in their clause, points to the time to come."""
        clause = re.split(r"[,;:—]", self.before)[-1].lower()
        nearest = re.findall(r"[a-z]+", clause)[::-1]
        if nearest[:1] and nearest[0] in listed("calendar", kind="up to"):
            return True
        for word in nearest:
            if word in listed("calendar", kind="behind"):
                return False
            if word in listed("calendar", kind="ahead"):
                return True
        return False


# What a rule says: its name and the days, None where they cannot be told.
_Read = tuple[str, Days | None]


def _read(found: re.Match, text: str, anchor: date | None) -> _Read | None:
    """What the first rule says whose part of a date is there; None where the words are no date."""
    words = _Words(given(found), text, *found.span())
    rule = next(rule for part, rule in _RULES if part in words.parts)
    return rule(words, anchor)


def _month_day(words: _Words, anchor: date | None) -> _Read | None:
    """ "April 1", with or without its year."""
    month, day = _month_and_day(words.parts)
    if arithmetic.real(2024, month, day) is None:
        return None
    if words.parts.keys() & {"iso", "year_after", "year_last"}:
        whole = full(words.parts)
        return "month and day", (whole, whole) if whole else None
    if anchor is None:
        return "month and day", None
    return "month and day", arithmetic.month_day(month, day, words.ahead, anchor)


def _month_and_day(parts: dict[str, str]) -> tuple[int, int]:
    """Month and day as numbers."""
    if "iso" in parts:
        return int(parts["iso_month"]), int(parts["iso_day"])
    month = parts.get("month_after") or parts["month_first"]
    return value(month, "month"), int(parts.get("day_first") or parts["day_after"])


def _month_and_year(words: _Words, anchor: date | None) -> _Read:
    """ "October 2023"."""
    year, month = int(words.parts["year_of"]), value(words.parts["month_of"], "month")
    return "month and year", arithmetic.month(year, month)


def _year(words: _Words, anchor: date | None) -> _Read:
    """ "in 2017"."""
    year = int(words.parts["year"])
    return "year", (date(year, 1, 1), date(year, 12, 31))


_MONTH_CUES = frozenset(
    "in since until till by during last next this early late mid of from for to before after "
    "through between and".split()
)
_ARTICLES = frozenset("a an the".split())


def _month_alone(words: _Words, anchor: date | None) -> _Read | None:
    """ "in March", "a March phone call", "by August"; not "may", nor "March on" the verb."""
    cue = (words.before.lower().split() or [""])[-1]
    name = words.parts["month_alone"]
    articles = {"March": {"a"}, "May": set()}.get(name, _ARTICLES)
    if cue not in _MONTH_CUES and cue not in articles:
        return None
    number = value(name, "month")
    return "month", arithmetic.month_alone(number, cue, words.ahead, anchor) if anchor else None


def _weekday(words: _Words, anchor: date | None) -> _Read | None:
    """ "on Monday", "next Friday"."""
    if _is_name(words):
        return None
    number, side = value(words.parts["weekday"], "weekday"), words.parts.get("side", "")
    return "weekday", arithmetic.weekday(number, side, words.ahead, anchor) if anchor else None


def _is_name(words: _Words) -> bool:
    """Whether a weekday is part of a name: "Black Friday", "The Sunday Times"."""
    before = re.search(r"(\w+)\s$", words.before)
    behind = re.match(r"\s([A-Z]\w+)", words.text[words.end : words.end + _REACH])
    return bool(
        (before and before[1].lower() in listed("calendar", kind="before a named day"))
        or (behind and behind[1].lower() in listed("calendar", kind="behind a named day"))
    )


def _ago(words: _Words, anchor: date | None) -> _Read:
    """ "two weeks ago"."""
    number, unit = words.parts["number"], words.parts["unit"]
    many = int(number) if number.isdigit() else value(number, "number")
    return f"{unit}s ago", arithmetic.ago(many, unit, anchor) if anchor else None


def _span(words: _Words, anchor: date | None) -> _Read:
    """ "last week", "this year"."""
    unit = words.parts["span"]
    return unit, arithmetic.span(unit, words.parts["which"], anchor) if anchor else None


def _plain_day(words: _Words, anchor: date | None) -> _Read:
    """ "yesterday"."""
    moved = {"yesterday": -1, "tomorrow": 1}.get(words.parts["plain_day"], 0)
    return "day", (anchor + moved * DAY, anchor + moved * DAY) if anchor else None


def _weekend(words: _Words, anchor: date | None) -> _Read:
    """ "at the weekend"."""
    which = words.parts.get("which_end", "")
    return "weekend", arithmetic.weekend(which, anchor) if anchor else None


# The part of a date by which a shape is known, and what reads it.
_RULES: tuple[tuple[str, Callable[[_Words, date | None], _Read | None]], ...] = (
    ("iso", _month_day),
    ("day_first", _month_day),
    ("month_first", _month_day),
    ("month_of", _month_and_year),
    ("year", _year),
    ("month_alone", _month_alone),
    ("weekday", _weekday),
    ("unit", _ago),
    ("span", _span),
    ("plain_day", _plain_day),
    ("weekend", _weekend),
)
