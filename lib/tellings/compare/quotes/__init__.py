"""The same words in several tellings: quotes in, statements with their versions and cuts out."""

from tellings.compare.quotes.changes import (
    OPERATIONS,
    RELATIONS,
    Difference,
    cuts,
    differences,
    in_words,
    shared,
)
from tellings.compare.quotes.matching import (
    ALIKE,
    LEAST,
    LEAST_INDIRECT,
    RUN,
    Version,
    likeness,
    said_again,
    statements,
    table,
)

__all__ = [
    "ALIKE",
    "LEAST",
    "LEAST_INDIRECT",
    "OPERATIONS",
    "RELATIONS",
    "RUN",
    "Difference",
    "Version",
    "cuts",
    "differences",
    "in_words",
    "likeness",
    "said_again",
    "shared",
    "statements",
    "table",
]
