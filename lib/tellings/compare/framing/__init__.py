"""Which words each telling chooses, in whose voice: Wording rows in, tables across tellings out."""

from tellings.compare.framing.counting import (
    VOICES,
    Count,
    counter,
    densest,
    finder,
    in_words,
    rates,
    rates_in_words,
    rates_to_draw,
    table,
    verbs,
    verbs_to_draw,
    wording,
)
from tellings.compare.framing.keywords import keyness, terms
from tellings.compare.framing.making import said, uses, worded

__all__ = [
    "VOICES",
    "Count",
    "counter",
    "densest",
    "finder",
    "in_words",
    "keyness",
    "rates",
    "rates_in_words",
    "rates_to_draw",
    "said",
    "table",
    "terms",
    "uses",
    "verbs",
    "verbs_to_draw",
    "worded",
    "wording",
]
