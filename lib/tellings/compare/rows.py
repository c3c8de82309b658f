"""Rows of tables by their article, a few articles' at a time: no stage holds a corpus as tuples."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import groupby, islice, pairwise
from operator import attrgetter, itemgetter
from typing import Any

import numpy as np
import pandas as pd

from tellings.compare.parts import Rows, in_parts
from tellings.parallel.shelf import slices
from tellings.tables import tuples

_AT_ONCE = 100  # articles whose rows are tuples at one time: enough to make that cheap
_ROWS = 5_000  # the same in rows, where it is not by article


class ByEvent:
    """A table with event_id, cut where its events end."""

    def __init__(self, table: pd.DataFrame):
        if not table["event_id"].is_monotonic_increasing:
            table = table.sort_values("event_id", kind="stable")
        self._table = table
        codes, events = pd.factorize(table["event_id"])
        ends = (np.flatnonzero(np.diff(codes, append=-1)) + 1).tolist()
        self._at = dict(zip(events, map(slice, [0, *ends], ends), strict=False))

    def of(self, event_id: str) -> pd.DataFrame:
        """The rows of one event, in their order."""
        return self._table.iloc[self._at.get(event_id, slice(0))]

    def each(self, events: Sequence[str]) -> Iterator[list]:
        """The rows of each of some events, which come in the order of their names, as tuples."""
        at = [self._at[event_id] for event_id in events if event_id in self._at]
        done, last = (at[0].start, at[-1].stop) if at else (0, 0)
        rows = tuples(self._table.iloc[done:last])
        for event_id in events:
            own = self._at.get(event_id, slice(done, done))
            yield list(islice(rows, own.start - done, own.stop - done))
            done = own.stop


def grouped(rows: Iterable, key: Callable[[Any], Hashable]) -> dict[Any, list]:
    """Rows by their key, the keys in the order in which they first come.

    >>> grouped(["rain", "sun", "red"], lambda word: word[0])
    {'r': ['rain', 'red'], 's': ['sun']}
    """
    found: dict[Hashable, list] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found


def firsts(rows: Iterable, key: Callable[[Any], Hashable]) -> list:
    """The first row of each key.

    >>> firsts(["rain", "sun", "red"], lambda word: word[0])
    ['rain', 'sun']
    """
    found: dict[Hashable, Any] = {}
    for row in rows:
        found.setdefault(key(row), row)
    return list(found.values())


def by_article(rows: Iterable) -> dict[str, list]:
    """Rows by their article_id."""
    return grouped(rows, attrgetter("article_id"))


def alike(table: pd.DataFrame, by: Sequence[str], lone: bool = False) -> Iterator[list]:
    """The rows that have the same values in the columns `by`, as lists of named tuples: in their
    order, the list first whose first row comes first. Few are tuples at one time.

    lone  also a row beside which there is no other

    >>> said = pd.DataFrame({"key": ["a", "b", "a"], "text": ["Rain.", "Sun.", "Wind."]})
    >>> [[row.text for row in rows] for rows in alike(said, ["key"])]
    [['Rain.', 'Wind.']]
    """
    rows = table if lone else table[table.duplicated(by, keep=False)]
    number = rows.groupby(list(by), sort=False, dropna=False).ngroup().to_numpy()
    order = np.argsort(number, kind="stable")
    begins = np.flatnonzero(np.diff(number[order], prepend=-1))
    cuts = begins[np.flatnonzero(np.diff(begins // _ROWS)) + 1]
    for own in np.split(order, cuts):
        told = zip(number[own], tuples(rows.iloc[own]), strict=True)
        yield from ([row for _, row in same] for _, same in groupby(told, itemgetter(0)))


def by_sentence(sentences: Iterable, rows: Iterable) -> list[list]:
    """For each sentence the rows that begin in it, in their order."""
    found: dict[tuple[str, int], list] = {(s.article_id, s.sentence): [] for s in sentences}
    for row in rows:
        if (row.article_id, row.sentence) in found:
            found[row.article_id, row.sentence].append(row)
    return list(found.values())


def in_turn(ids: Sequence[str], *tables: Rows) -> Iterator[tuple]:
    """Each of the articles with its rows of each table, as lists of named tuples.

    >>> said = pd.DataFrame({"article_id": ["a", "c", "a"], "text": ["Rain.", "Sun.", "Wind."]})
    >>> [(i, [row.text for row in rows]) for i, rows in in_turn(["a", "b"], said)]
    [('a', ['Rain.', 'Wind.']), ('b', [])]
    """
    known = [in_parts(table) for table in tables]
    for part in slices(ids, _AT_ONCE):
        found = [_of_articles(table.of(part)) for table in known]
        yield from ((i, *(own.get(i, []) for own in found)) for i in part)


def _of_articles(table: pd.DataFrame) -> dict[str, list]:
    """What by_article gives of a table, where an article's rows mostly follow one another."""
    ids = table["article_id"].to_numpy()
    begins = np.flatnonzero(np.append(True, ids[1:] != ids[:-1])[: len(ids)]).tolist()
    rows = tuples(table)
    found: dict[str, list] = {}
    for first, end in pairwise([*begins, len(ids)]):
        found.setdefault(ids[first], []).extend(islice(rows, end - first))
    return found


def by_event(articles: pd.DataFrame, *tables: Rows) -> Iterator[tuple]:
    """Each event in the order of its name, with its articles' ids and their rows of each table.

    An event's rows of a table are one list, article after article.
    """
    order = articles.sort_values("event_id", kind="stable")
    told = in_turn(list(order["article_id"]), *tables)
    for event_id, same in groupby(order["event_id"]):
        ids, *parts = zip(*islice(told, len(list(same))), strict=True)
        yield event_id, list(ids), *([row for own in part for row in own] for part in parts)


def of_events(names: Iterable[str], *tables: pd.DataFrame) -> Iterator[tuple]:
    """Each of the events in the order of its name, with its rows of each table under event_id.

    >>> given = pd.DataFrame({"event_id": ["b", "a", "b"], "number": [1, 2, 3]})
    >>> [(event, [row.number for row in rows]) for event, rows in of_events("ab", given)]
    [('a', [2]), ('b', [1, 3])]
    """
    cut = [ByEvent(table) for table in tables]
    for part in slices(sorted(names), _AT_ONCE):
        yield from zip(part, *(own.each(part) for own in cut), strict=True)
