"""What a number is given as: its place in, forecast, plan, estimate or report out."""

from functools import cache

from tellings.find.claims.neighbours import is_noun, role
from tellings.lexicons import rows
from tellings.text.tokens import Words, fine

_BEFORE, _BEHIND = 14, 5  # words of a clause beside a number in which its status is looked for


@cache
def listed() -> dict[tuple[str, ...], str]:
    """Words -> the status that they give a number."""
    return {fine(r["words"]).low: r["status"] for r in rows("status_words")}


@cache
def _openers() -> frozenset[str]:
    """The first words of what gives a status."""
    return frozenset(parts[0] for parts in listed())


def of(said: Words, first: int, last: int) -> str:
    """What their clause gives words first to last - 1 as: forecast, plan, estimate, else report.

    A number in a definite phrase ("a plan to protect the more than 1 million civilians") is taken
    as given: what stands before it says nothing of it.

    >>> of(fine("the toll will top 100,000 by August"), 4, 5)
    'forecast'
    """
    low, openers = said.low, _openers()
    start = first if said.at(first - 1) in role("makes definite") else clause_start(said, first)
    stop = clause_stop(said, last)
    for i in [
        i for i in (*range(last - 1, start - 1, -1), *range(last, stop)) if low[i] in openers
    ]:
        for length in (3, 2, 1):
            status = listed().get(low[i : i + length])
            if status and not _a_noun(said, i):
                return status
    return "report"


@cache
def _ends() -> frozenset[str]:
    """Marks and words at which a clause ends."""
    return role("clause mark") | role("clause opener")


def clause_start(said: Words, number: int) -> int:
    """The first word of the clause that the word `number` stands in."""
    low, ends = said.low, _ends()
    for i in range(number - 1, max(number - _BEFORE, -1), -1):
        if low[i] in ends:
            return i + 1
    return max(number - _BEFORE, 0)


def clause_stop(said: Words, last: int) -> int:
    """Where the clause ends that the word `last` goes on, a few words behind it at most."""
    low, ends = said.low, _ends()
    beyond = min(last + _BEHIND, len(low))
    return next((i for i in range(last, beyond) if low[i] in ends or low[i] == "."), beyond)


def _a_noun(said: Words, i: int) -> bool:
    """Whether the word at i is a noun; "an estimated 300" is none."""
    return is_noun(said, i) and said.low[i - 1] != "an"
