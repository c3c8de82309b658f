"""One event at a time: tables in, its rows and the likeness of its sentences out."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare.coverage.likeness import Likeness
from tellings.compare.rows import by_event
from tellings.read.files import Correction

NAMED = ("PERSON", "ORG", "PLACE")  # kinds of names that a fact may turn on


class Found(NamedTuple):
    """What the other notebooks found: their tables, with article_id."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    statements: pd.DataFrame
    mentions: pd.DataFrame
    claims: pd.DataFrame


class Event:
    """One event's rows of each table, telling after telling.

    tellings      the names of its tellings by article_id
    facts, cells  rows of corrections.csv: facts of the researcher's own, and states set by hand
    """

    def __init__(self, event_id: str, tellings: dict[str, str], rows: Sequence[list]):
        self.event_id, self.tellings = event_id, tellings
        self.sentences, self.statements, self.mentions, self.claims, self.facts, self.cells = rows

    @cached_property
    def likeness(self) -> Likeness:
        """How like the sentences are: reckoned once, whoever asks."""
        return Likeness(self.sentences, [m for m in self.mentions if m.kind in NAMED])


def each(found: Found, corrections: pd.DataFrame | None = None) -> Iterator[Event]:
    """The events, in the order of their names."""
    given = tables.frame([], Correction) if corrections is None else corrections
    hand = (given[given["subject"] == subject] for subject in ("fact", "cell"))
    name = dict(zip(found.articles["article_id"], found.articles["telling"], strict=True))
    for event_id, ids, *rows in by_event(*found, *hand):
        yield Event(event_id, {i: name[i] for i in ids}, rows)
