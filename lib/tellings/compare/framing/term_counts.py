"""How often articles use which terms: rows of terms in, counts by article and by event out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from heapq import nsmallest
from typing import NamedTuple, TypeAlias

import numpy as np
import pandas as pd
from scipy import sparse

from tellings.tables import Arrays

TERMS = 3000  # the most frequent are kept
# Terms are counted by event a share at a time, and wait on disk: of 100,000 articles all would
# take 300 MB, and their uses 70 more.
_SHARES = 8
_USE = np.dtype([("n", "int32"), ("article", "int32"), ("term", "uint16")])

# Rows of terms: all of them, or what goes through them part by part each time that it is called.
Terms: TypeAlias = pd.DataFrame | Callable[[], Iterable[pd.DataFrame]]


class Used(NamedTuple):
    """The terms used most, each with how often, and how often each article uses which.

    uses  how often, and the places of article and term: of each part of the articles an array for
          every share of the terms
    """

    vocabulary: pd.Series
    uses: Arrays

    def of(self, share: int) -> Iterator[np.ndarray]:
        """The uses of a share of the terms, part by part."""
        return (self.uses[at] for at in range(share, len(self.uses), _SHARES))

    def words(self, event: np.ndarray, side: np.ndarray) -> np.ndarray:
        """How many words of some articles are counted in each event.

        event  the number of each article's, -1 where it is not compared; side: whose words to count
        """
        compared, many = side & (event >= 0), event.max() + 1
        every = (uses for share in range(_SHARES) for uses in self.of(share))
        own = (uses[compared[uses["article"]]] for uses in every)
        return sum(np.bincount(event[u["article"]], u["n"], many) for u in own)

    def by_event(
        self, event: np.ndarray, side: np.ndarray
    ) -> Iterator[tuple[np.ndarray, sparse.csr_array, sparse.csr_array]]:
        """The places of some of the terms, and how often they are used in each event: by some
        articles, and by the others. So of all terms, some at a time."""
        for share in range(_SHARES):
            place = np.arange(share, len(self.vocabulary), _SHARES)
            own = np.concatenate([*self.of(share)])
            own = own[event[own["article"]] >= 0]
            mine, shape = side[own["article"]], (event.max() + 1, len(place))
            yield place, _counts(own[mine], event, shape), _counts(own[~mine], event, shape)


def _counts(uses: np.ndarray, event: np.ndarray, shape: tuple[int, int]) -> sparse.csr_array:
    """How often the terms of a share are used in each event."""
    at = event[uses["article"]].astype("int32"), (uses["term"] // _SHARES).astype("int32")
    return sparse.csr_array((uses["n"].astype(float), at), shape)


def used(terms: Terms, articles: pd.DataFrame) -> Used:
    """What these articles use; of terms in parts no more than one is held."""
    known = pd.Index(articles["article_id"])

    def parts() -> Iterator[pd.DataFrame]:
        for part in [terms] if isinstance(terms, pd.DataFrame) else terms():
            place = known.get_indexer(part["article_id"])
            yield part.assign(article=place)[place >= 0]

    told, uses = _frequent(parts()), Arrays(_USE)
    for part in parts():
        found = np.empty(len(part), _USE)
        term = told.index.get_indexer(part["term"])
        found["term"], found["n"], found["article"] = term.clip(0), part["n"], part["article"]
        for share in range(_SHARES):
            uses.append(found[(term >= 0) & (term % _SHARES == share)])
    return Used(told, uses)


def _frequent(parts: Iterable[pd.DataFrame]) -> pd.Series:
    """The terms used most, with how often; of equals those that come first by letters."""
    every: Counter = Counter()
    for part in parts:
        own = part.groupby("term", sort=False)["n"].sum()
        every.update(dict(zip(own.index.tolist(), own.tolist(), strict=True)))
    most = nsmallest(TERMS, every.items(), key=lambda used: (-used[1], used[0]))
    return pd.Series(dict(most), dtype="int64").rename_axis("term")
