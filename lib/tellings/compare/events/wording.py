"""Why articles are one event, in words: days, pairs and what they share in, sentences out."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from tellings.compare.events import days as leads
from tellings.compare.events.days import Days
from tellings.compare.events.shared import Shared, common
from tellings.compare.events.similarity import Compared
from tellings.tables import tuples

_MOST = 4


class Closest(NamedTuple):
    """An article's most like partner."""

    inside: bool
    likeness: float
    other: int
    reprint: bool


def closest(pairs: pd.DataFrame, event: list) -> dict[int, Closest]:
    """For each article its most like partner: inside its event if there is one, else anywhere."""
    best: dict[int, Closest] = {}
    for pair in tuples(pairs):
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            found = Closest(event[one] == event[other], pair.likeness, other, pair.reprint)
            if one not in best or found[:2] > best[one][:2]:
                best[one] = found
    return best


def evidence(place: int, best: Closest | None, compared: Compared, names: list[str]) -> str:
    """What an article shares with the one in its event that is nearest to it, in words; where it
    stands alone, what it shares with the nearest of all.

    place  of the article; names: how each article is called
    """
    if best is None:
        return "no other text is like it"
    own = compared.particulars
    both = shared(common(own[place], own[best.other], compared.rarity))
    if best.inside and best.reprint:
        return f"the same text as {names[best.other]}"
    if best.inside:
        return f"nearest to {names[best.other]}, both have {both or 'few rare words in common'}"
    said = f", both have {both}" if both else ""
    return f"nearest is {names[best.other]}{said}: likeness {best.likeness:.2f}, too little"


def shared(found: Shared, day: str = "") -> str:
    """What two articles have in common, in words: names, then numbers, quoted words, the day."""
    names = [*found.names, *found.setting][:_MOST]
    more = len(found.names) + len(found.setting) - len(names)
    parts = [*names, *([f"{more} more names"] if more > 1 else [])]
    parts += [f"the number {n}" for n in found.numbers[:2]]
    parts += ["words in quotation marks"] * found.quoted
    parts += [f"the {day}"] if day.startswith("same") else []
    return ", ".join(parts)


def against(missing_b: list[str], missing_a: list[str], day: str = "") -> str:
    """What speaks against one event, in words: names of one lead that the other article never
    holds, and other days."""
    parts = [
        f"only {which} has {', '.join(names[:3])}"
        for which, names in (("the first", missing_b), ("the second", missing_a))
        if names
    ]
    return "; ".join([*parts, *([day] if day else [])])


def days(own: Days, day: date | None) -> str:
    """What an article's days say about the event's, in words."""
    words = " and ".join(own.words[:2])
    stamp = date.fromordinal(own.stamp).isoformat() if own.stamp else ""
    if own.lead and day and not own.adopted:
        named = min(own.lead, key=lambda d: (abs(d - day.toordinal()), d))
        basis = f", counted from its date {stamp}" if stamp else ""
        return f"its lead says {words}, {date.fromordinal(named).isoformat()}{basis}"
    if words and day and leads.fits(own, day.toordinal()):
        return f"its lead says {words}, without a year or date; that fits {day.isoformat()}"
    if words:
        return f"its lead says {words}, without a year or date"
    return f"its date is {stamp}" if stamp else "it gives no day"


def free(base: str, taken: set[str], mark: str) -> str:
    """The name, or the name with the first number behind it that is not taken."""
    number, name = 1, base
    while name in taken:
        number += 1
        name = f"{base}{mark}{number}"
    return name
