"""Days that a telling names: sentences and an anchor in, When rows out."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tellings.lexicons import listed, rows
from tellings.read.dates import arithmetic, shapes
from tellings.read.dates.arithmetic import DAY, Days
from tellings.read.dates.calendar_words import value
from tellings.read.dates.figures import readings
from tellings.text.characters import plain

# As far as a cue may stand: "will meet in Cairo on Monday", not the sentence's other end.
_REACH = 100


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
    whole month. "the same day" and "a day earlier" are counted from the day named last.

    >>> from tellings.read.sentences import of
    >>> [(w.text, w.first) for w in resolve(of("They met on Monday."), date(2024, 4, 18))]
    [('Monday', '2024-04-15')]
    """
    told = anchor  # "a day earlier" in the first sentence is the day before the telling
    for sentence in sentences:
        text = plain(sentence.text)
        held = shapes.held(text)
        for found in shapes.in_text(held).finditer(text) if held else ():
            read = _read(found, text, anchor, told)
            if not read:
                continue
            rule, days = read
            first, last = (d.isoformat() for d in days) if days else ("", "")
            start, end = found.span("year" if found.groupdict().get("year") else 0)
            place = sentence.start + start, sentence.start + end
            told = days[0] if days and days[0] == days[1] else told
            yield When(sentence.sentence, *place, sentence.text[start:end], first, last, rule)


# --- from words to days ---------------------------------------------------------------------------


class _Words(NamedTuple):
    """The words of a date where they stand: what the rules look at.

    told  the day that the text has named last
    """

    parts: dict[str, str]
    text: str
    start: int
    end: int
    told: date | None

    @property
    def before(self) -> str:
        """The text before them, as far as a cue may stand."""
        return self.text[max(0, self.start - _REACH) : self.start]

    @property
    def behind(self) -> str:
        """The word behind them, "" where a mark stands between."""
        found = re.match(r"(?:'s)?\s([^\W\d_][\w'-]*)", self.text[self.end :])
        return found[1] if found else ""

    @property
    def ahead(self) -> bool:
        """Whether the words point to the time to come: by the nearest cue before them in their
        clause, or as in "The vote is Thursday" and "the vote on Thursday will"."""
        clause = _CLAUSE.split(self.before)[-1].lower()
        nearest = re.findall(r"[a-z]+", clause)[::-1]
        if nearest[:1] and nearest[0] in listed("calendar", kind="up to"):
            return True
        if nearest[:1] and nearest[0] in _IS:
            return True
        for word in nearest:
            if word in listed("calendar", kind="behind"):
                return False
            if word in listed("calendar", kind="ahead"):
                return True
        return self.behind in _SHALL and not _tells(nearest)


# Marks and "that" begin a clause: what was hoped says nothing about the day of what is hoped for.
_CLAUSE = re.compile(r"[,;:—]|\bthat\b", re.IGNORECASE)
_IS = frozenset(("is", "are"))
_SHALL = frozenset(("will", "would", "shall"))


def _tells(words: Iterable[str]) -> bool:
    """Whether a clause has told what happened before it comes to its day: "which hit on Monday"."""
    return any(w.endswith("ed") or w in ("which", "who", "hit") for w in words)


# What a rule says: its name and the days, None where they cannot be told.
_Read = tuple[str, Days | None]


def _read(found: re.Match, text: str, anchor: date | None, told: date | None) -> _Read | None:
    """What the first rule says whose part of a date is there; None where the words are no date."""
    parts = {k: v for k, v in found.groupdict().items() if v}
    words = _Words(parts, text, *found.span(), told)
    rule = next(rule for part, rule in _RULES if part in parts)
    return rule(words, anchor)


def _figures(words: _Words, anchor: date | None) -> _Read | None:
    """ "2024-05-13", "13/5/2024"; "5/6/2024" is one of two days, and so is not told."""
    days = readings(words.parts["figures"])
    if not days:
        return None
    return "month and day", (days[0], days[0]) if len(days) == 1 else None


def _month_day(words: _Words, anchor: date | None) -> _Read | None:
    """ "April 1", "May 3-5", with or without a year."""
    parts = words.parts
    month = value(parts.get("month_after") or parts["month_first"], "month")
    first = int(parts.get("day_first") or parts["day_after"])
    last = int(parts.get("day_first_last") or parts.get("day_after_last") or first)
    if any(arithmetic.real(2024, month, day) is None for day in (first, last)) or last < first:
        return None
    year = parts.get("year_after") or parts.get("year_last")
    if year:
        ends = [arithmetic.real(int(year), month, day) for day in (first, last)]
        return "month and day", (ends[0], ends[1]) if ends[0] and ends[1] else None
    if _famous(month, first, words, anchor):
        return None
    found = arithmetic.month_day(month, first, words.ahead, anchor) if anchor else None
    return "month and day", (found[0], found[1] + (last - first) * DAY) if found else None


def _famous(month: int, day: int, words: _Words, anchor: date | None) -> bool:
    """Whether a day is the name of an event of its own year: "the Sept. 11 attacks"."""
    if words.behind.lower() not in listed("calendar", kind="behind a famous day"):
        return False
    known = (r for r in rows("calendar") if r["kind"] == "famous day")
    for row in known:
        name, number = row["word"].split()
        if (value(name, "month"), int(number)) == (month, day):
            then = date(int(row["value"]), month, day)
            return anchor is None or not 0 <= (anchor - then).days < _YEAR
    return False


_YEAR = 365


def _month_and_year(words: _Words, anchor: date | None) -> _Read:
    """ "October 2023"."""
    year, month = int(words.parts["year_of"]), value(words.parts["month_of"], "month")
    return "month and year", arithmetic.month(year, month)


def _year(words: _Words, anchor: date | None) -> _Read:
    """ "in 2017"."""
    year = int(words.parts["year"])
    return "year", (date(year, 1, 1), date(year, 12, 31))


_MONTH_CUES = frozenset(
    "in since until till by during last next this past early late mid of from for to before after "
    "through between and".split()
)
# Before a month and a surname they speak of a person: "a play by August Harting".
_OF_A_PERSON = frozenset("by from for to of and with".split())
_ARTICLES = frozenset("a an the".split())


def _month_alone(words: _Words, anchor: date | None) -> _Read | None:
    """ "in March", "a March phone call", "by August"; not "may", nor "March on" the verb, nor
    "by August Harting"."""
    cue = (words.before.lower().split() or [""])[-1]
    name = words.parts["month_alone"]
    articles = {"March": {"a"}, "May": set()}.get(name, _ARTICLES)
    if cue not in _MONTH_CUES and cue not in articles:
        return None
    if cue in _OF_A_PERSON and words.behind[:1].isupper():
        return None
    number = value(name, "month")
    return "month", arithmetic.month_alone(number, cue, words.ahead, anchor) if anchor else None


def _weekday(words: _Words, anchor: date | None) -> _Read | None:
    """ "on Monday", "next Friday", "last Tue."."""
    if _is_name(words):
        return None
    parts = words.parts
    side = parts.get("side") or parts.get("short_side") or ""
    short = parts.get("short_weekday", "")
    number = value(short, "short weekday") if short else value(parts["weekday"], "weekday")
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
    many = int(number) if number.isdecimal() else value(number, "number")
    return f"{unit}s ago", arithmetic.ago(many, unit, anchor) if anchor else None


def _span(words: _Words, anchor: date | None) -> _Read:
    """ "last week", "this year", "earlier this month"."""
    unit, part = words.parts["span"], words.parts.get("part", "").lower()
    if not anchor:
        return unit, None
    return unit, arithmetic.part_of(
        arithmetic.span(unit, words.parts["which"], anchor), part, anchor
    )


def _near_day(words: _Words, anchor: date | None) -> _Read:
    """ "yesterday", "the day before yesterday"."""
    named = words.parts.get("plain_day") or words.parts["two_days"].split()[-1]
    moved = {"yesterday": -1, "tomorrow": 1}.get(named, 0) * (2 if "two_days" in words.parts else 1)
    return "day", (anchor + moved * DAY, anchor + moved * DAY) if anchor else None


def _told_day(words: _Words, anchor: date | None) -> _Read:
    """ "the same day", "a day earlier", "the next day": counted from the day named last."""
    said = words.parts["told_day"].lower()
    back = any(w in said for w in ("earlier", "before", "previous"))
    moved = -1 if back else 0 if "same" in said else 1
    day = words.told + moved * DAY if words.told else None
    return "day named before", (day, day) if day else None


def _weekend(words: _Words, anchor: date | None) -> _Read:
    """ "at the weekend"."""
    which = words.parts.get("which_end", "")
    return "weekend", arithmetic.weekend(which, words.ahead, anchor) if anchor else None


# The part of a date by which a shape is known, and what reads it.
_RULES: tuple[tuple[str, Callable[[_Words, date | None], _Read | None]], ...] = (
    ("figures", _figures),
    ("day_first", _month_day),
    ("month_first", _month_day),
    ("month_of", _month_and_year),
    ("year", _year),
    ("month_alone", _month_alone),
    ("weekday", _weekday),
    ("short_weekday", _weekday),
    ("unit", _ago),
    ("span", _span),
    ("two_days", _near_day),
    ("plain_day", _near_day),
    ("told_day", _told_day),
    ("weekend", _weekend),
)
