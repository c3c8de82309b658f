"""How days are written: the patterns of the words that name one."""

import re
from functools import cache

from tellings.read.dates.calendar_words import alternation, longest_first

# Every shape with the part of a date that it cannot do without: the century of a year, a name of
# the calendar, a unit of time. The last may have lost the space before it: "closed inMarch".
PARTS = CENTURY, NAME, UNIT = "century", "name", "unit"
_SHAPES = (
    (CENTURY, r"""
        (?P<figures>
            (?:19|20)\d\d([-/.])[01]?\d\2[0-3]?\d
          | [0-3]?\d([/.])[0-3]?\d\3(?:19|20)\d\d)(?![\d-]|[.,]\d)"""),
    (NAME, r"""
        (?P<day_first>[0-3]?\d)(?:st|nd|rd|th)?
          (?:\s?[-–]\s?(?P<day_first_last>[0-3]?\d)(?:st|nd|rd|th)?)?\s(?:of\s)?(?P<month_after>{months})\b
          (?:\.?,?\s(?P<year_after>(?:19|20)\d\d)\b)?
      | (?P<month_first>{months})\b\.?\s(?P<day_after>[0-3]?\d)(?:st|nd|rd|th)?\b
          (?:\s?[-–]\s?(?P<day_after_last>[0-3]?\d)(?:st|nd|rd|th)?\b)?
          (?![,.:]?\d|\s?(?:per\scent|percent|%))(?:,?\s(?P<year_last>(?:19|20)\d\d)\b)?
      | (?P<month_of>{months})\b\.?,?\s(?:of\s)?(?P<year_of>(?:19|20)\d\d)\b
      | (?:(?P<side>last|next|this|coming|following|past)\s)?(?P<weekday>{weekdays})\b
      | (?:(?P<short_side>last|next|this)|on)\s(?P<short_weekday>{short_weekdays})
          (?:\.|(?=[,\s]\W*[a-z]|$))"""),
    (UNIT, r"""
        (?:(?:at|over|during)\sthe
          |(?P<which_end>last|next|this|previous|past|coming|following))\s(?P<weekend>weekend)\b
      | (?:(?P<part>(?i:earlier|later))\s)?
          (?P<which>last|next|this|previous|past|coming|following)\s(?P<span>week|month|year)\b
      | (?P<number>{numbers}|\d{{1,2}})\s(?P<unit>day|week|month|year)s?\sago\b
      | (?i:the\sday\s(?P<two_days>before\syesterday|after\stomorrow))\b
      | (?P<plain_day>today|yesterday|tomorrow|tonight)\b
      | (?P<told_day>
            (?i:(?:the|that)\ssame\s(?:day|evening|night|morning|afternoon))
          | (?i:(?:a|one)\sday\s(?:earlier|later)|the\s(?:day\sbefore|previous\sday|day\safter))
          | (?i:the\s(?:next|following)\sday))\b"""),
    (CENTURY, r"""
        (?i:in|since|by|until|till|from|during|before|after|through|of|back\sto)\s
          (?P<year>(?:19|20)\d\d)\b(?!\s?[-%]|[,.]\d|(?<=[05]0)\s[a-z]+s\b)"""),
)  # fmt: skip
_MONTH_ALONE = r"(?P<month_alone>{long_months})\b"
# One is in every shape with a unit: "day" in "today", "two days ago" and "the day before", "same"
# in "that same evening".
_UNITS = ("day", "week", "month", "year", "tomorrow", "tonight", "same")


def held(text: str) -> tuple[str, ...]:
    """Which of CENTURY, NAME and UNIT a text may hold: most sentences none, and need no reading.

    >>> held("They met on May 3, 2024."), held("They met yesterday."), held("They met.")
    (('century', 'name'), ('unit',), ())
    """
    low = text.lower()
    found: tuple[str, ...] = (CENTURY,) if "20" in text or "19" in text else ()
    found += (NAME,) if _names().search(text) else ()
    return (*found, UNIT) if any(map(low.__contains__, _UNITS)) else found


@cache
def _names() -> re.Pattern:
    """The beginning of every name of the calendar."""
    return re.compile(f"{alternation('month')}|{alternation('short weekday')}")


@cache
def _long_months() -> tuple[str, ...]:
    """A short form is a month only beside a day or year; "May" is short and whole."""
    months = alternation("month").split("|")
    return (*(m for m in months if len(m) > 3 and m != "Sept"), "May")


@cache
def in_text(held: tuple[str, ...]) -> re.Pattern:
    """The shapes of a date in running text that holds these parts, tried at each place in order."""
    # What all shapes begin with comes before them: asked once at each place, and not once for each.
    shapes = r"\b(?=\w)(?:" + "|".join(shape for part, shape in _SHAPES if part in held) + ")"
    shapes += "|" + _MONTH_ALONE if NAME in held else ""
    words = shapes.format(
        months=alternation("month"),
        weekdays=alternation("weekday"),
        short_weekdays=alternation("short weekday"),
        numbers="|".join(longest_first("number")),
        long_months="|".join(_long_months()),
    )
    return re.compile(words, re.X)


@cache
def in_stamp() -> re.Pattern:
    """The shapes of a publication line, all with their year and in any letter case."""
    months = alternation("month")
    shape = rf"""
        (?<![\d/.-])(?P<figures>
            (?:19|20)\d\d([-/.])[01]?\d\2[0-3]?\d
          | [0-3]?\d([-/.])[0-3]?\d\3(?:(?:19|20)\d\d|\d\d(?![\d:]))
          | (?:19|20)\d\d[01]\d[0-3]\d)(?![\d/-]|\.\d)
      | \b(?P<day_first>[0-3]?\d)(?:st|nd|rd|th)?[-\s](?:of\s)?(?P<month_after>{months})\b\.?,?[-\s]
          (?P<year_after>(?:19|20)\d\d)\b
      | \b(?P<month_first>{months})\b\.?[-\s](?P<day_after>[0-3]?\d)(?:st|nd|rd|th)?,?[-\s]
          (?P<year_last>(?:19|20)\d\d)\b
      | \b(?P<year_before>(?:19|20)\d\d)[-\s](?P<month_between>{months})\b\.?[-\s]
          (?P<day_last>[0-3]?\d)\b
    """
    return re.compile(shape, re.X | re.I)
