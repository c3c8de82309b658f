"""Which articles tell one event, and whose they are. days: what leads say of their day; similarity:
how like two texts are; linkage: groups of like ones; grouping: `group`, event ids with evidence;
outlets: whose an article is; members: the Telling row, labels, anchors; wording: why, in words."""

from tellings.compare.events.grouping import group, likeness
from tellings.compare.events.linkage import MOST_LINKED
from tellings.compare.events.members import Telling, anchors, described, join, only, tellings

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
