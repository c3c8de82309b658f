"""Numbers that count nothing: a quantity and its sentence in, the rule that makes it idle out.

Each rule has a name and an example, which is its test: the first number of the example is idle.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from tellings.find.claims import senses
from tellings.find.claims.neighbours import role
from tellings.find.claims.units import Quantity
from tellings.lexicons import listed, rows
from tellings.text import inflection
from tellings.text.tokens import Words, fine

_FEW = 12  # a larger number of sides, ways or speakers is one that somebody counted
_SPEECH = 4  # words behind speakers among which they speak: "two officials in Rafah said"


class Rule(NamedTuple):
    """A reason why a number counts nothing."""

    name: str
    holds: Callable[[Words, Quantity], bool]
    example: str


def rule(said: Words, quantity: Quantity) -> str:
    """The name of the first rule that makes a quantity idle; "" for one that counts."""
    return next((r.name for r in RULES if r.holds(said, quantity)), "")


def _phrase(said: Words, quantity: Quantity) -> bool:
    number = said.low[quantity.number]
    for before, behind in _phrases().get(number, ()):
        first, last = quantity.number - len(before), quantity.number + 1
        here = first >= 0 and said.low[first : quantity.number] == before
        if here and said.has(last, *behind):
            return True
    return False


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Number -> the words before and behind it that make an idiom of it."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for row in rows("idle_numbers"):
        low, at = fine(row["words"]).low, int(row["number"]) - 1
        found.setdefault(low[at], []).append((low[:at], low[at + 1 :]))
    return found


def _name(said: Words, quantity: Quantity) -> bool:
    i = quantity.number
    if quantity.form != "rank" or not said.capital(i) or not said.capital(quantity.beyond):
        return False
    if said.low[quantity.beyond] in role("ordinal in a name"):
        return True
    long = [w for w in said.written if len(w) > 3 and w[0].isalpha()]
    headline = sum(w[0].isupper() for w in long) > len(long) / 2
    return i > 0 and not headline


def _of_no_series(said: Words, quantity: Quantity) -> bool:
    if quantity.form != "rank":
        return False
    hyphen = said.at(quantity.beyond) == "-" and said.glued(quantity.beyond)
    word = inflection.singular(said.at(quantity.beyond + hyphen))
    return word in role("idle after a rank")


def is_partitive(text: str) -> bool:
    """Whether a claim's words pick one out of a group: "one of the stars"; nothing to compare."""
    return text.lower().startswith("one of ")


def _is_one(said: Words, quantity: Quantity) -> bool:
    return said.low[quantity.number] == "one" and quantity.beyond == quantity.number + 1


def _example(said: Words, quantity: Quantity) -> bool:
    """ "One provision would …", "in one case, …", "One Democrat, Ana Bell, …", "the one member"."""
    unit, last, before = quantity.unit, quantity.last, said.at(quantity.number - 1)
    if not _is_one(said, quantity) or unit is None or said.at(quantity.beyond) == "of":
        return False
    if unit.kind not in ("cardinal", "measure"):
        return False
    if senses.of(said, quantity) or senses.deed(said, last):
        return False
    if said.at(last) == "," and (said.capital(last + 1) or before in ("in", "at")):
        return True
    if before == "the" or said.has(quantity.number - 2, "to", "-"):
        return True  # "the one member", "six-to-one"
    opens = said.capital(quantity.number) and said.at(last) in role("behind one example")
    return opens or said.has(last, "after", "another")


def _idle_noun(said: Words, quantity: Quantity) -> bool:
    unit = quantity.unit
    few = quantity.form in ("words", "vague") and quantity.low <= _FEW
    if unit is None or unit.kind != "cardinal" or not few:
        return False
    known = said.at(quantity.number - 1) in role("makes a pair known")
    head = unit.unit.rpartition(" ")[2]
    return unit.unit in role("idle noun") or (known and head in role("idle as a known pair"))


def _speakers(said: Words, quantity: Quantity) -> bool:
    unit, last = quantity.unit, quantity.last
    few = quantity.form in ("words", "vague") and quantity.low <= _FEW
    if unit is None or not few or quantity.bound != "=":
        return False
    if unit.unit.split(" ")[-1] not in _people():
        return False
    if _is_one(said, quantity) and said.at(quantity.number - 1) in _tells():
        return True  # "said one strategist"
    near = said.low[last : last + _SPEECH]
    if role("knows a matter").isdisjoint(near[:2]) and _tells().isdisjoint(near):
        return said.has(quantity.first - 2, "according", "to")
    return True


@cache
def _people() -> frozenset[str]:
    """Nouns for people who are quoted: "official", "aide", "lawmaker"."""
    return listed("source_nouns", kind="unnamed") | {"person"}


@cache
def _tells() -> frozenset[str]:
    """Reporting verbs of any form."""
    return frozenset(r["word"] for r in rows("reporting_verbs") if "clause" in r["takes"].split())


def _numbering(said: Words, quantity: Quantity) -> bool:
    """ "part 2", "phase three"."""
    return quantity.unit is None and said.at(quantity.first - 1) in role("numbers a thing")


def _zero(said: Words, quantity: Quantity) -> bool:
    return said.low[quantity.number] == "zero" and quantity.unit is None


def _class(said: Words, quantity: Quantity) -> bool:
    i = quantity.number
    return said.low[i] == "101" and quantity.unit is None and said.at(i - 1)[:1].isalpha()


RULES = (
    Rule("idiom", _phrase, "They zero in on the town."),
    Rule("name", _name, "It cites the First Amendment in full."),
    Rule("no series", _of_no_series, "It is the first step towards peace."),
    Rule("example", _example, "One provision would ban the trade."),
    Rule("idle noun", _idle_noun, "There are two ways to read it."),
    Rule("speakers", _speakers, "Two officials familiar with it left."),
    Rule("numbering", _numbering, "See part 2 for more."),
    Rule("zero", _zero, "She came from zero."),
    Rule("class", _class, "That is economics 101."),
)
