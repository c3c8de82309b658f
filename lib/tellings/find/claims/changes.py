"""Then and now: the quantities of a sentence in, those that tell what was before marked out."""

from tellings.find.claims import bounds
from tellings.find.claims.neighbours import role
from tellings.find.claims.units import Quantity
from tellings.text.tokens import Words

_NEAR = 6  # words between the number now and the number before


def marked(said: Words, found: list[Quantity]) -> list[Quantity]:
    """The quantities, the earlier of two marked: "rose to 41 from 38", "from 38 to 41".

    The one now says what both count where the other is bare.
    """
    kept = list(found)
    for n in range(len(found) - 1):
        a, b = kept[n], kept[n + 1]
        if b.first - a.last > _NEAR or a.form == "none" or b.form == "none":
            continue
        if _then(said, a, b):
            kept[n + 1] = _alike(b, a)._replace(earlier=True)
        elif _now(said, a, b):
            kept[n] = _alike(a, b)._replace(earlier=True)
    return kept


def _then(said: Words, now: Quantity, then: Quantity) -> bool:
    """Whether the second is what was before: "to 41 from 38", "41, up from 38"."""
    if said.at(then.first - 1) != "from":
        return False
    to = said.at(now.first - 1) in ("to", "at") and said.low[now.last : then.first] == ("from",)
    return to or said.at(then.first - 2) in role("change before from")


def _now(said: Words, then: Quantity, now: Quantity) -> bool:
    """Whether the first is what was before: "rose from 38 to 41"."""
    if said.at(then.first - 1) != "from" or said.at(now.first - 1) != "to":
        return False
    before = then.first - 1
    told = said.at(before - 1) in role("change before from")
    return told or bool(bounds.trend_before(said, before))


def _alike(quantity: Quantity, other: Quantity) -> Quantity:
    """The quantity with the other's unit where it has none."""
    if quantity.unit or not other.unit:
        return quantity
    last = quantity.last
    return quantity._replace(unit=other.unit._replace(first=last, last=last, noun=last))
