"""Rows of tables by their article, an event's at a time."""

from collections.abc import Iterable, Sequence

import pandas as pd

NAMED = ("PERSON", "ORG", "PLACE")  # kinds of names that a fact may turn on


class Rows:
    """The rows of a table, to be asked for by article."""

    def __init__(self, table: pd.DataFrame):
        self._table, self._at = table, table.groupby("article_id").indices

    def of(self, ids: Sequence[str]) -> list:
        """The rows of these articles, as named tuples, one article after another."""
        at = [n for i in ids for n in self._at.get(i, ())]
        return list(self._table.iloc[at].itertuples(index=False))


def by_article(rows: Iterable) -> dict[str, list]:
    """Rows by their article_id."""
    found: dict[str, list] = {}
    for row in rows:
        found.setdefault(row.article_id, []).append(row)
    return found
