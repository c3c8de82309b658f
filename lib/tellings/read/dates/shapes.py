"""How days are written: the patterns of the words that name one."""

import re
from functools import cache

from tellings.read.dates.calendar_words import alternation, longest_first

_SHAPES = r"""
    \b(?P<iso>(?P<iso_year>(?:19|20)\d\d)-(?P<iso_month>[01]\d)-(?P<iso_day>[0-3]\d))(?![\d-])
  | \b(?P<day_first>[0-3]?\d)(?:st|nd|rd|th)?\s(?:of\s)?(?P<month_after>{months})\b
      (?:\.?,?\s(?P<year_after>(?:19|20)\d\d)\b)?
  | \b(?P<month_first>{months})\b\.?\s(?P<day_after>[0-3]?\d)(?:st|nd|rd|th)?\b
      (?![,.:]?\d|\s?(?:per\scent|percent|%))(?:,?\s(?P<year_last>(?:19|20)\d\d)\b)?
  | \b(?P<month_of>{months})\b\.?,?\s(?:of\s)?(?P<year_of>(?:19|20)\d\d)\b
  | \b(?:(?P<side>last|next|this|coming|following|past)\s)?(?P<weekday>{weekdays})\b
  | \b(?:(?:at|over|during)\sthe
      |(?P<which_end>last|next|this|previous|past|coming|following))\s(?P<weekend>weekend)\b
  | \b(?P<which>last|next|this|previous|past|coming|following)\s(?P<span>week|month|year)\b
  | \b(?P<number>{numbers}|\d{{1,2}})\s(?P<unit>day|week|month|year)s?\sago\b
  | \b(?P<plain_day>today|yesterday|tomorrow|tonight)\b
  | \b(?i:in|since|by|until|till|from|during|before|after|through|of)\s
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
        numbers="|".join(longest_first("number")),
        long_months=long_months,
    )
    return re.compile(shapes, re.X)


@cache
def with_year() -> re.Pattern:
    """The shapes that carry a year, in any letter case: "NOV 19, 2019"."""
    months = alternation("month")
    shape = rf"""
        \b(?P<iso>(?P<iso_year>(?:19|20)\d\d)-(?P<iso_month>[01]\d)-(?P<iso_day>[0-3]\d))
      | \b(?P<day_first>[0-3]?\d)(?:st|nd|rd|th)?\s(?P<month_after>{months})\b\.?,?\s
          (?P<year_after>(?:19|20)\d\d)\b
      | \b(?P<month_first>{months})\b\.?\s(?P<day_after>[0-3]?\d)(?:st|nd|rd|th)?,?\s
          (?P<year_last>(?:19|20)\d\d)\b
    """
    return re.compile(shape, re.X | re.I)
