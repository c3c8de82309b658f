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


def shared(sentences: Parts, ids: Sequence[str], pairs: pd.DataFrame) -> np.ndarray:
    """For each pair the share of the shorter text's runs of five words that are in the other.

    ids  which article stands in which place of the pairs
    """
    places = np.unique(pairs[["a", "b"]])
    runs = Arrays(np.uint64)
    for _, rows in in_turn([ids[at] for at in places.tolist()], sentences):
        runs.append(_runs(" ".join(s.text for s in rows)))
    read = lru_cache(maxsize=_HELD)(runs.__getitem__)  # pairs come by their first article
    both = zip(*(np.searchsorted(places, pairs[x]).tolist() for x in "ab"), strict=True)
    return np.array([_contained(read(a), read(b)) for a, b in both], dtype=float)


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
