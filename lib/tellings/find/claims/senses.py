"""What is said of things counted: a number and its sentence in, "killed", "injured", "in" out."""

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tellings.find.claims import numbers
from tellings.find.claims.bounds import trend_before
from tellings.find.claims.neighbours import ends_clause, function, role
from tellings.find.claims.occasions import clause_end
from tellings.find.claims.units import Quantity
from tellings.lexicons import rows
from tellings.text import inflection
from tellings.text.tokens import Words

_BACK = 10  # words of the clause before a number that tell what it counts
_LEVEL = 24  # and where it is what something rose to: "the death toll from … rose to 36"
_ASIDE = 16  # words of the longest aside: ", including 12 children,"
_CLOSES = {",": ",", "(": ")", "—": "—", "–": "–", "-": "-"}


class Sense(NamedTuple):
    """What is said of the things counted: the word at index `at`; whether it is denied of them."""

    sense: str
    at: int
    denied: bool = False


@cache
def _senses() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word -> the phrases that tell what is said of people or things, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows("claim_keys"):
        parts = tuple(row["words"].split())
        found.setdefault(parts[0], []).append((parts, row["sense"]))
    return {word: sorted(given, key=lambda g: -len(g[0])) for word, given in found.items()}


@cache
def of_people() -> frozenset[str]:
    """Senses that are said of people, so that a bare number with one counts people."""
    return frozenset(r["sense"] for r in rows("claim_keys") if r["unit"] == "person") - {"in"}


def at(said: Words, i: int) -> str:
    """The sense of the words at i; "" for words that say nothing of things counted."""
    for parts, sense in _senses().get(said.at(i), ()):
        if said.has(i, *parts):
            return sense
    return ""


def places(said: Words, first: int, beyond: int) -> list[int]:
    """Which of the words from `first` to `beyond` - 1 say something of things counted."""
    known = _senses()
    return [i for i in range(first, beyond) if said.low[i] in known and at(said, i)]


def of(said: Words, quantity: Quantity) -> Sense | None:
    """What is said of a quantity: the nearest word of lexicons/claim_keys.csv in its clause.

    An aside does not end the clause: "33 people, including 12 children, were killed".
    """
    if _takes_lives(said, quantity):
        return Sense("killed", quantity.last - 1)
    if _ends_jobs(said, quantity):
        return Sense("out of work", quantity.last - 1)
    near = []
    ahead = _ahead(said, quantity)
    if ahead is not None:
        between = said.low[quantity.last : ahead]
        told = all(word in function("auxiliary", "adverb") for word in between)
        near.append((0 if told else ahead - quantity.last, ahead))  # "17 had been wounded"
    back = _back(said, quantity)
    if back is not None:
        near.append((0 if _reached(said, quantity) else quantity.first - back, back))
    if not near:
        return None
    i = min(near)[1]
    return Sense(at(said, i), i, _denied(said, quantity, i))


def _ahead(said: Words, quantity: Quantity) -> int | None:
    """The first word behind the number that says something of what it counts."""
    for i in places(said, quantity.beyond, clause_end(said, quantity.last)):
        averted = not role("averts").isdisjoint(said.low[max(i - 3, 0) : i])
        if not averted and not _acts(said, quantity, i):  # "six friends cheated death"
            return i
    start = past_asides(said, quantity.last)
    if start == quantity.last or quantity.unit is None:
        return None
    return next(iter(places(said, start, clause_end(said, start))), None)


def _back(said: Words, quantity: Quantity) -> int | None:
    """The last word of the clause before the number that says something of what it counts."""
    back = _LEVEL if _reached(said, quantity) else _BACK
    found = places(said, max(quantity.first - back + 1, 0), quantity.first)
    if not found or any(map(ends_clause, said.low[found[-1] + 1 : quantity.first])):
        return None
    behind = said.at(found[-1] - 1) in function("relative")  # "those who died" are no subject
    return None if behind and back == _LEVEL else found[-1]


def _reached(said: Words, quantity: Quantity) -> bool:
    """Whether a number is the level that something rose or fell to."""
    return said.at(quantity.first - 1) == "to" and bool(trend_before(said, quantity.first - 1))


def past_asides(said: Words, i: int) -> int:
    """Where the clause goes on behind the asides that begin at i; i where none does.

    It goes on with an auxiliary or with what was done: "33 people — 12 of them children — were".
    """
    start = i
    while said.at(start) in _CLOSES:
        close = _CLOSES[said.low[start]]
        last = min(start + _ASIDE, len(said.low))
        end = next((j for j in range(start + 1, last) if said.low[j] == close), 0)
        if not end:
            return i
        start = end if said.at(end + 1) not in function("auxiliary") and close == "," else end + 1
        if start == end and not at(said, end + 1):
            continue  # one comma closes an aside and opens the next
        start = end + 1
        if said.low[start : start + 1] and said.at(start) not in _CLOSES:
            break
    goes_on = said.at(start) in function("auxiliary") or at(said, start)
    return start if goes_on else i


def _takes_lives(said: Words, quantity: Quantity) -> bool:
    """Whether something takes the lives counted: "claimed 33 lives"; not "saved 33 lives"."""
    if said.at(quantity.last - 1) != "lives":
        return False
    return not role("takes lives").isdisjoint(said.low[max(quantity.first - 4, 0) : quantity.first])


def _ends_jobs(said: Words, quantity: Quantity) -> bool:
    """Whether the jobs counted are cut: "to cut about 4,500 jobs"."""
    if not quantity.unit or quantity.unit.unit not in role("a job"):
        return False
    return not role("ends a job").isdisjoint(said.low[max(quantity.first - 2, 0) : quantity.first])


def _acts(said: Words, quantity: Quantity, i: int) -> bool:
    """Whether the verb at i is what the things counted do: "two men that killed 14"."""
    if i < quantity.last or said.low[i - 1] not in role("before a deed"):
        return False
    return numbers.begins(said.at(i + 1))


def _denied(said: Words, quantity: Quantity, i: int) -> bool:
    """Whether what the word at i says is denied of the things counted.

    "None of the 12 died", "all but three of the 40 died", "the 40 were not injured".
    """
    before = said.low[max(quantity.first - 3, 0) : quantity.first]
    if before[-2:] == ("all", "but") or (not role("none of").isdisjoint(before) and "of" in before):
        return True
    between = said.low[quantity.last : i] or said.low[i + 1 : quantity.first]
    return any(w in role("not") or w.endswith("n't") for w in between)


def exempted(said: Words, quantity: Quantity) -> bool:
    """Whether a number is the whole of which some are left out: "all but three of the 40"."""
    before = said.low[max(quantity.first - 6, 0) : quantity.first]
    return before[-2:] == ("of", "the") and ("all", "but") in pairwise(before)


def deed(said: Words, i: int) -> str:
    """What was done to the things counted: the participle of the passive behind them; "to be
    counted" where it is still to be done."""
    passive, still = False, ""
    for word in said.low[i : min(i + 5, clause_end(said, i))]:
        if passive and inflection.is_participle(word):
            return still + word
        still = "to be " if word == "to" else still
        passive = passive or word in role("plain be")
    return ""


def counts_people(said: Words, quantity: Quantity, sense: Sense) -> bool:
    """Whether a bare number counts people: "killed 300", "300 were killed", "a toll of 300"."""
    if sense.sense not in of_people() or quantity.form == "share" or quantity.low % 1:
        return False
    gap = said.low[sense.at + 1 : quantity.first] or said.low[quantity.last : sense.at]
    if quantity.form == "none":  # "nobody was killed", but "nobody knows who was killed"
        return all(w in function("auxiliary", "adverb") or w == "else" for w in gap)
    near = len(gap) < 5 or (sense.at < quantity.first and _reached(said, quantity))
    return near and not any(w[0].isdecimal() or w in role("of age") for w in gap)
