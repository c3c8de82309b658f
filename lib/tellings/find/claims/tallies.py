"""Votes and scores: two numbers of a sentence in, the vote or the score that they tell out."""

from tellings.find.claims.measures import Unit
from tellings.find.claims.neighbours import DASHES, role
from tellings.find.claims.units import Quantity
from tellings.text.tokens import Words

_HIGHEST = 200  # no side of a game scores more
_BEFORE, _BEHIND = 9, 5  # words beside a tally among which it is told what was voted on or played


def vote(said: Words, a: Quantity, b: Quantity) -> Quantity | None:
    """Votes for and against as one quantity ("61-38", "passed 250 to 180", "by five votes to
    four"); None for a range.

    low are the votes for, high those against.
    """
    if not _pair(said, a, b) or a.low % 1 or b.low % 1:
        return None
    if a.form == "words" and not _spelled(said, a, b):
        return None
    near = said.low[max(a.first - _BEFORE, 0) : a.first] + said.low[b.last : b.last + _BEHIND]
    told = a.unit is not None or not role("vote").isdisjoint(near)
    if not told or not role("score only").isdisjoint(near):
        return None
    unit = Unit("vote", "vote", b.last, b.last, True, b.last)
    return b._replace(first=a.first, number=a.number, low=a.low, high=b.low, unit=unit, bound="=")


def _pair(said: Words, a: Quantity, b: Quantity) -> bool:
    """Whether two numbers stand as a tally does: "61-38", "61 to 38", "61 votes to 38"."""
    if (
        a.form not in ("digits", "words")
        or a.form != b.form
        or a.bound != "="
        or a.size != 1
        or b.size != 1
    ):
        return False
    gap = said.low[a.last : b.first]
    votes = a.unit is None or a.unit.unit == "vote"
    behind = b.unit is None or b.unit.unit in ("vote", "margin", "tally", "party-line vote")
    glued = len(gap) == 1 and gap[0] in DASHES and said.glued(b.first)
    return votes and (glued or (gap == ("to",) and behind))


def _spelled(said: Words, a: Quantity, b: Quantity) -> bool:
    """Whether two numbers in words are a tally: "five votes to four", "ruled by six to three", but
    not "needs two to three votes", "from nine to five"."""
    before = said.at(a.first - 1)
    return a.unit is not None or before in role("votes") or (a.low > b.low and before == "by")


def is_score(said: Words, a: Quantity, b: Quantity) -> bool:
    """Whether two numbers joined by a hyphen are a score: "2-1", "a 9-2 lead", "won 3-5"."""
    if said.low[a.last : b.first] != ("-",):
        return False
    if not said.glued(b.first) or not said.glued(b.first - 1):
        return False
    if a.low >= b.low:
        return True
    if (b.unit and b.unit.unit not in role("score")) or b.high > _HIGHEST:
        return False
    near = said.low[max(a.first - 8, 0) : a.first] + said.low[b.beyond : b.beyond + 4]
    return not role("score").isdisjoint(near)
