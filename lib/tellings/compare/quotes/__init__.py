"""The same words in several tellings: quotes in, statements with their versions and cuts out."""

from tellings.compare.quotes.changes import (
    OPERATIONS,
    RELATIONS,
    Difference,
    cuts,
    differences,
    shared,
)
from tellings.compare.quotes.doubts import heeded
from tellings.compare.quotes.making import cut, quoted, tallied
from tellings.compare.quotes.matching import (
    ALIKE,
    LEAST,
    LEAST_INDIRECT,
    RUN,
    Version,
    likeness,
    statements,
    table,
)
from tellings.compare.quotes.repeats import MOST, said_again

__all__ = [
    "ALIKE",
    "LEAST",
    "LEAST_INDIRECT",
    "MOST",
    "OPERATIONS",
    "RELATIONS",
    "RUN",
    "Difference",
    "Version",
    "cut",
    "cuts",
    "differences",
    "heeded",
    "likeness",
    "quoted",
    "said_again",
    "shared",
    "statements",
    "table",
    "tallied",
]
