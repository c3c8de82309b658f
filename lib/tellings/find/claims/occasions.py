"""Events that last: a rank or a length and its sentence in, the event that it is said of out."""

from functools import cache

from tellings.find.claims.neighbours import ends_clause, role
from tellings.find.claims.units import Quantity
from tellings.lexicons import rows
from tellings.text.tokens import Words

_AHEAD = 14  # words behind a number in which its clause ends


@cache
def events() -> dict[str, str]:
    """Words for what lasts, with the event that they stand for: "discussion" -> "meeting"."""
    return {r["word"]: r["event"] for r in rows("lasting_events")}


def clause_end(said: Words, i: int) -> int:
    """Where the clause that goes on at word i ends: at a mark, or at the next number."""
    marks, end = role("clause mark"), min(i + _AHEAD, len(said.low))
    for j, word in enumerate(said.low[i:end], i):
        if word in marks or word == "." or word[0].isdecimal():
            return j
    return end


def rank(said: Words, quantity: Quantity) -> str:
    """ "rank of the meeting" for "the first round of talks"."""
    for i in range(quantity.beyond, min(quantity.last + 3, len(said.low))):
        if said.low[i] in events():
            return f"rank of the {events()[said.low[i]]}"
    return ""


def length(said: Words, quantity: Quantity) -> str:
    """ "length of the meeting" for "a two-hour discussion"; "" for "two weeks ago", "aged 5 to 36
    months"."""
    aged = said.at(quantity.first - 1) in role("before an age")
    if aged or said.at(quantity.last) in role("time left open"):
        return ""
    inside = range(quantity.beyond, quantity.last)
    ahead = range(quantity.last, min(clause_end(said, quantity.last), quantity.last + 7))
    back = range(quantity.first - 1, max(quantity.first - 8, -1), -1)
    for i in [*inside, *ahead, *back]:
        if i < quantity.first and ends_clause(said.low[i]):
            break
        if said.low[i] in events():
            return f"length of the {events()[said.low[i]]}"
    return ""
