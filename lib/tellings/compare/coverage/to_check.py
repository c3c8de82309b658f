"""Places to check: what two tellings both tell, side by side, where what they say may differ.

Nothing here says that two tellings disagree: it puts their nearest sentences abreast, those first
in which something differs that a reader should see, and leaves the judgement to the reader.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from tellings.compare.coverage import oppositions
from tellings.compare.coverage.event import Event

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


def of(event: Event) -> Iterator[Check]:
    """The places to check of an event, the first to be read first."""
    own = event.sentences
    for rank, pair in enumerate(_pairs(event), 1):
        sides = [
            (s.article_id, event.tellings[s.article_id], s.start, s.end, s.text)
            for s in (own[pair.a], own[pair.b])
        ]
        yield Check(event.event_id, rank, pair.reason, pair.like, *sides[0], *sides[1])


def _pairs(event: Event) -> Iterator[_Pair]:
    """The pairs of one event, the first to be read first."""
    one, other, like = event.likeness.nearest(_NEAREST)
    said = oppositions.said(event.sentences, event.claims, event.mentions)
    near, reasons = np.minimum(like, _ENOUGH), [ALIKE] * len(like)
    score = _PLAIN * near - np.maximum(0.0, like - _SAME)
    pairs = zip(one.tolist(), other.tolist(), like.tolist(), strict=True)
    for n, (a, b, alike) in enumerate(pairs):
        if oppositions.may_differ(said[a], said[b]):
            counts, differing = oppositions.differences(said[a], said[b], alike)
            if differing:
                score[n], reasons[n] = near[n] + counts, "; ".join(differing)
    order = np.lexsort((other, one, -score))
    ranked = (_Pair(int(one[n]), int(other[n]), float(like[n]), reasons[n]) for n in order)
    return islice(_once(ranked, event.sentences), _MOST)


def _once(pairs: Iterable[_Pair], sentences: Sequence) -> Iterator[_Pair]:
    """The pairs without those whose sentence already stands beside another of the same telling."""
    taken = set()
    for pair in pairs:
        ends = {(pair.a, sentences[pair.b].article_id), (pair.b, sentences[pair.a].article_id)}
        if not ends & taken:
            taken |= ends
            yield pair
