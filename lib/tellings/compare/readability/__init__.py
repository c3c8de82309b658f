"""How hard each telling is to read: counts of sentences in, scores with their intervals out."""

from tellings.compare.readability.making import measured
from tellings.compare.readability.scoring import (
    SMOG_SENTENCES,
    WORTH,
    Difference,
    Outlets,
    Score,
    differences,
    in_words,
    label,
    measures,
    of_measure,
    outlets,
    own,
    scores,
    table,
    to_draw,
    valued,
)

__all__ = [
    "SMOG_SENTENCES",
    "WORTH",
    "Difference",
    "Outlets",
    "Score",
    "differences",
    "in_words",
    "label",
    "measured",
    "measures",
    "of_measure",
    "outlets",
    "own",
    "scores",
    "table",
    "to_draw",
    "valued",
]
