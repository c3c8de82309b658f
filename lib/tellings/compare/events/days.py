"""What the leads' days say about pairs of articles: stamps and leads in, weights out."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import count
from math import exp
from typing import NamedTuple

import pandas as pd

from tellings.read import dates

# What the days of two leads say about a pair; the text's likeness is multiplied by it. Dated days
# weigh exp(-days apart / 7): a week later it is news of something else. Where a date is missing,
# the same weekday is compatible; no day at all leaves it open; another weekday speaks against, and
# so does a weekday beside a month's day without its year (they fit in one year of seven). A month's
# day near the other's date, but not it, speaks against most; one weeks away may be a day that the
# lead only speaks of ("will visit on July 13").
SAME_WEEKDAY, UNKNOWN, OTHER_DAY, OTHER_DATE = 0.95, 0.8, 0.5, 0.4
WEEK, NEAR = 7, 21
_LEAD_SENTENCES = 2
# Any anchor tells which weekday, or which month and day, words without a date name.
_SOME_ANCHOR = date(2024, 1, 3)
# Words with a year name their day without an anchor.
_YEAR = re.compile(r"(?:19|20)\d\d")


class Days(NamedTuple):
    """What an article says about its day.

    stamp       the day it was published or updated (date.toordinal), None if unknown
    lead        days that headline, dek and first sentences name, with their date
    weekdays    0 to 6 (Monday to Sunday), and month_days (month, day), that have none
    words       what it says, as written
    adopted     whether the date is that of another article
    """

    stamp: int | None
    lead: tuple[int, ...]
    weekdays: tuple[int, ...]
    month_days: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    adopted: bool = False


class Said(NamedTuple):
    """What the days of two articles say about the pair: a weight up to 1, and words for it."""

    weight: float
    words: str


def of(article, sentences: Sequence) -> Days:
    """The Days of an article: a row with published and updated, and its sentences in order."""
    body = count()
    lead = [s for s in sentences if s.zone != "body" or next(body) < _LEAD_SENTENCES]
    return _days(_stamp(article), lead)


def compare(a: Days, b: Days) -> Said:
    """What the days of a pair say.

    Dated days decide; where one article has none, its weekday or month's day is held against the
    other's, and the best that any of its days says counts.
    """
    of_a, of_b = a.lead or _one(a.stamp), b.lead or _one(b.stamp)
    if of_a and of_b:
        apart = [abs(x - y) for x in of_a for y in of_b]
        apart += [abs(a.stamp - b.stamp)] if a.stamp and b.stamp else []
        said = _apart(min(apart), least=0.0)
        return Said(said.weight, f"{said.words} (inferred)") if a.adopted or b.adopted else said
    if not (of_a or a.weekdays or a.month_days) or not (of_b or b.weekdays or b.month_days):
        return _NO_DAY
    return max([*_month_days(a, of_b), *_month_days(b, of_a), *_undated(a, b)], default=_NO_DAY)


def fits(days: Days, day: int) -> bool:
    """Whether a weekday, or a month's day without its year, may stand for the day."""
    at = date.fromordinal(day)
    return at.weekday() in days.weekdays or (at.month, at.day) in days.month_days


def adopt(days: list[Days], pairs: pd.DataFrame) -> list[Days]:
    """The days; an article whose lead has but a weekday or month's day gets its date where it can.

    pairs  of like articles: a, b (places in `days`), likeness. It takes the day of the dated one
           that is most like it, among those whose day it fits: "on Thursday" in a text without any
           date becomes the Thursday that a like text dates.
    """
    after = list(days)
    ranked = pairs.sort_values("likeness", kind="stable")
    for a, b in zip(ranked["a"], ranked["b"], strict=True):
        for one, other in ((a, b), (b, a)):
            fitting = [d for d in days[other].lead if fits(days[one], d)]
            if fitting and not days[one].lead and not days[one].stamp:
                after[one] = days[one]._replace(lead=(min(fitting),), adopted=True)
    return after


# --- one article's days ---------------------------------------------------------------------------


def _stamp(row) -> date | None:
    """The day an article was published, else updated, as far as it is known."""
    text = row.published or row.updated
    return date.fromisoformat(text[:10]) if text else None


def _days(stamp: date | None, lead: list) -> Days:
    """The days of one article; a day a week or more from its stamp is spoken of, not told."""
    said = list(dates.resolve(lead, stamp or _SOME_ANCHOR))
    named = [
        (w, date.fromisoformat(w.first))
        for w in said
        if w.first and w.first == w.last and w.rule in ("weekday", "month and day", "day")
    ]
    near = [(w, d) for w, d in named if not stamp or abs((d - stamp).days) < WEEK]
    near = _told(near, lead)
    loose = [] if stamp else [(w, d) for w, d in near if not _YEAR.search(w.text)]
    if not stamp:  # without a stamp only the first words tell a day from one that they recall
        near = [(w, d) for w, d in near if (w, d) in loose or w.sentence in _first_told(lead)]
    return Days(
        stamp.toordinal() if stamp else None,
        tuple(dict.fromkeys(d.toordinal() for w, d in near if (w, d) not in loose)),
        tuple(d.weekday() for w, d in loose if w.rule == "weekday"),
        tuple((d.month, d.day) for w, d in loose if w.rule == "month and day"),
        tuple(dict.fromkeys(w.text for w, _ in near)),
    )


def _told(near: list, lead: list) -> list:
    """The days, without those that own something where another is told plainly: "on Monday agreed
    to pay more than Friday's price"."""
    text = {s.sentence: (s.start, s.text) for s in lead}

    def owns(when) -> bool:
        start, words = text[when.sentence]
        return words[when.end - start :].startswith(("'s", "’s"))

    return [(w, d) for w, d in near if not owns(w)] or near


def _first_told(lead: list) -> set[int]:
    """The numbers of headline and dek, and of the first sentence of the body."""
    body = [s.sentence for s in lead if s.zone == "body"][:1]
    return {s.sentence for s in lead if s.zone != "body"} | set(body)


# --- pairs ----------------------------------------------------------------------------------------

_NO_DAY = Said(UNKNOWN, "no day")
_KEPT = 5_000  # what so many days say: of pairs, most say the same


def _one(stamp: int | None) -> tuple[int, ...]:
    """A stamp as days."""
    return (stamp,) if stamp else ()


@lru_cache(maxsize=_KEPT)
def _apart(days: int, least: float) -> Said:
    """What so many days between two leads say."""
    words = "same day" if days == 0 else f"{days:,} day{'s' * (days > 1)} apart"
    return Said(max(least, exp(-days / WEEK)), words)


def _month_days(one: Days, others: tuple[int, ...]) -> Iterator[Said]:
    """The one's month's days without a year, each held against the other's dated days."""
    for month, day in one.month_days:
        for other in others:
            apart = _nearest(month, day, date.fromordinal(other))
            yield _apart(apart, least=OTHER_DATE if apart <= NEAR else OTHER_DAY)


def _nearest(month: int, day: int, other: date) -> int:
    """Days from a month's day to the other day, in the year that brings them nearest."""
    day = 28 if (month, day) == (2, 29) else day
    years = (other.year - 1, other.year, other.year + 1)
    return min(abs((date(y, month, day) - other).days) for y in years)


def _undated(a: Days, b: Days) -> Iterator[Said]:
    """What weekdays and month's days say where a date is missing on one side or both."""
    in_a, in_b = (d.weekdays or tuple((x + 6) % 7 for x in d.lead) for d in (a, b))
    if in_a and in_b:
        same = set(in_a) & set(in_b)
        yield Said(SAME_WEEKDAY, "same weekday") if same else Said(OTHER_DAY, "other weekday")
    elif (a.weekdays and b.month_days) or (b.weekdays and a.month_days):
        yield Said(OTHER_DAY, "weekday beside date")
    if a.month_days and b.month_days:
        same = set(a.month_days) & set(b.month_days)
        yield Said(1.0, "same date") if same else Said(OTHER_DATE, "other date")
