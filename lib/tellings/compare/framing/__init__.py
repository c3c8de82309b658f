"""Which words each telling chooses, in whose voice: Wording rows in, tables across tellings out."""

from tellings.compare.framing.counting import (
    VOICES,
    Count,
    finder,
    in_words,
    rates,
    rates_in_words,
    table,
    wording,
)
from tellings.compare.framing.keywords import keyness, terms

__all__ = [
    "VOICES",
    "Count",
    "finder",
    "in_words",
    "keyness",
    "rates",
    "rates_in_words",
    "table",
    "terms",
    "wording",
]
