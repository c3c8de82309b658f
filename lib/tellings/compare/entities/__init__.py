"""Who is named across the tellings of an event: mentions in, entities, tallies and absences out."""

from tellings.compare.entities.merging import (
    FOLDS,
    Merged,
    Tally,
    changes,
    commonest,
    corrected,
    folded,
    left_out,
    listing,
    merge,
    placed,
    story,
    tally,
)

__all__ = [
    "FOLDS",
    "Merged",
    "Tally",
    "changes",
    "commonest",
    "corrected",
    "folded",
    "left_out",
    "listing",
    "merge",
    "placed",
    "story",
    "tally",
]
