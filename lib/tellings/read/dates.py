"""Days that a telling names: sentences and an anchor in, When rows out."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from tellings.lexicons import listed, rows
from tellings.text.characters import plain

_DAY = timedelta(days=1)
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
        for found in _pattern().finditer(text):
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


def stamp(text: str) -> str:
    """The date, and the time where there is one, of a publication line; ISO, no zone; "" if none.

    >>> stamp("Updated: April 02, 2024, 4:09 AM")
    '2024-04-02T04:09'
    """
    found = _stamps().search(plain(text))
    if not found:
        return ""
    day = _full(found)
    clock = _CLOCK.search(plain(text))
    if not day or not clock:
        return day.isoformat() if day else ""
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()[:1]
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return f"{day.isoformat()}T{hour:02d}:{clock['minute']}"


def is_month(word: str) -> bool:
    """Whether a word is a month's name or its short form."""
    return _value(word, "month") > 0


_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?\s*(?P<half>[AaPp]\.?[Mm]\b)?"
)


# --- the words ------------------------------------------------------------------------------------


@cache
def _value(word: str, kind: str) -> int:
    """What a calendar word stands for; 0 if it is none of the kind."""
    known = {r["word"]: int(r["value"]) for r in rows("calendar") if r["kind"] == kind}
    return known.get(word.lower().rstrip("."), 0)


def _any(kind: str) -> str:
    """The words of a kind as one alternation, longest first, with a capital."""
    found = sorted(listed("calendar", kind=kind), key=lambda w: (-len(w), w))
    return "|".join(w.capitalize() for w in found)


_SHAPES = r"""
    \b(?P<iso>(?P<iso_year>(?:19|20)\d\d)-(?P<iso_month>[01]\d)-(?P<iso_day>[0-3]\d))(?![\d-])
  | \b(?P<day_first>[0-3]?\d)(?:st|nd|rd|th)?\s(?:of\s)?(?P<month_after>{months})\b
      (?:\.?,?\s(?P<year_after>(?:19|20)\d\d)\b)?
  | \b(?P<month_first>{months})\b\.?\s(?P<day_after>[0-3]?\d)(?:st|nd|rd|th)?\b
      (?![,.:]?\d|\s?(?:per\scent|percent|%))(?:,?\s(?P<year_last>(?:19|20)\d\d)\b)?
  | \b(?P<month_of>{months})\b\.?,?\s(?:of\s)?(?P<year_of>(?:19|20)\d\d)\b
  | \b(?:(?P<side>last|next|this|coming|following|past)\s)?(?P<weekday>{weekdays})\b
  | \b(?:(?:at|over|during)\sthe
      |(?P<which_end>last|next|this|previous|past|coming|following))\sweekend\b
  | \b(?P<which>last|next|this|previous|past|coming|following)\s(?P<span>week|month|year)\b
  | \b(?P<number>{numbers}|\d{{1,2}})\s(?P<unit>day|week|month|year)s?\sago\b
  | \b(?P<plain_day>today|yesterday|tomorrow|tonight)\b
  | \b(?i:in|since|by|until|till|from|during|before|after|through|of)\s
      (?P<year>(?:19|20)\d\d)\b(?!\s?[-%]|[,.]\d|(?<=[05]0)\s[a-z]+s\b)
  | (?P<month_alone>{long_months})\b
"""


@cache
def _pattern() -> re.Pattern:
    """Every shape of a date, tried at each place in this order."""
    months = _any("month")
    numbers = "|".join(sorted(listed("calendar", kind="number"), key=lambda w: (-len(w), w)))
    long_months = "|".join(m for m in months.split("|") if len(m) > 3 and m != "Sept") + "|May"
    shapes = _SHAPES.format(
        months=months, weekdays=_any("weekday"), numbers=numbers, long_months=long_months
    )
    return re.compile(shapes, re.X)


@cache
def _stamps() -> re.Pattern:
    """The shapes that carry a year, in any letter case: "NOV 19, 2019"."""
    months = _any("month")
    shape = rf"""
        \b(?P<iso>(?P<iso_year>(?:19|20)\d\d)-(?P<iso_month>[01]\d)-(?P<iso_day>[0-3]\d))
      | \b(?P<day_first>[0-3]?\d)(?:st|nd|rd|th)?\s(?P<month_after>{months})\b\.?,?\s
          (?P<year_after>(?:19|20)\d\d)\b
      | \b(?P<month_first>{months})\b\.?\s(?P<day_after>[0-3]?\d)(?:st|nd|rd|th)?,?\s
          (?P<year_last>(?:19|20)\d\d)\b
    """
    return re.compile(shape, re.X | re.I)


# --- from words to days ---------------------------------------------------------------------------


def _read(found: re.Match, text: str, anchor: date | None) -> tuple[str, tuple | None] | None:
    """Rule and (first, last), None where they cannot be told; None where the words are no date."""
    given = {k: v for k, v in found.groupdict().items() if v}
    if "iso" in given or {"day_first", "month_first"} & given.keys():
        return _month_day(found, given, text, anchor)
    if "month_of" in given:
        return "month and year", _month(int(given["year_of"]), _value(given["month_of"], "month"))
    if "year" in given:
        year = int(given["year"])
        return "year", (date(year, 1, 1), date(year, 12, 31))
    if "month_alone" in given:
        return _month_alone(found, given, text, anchor)
    if "weekday" in given:
        named = _is_name(found, text)
        return None if named else ("weekday", anchor and _weekday(found, given, text, anchor))
    if "unit" in given:
        return f"{given['unit']}s ago", anchor and _ago(given, anchor)
    if "span" in given:
        return given["span"], anchor and _span(given["span"], given["which"], anchor)
    if "plain_day" in given:
        moved = {"yesterday": -1, "tomorrow": 1}.get(given["plain_day"], 0)
        return "day", anchor and (anchor + moved * _DAY,) * 2
    return "weekend", anchor and _weekend(given.get("which_end", ""), anchor)


def _is_name(found: re.Match, text: str) -> bool:
    """Whether a weekday is part of a name: "Black Friday", "The Sunday Times"."""
    before = re.search(r"(\w+)\s$", text[max(0, found.start() - _REACH) : found.start()])
    behind = re.match(r"\s([A-Z]\w+)", text[found.end() : found.end() + _REACH])
    return bool(
        (before and before[1].lower() in listed("calendar", kind="before a named day"))
        or (behind and behind[1].lower() in listed("calendar", kind="behind a named day"))
    )


def _ahead(found: re.Match, text: str) -> bool:
    """Whether the nearest cue before the words, in their clause, points to the time to come."""
    clause = re.split(r"[,;:—]", text[max(0, found.start() - _REACH) : found.start()])[-1].lower()
    nearest = re.findall(r"[a-z]+", clause)[::-1]
    if nearest[:1] and nearest[0] in listed("calendar", kind="up to"):
        return True
    for word in nearest:
        if word in listed("calendar", kind="behind"):
            return False
        if word in listed("calendar", kind="ahead"):
            return True
    return False


def _full(found: re.Match) -> date | None:
    """The day of a shape with its year; None for a day that no calendar has."""
    given = {k: v for k, v in found.groupdict().items() if v}
    year = given.get("iso_year") or given.get("year_after") or given.get("year_last")
    return _date(int(year), *_month_and_day(given)) if year else None


def _month_and_day(given: dict) -> tuple[int, int]:
    """Month and day as numbers."""
    if "iso" in given:
        return int(given["iso_month"]), int(given["iso_day"])
    month = given.get("month_after") or given["month_first"]
    return _value(month, "month"), int(given.get("day_first") or given["day_after"])


def _date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_day(found, given, text, anchor):
    """ "April 1", with or without its year: without, the last one, after a cue the next."""
    month, day = _month_and_day(given)
    if _date(2024, month, day) is None:
        return None
    if "iso" in given or "year_after" in given or "year_last" in given:
        whole = _full(found)
        return "month and day", whole and (whole, whole)
    if not anchor:
        return "month and day", None
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    candidates = [d for y in years if (d := _date(y, month, day))]
    # A week's grace: "the vote on April 20" in a text of April 18 is no vote of last year.
    near = [d for d in candidates if abs((d - anchor).days) <= 7]
    if _ahead(found, text) and any(d >= anchor for d in candidates):
        near = [d for d in candidates if d >= anchor][:1]
    chosen = near or [d for d in candidates if d <= anchor][-1:]
    return ("month and day", (chosen[0], chosen[0])) if chosen else ("month and day", None)


def _month_alone(found, given, text, anchor):
    """ "in March", "a March phone call", "by August"; not "may", nor "March on" the verb."""
    before = text[max(0, found.start() - _REACH) : found.start()].lower().split()
    cue = before[-1] if before else ""
    month = _value(given["month_alone"], "month")
    plain_name = given["month_alone"] not in ("May", "March")
    if not before or (cue not in _MONTH_CUES and not (plain_name and cue in _ARTICLES)):
        if not (given["month_alone"] == "March" and cue == "a"):
            return None
    if not anchor:
        return "month", None
    year = anchor.year
    if cue == "next" or _ahead(found, text):
        year += month < anchor.month
    else:
        year -= month > anchor.month or (cue == "last" and month == anchor.month)
    return "month", _month(year, month)


_MONTH_CUES = frozenset(
    "in since until till by during last next this early late mid of from for to before after "
    "through between and".split()
)
_ARTICLES = frozenset("a an the".split())


def _weekday(found, given, text, anchor: date) -> tuple[date, date]:
    """The last such weekday up to the anchor; the first after it, after a cue."""
    back = (anchor.weekday() - _value(given["weekday"], "weekday")) % 7
    side = given.get("side", "")
    if side in ("next", "coming", "following") or (not side and _ahead(found, text)):
        day = anchor + (7 - back) * _DAY
    elif side == "last" and back == 0:
        day = anchor - 7 * _DAY
    else:
        day = anchor - back * _DAY
    return day, day


def _weekend(which: str, anchor: date) -> tuple[date, date]:
    """Saturday and Sunday: the last begun, before this day for "last"; the coming for "this"."""
    saturday = anchor - (anchor.weekday() - 5) % 7 * _DAY
    if which in ("last", "previous", "past") and anchor.weekday() >= 5:
        saturday -= 7 * _DAY
    if which in ("this", "next", "coming", "following") and anchor.weekday() < 5:
        saturday += 7 * _DAY
    if which in ("next", "following") and anchor.weekday() >= 5:
        saturday += 7 * _DAY
    return saturday, saturday + _DAY


def _span(span: str, which: str, anchor: date) -> tuple[date, date]:
    """This, last or next week, month or year as its first and last day."""
    step = {"this": 0, "last": -1, "previous": -1, "past": -1}.get(which, 1)
    if span == "week":
        monday = anchor - anchor.weekday() * _DAY + 7 * step * _DAY
        return monday, monday + 6 * _DAY
    if span == "month":
        return _month(*_months_on(anchor, step))
    return date(anchor.year + step, 1, 1), date(anchor.year + step, 12, 31)


def _ago(given: dict, anchor: date) -> tuple[date, date]:
    """So many days or weeks before the anchor; for months and years the whole of it."""
    number = (
        int(given["number"]) if given["number"].isdigit() else _value(given["number"], "number")
    )
    if given["unit"] in ("day", "week"):
        day = anchor - number * (7 if given["unit"] == "week" else 1) * _DAY
        return day, day
    if given["unit"] == "month":
        return _month(*_months_on(anchor, -number))
    return date(anchor.year - number, 1, 1), date(anchor.year - number, 12, 31)


def _months_on(day: date, step: int) -> tuple[int, int]:
    """Year and month, `step` months on."""
    months = day.year * 12 + day.month - 1 + step
    return months // 12, months % 12 + 1


def _month(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    first = date(year, month, 1)
    return first, date(*_months_on(first, 1), 1) - _DAY
