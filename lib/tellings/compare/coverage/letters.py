"""Runs of letters: texts in, how often each has each run, weighed by how rare the run is, out."""

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

_RUN = 4  # letters: endings and word order change few runs of four
_SPACE = re.compile(r"\s\s+")


def vectors(texts: Sequence[str], parts: Sequence[str] = ()):
    """A row for each text, then one for each part, of length 1; and how long each was before.

    A column is a run that a text has. How often it stands in a row is weighed by
    log((1 + texts) / (1 + texts that have it)) + 1: tf-idf, smoothed. Parts have no say in that.

    >>> rows, lengths = vectors(["Tyre", "tyres"], ["Retyre"])
    >>> rows.toarray().round(2).tolist(), lengths.round(2).tolist()
    ([[1.0, 0.0], [0.58, 0.81], [1.0, 0.0]], [1.0, 1.72, 1.0])
    """
    from scipy.sparse import csr_array

    many = len(texts) + len(parts)
    whose, runs = _runs([*texts, *parts])
    column, _ = pd.factorize(runs)  # numbered as they come: those that only parts have come last
    columns = column[whose < len(texts)].max(initial=-1) + 1
    known = column < columns
    starts = np.searchsorted(whose[known], np.arange(many + 1))
    shape = (many, max(1, columns))
    rows = csr_array((np.ones(known.sum()), column[known], starts), shape)
    rows.sum_duplicates()
    having = np.bincount(rows.indices[: rows.indptr[len(texts)]], minlength=columns)
    weights = rows.data * (np.log((1 + len(texts)) / (1 + having)) + 1)[rows.indices]
    whose = np.repeat(np.arange(many), np.diff(rows.indptr))
    lengths = np.sqrt(np.bincount(whose, weights**2, minlength=many))
    rows.data = weights / lengths[whose]
    return rows, lengths


def _runs(texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """The place of the text that each run stands in, and the run, as a number."""
    low = [_SPACE.sub(" ", text.lower()) for text in texts]
    whose = np.repeat(np.arange(len(low)), [len(text) for text in low])
    letters = np.frombuffer("".join(low).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    code, known = pd.factorize(letters)
    many = max(0, len(letters) - _RUN + 1)
    runs = np.zeros(many, dtype=np.int64)
    for nth in range(_RUN):  # a number to the base of how many letters there are
        runs = runs * len(known) + code[nth : nth + many]
    inside = whose[:many] == whose[len(letters) - many :]
    return whose[:many][inside], runs[inside]
