"""A table by its articles, whether it is held or on disk: its parts, or some articles' rows."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeAlias

import pandas as pd

from tellings.parallel.shelf import Shelf, slices
from tellings.tables import Tables

_AT_ONCE = 250  # articles of a part of a table that is held


class Parts(Protocol):
    """A table that may be too large to be held; it is read again whenever it is asked."""

    def parts(self) -> Iterator[pd.DataFrame]:
        """Its rows, each once: of a few articles at a time, of each of them all."""
        ...

    def of(self, articles: Iterable[str]) -> pd.DataFrame:
        """The rows of these articles. Quick where they were written one after another."""
        ...


Rows: TypeAlias = pd.DataFrame | Parts


class Held:
    """The parts of a frame."""

    def __init__(self, table: pd.DataFrame):
        """table: with a column article_id."""
        self._shelf = Shelf(table)

    def parts(self) -> Iterator[pd.DataFrame]:
        """Its rows, article by article."""
        yield from map(self._shelf.cut, slices(self._shelf.ids, _AT_ONCE))

    def of(self, articles: Iterable[str]) -> pd.DataFrame:
        """The rows of these articles, one after the other."""
        return self._shelf.cut(articles)


class Stored:
    """The parts of a table of a folder."""

    def __init__(self, told: Tables, name: str):
        """told: the tables; name: of this one."""
        self._told, self._name = told, name

    def parts(self) -> Iterator[pd.DataFrame]:
        """Its rows, as the tables are cut."""
        return self._told.rows(self._name)

    def of(self, articles: Iterable[str]) -> pd.DataFrame:
        """The rows of these articles, as they stand in the table."""
        return getattr(self._told.of(articles), self._name)


def in_parts(table: Rows) -> Parts:
    """The table's parts, of a frame too.

    >>> said = pd.DataFrame({"article_id": ["a", "b", "a"], "text": ["Rain.", "Sun.", "Wind."]})
    >>> [list(part["text"]) for part in in_parts(said).parts()]
    [['Rain.', 'Wind.', 'Sun.']]
    >>> list(in_parts(said).of(["b"])["text"])
    ['Sun.']
    """
    return Held(table) if isinstance(table, pd.DataFrame) else table
