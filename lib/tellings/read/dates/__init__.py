"""Days that a text names. calendar_words: what a word stands for; shapes: how days are written;
figures: dates in figures; arithmetic: which day that is; finder: `resolve`, sentences and an anchor
to When rows; stamps: the date of a publication line."""

from tellings.read.dates.calendar_words import is_month
from tellings.read.dates.finder import When, resolve
from tellings.read.dates.stamps import ambiguous, is_date_with_name, is_only_date, order, stamp

__all__ = [
    "When",
    "ambiguous",
    "is_date_with_name",
    "is_month",
    "is_only_date",
    "order",
    "resolve",
    "stamp",
]
