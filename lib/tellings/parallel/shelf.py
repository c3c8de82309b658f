"""A table by article: where the rows of each stand, and parts of whole articles."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import numpy as np
import pandas as pd

from tellings import tables

Given: TypeAlias = pd.DataFrame | pd.Series


class Shelf:
    """What a table holds of each article, in the order in which the articles first come.

    table  with a column article_id: an article's rows; or a Series indexed by it: its value

    ids  the articles, each once
    """

    def __init__(self, table: Given):
        self._table = table
        known = table.index if isinstance(table, pd.Series) else table["article_id"]
        codes, self.ids = pd.factorize(known.to_numpy())
        self._order = np.argsort(codes, kind="stable")
        self._starts = np.searchsorted(codes[self._order], np.arange(len(self.ids) + 1))
        self._at = {article_id: at for at, article_id in enumerate(self.ids)}

    def cut(self, ids: Iterable[str]) -> Given:
        """What the table holds of these articles, one after the other."""
        return self._table.iloc[self._rows([self._at[i] for i in ids if i in self._at])]

    def given(self, ids: list[str]) -> Iterator:
        """What each of these articles has: a list of named tuples, or its value; [] for nothing."""
        known = [i for i in ids if i in self._at]
        rows = self.cut(known)
        if isinstance(rows, pd.Series):
            values = dict(zip(known, rows, strict=True))
            yield from (values.get(i, []) for i in ids)
            return
        plain = rows.drop(columns=[c for c in tables.KEYS if c in rows.columns])
        told = tables.tuples(plain)
        many = {i: self._starts[self._at[i] + 1] - self._starts[self._at[i]] for i in known}
        for article_id in ids:
            yield [next(told) for _ in range(many.get(article_id, 0))]

    def _rows(self, places: list[int]) -> np.ndarray:
        """The places of these articles' rows in the table."""
        pieces = [self._order[self._starts[at] : self._starts[at + 1]] for at in places]
        return np.concatenate(pieces) if pieces else np.empty(0, dtype=int)


def slices(ids, size: int) -> Iterator[list[str]]:
    """The articles in slices of `size`, in their order."""
    for at in range(0, len(ids), size):
        yield list(ids[at : at + size])
