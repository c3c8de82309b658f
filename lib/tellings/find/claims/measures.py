"""Listed units: the words behind a number in, the unit of lexicons/units.csv that they are out."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tellings.find.claims.neighbours import function, role
from tellings.lexicons import rows
from tellings.text import inflection
from tellings.text.tokens import Words, fine


class Unit(NamedTuple):
    """A unit and its words, first to last - 1.

    unit    "percent", "dollar", "hour", "person"; for other counts the noun phrase, singular
    kind    money percent duration distance age measure cardinal
    known   whether it is in lexicons/units.csv
    noun    the first word of the thing counted; `last` where none stands with a measure
    """

    unit: str
    kind: str
    first: int
    last: int
    known: bool
    noun: int


def listed_at(said: Words, i: int) -> Unit | None:
    """The unit of lexicons/units.csv whose words begin at i; hyphens inside it are skipped."""
    for parts, unit, kind, exact in _units().get(said.at(i), ()):
        last = _match(said, i, parts, exact)
        if not parts[0].isalnum() and said.at(last)[:1].isdecimal():
            continue  # "20 £5 notes"
        if last and (not exact or _symbol(said, i, last)):
            return Unit(unit, kind, i, last, True, i if kind == "cardinal" else last)
    return None


@cache
def _units() -> dict[str, list[tuple[tuple[str, ...], str, str, bool]]]:
    """First word -> the units that begin so, longest first: words, unit, kind, case matters."""
    found: dict[str, list[tuple[tuple[str, ...], str, str, bool]]] = {}
    for row in rows("units"):
        if row["place"] == "after":
            exact = row["case"] == "exact"
            said = fine(row["words"])
            parts = tuple(p for p in (said.written if exact else said.low) if p != "-")
            entry = (parts, row["unit"], row["kind"], exact)
            found.setdefault(parts[0].lower(), []).append(entry)
    for people in demonyms():
        found.setdefault(people, []).append(((people,), "person", "cardinal", False))
    return {k: sorted(v, key=lambda e: (-len(e[0]), not e[3])) for k, v in found.items()}


@cache
def demonyms() -> frozenset[str]:
    """People named by their country in the plural, in lower case: "palestinians"."""
    return frozenset(r["word"].lower() for r in rows("demonyms") if r["word"] == r["group"])


def _match(said: Words, i: int, parts: tuple[str, ...], exact: bool) -> int:
    """Where the words of a unit end if they stand at i; 0 if they do not."""
    given = said.written if exact else said.low
    for n, part in enumerate(parts):
        if n and said.at(i) == "-":
            i += 1
        if i >= len(given) or given[i] != part:
            return 0
        i += 1
    return i


def _symbol(said: Words, i: int, last: int) -> bool:
    """Whether a one-letter symbol at i is a unit: glued to its number, or nothing follows it."""
    if len(said.written[i]) > 1 or said.glued(i):
        return True
    behind = said.at(last) or "."
    free = not behind[0].isalpha() or behind in function()
    return said.written[i] in "WV" or (free and behind != "-")


def rate(said: Words, i: int) -> tuple[str, int] | None:
    """The "per day" that begins at i and where it ends, or None ("a month", "/kg")."""
    i = i + 1 if said.at(i) == "-" and said.glued(i) else i
    if said.at(i) not in role("rate opener"):
        return None
    at = i + 2 if said.at(i + 1) == "-" else i + 1
    head, pair = said.at(at), said.low[at : at + 2]
    if len(pair) > 1 and " ".join(pair) in role("rate head"):
        return singular_phrase(pair), at + 2
    if said.at(at + 1) in role("time compared"):
        return None  # "$6 billion a year earlier"
    if head not in role("rate head") or (said.low[i] not in ("per", "/") and head not in _times()):
        return None
    head = "mega british thermal unit" if head == "mmbtu" else head
    return inflection.singular(head), at + 1


@cache
def _times() -> frozenset[str]:
    """What "a" and "each" may rate by: units of time in the singular, "a share", "a barrel"."""
    return frozenset(r["words"] for r in rows("units") if r["kind"] == "duration") | role(
        "rated by"
    )


def rated(said: Words, found: Unit | None, counted: bool = False) -> Unit | None:
    """The unit with the "per …" behind it."""
    if found is None or found.kind == "age":
        return found
    behind = rate(said, found.last)
    if behind is None:
        return found
    kind = "cardinal" if counted else found.kind
    return found._replace(unit=f"{found.unit} per {behind[0]}", kind=kind, last=behind[1])


def singular_phrase(low: Sequence[str]) -> str:
    """Words as a phrase, the last one in the singular."""
    return " ".join([*low[:-1], inflection.singular(low[-1])])
