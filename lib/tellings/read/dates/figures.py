"""Dates in figures: "2024-05-14", "14.05.2024", "5/14/2024"; the days that they can be."""

import re
from datetime import date

from tellings.read.dates.arithmetic import real

DAY_FIRST, MONTH_FIRST = "day first", "month first"


def readings(figures: str, order: str = "") -> list[date]:
    """The days that a date in figures can be: one, two where day and month may change places, none.

    order  DAY_FIRST or MONTH_FIRST where it is known; a date with stops is day first if it can be

    >>> [d.isoformat() for d in readings("13/5/2024")]
    ['2024-05-13']
    >>> len(readings("5/6/2024")), len(readings("5/6/2024", DAY_FIRST)), readings("31/2/2024")
    (2, 1, [])
    """
    parts = re.findall(r"\d+", figures)
    if len(parts) == 1:
        parts = [figures[:4], figures[4:6], figures[6:]]
    if len(parts[0]) == 4:
        found = [real(*map(int, parts))]
    else:
        first, second, year = map(int, parts)
        year += 2000 if year < 100 else 0
        orders = {DAY_FIRST: (second, first), MONTH_FIRST: (first, second)}
        found = [real(year, month, day) for month, day in orders.values()]
        if "." in figures:
            found = found[:1] if found[0] else found
        elif order:
            found = [real(year, *orders[order])]
    return list(dict.fromkeys(d for d in found if d))


def order_of(figures: str) -> str:
    """The order of day and month that the date itself shows: "" where it does not.

    >>> order_of("13/5/2024"), order_of("5/6/2024")
    ('day first', '')
    """
    ways = [way for way in (DAY_FIRST, MONTH_FIRST) if readings(figures, way)]
    slashed = "/" in figures and not re.match(r"\d{4}", figures)
    return ways[0] if len(ways) == 1 and slashed else ""
