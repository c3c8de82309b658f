"""Ranges: the quantities of a sentence in, those that are two ends of one range joined out."""

from functools import cache

from tellings.find.claims import bounds, tallies
from tellings.find.claims.measures import Unit
from tellings.find.claims.neighbours import DASHES, role
from tellings.find.claims.units import Quantity
from tellings.lexicons import rows
from tellings.text.tokens import Words

_WIDEST = 3  # words between two ends of a range
_COMPARED = 14  # words between a number and the one that it is compared with
_FEW = 20  # "two or three weeks" is a range, "100 or 101 weeks" two numbers


def join(said: Words, found: list[Quantity]) -> list[Quantity]:
    """The quantities, two that are the ends of one range joined; scores left out."""
    kept, i = [], 0
    while i < len(found):
        a, b = found[i], found[i + 1] if i + 1 < len(found) else None
        both = _joined(said, a, b) if b else None
        if b and not both and tallies.is_score(said, a, b):
            i += 2
            continue
        kept.append(both or a)
        i += 2 if both else 1
    return kept


def _joined(said: Words, a: Quantity, b: Quantity) -> Quantity | None:
    """Two quantities as one: a vote, a measure in two units, a range; None for two."""
    return tallies.vote(said, a, b) or _compound(said, a, b) or _range(said, a, b)


@cache
def _parts() -> dict[tuple[str, str], float]:
    """A unit and the smaller one told beside it, with how many of those make one."""
    return {(r["unit"], r["part"]): float(r["parts"]) for r in rows("compound_units")}


def _compound(said: Words, a: Quantity, b: Quantity) -> Quantity | None:
    """ "5 feet 2 inches", "3 dollars and 50 cents" in the larger unit; lengths of time stay two."""
    if a.unit is None or b.unit is None or a.low != a.high or b.low != b.high or b.bound != "=":
        return None
    parts = _parts().get((a.unit.unit, b.unit.unit))
    if not parts or b.low >= parts or said.low[a.last : b.first] not in ((), ("and",), (",",)):
        return None
    whole = a.low + b.low / parts
    return a._replace(last=b.last, beyond=b.beyond, low=whole, high=whole)


def _range(said: Words, a: Quantity, b: Quantity) -> Quantity | None:
    """The range from a to b, or None: "between 5 and 10", "5-10", "$5 to $10 million"."""
    if b.first - a.last > _WIDEST or a.form == "vague" or b.form == "vague":
        return None
    gap = tuple(w for w in said.low[a.last : b.first] if w not in DASHES)
    if gap and gap[0] != "~" and gap[0] not in role("range joint"):
        return None
    opener = _opener(said, a.first)
    low = a.low * _shared_scale(a, b)
    if len(gap) > 2 or not low < b.high:
        return None
    if not _alike(a, b, opener) or not _joins(said, a, b, gap, opener):
        return None
    return b._replace(first=a.first, number=a.number, low=low, unit=b.unit or a.unit)


def _opener(said: Words, first: int) -> str:
    """ "from" or "between" before a quantity, a bound word between them or not."""
    for word in reversed(said.low[max(first - 3, 0) : first]):
        if word in ("from", "between", "ranging"):
            return "between" if word == "between" else "from"
        if word not in role("range opener gap"):
            return ""
    return ""


def _joins(said: Words, a: Quantity, b: Quantity, gap: tuple[str, ...], opener: str) -> bool:
    """Whether the words between two quantities make a range of them."""
    if not gap:
        return a.last < b.first and said.low[a.last] in DASHES
    if opener == "from" and _from_before(said, a.first):
        return False  # "rose from 38 to 41" is 41 now and 38 before
    if gap in (("to",), ("through",), ("~",)):
        if opener or a.unit is None:
            return True
        free = b.unit is not None or a.unit.kind == "age"
        return free and not bounds.trend_before(said, a.first)
    if gap in (("and",), ("and", "the")):
        return opener == "between"
    if gap in (("up", "to"), ("to", "about"), ("to", "around")):
        return opener == "from"
    if gap != ("or",) or a.unit is not None or a.size != 1 or b.unit is None:
        return False
    step = b.low - a.low
    small = step == 1 and b.low <= _FEW and b.unit.kind == "duration"
    return small or (step in (10, 100, 1000) and not a.low % step)  # "30 or 40 members"


def _from_before(said: Words, first: int) -> bool:
    """Whether the "from" before a quantity stands behind what tells a change: "rose from"."""
    at = next((i for i in range(first - 1, max(first - 4, -1), -1) if said.low[i] == "from"), -1)
    return bool(bounds.trend_before(said, at)) or said.at(at - 1) in role("change before from")


def _alike(a: Quantity, b: Quantity, opener: str) -> bool:
    """Whether two quantities may be the ends of one range: one unit, or one has none."""
    if (a.form == "rank") != (b.form == "rank"):
        return False
    age = a.unit is not None and a.unit.kind == "age"
    if b.unit is None and a.unit is not None and a.unit.kind == "money":
        return True  # "$10-15 million"
    if a.unit is None or b.unit is None:
        return b.unit is not None or a.unit is None or bool(opener) or age
    same = a.unit.unit.split(" per ")[0] == b.unit.unit.split(" per ")[0]
    return same or (age and b.unit.kind == "age")


def _shared_scale(a: Quantity, b: Quantity) -> float:
    """By how much the first end of a range is scaled by the second's: "$10 to $15 billion"."""
    shared = a.size == 1 and b.size != 1 and 0 < abs(a.low) <= abs(b.low) / b.size
    return b.size if shared else 1.0


def both_ends(said: Words, found: list[Quantity]) -> list[Quantity]:
    """The quantities, two bounds on one thing joined ("more than 10 and less than 20").

    What stands in brackets behind a bounded one is the same in another unit and has its bound
    ("lower than 8.9 ksi (61 MPa)").
    """
    kept: list[Quantity] = []
    for quantity in found:
        before = kept[-1] if kept else None
        if before and _opposed(said, before, quantity):
            low, high = sorted((before.low, quantity.low))
            unit, place = quantity.unit or before.unit, (before.first, before.number)
            kept[-1] = quantity._replace(
                first=place[0], number=place[1], low=low, high=high, unit=unit, bound="="
            )
            continue
        if before and before.bound != "=" == quantity.bound and _bracketed(said, before, quantity):
            quantity = quantity._replace(bound=before.bound)
        kept.append(quantity)
    return kept


def shared_units(said: Words, found: list[Quantity]) -> list[Quantity]:
    """The quantities, a bare one with the unit of what it stands beside.

    The unit behind "or" holds for both ("8 or 9 euros"); a number that another is compared with
    counts the same ("460 cars, compared with 63", "3.9 million sets, up from 2.4 million").
    """
    kept: list[Quantity] = []
    for n, quantity in enumerate(found):
        if quantity.unit is None and quantity.form in ("digits", "words"):
            behind = found[n + 1] if n + 1 < len(found) else None
            if behind and behind.unit and said.low[quantity.last : behind.first] == ("or",):
                quantity = quantity._replace(unit=_elsewhere(behind.unit, quantity))
            elif kept and kept[-1].unit and _compared(said, kept[-1], quantity):
                quantity = quantity._replace(unit=_elsewhere(kept[-1].unit, quantity))
        kept.append(quantity)
    return kept


def _elsewhere(unit: Unit, quantity: Quantity) -> Unit:
    """A unit whose words stand with another number, as that of the quantity."""
    return unit._replace(first=quantity.last, last=quantity.last, noun=quantity.last)


def _compared(said: Words, before: Quantity, quantity: Quantity) -> bool:
    """Whether a bare quantity is what the one before is compared with."""
    pair = " ".join(said.low[max(quantity.first - 2, 0) : quantity.first])
    compared = pair in role("compared") or said.at(quantity.first - 1) in ("versus", "against")
    return compared and quantity.first - before.last < _COMPARED


def _bracketed(said: Words, before: Quantity, quantity: Quantity) -> bool:
    """Whether a quantity stands in brackets behind another: "100 km (60 miles)"."""
    gap = said.low[before.last : quantity.first]
    return gap in (("(",), ("/",)) and before.unit is not None and quantity.unit is not None


def _opposed(said: Words, a: Quantity, b: Quantity) -> bool:
    """Whether a is bound from one side and b from the other, so that both leave an interval."""
    gap = [w for w in said.low[a.last : b.first] if w not in role("between two bounds")]
    if len(gap) > 1 or (gap and gap[0] not in ("and", "but")):
        return False
    if a.low != a.high or b.low != b.high or (a.unit and b.unit and a.unit.unit != b.unit.unit):
        return False
    if a.bound in (">", ">="):
        return b.bound in ("<", "<=") and a.low < b.low
    return a.bound in ("<", "<=") and b.bound in (">", ">=") and b.low < a.low
