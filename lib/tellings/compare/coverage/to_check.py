"""Places to check: what two tellings both tell, side by side, where what they say may differ.

Nothing here says that two tellings disagree: it puts their nearest sentences abreast, those first
in which something differs that a reader should see, and leaves the judgement to the reader.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
import pandas as pd

from tellings import tables
from tellings.compare.coverage import oppositions
from tellings.compare.coverage.facts import NAMED
from tellings.compare.coverage.likeness import Likeness
from tellings.compare.rows import by_event

ALIKE = "told by both"  # the reason where nothing was found that differs
# A pair is looked at where each is among the five sentences of its telling that are nearest to the
# other: most oppositions that a reader marked in twelve events stand so near.
_NEAREST = 5
# What puts a pair first. Likeness counts up to _ENOUGH: nearer sentences are not more about one
# thing, they only say the same of it, and from _SAME on they are copies. It counts half where
# nothing is found that differs. Found on the same events.
_ENOUGH, _SAME, _PLAIN = 0.35, 0.45, 0.5
_MOST = 30  # pairs kept of one event; those further down are chance


class Check(NamedTuple):
    """Two places of two tellings of one event, to be read side by side.

    rank    1 is the first of its event
    reason  what differs between them, in words
    like    how near they are to each other, 0 to about 1.2
    """

    event_id: str
    rank: int
    reason: str
    like: float
    article_id_a: str
    telling_a: str
    start_a: int
    end_a: int
    text_a: str
    article_id_b: str
    telling_b: str
    start_b: int
    end_b: int
    text_b: str


class _Pair(NamedTuple):
    """Two sentences, how near they are, and what differs."""

    a: int
    b: int
    like: float
    reason: str


def checks(
    sentences: pd.DataFrame, claims: pd.DataFrame, mentions: pd.DataFrame, articles: pd.DataFrame
) -> pd.DataFrame:
    """The places to check of each event, as Check rows, at most 30 of an event.

    sentences, claims (as aligned), mentions (as merged): rows with article_id

    A sentence stands beside one sentence of another telling at most. First come pairs of which one
    denies what the other says, that hold opposed words (lexicons/opposites.csv), other numbers of
    one unit, other people, or of which one has people meet online and the other in a place. Two
    sentences of one telling never meet.
    """
    name = dict(zip(articles["article_id"], articles["telling"], strict=True))
    found = []
    for event_id, _, own, counted, named in by_event(articles, sentences, claims, mentions):
        for rank, pair in enumerate(_pairs(own, counted, named) if own else (), 1):
            a, b = own[pair.a], own[pair.b]
            sides = [(s.article_id, name[s.article_id], s.start, s.end, s.text) for s in (a, b)]
            found.append(Check(event_id, rank, pair.reason, pair.like, *sides[0], *sides[1]))
    return tables.frame(found, Check)


def _pairs(sentences: Sequence, claims: Sequence, mentions: Sequence) -> Iterator[_Pair]:
    """The pairs of one event, the first to be read first."""
    names = [m for m in mentions if m.kind in NAMED]
    one, other, like = Likeness(sentences, names).nearest(_NEAREST)
    said = oppositions.said(sentences, claims, mentions)
    near, reasons = np.minimum(like, _ENOUGH), [ALIKE] * len(like)
    score = _PLAIN * near - np.maximum(0.0, like - _SAME)
    for n, (a, b) in enumerate(zip(one.tolist(), other.tolist(), strict=True)):
        if oppositions.may_differ(said[a], said[b]):
            counts, differing = oppositions.differences(said[a], said[b])
            if differing:
                score[n], reasons[n] = near[n] + counts, "; ".join(differing)
    order = np.lexsort((other, one, -score))
    pairs = (_Pair(int(one[n]), int(other[n]), float(like[n]), reasons[n]) for n in order)
    return islice(_once(pairs, sentences), _MOST)


def _once(pairs: Iterable[_Pair], sentences: Sequence) -> Iterator[_Pair]:
    """The pairs without those whose sentence already stands beside another of the same telling."""
    taken = set()
    for pair in pairs:
        ends = {(pair.a, sentences[pair.b].article_id), (pair.b, sentences[pair.a].article_id)}
        if not ends & taken:
            taken |= ends
            yield pair
