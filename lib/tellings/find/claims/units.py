"""Units: the words beside a number in, what it counts or measures out."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tellings.lexicons import listed, rows
from tellings.text import inflection
from tellings.text.tokens import Words, fine

_LONGEST_PHRASE = 5  # words of a counted noun phrase: "combined digital and physical sales"


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


class Quantity(NamedTuple):
    """A number with its unit and bound, words first to last - 1 of its sentence.

    number, beyond  the words of the number itself, number to beyond - 1
    """

    first: int
    last: int
    number: int
    beyond: int
    low: float
    high: float
    form: str
    unit: Unit | None
    bound: str = "="
    trend: str = ""
    scaled: bool = False


def kind(quantity: Quantity) -> str:
    """The kind of a quantity: its form where that says more than its unit."""
    if quantity.form in ("rank", "vague", "share"):
        return {"rank": "ordinal"}.get(quantity.form, quantity.form)
    return quantity.unit.kind if quantity.unit else "cardinal"


def before(said: Words, first: int) -> Unit | None:
    """The sign of money before word `first` ("$", "US $", "RM"), or None.

    >>> before(fine("paid HK$ 500"), 3).unit
    'hong kong dollar'
    """
    if not first or said.low[first - 1] not in _sign_ends():
        return None
    for length in (3, 2, 1):
        signs = "".join(said.low[max(first - length, 0) : first])
        found = _signs().get(signs) if first >= length else None
        if found and (len(signs) == 1 or said.written[first - length][0].isupper()):
            return Unit(found, "money", first - length, first, True, first)
    return None


@cache
def _sign_ends() -> frozenset[str]:
    """The last words of the signs of money, to ask for the longer ones only where one stands."""
    return frozenset(fine(r["words"]).low[-1] for r in rows("units") if r["place"] == "before")


@cache
def _signs() -> dict[str, str]:
    """Signs of money that stand before the number, without their spaces."""
    kept = (r for r in rows("units") if r["place"] == "before")
    return {r["words"].replace(" ", ""): r["unit"] for r in kept}


def after(said: Words, i: int, vague: bool = False) -> Unit | None:
    """The unit whose words begin at i, behind a number; None where nothing is counted.

    vague  whether an "of" may come first ("thousands of people")

    >>> after(fine("1.3 million people in Rafah"), 2).unit
    'person'
    >>> after(fine("250 new homes were built"), 1).unit
    'new home'
    """
    hyphen = said.at(i) == "-" and said.glued(i) and said.glued(i + 1)
    at = i + 1 if hyphen or vague and said.at(i) == "of" else i
    found = _known(said, at)
    if found and hyphen:
        return _with_noun(said, found)
    if found:
        return _rated(said, found)
    if not hyphen and said.at(i) == "-":
        return None
    return _rated(said, _counted(said, at, hyphen), counted=True)


def rate(said: Words, i: int) -> tuple[str, int] | None:
    """The "per day" that begins at i and where it ends, or None ("a month", "/kg")."""
    low = said.low
    i = i + 1 if said.at(i) == "-" and said.glued(i) else i
    if low[i : i + 1] and low[i] in ("per", "a", "an", "each", "every", "/"):
        at = i + 2 if said.at(i + 1) == "-" else i + 1
        pair = " ".join(low[at : at + 2])
        heads = listed("number_neighbours", role="rate head")
        if " " in pair and pair in heads:
            return _singular_phrase(low[at : at + 2]), at + 2
        if low[at + 1 : at + 2] and low[at + 1] in ("earlier", "ago", "later", "before"):
            return None  # "$6 billion a year earlier"
        if at < len(low) and low[at] in heads and (low[i] in ("per", "/") or low[at] in _times()):
            return {"mmbtu": "mega british thermal unit"}.get(
                low[at], inflection.singular(low[at])
            ), at + 1
    return None


@cache
def _times() -> frozenset[str]:
    """Units of time in the singular: "a month", but not "a share"."""
    durations = frozenset(r["words"] for r in rows("units") if r["kind"] == "duration")
    return durations | {"share", "barrel", "gallon", "ounce", "pound", "game", "head", "ton"}


def _rated(said: Words, found: Unit | None, counted: bool = False) -> Unit | None:
    """The unit with the "per …" behind it."""
    if found is None or found.kind == "age":
        return found
    behind = rate(said, found.last)
    if behind is None:
        return found
    kind = "cardinal" if counted else found.kind
    return found._replace(unit=f"{found.unit} per {behind[0]}", kind=kind, last=behind[1])


@cache
def _units() -> dict[str, list[tuple[tuple[str, ...], str, str, bool]]]:
    """First word -> the units that begin so, longest first: words, unit, kind, case matters."""
    found: dict[str, list] = {}
    for row in rows("units"):
        if row["place"] == "after":
            said = fine(row["words"])
            parts = tuple(said.written if row["case"] == "exact" else said.low)
            parts = tuple(p for p in parts if p != "-")
            entry = (parts, row["unit"], row["kind"], row["case"] == "exact")
            found.setdefault(parts[0].lower(), []).append(entry)
    for plural in demonyms():
        found.setdefault(plural, []).append(((plural,), "person", "cardinal", False))
    return {k: sorted(v, key=lambda e: (-len(e[0]), not e[3])) for k, v in found.items()}


@cache
def demonyms() -> frozenset[str]:
    """People named by their country in the plural, in lower case: "palestinians"."""
    return frozenset(r["word"].lower() for r in rows("demonyms") if r["word"] == r["group"])


def _known(said: Words, i: int) -> Unit | None:
    """The unit of lexicons/units.csv whose words begin at i; hyphens inside it are skipped."""
    if i >= len(said.low):
        return None
    for parts, unit, kind, exact in _units().get(said.low[i], ()):
        last = _match(said, i, parts, exact)
        if last and (not exact or _symbol(said, i, last)):
            return Unit(unit, kind, i, last, True, i if kind == "cardinal" else last)
    return None


def _match(said: Words, i: int, parts: tuple[str, ...], exact: bool) -> int:
    """Where the words of a unit end if they stand at i; 0 if they do not."""
    given = said.written if exact else said.low
    for n, part in enumerate(parts):
        if n and given[i : i + 1] == ("-",):
            i += 1
        if i >= len(given) or given[i] != part:
            return 0
        i += 1
    return i


def _symbol(said: Words, i: int, last: int) -> bool:
    """Whether a one-letter symbol at i is a unit: glued to its number, or nothing follows it."""
    if len(said.written[i]) > 1 or said.glued(i):
        return True
    behind = said.low[last] if last < len(said.low) else "."
    free = not behind[0].isalpha() or behind in listed("function_words")
    return said.written[i] in "WV" or free and behind != "-"


def _with_noun(said: Words, found: Unit) -> Unit:
    """A hyphenated measure with the noun it stands before: "two-hour discussion"."""
    last = found.last
    while last < len(said.low) and last < found.last + 3 and _nominal(said, last):
        last += 1
        if inflection.is_plural(said.low[last - 1]):
            break
    return _rated(said, found) if last == found.last else found._replace(last=last)


def _counted(said: Words, i: int, hyphen: bool) -> Unit | None:
    """The noun phrase counted: up to its plural noun, or to its end behind "one", "the", "-".

    None where no noun can be told, as in "about 1000 come from Asia".
    """
    first, kept = i, []
    while i < len(said.low) and len(kept) < _LONGEST_PHRASE:
        word = said.low[i]
        if word == "and" and kept and i + 1 < len(said.low) and _nominal(said, i + 1):
            i += 1
            continue
        if word == "-" and kept and said.glued(i) and said.glued(i + 1):
            i += 1
            continue
        if not _nominal(said, i):
            break
        kept.append(i)
        i += 1
        if inflection.is_plural(word) and word not in _countries():
            known = _known(said, i - 1) if len(kept) > 1 else None
            if known and known.last == i:
                return known._replace(first=first, noun=first)
            return Unit(_phrase(said, kept), "cardinal", first, i, False, first)
    kept = _before_verb(said, kept)
    if not kept or not _attributive(said, first, hyphen):
        return None
    last = kept[-1] + 1
    return Unit(_phrase(said, kept), "cardinal", first, last, False, first)


def _before_verb(said: Words, kept: list[int]) -> list[int]:
    """A singular noun phrase up to what may be a verb or an adverb: "one [designed to …]"."""
    for n, i in enumerate(kept):
        if said.low[i].endswith(("ed", "ly")) and said.low[i] not in ("bed", "family", "ally"):
            return kept[:n]
    return kept


def _attributive(said: Words, first: int, hyphen: bool) -> bool:
    """Whether a singular noun may be counted at `first`: "one area", "an 11 member pact"."""
    number = said.low[first - 2 if hyphen else first - 1]
    before = said.low[first - 2] if first > 1 else ""
    return hyphen or number == "one" or before in ("a", "an", "the", "its", "their", "this")


def _nominal(said: Words, i: int) -> bool:
    """Whether word i may stand in a counted noun phrase."""
    word = said.low[i]
    if word in _countries():
        return said.written[i][0].isupper()
    if not word[0].isalpha() or word in listed("noun_phrase_ends"):
        return False
    return word.removesuffix("'s") not in _closed_class()


@cache
def _countries() -> frozenset[str]:
    """Shorts of countries that stand before a noun as an adjective does: "28,500 U.S. troops"."""
    return listed("number_neighbours", role="country")


@cache
def _closed_class() -> frozenset[str]:
    """Function words but for the determiners that a noun phrase may hold ("other", "several")."""
    return listed("function_words") - {
        "others",
        "first",
        "back",
        "set",
        "cut",
        "lead",
        "such",
        "most",
    }


def _singular_phrase(low: Sequence[str]) -> str:
    return " ".join([*low[:-1], inflection.singular(low[-1])])


def _phrase(said: Words, kept: list[int]) -> str:
    nouns = [said.low[i].removesuffix("'s") for i in kept if said.low[i] not in _countries()]
    return _singular_phrase(nouns) if nouns else ""
