"""Which words each telling chooses, in whose voice: Wording rows in, tables across tellings out."""

from tellings.compare.framing.counting import (
    VOICES,
    Count,
    counter,
    finder,
    in_words,
    rates,
    rates_in_words,
    table,
    verbs,
    wording,
)
from tellings.compare.framing.keywords import keyness, terms
from tellings.compare.framing.making import said, uses, worded

__all__ = [
    "VOICES",
    "Count",
    "counter",
    "finder",
    "in_words",
    "keyness",
    "rates",
    "rates_in_words",
    "said",
    "table",
    "terms",
    "uses",
    "verbs",
    "worded",
    "wording",
]
