"""Runs of words that two texts share: pairs and their sentences in, shares of the shorter out."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from tellings.compare.parts import Parts
from tellings.compare.rows import in_turn
from tellings.tables import Arrays

# Words of a run; by chance two texts rarely share as many in a row.
_RUN = 5
_HELD = 1_000  # articles whose runs are held
_ODD = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio's bits: Knuth's multiplicative hash


class Runs:
    """The runs of articles' words, on disk: those of an article from when they are asked for."""

    def __init__(self, sentences: Parts, ids: Sequence[str]):
        """ids: which article stands in which place."""
        self._sentences, self._ids = sentences, ids
        self._runs = Arrays(np.uint64)
        self._at = np.full(len(ids), -1)  # where those of each place are

    def shared(self, pairs: pd.DataFrame) -> np.ndarray:
        """For each pair of places, a and b, the share of the shorter text's runs of five words that
        are in the other."""
        places = np.unique(pairs[["a", "b"]])
        self._read(places[self._at[places] < 0])
        read = lru_cache(maxsize=_HELD)(self._of)  # pairs come by their first article
        both = zip(pairs["a"].tolist(), pairs["b"].tolist(), strict=True)
        return np.array([_contained(read(a), read(b)) for a, b in both], dtype=float)

    def _read(self, places: np.ndarray) -> None:
        """Put the runs of these places behind those that are there."""
        self._at[places] = np.arange(len(places)) + len(self._runs)
        for _, rows in in_turn([self._ids[at] for at in places.tolist()], self._sentences):
            self._runs.append(_runs(" ".join(s.text for s in rows)))

    def _of(self, place: int) -> np.ndarray:
        """The runs of the article in a place."""
        return self._runs[self._at[place]]


def _runs(text: str) -> np.ndarray:
    """The runs of five words of a text, each once, as numbers in order.

    A run is one number of 64 bits, not five strings: the runs of ten thousand articles take 50 MB
    so, and 1.7 GB as tuples. Two runs of one corpus with one number are not to be expected in a
    million years of corpora.
    """
    words = re.findall(r"\w+", text.lower())
    if len(words) < _RUN:
        return np.array([], dtype=np.uint64)
    ids = np.array(list(map(hash, words)), dtype=np.int64).view(np.uint64)
    mixed = np.zeros(len(ids) - _RUN + 1, dtype=np.uint64)
    for n in range(_RUN):
        mixed = mixed * _ODD + ids[n : n + len(mixed)]
        mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed)


def _contained(a: np.ndarray, b: np.ndarray) -> float:
    """Share of the smaller set that is in the other too; 0 where one is empty."""
    both = np.sort(np.concatenate((a, b)))
    common = np.count_nonzero(both[1:] == both[:-1])
    return common / min(len(a), len(b)) if len(a) and len(b) else 0.0
