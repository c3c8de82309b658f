"""Which articles tell the same event: articles and sentences in, event ids with evidence out."""

from tellings.compare.events.grouping import (
    MOST_LINKED,
    Telling,
    anchors,
    described,
    group,
    join,
    likeness,
    only,
    tellings,
)

__all__ = [
    "MOST_LINKED",
    "Telling",
    "anchors",
    "described",
    "group",
    "join",
    "likeness",
    "only",
    "tellings",
]
