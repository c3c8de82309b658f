"""The suite's word lists: CSV files beside this module, each row with its source."""

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the list `name`, in file order, every value as text.

    >>> rows("abbreviations")[0]["word"]
    'Mr'
    """
    with files(__name__).joinpath(f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def listed(name: str, column: str = "word", **kept: str) -> frozenset[str]:
    """What stands in `column` of the list `name`, where the other columns are as `kept` says.

    >>> "Mr" in listed("abbreviations", kind="title")
    True
    """
    return frozenset(r[column] for r in rows(name) if all(r[k] == v for k, v in kept.items()))
