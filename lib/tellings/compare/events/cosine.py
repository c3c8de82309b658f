"""Pairs of texts that share enough words and stand near enough in time, and how like they are."""

from collections.abc import Iterable, Iterator
from math import fsum, inf, log, sqrt

import numpy as np
import pandas as pd

from tellings.compare.events.days import Days
from tellings.compare.events.numbers import Numbers
from tellings.compare.events.rarity import Rarity

# Articles are compared where their blocks are no further apart than so many days: exp(-21 / 7) is a
# twentieth.
WINDOW = 21
_BLOCK = 500
# So many articles are multiplied with so many others at one time.
_STRIP, _SOME = 4_000, 250
# Pairs of texts below this likeness are never looked at, ...
_WORTH = 0.06
# ... nor those that have not half of it by rare words, which so many articles hold at most: by the
# others nearly every article would be held against every other. Up to 6,000 articles all words are
# rare (_FREQUENT); among 10,000 no pair was lost, among 100,000 one in two thousand of those that
# may be one event, and none that makes one.
_RARE = 2_000
_AT_ONCE = 10_000  # pairs that are multiplied or given back at one time
# From so many articles on, a word of every third tells no event and would pair everything.
_MANY = 500
_FREQUENT = log(3)


def pairs(told: Numbers, rarity: Rarity, days: list[Days]) -> Iterator[pd.DataFrame]:
    """A row for each pair of texts that are like: a, b (places, a < b), text (the cosine). Those of
    some articles at a time, in no order."""
    vectors, blocks = _Vectors(told, rarity), _Blocks(days)
    for strip in blocks.strips():
        table = _table(_found(vectors, blocks, strip))
        yield from (table[at : at + _AT_ONCE] for at in range(0, len(table), _AT_ONCE))
    yield _table([])


def _table(found: Iterable[tuple]) -> pd.DataFrame:
    """The pairs that are given as arrays: a, b and the cosines."""
    told = map(np.concatenate, zip(np.zeros((3, 0)), *found, strict=True))
    table = pd.DataFrame(dict(zip(("a", "b", "text"), told, strict=True)))
    return table.astype({"a": np.int32, "b": np.int32})


def _found(vectors: "_Vectors", blocks: "_Blocks", strip: slice) -> Iterator[tuple]:
    """The pairs of a strip's articles with each other and with those behind it, as `_table` takes
    them."""
    rare, often = vectors.of(blocks[strip])
    turned = rare.T.tocsr()
    for some in blocks.near(strip):
        rare, their_often = vectors.of(blocks[some])
        row, column, half = _from_on(rare @ turned, _WORTH / 2)
        ends = blocks[some][row], blocks[strip][column]
        a, b = np.minimum(*ends), np.maximum(*ends)
        # In a strip each pair comes twice.
        kept = (some.start + row > strip.start + column) & blocks.reach(a, b)
        text = half[kept] + _products(their_often, row[kept], often, column[kept])
        worth = text >= _WORTH
        yield a[kept][worth], b[kept][worth], text[worth]


def _from_on(matrix, least: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The rows, the columns and the values of a matrix that are so large; the matrix is used up."""
    matrix.data[matrix.data < least] = 0
    matrix.eliminate_zeros()
    large = matrix.tocoo()
    return large.row, large.col, large.data


def _products(one, rows: np.ndarray, two, columns: np.ndarray) -> np.ndarray:
    """The product of each of the rows of one matrix with the row of the other that is beside it."""
    parts = [slice(at, at + _AT_ONCE) for at in range(0, len(rows), _AT_ONCE)]
    found = [one[rows[part]].multiply(two[columns[part]]).sum(axis=1) for part in parts]
    return np.concatenate([np.zeros(0), *(np.asarray(part).ravel() for part in found)])


class _Vectors:
    """The words of articles as weights of unit length, those words that two articles hold."""

    def __init__(self, told: Numbers, rarity: Rarity):
        least = _FREQUENT if len(told) >= _MANY else 0.0
        self._told, self._weight = told, rarity.weights
        telling = (rarity.holding > 1) & (rarity.weights > least)
        self._rare = telling & (rarity.holding <= _RARE)
        self._often = telling & ~self._rare
        self._log = np.array([0.0, *(1 + log(count) for count in range(1, told.most + 1))])
        self._length = np.array([self._measured(place) for place in range(len(told))])

    def _measured(self, place: int) -> float:
        """The length of an article's weights, 1 if it has none."""
        numbers, counts = self._told.words(place)
        weight = self._log[counts] * self._weight[numbers]
        return sqrt(fsum((weight * weight).tolist())) or 1.0

    def of(self, places: np.ndarray) -> tuple:
        """Two matrices, of the rare words and of the others: a row for each of the articles, a
        column for each word of the vocabulary. In its order products are summed."""
        numbers, counts, ends = self._words(places)
        weights = self._log[counts] * self._weight[numbers]
        weights /= np.repeat(self._length[places], np.diff(ends))
        known = (weights, numbers, ends)
        return _only(self._rare, *known), _only(self._often, *known)

    def _words(self, places: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The numbers and the counts of the articles' words, and where each ends, behind a 0."""
        told = [self._told.words(place) for place in places.tolist()]
        numbers, counts = (np.concatenate(column) for column in zip(*told, strict=True))
        return numbers.view(np.int32), counts, np.cumsum([0, *(len(own) for own, _ in told)])


def _only(words: np.ndarray, weights: np.ndarray, numbers: np.ndarray, ends: np.ndarray):
    """A matrix of the weights of some words; ends: where each row ends, behind a 0."""
    from scipy.sparse import csr_matrix

    kept = np.flatnonzero(words[numbers])
    told = (weights[kept], numbers[kept], np.searchsorted(kept, ends))
    return csr_matrix(told, shape=(len(ends) - 1, len(words)))


class _Blocks:
    """The places of articles by day, those without a day last; a block of them has one window."""

    def __init__(self, days: list[Days]):
        known = [[*d.lead, *([d.stamp] if d.stamp else [])] for d in days]
        self._first = np.array([min(d, default=inf) for d in known])
        self._last = np.array([max(d, default=-inf) for d in known])
        self._order = np.argsort(self._first, kind="stable")
        # From which day to which each article is compared with others: its block's; with all where
        # one of the block has no day.
        self._from, self._to = np.full(len(days), -inf), np.full(len(days), inf)
        for block in map(self.__getitem__, self._cut(_BLOCK)):
            if not np.isinf(self._first[block]).any():
                self._from[block] = self._first[block].min() - WINDOW
                self._to[block] = self._last[block].max() + WINDOW

    def __getitem__(self, part: slice) -> np.ndarray:
        """The places of some articles that follow each other."""
        return self._order[part]

    def _cut(self, size: int, begin: int = 0) -> Iterator[slice]:
        """The articles from one on, so many at a time."""
        yield from (slice(at, at + size) for at in range(begin, len(self._order), size))

    def strips(self) -> Iterator[slice]:
        """All articles, many at a time."""
        yield from self._cut(_STRIP)

    def near(self, strip: slice) -> Iterator[slice]:
        """The strip itself and what is behind it, a few articles at a time: those among which are
        some that may be compared with some of the strip."""
        own = self[strip]
        for some in self._cut(_SOME, strip.start):
            theirs = self[some]
            undated = np.isinf(self._first[theirs]).any()
            if undated or self._meet(own, theirs) or self._meet(theirs, own):
                yield some

    def _meet(self, one: np.ndarray, other: np.ndarray) -> bool:
        """Whether days of the others lie where some of the one kind are compared."""
        first, last = self._first[other].min(), self._last[other].max()
        return bool(first <= self._to[one].max() and last >= self._from[one].min())

    def reach(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Whether each of the articles a is to be compared with the b beside it."""
        near = (self._first[b] <= self._to[a]) & (self._last[b] >= self._from[a])
        return near | np.isinf(self._first[b])
