"""Articles put together by how like they are: pairs in, a group number for each article out."""

from collections.abc import Iterator
from itertools import compress
from math import log10
from typing import NamedTuple

import numpy as np
import pandas as pd

from tellings.compare.events.days import OTHER_DAY, UNKNOWN

# An event is made by one pair of articles that are so like, that have so many names, numbers or
# quoted words of their own in common, and whose days do not speak against it ...
CORE, FEW = 0.13, 2
# By chance the likest of many pairs is liker than that of few. Where days say nothing the line
# rises from so many articles on, by so much for ten times as many: among 509 undated articles of
# one campaign 23 pairs four days apart and more lie above .13, and four above the risen line; of
# true events among 50, 86, 161 and 670 articles the best pairs without a day lie at .209, .218,
# .231 and .247.
_SEVERAL, _RISE, _HIGHEST = 15, 0.06, 0.24
# ... and others join it whose likeness to all of it is on average at least this, and to the likest
# of it that. Found on labelled sets
# of news events told by three and five outlets, dated and not, and on sets of unrelated stories of
# one beat: the best pair of each true event lies above .137, that of stories that are not one event
# below .12 (but for two stages of one bill and the aftermath of one murder).
LEAST, BEST = 0.05, 0.07
# Two groups that are events each are one event only if they are so like on average.
_ONE = 0.08
# A set of linked articles larger than this is cut before it is grouped: the table of all its pairs
# would not fit into memory.
MOST_LINKED = 3000


def linked(pairs: pd.DataFrame, size: int) -> np.ndarray:
    """A group number per article: average linkage inside each set that strong pairs connect.

    pairs  a, b, likeness, own, days, as similarity.Compared has them
    """
    known = [pairs["a"], pairs["b"], pairs["likeness"], pairs["days"] <= OTHER_DAY]
    every = _Pairs(*(column.to_numpy() for column in [*known, is_core(pairs, size)]))
    label, begun, waiting = np.arange(size), size, [(every, LEAST)]
    while waiting:
        some, least = waiting.pop()
        for members, own in _connected(some, size, least):
            if len(members) > MOST_LINKED:  # too large for a square table: cut it where it is weak
                waiting.append((own, least * 1.25))
                continue
            for group in _events(members, own):
                label[group] = begun
                begun += 1
    return label


def is_core(pairs: pd.DataFrame, size: int) -> pd.Series:
    """Which pairs of so many articles make an event by themselves."""
    like, own = pairs["likeness"] >= needed(pairs, size), pairs["own"] >= FEW
    return like & own & (pairs["days"] > OTHER_DAY)


def needed(pairs: pd.DataFrame, size: int) -> pd.Series:
    """How like each pair of so many articles must be to make an event."""
    risen = CORE + _RISE * log10(max(size, _SEVERAL) / _SEVERAL)
    line = pd.Series(CORE, index=pairs.index)
    return line.mask(pairs["days"] <= UNKNOWN, min(risen, _HIGHEST))


class _Pairs(NamedTuple):
    """Pairs of articles: their places, how like they are, whether their days speak against one
    event, and whether they make one."""

    a: np.ndarray
    b: np.ndarray
    likeness: np.ndarray
    against: np.ndarray
    core: np.ndarray

    def of(self, rows: np.ndarray) -> "_Pairs":
        """Some of the pairs."""
        return _Pairs(*(column[rows] for column in self))


def _connected(pairs: _Pairs, size: int, least: float) -> Iterator[tuple[np.ndarray, _Pairs]]:
    """Each set of articles that pairs of at least this likeness connect, with its pairs."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    strong = pairs.of(pairs.likeness >= least)
    links = coo_matrix((strong.likeness, (strong.a, strong.b)), shape=(size, size))
    _, part = connected_components(links, directed=False)
    inner = np.flatnonzero(part[pairs.a] == part[pairs.b])
    order = inner[np.argsort(part[pairs.a[inner]], kind="stable")]
    ends = np.flatnonzero(np.diff(part[pairs.a[order]])) + 1
    for rows in filter(len, np.split(order, ends)):
        own = pairs.of(rows)
        yield np.unique([own.a, own.b]), own


def _events(members: np.ndarray, pairs: _Pairs) -> Iterator[np.ndarray]:
    """The groups of the members that are events: joined by average linkage from the likest on.

    A group without a pair that makes an event is none. Two groups that are events each become one
    only if they are liker than one article must be, and their days do not speak against it.
    """
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    a, b = np.searchsorted(members, pairs.a), np.searchsorted(members, pairs.b)
    distance = np.ones((len(members), len(members)))
    distance[a, b] = distance[b, a] = 1 - pairs.likeness.clip(0, 1)
    np.fill_diagonal(distance, 0)
    both = list(zip(a.tolist(), b.tolist(), strict=True))
    core = set(compress(both, pairs.core))
    known = _Known(
        dict(zip(both, pairs.likeness.tolist(), strict=True)),
        dict(zip(both, pairs.against.tolist(), strict=True)),
    )
    found = {i: _Group((i,), False) for i in range(len(members))}
    joins = linkage(squareform(distance, checks=False), "average")
    for step, (one, other, apart, _) in enumerate(joins):
        first, second = found.pop(int(one), None), found.pop(int(other), None)
        if first and second and known.join(first, second, 1 - apart):
            found[len(members) + step] = first.joined(second, core)
        else:  # what does not join here joins nothing that is less like
            yield from (members[list(g.places)] for g in (first, second) if g and g.event)
    yield from (members[list(g.places)] for g in found.values() if g.event)


class _Group:
    """Some of the members, and whether a pair among them makes them an event."""

    def __init__(self, places: tuple[int, ...], event: bool):
        self.places, self.event = places, event

    def across(self, other: "_Group") -> Iterator[tuple[int, int]]:
        """Each pair of one of these and one of those, the lower place first."""
        return ((min(i, j), max(i, j)) for i in self.places for j in other.places)

    def joined(self, other: "_Group", core: set[tuple[int, int]]) -> "_Group":
        """Both as one group."""
        event = self.event or other.event or any(p in core for p in self.across(other))
        return _Group(self.places + other.places, event)


class _Known(NamedTuple):
    """What is known of pairs of members: how like they are, whether their days speak against it."""

    likeness: dict[tuple[int, int], float]
    against: dict[tuple[int, int], bool]

    def join(self, one: _Group, other: _Group, mean: float) -> bool:
        """Whether two groups of such a mean likeness become one."""
        pairs = list(one.across(other))
        if one.event and other.event:
            other_days = 2 * sum(self.against.get(p, False) for p in pairs) > len(pairs)
            return mean >= (CORE if other_days else _ONE)
        best = max(self.likeness.get(p, 0.0) for p in pairs)
        return mean >= LEAST and best >= (BEST if one.event or other.event else LEAST)
