"""How days are written: the patterns of the words that name one."""

import re
from functools import cache

from tellings.read.dates.calendar_words import alternation, longest_first

# What all shapes begin with comes before them: asked once at each place, and not once for each.
# The last may have lost the space before it: "closed inMarch".
_SHAPES = r"""
    \b(?=\w)(?:
        (?P<figures>
            (?:19|20)\d\d([-/.])[01]?\d\2[0-3]?\d
          | [0-3]?\d([/.])[0-3]?\d\3(?:19|20)\d\d)(?![\d-]|[.,]\d)
      | (?P<day_first>[0-3]?\d)(?:st|nd|rd|th)?
          (?:\s?[-–]\s?(?P<day_first_last>[0-3]?\d)(?:st|nd|rd|th)?)?\s(?:of\s)?(?P<month_after>{months})\b
          (?:\.?,?\s(?P<year_after>(?:19|20)\d\d)\b)?
      | (?P<month_first>{months})\b\.?\s(?P<day_after>[0-3]?\d)(?:st|nd|rd|th)?\b
          (?:\s?[-–]\s?(?P<day_after_last>[0-3]?\d)(?:st|nd|rd|th)?\b)?
          (?![,.:]?\d|\s?(?:per\scent|percent|%))(?:,?\s(?P<year_last>(?:19|20)\d\d)\b)?
      | (?P<month_of>{months})\b\.?,?\s(?:of\s)?(?P<year_of>(?:19|20)\d\d)\b
      | (?:(?P<side>last|next|this|coming|following|past)\s)?(?P<weekday>{weekdays})\b
      | (?:(?P<short_side>last|next|this)|on)\s(?P<short_weekday>{short_weekdays})
          (?:\.|(?=[,\s]\W*[a-z]|$))
      | (?:(?:at|over|during)\sthe
          |(?P<which_end>last|next|this|previous|past|coming|following))\s(?P<weekend>weekend)\b
      | (?:(?P<part>(?i:earlier|later))\s)?
          (?P<which>last|next|this|previous|past|coming|following)\s(?P<span>week|month|year)\b
      | (?P<number>{numbers}|\d{{1,2}})\s(?P<unit>day|week|month|year)s?\sago\b
      | (?i:the\sday\s(?P<two_days>before\syesterday|after\stomorrow))\b
      | (?P<plain_day>today|yesterday|tomorrow|tonight)\b
      | (?P<told_day>
            (?i:(?:the|that)\ssame\s(?:day|evening|night|morning|afternoon))
          | (?i:(?:a|one)\sday\s(?:earlier|later)|the\s(?:day\sbefore|previous\sday|day\safter))
          | (?i:the\s(?:next|following)\sday))\b
      | (?i:in|since|by|until|till|from|during|before|after|through|of|back\sto)\s
          (?P<year>(?:19|20)\d\d)\b(?!\s?[-%]|[,.]\d|(?<=[05]0)\s[a-z]+s\b)
    )
  | (?P<month_alone>{long_months})\b
"""
# What is in every shape that has neither a year nor a name of the calendar: "day" is in "Monday",
# "today", "two days ago" and "the day before", "same" in "that same evening".
_UNITS = ("day", "week", "month", "year", "tomorrow", "tonight", "same")


def may_hold(text: str) -> bool:
    """Whether a text can hold one of the shapes: most sentences cannot, and need no reading.

    >>> may_hold("They met on Monday."), may_hold("They met.")
    (True, False)
    """
    return bool(_names().search(text)) or any(map(text.lower().__contains__, _UNITS))


@cache
def _names() -> re.Pattern:
    """The century of a year, or a name of the calendar: one is in most shapes."""
    return re.compile(f"19|20|{alternation('month')}|{alternation('short weekday')}")


@cache
def _long_months() -> tuple[str, ...]:
    """A short form is a month only beside a day or year; "May" is short and whole."""
    months = alternation("month").split("|")
    return (*(m for m in months if len(m) > 3 and m != "Sept"), "May")


@cache
def in_text() -> re.Pattern:
    """Every shape of a date in running text, tried at each place in this order."""
    shapes = _SHAPES.format(
        months=alternation("month"),
        weekdays=alternation("weekday"),
        short_weekdays=alternation("short weekday"),
        numbers="|".join(longest_first("number")),
        long_months="|".join(_long_months()),
    )
    return re.compile(shapes, re.X)


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
