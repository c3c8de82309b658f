"""A table by article: where the rows of each stand, and parts of whole articles."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
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
        self._starts = np.searchsorted(codes[self._order], np.arange(len(self.ids) + 1)).tolist()
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
        for article_id in ids:
            yield list(islice(told, self._many(article_id)))

    def columns(self, ids: list[str], names: Sequence[str]) -> Iterator[list[list]]:
        """What each of these articles has in some columns of a table, each a list; None where a
        number is missing."""
        known = [i for i in ids if i in self._at]
        rows = self.cut(known)
        whole = [_values(rows[name]) for name in names]
        ends = list(accumulate(map(self._many, ids)))
        for start, end in zip([0, *ends], ends, strict=False):
            yield [values[start:end] for values in whole]

    def _many(self, article_id: str) -> int:
        """How many rows an article has."""
        at = self._at.get(article_id)
        return 0 if at is None else self._starts[at + 1] - self._starts[at]

    def _rows(self, places: list[int]) -> np.ndarray | slice:
        """The places of these articles' rows in the table; where they follow one another, as the
        rows of a table mostly do, from the first to the last: nothing is copied then."""
        pieces = [self._order[self._starts[at] : self._starts[at + 1]] for at in places]
        rows = np.concatenate(pieces) if pieces else np.empty(0, dtype=int)
        if len(rows) and (np.diff(rows) == 1).all():
            return slice(int(rows[0]), int(rows[-1]) + 1)
        return rows


def slices(ids, size: int) -> Iterator[list[str]]:
    """The articles in slices of `size`, in their order."""
    for at in range(0, len(ids), size):
        yield list(ids[at : at + size])


def _values(column: pd.Series) -> list:
    """The values of a column; pandas' own mark for a missing whole number is no value of Python."""
    missing = column.dtype == "Int64"
    return (column.astype(object).where(column.notna(), None) if missing else column).tolist()
