"""Who is named across the tellings of an event: mentions in, entities, tallies and absences out.

merging links the names of an event; lowercase finds those that a telling writes in small letters;
tallying counts them per telling; absences searches for whom a telling does not name; making: all
three of a part of the corpus.
"""

from tellings.compare.entities.absences import Absence, Lone, alone, left_out
from tellings.compare.entities.lowercase import in_small_letters
from tellings.compare.entities.making import named, tallied
from tellings.compare.entities.merging import Merged, changes, corrected, merge
from tellings.compare.entities.tallying import (
    FOLDS,
    Tally,
    commonest,
    folded,
    listing,
    placed,
    story,
    tally,
)

__all__ = [
    "FOLDS",
    "Absence",
    "Lone",
    "Merged",
    "Tally",
    "alone",
    "changes",
    "commonest",
    "corrected",
    "folded",
    "in_small_letters",
    "left_out",
    "listing",
    "merge",
    "named",
    "placed",
    "story",
    "tallied",
    "tally",
]
