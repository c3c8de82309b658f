"""How days are written: the patterns of the words that name one."""

import re
from functools import cache

from tellings.read.dates.calendar_words import alternation, longest_first

_SHAPES = r"""
    \b(?P<figures>
        (?:19|20)\d\d([-/.])[01]?\d\2[0-3]?\d
      | [0-3]?\d([/.])[0-3]?\d\3(?:19|20)\d\d)(?![\d-]|[.,]\d)
  | \b(?P<day_first>[0-3]?\d)(?:st|nd|rd|th)?
      (?:\s?[-–]\s?(?P<day_first_last>[0-3]?\d)(?:st|nd|rd|th)?)?\s(?:of\s)?(?P<month_after>{months})\b
      (?:\.?,?\s(?P<year_after>(?:19|20)\d\d)\b)?
  | \b(?P<month_first>{months})\b\.?\s(?P<day_after>[0-3]?\d)(?:st|nd|rd|th)?\b
      (?:\s?[-–]\s?(?P<day_after_last>[0-3]?\d)(?:st|nd|rd|th)?\b)?
      (?![,.:]?\d|\s?(?:per\scent|percent|%))(?:,?\s(?P<year_last>(?:19|20)\d\d)\b)?
  | \b(?P<month_of>{months})\b\.?,?\s(?:of\s)?(?P<year_of>(?:19|20)\d\d)\b
  | \b(?:(?P<side>last|next|this|coming|following|past)\s)?(?P<weekday>{weekdays})\b
  | \b(?:(?P<short_side>last|next|this)|on)\s(?P<short_weekday>{short_weekdays})
      (?:\.|(?=[,\s]\W*[a-z]|$))
  | \b(?:(?:at|over|during)\sthe
      |(?P<which_end>last|next|this|previous|past|coming|following))\s(?P<weekend>weekend)\b
  | \b(?:(?P<part>(?i:earlier|later))\s)?
      (?P<which>last|next|this|previous|past|coming|following)\s(?P<span>week|month|year)\b
  | \b(?P<number>{numbers}|\d{{1,2}})\s(?P<unit>day|week|month|year)s?\sago\b
  | \b(?i:the\sday\s(?P<two_days>before\syesterday|after\stomorrow))\b
  | \b(?P<plain_day>today|yesterday|tomorrow|tonight)\b
  | \b(?P<told_day>
        (?i:(?:the|that)\ssame\s(?:day|evening|night|morning|afternoon))
      | (?i:(?:a|one)\sday\s(?:earlier|later)|the\s(?:day\sbefore|previous\sday|day\safter))
      | (?i:the\s(?:next|following)\sday))\b
  | \b(?i:in|since|by|until|till|from|during|before|after|through|of|back\sto)\s
      (?P<year>(?:19|20)\d\d)\b(?!\s?[-%]|[,.]\d|(?<=[05]0)\s[a-z]+s\b)
  | (?P<month_alone>{long_months})\b
"""


@cache
def in_text() -> re.Pattern:
    """Every shape of a date in running text, tried at each place in this order."""
    months = alternation("month")
    # A short form is a month only beside a day or year; "May" is short and whole.
    long_months = "|".join(m for m in months.split("|") if len(m) > 3 and m != "Sept") + "|May"
    shapes = _SHAPES.format(
        months=months,
        weekdays=alternation("weekday"),
        short_weekdays=alternation("short weekday"),
        numbers="|".join(longest_first("number")),
        long_months=long_months,
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
