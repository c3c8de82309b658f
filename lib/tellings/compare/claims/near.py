"""Numbers that may be of a quantity: an outlet's claims in, whether one of them may be out."""

from collections.abc import Sequence

from tellings.compare.claims.judging import FAR

_FORECAST = ", forecast"


def any_near(claims: Sequence, rows: Sequence) -> bool:
    """Whether claims hold one of the numbers of the rows, or one that may be: "four men" are as
    many as the "four" who were killed, and "hundreds" may be the 640.

    So may one of their unit that is near, and any of which the same is told: whoever prints
    "610,000 people died in 2024" gives a number of people killed.
    """
    lows, units = {r.low for r in rows}, {r.unit for r in rows}
    least, most = min(lows) / FAR, max(r.high for r in rows) * FAR
    told = {_said_of(r.key) for r in rows} - {""}
    return any(
        c.low in lows
        or (c.unit in units and c.low <= most and least <= c.high)
        or _said_of(c.key) in told
        for c in claims
    )


def _said_of(key: str) -> str:
    """What a key says of what it counts, wherever and whenever: "injured"; "" for "43 complaints"
    and "people in Lund"."""
    of = key.split(_FORECAST)[0].partition(" ")[2].partition("in ")[0].strip()
    return "" if key[:1].isdigit() else of


def whole(key: str) -> str:
    """A key without its place, year and forecast: "people killed in Lund" is "people killed"."""
    return key.split(_FORECAST)[0].partition(" in ")[0]
