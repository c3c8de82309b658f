"""Units folded: a unit as it is written in, the one it is compared in and its size there out."""

from functools import cache

import pandas as pd

from tellings.lexicons import rows
from tellings.text.inflection import plural


@cache
def _folds() -> dict[str, tuple[str, float]]:
    """Unit -> the unit that it is compared in, and how many of those it is."""
    return {r["unit"]: (r["folds_to"], float(r["size"])) for r in rows("unit_folds")}


def folded(unit: str) -> str:
    """The unit as it is compared: soldiers are troops, weeks are days.

    >>> folded("month"), folded("soldier"), folded("new soldier"), folded("home")
    ('day', 'troop', 'new troop', 'house')
    """
    before, _, last = unit.rpartition(" ")
    known = _folds().get(unit) or _folds().get(last)
    if not known or unit in _folds():
        return known[0] if known else unit
    return f"{before} {known[0]}"


def size(unit: str) -> float:
    """How many of the unit that it is compared in a unit is: a week is seven days."""
    return _folds().get(unit, ("", 1.0))[1]


def sizes(units: pd.Series) -> pd.Series:
    """The size of each unit."""
    return pd.Series([size(unit) for unit in units], index=units.index, dtype="float64")


def folded_key(key: str) -> str:
    """The key with the things it counts folded: "soldiers killed" is "troops killed"."""
    noun, _, rest = key.partition(" ")
    return f"{_folded_plurals().get(noun, noun)} {rest}".strip()


@cache
def _folded_plurals() -> dict[str, str]:
    """Plurals of units that are folded one for one, with the plural they are folded to.

    Migrants are people, but what is said of migrants need not be said of all people counted.
    """
    alike = ((u, to) for u, (to, size) in _folds().items() if size == 1 and to != "person")
    return {plural(unit): plural(to) for unit, to in alike}
