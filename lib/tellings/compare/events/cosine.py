"""Pairs of texts that share enough words and stand near enough in time, and how like they are."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import fsum, inf, log, sqrt

import numpy as np
import pandas as pd

from tellings.compare.events.days import Days
from tellings.compare.events.numbers import Numbers
from tellings.compare.events.rarity import Rarity

# Articles further apart than so many days are never compared: exp(-21 / 7) is a twentieth.
WINDOW = 21
_BLOCK = 500
# Blocks whose vectors are held, of 1 MB each: those without a day are compared with all.
_HELD = 40
# Pairs of texts below this likeness are never looked at.
_WORTH = 0.06
# From so many articles on, a word of every third tells no event and would pair everything.
_MANY = 500
_FREQUENT = log(3)


def pairs(told: Numbers, rarity: Rarity, days: list[Days]) -> Iterator[pd.DataFrame]:
    """A row for each pair of texts that are like: a, b (places, a < b), text (the cosine). Those of
    some articles at a time, in no order."""
    vectors, blocks = _Vectors(told, rarity), _Blocks(days)
    held = lru_cache(maxsize=_HELD)(lambda at: vectors.of(blocks[at]))
    for at, rows in enumerate(blocks):
        found = [_NO_PAIRS]
        # To and fro, so that of more blocks than are held the last ones are there when they come.
        for other in list(blocks.near(at))[:: 1 if at % 2 else -1]:
            alike = (held(at) @ held(other).T).tocoo()
            strong = alike.data >= _WORTH
            one, two = rows[alike.row[strong]], blocks[other][alike.col[strong]]
            kept = (one < two) if other == at else (one != two)  # in a block each pair comes twice
            a, b = np.minimum(one, two), np.maximum(one, two)
            table = pd.DataFrame({"a": a, "b": b, "text": alike.data[strong]}).astype(_KINDS)
            found.append(table[kept & blocks.reach(a, b)])
        yield pd.concat(found, ignore_index=True)
    yield _NO_PAIRS


_KINDS = {"a": np.int32, "b": np.int32}
_NO_PAIRS = pd.DataFrame({"a": [], "b": [], "text": []}).astype(_KINDS)


class _Vectors:
    """The words of articles as weights of unit length, those words that two articles hold."""

    def __init__(self, told: Numbers, rarity: Rarity):
        least = _FREQUENT if len(told) >= _MANY else 0.0
        self._told, self._weight = told, rarity.weights
        self._telling = rarity.shared & (rarity.weights > least)
        self._log = np.array([0.0, *(1 + log(count) for count in range(1, told.most + 1))])

    def of(self, places: Sequence[int]):
        """A row for each of the articles, a column for each word of the vocabulary: in its order
        products are summed."""
        from scipy.sparse import csr_matrix

        columns, weights, ends = [], [], [0]
        for place in places:
            numbers, counts = self._told.words(place)
            weight = self._log[counts] * self._weight[numbers]
            length = sqrt(fsum((weight * weight).tolist())) or 1.0
            kept = self._telling[numbers]
            columns.append(numbers[kept])
            weights.append(weight[kept] / length)
            ends.append(ends[-1] + len(columns[-1]))
        told = (np.concatenate(weights), np.concatenate(columns).astype(np.int32), ends)
        return csr_matrix(told, shape=(len(places), len(self._weight)))


class _Blocks(Sequence[np.ndarray]):
    """The places of articles in blocks by day, those without a day last."""

    def __init__(self, days: list[Days]):
        known = [[*d.lead, *([d.stamp] if d.stamp else [])] for d in days]
        self._first = np.array([min(d, default=inf) for d in known])
        self._last = np.array([max(d, default=-inf) for d in known])
        order = np.argsort(self._first, kind="stable")
        self._blocks = [order[at : at + _BLOCK] for at in range(0, len(order), _BLOCK)]
        # From which day to which each article is compared with others: its block's; with all where
        # one of the block has no day.
        self._from, self._to = np.full(len(days), -inf), np.full(len(days), inf)
        for block in self._blocks:
            if not np.isinf(self._first[block]).any():
                self._from[block] = self._first[block].min() - WINDOW
                self._to[block] = self._last[block].max() + WINDOW

    def __len__(self) -> int:
        """How many blocks."""
        return len(self._blocks)

    def __getitem__(self, at):
        """The places of a block."""
        return self._blocks[at]

    def reach(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Whether each of the articles a is to be compared with the b beside it."""
        near = (self._first[b] <= self._to[a]) & (self._last[b] >= self._from[a])
        return near | np.isinf(self._first[b])

    def near(self, at: int) -> Iterator[int]:
        """The block itself, and those behind it that hold what one of it may be compared with."""
        own = self._blocks[at]
        for other in range(at, len(self._blocks)):
            theirs = self._blocks[other]
            first, last = self._first[theirs].min(), self._last[theirs].max()
            undated = np.isinf(self._first[theirs]).any()
            reached = first <= self._to[own[0]] and last >= self._from[own[0]]
            reaching = self._first[own].min() <= self._to[theirs[0]]
            if undated or reached or (reaching and self._last[own].max() >= self._from[theirs[0]]):
                yield other
