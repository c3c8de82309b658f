"""Why an article is in its event, in words: days and pairs in, a sentence out."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from tellings.compare.events import days as leads
from tellings.compare.events.days import Days
from tellings.compare.events.similarity import LEAST


class Closest(NamedTuple):
    """An article's most like partner."""

    inside: bool
    likeness: float
    text: float
    other: int


def closest(pairs: pd.DataFrame, event: list) -> dict[int, Closest]:
    """For each article its most like partner: inside its event if there is one, else anywhere."""
    best: dict[int, Closest] = {}
    for pair in pairs.itertuples():
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            found = Closest(event[one] == event[other], pair.likeness, pair.text, other)
            if one not in best or found[:2] > best[one][:2]:
                best[one] = found
    return best


def evidence(told: str, best: Closest | None, short: dict, ids: list[str]) -> str:
    """Why an article is in its event, in words: its days, and the text it is nearest to."""
    if best is None:
        return f"{told}; no other text is like it"
    partner = short[ids[best.other]]
    if not best.inside:
        return f"{told}; nearest is {partner}, likeness {best.likeness:.2f} of {LEAST:.2f} needed"
    return f"{told}; text nearest to {partner} ({best.text:.2f})"


def days(days: Days, day: date | None) -> str:
    """What the article's days say about the event's, in words."""
    words = " and ".join(days.words[:2])
    stamp = date.fromordinal(days.stamp).isoformat() if days.stamp else ""
    if days.lead and day and not days.adopted:
        named = min(days.lead, key=lambda d: (abs(d - day.toordinal()), d))
        basis = f", counted from its date {stamp}" if stamp else ""
        return f"its lead says {words}, {date.fromordinal(named).isoformat()}{basis}"
    if words and day and leads.fits(days, day.toordinal()):
        return f"its lead says {words}, without a year or date; that fits {day.isoformat()}"
    if words:
        return f"its lead says {words}, without a year or date"
    return f"its date is {stamp}" if stamp else "it gives no day"
