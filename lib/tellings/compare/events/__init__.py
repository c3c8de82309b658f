"""Which articles tell one event, and whose they are. particulars: what an article alone may say;
repeated: what its outlet always says; store, numbers: both of many articles; rarity, cosine, runs,
shared, days: how alike two are by rare words, by runs, by particulars, by days; similarity:
`compare`, all of that; linkage, grouping: `group`, event ids with evidence; questions: what cannot
be told; whole: `find`, these at once; outlets: whose an article is; naming: an event in words;
members: the Telling row, labels, anchors; wording: why. Sentences and lines are a frame or come in
parts (compare.parts)."""

from tellings.compare.events.grouping import group, likeness
from tellings.compare.events.linkage import MOST_LINKED
from tellings.compare.events.members import (
    HELD,
    Telling,
    anchors,
    completed,
    described,
    join,
    largest,
    largest_first,
    only,
    placed,
    tellings,
)
from tellings.compare.events.questions import Question
from tellings.compare.events.similarity import Compared, compare
from tellings.compare.events.whole import Found, find

__all__ = [
    "HELD",
    "MOST_LINKED",
    "Compared",
    "Found",
    "Question",
    "Telling",
    "anchors",
    "compare",
    "completed",
    "described",
    "find",
    "group",
    "join",
    "largest",
    "largest_first",
    "likeness",
    "only",
    "placed",
    "tellings",
]
