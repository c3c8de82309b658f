"""A part of the work in this process: what a function finds in each article, one by one."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pandas as pd

from tellings import tables
from tellings.parallel.shelf import Given, Shelf, slices

# Articles whose rows are made into tuples at one time: enough to make that cheap, few in memory.
_AT_ONCE = 100
_ROWS = 20_000  # rows that are tuples at one time: as a table they take a fifth of that


class Reject(NamedTuple):
    """An article for which a function gave no rows because it failed, and how."""

    article_id: str
    reason: str


def part(articles: Given, function: Callable, Row, beside=None, watch=iter) -> pd.DataFrame:
    """A table of the rows that `function` gives for each article, under its article_id.

    articles, beside  as for parallel.each, beside a dictionary; of an article all rows or none
    watch             what the work goes through on its way, such as a bar that shows it

    An article for which the function raises has no rows; rejects(table) has it, with the reason.
    A table in, a table out: so it is also what Spark's DataFrame.mapInPandas calls on each batch.
    """
    done, ids, rows, rejected = [], [], [], []
    for article_id, given, extra in watch(_by_article(articles, beside or {})):
        try:
            found = function(given, **extra)
            found = [found] if isinstance(found, Row) else list(found)
        except Exception as error:  # whatever it is, it is this article's
            rejected.append(Reject(article_id, f"{type(error).__name__}: {error}"))
            continue
        rows += found
        ids += [article_id] * len(found)
        if len(rows) > _ROWS:
            done.append(_table(ids, rows, Row, []))
            ids, rows = [], []
    return joined([*done, _table(ids, rows, Row, rejected)], Row)


def rejects(table: pd.DataFrame) -> list[Reject]:
    """The articles that failed in the making of this table."""
    return [Reject(*row) for row in table.attrs.get("rejects", ())]


def failed(Row, article_id: str, reason: str) -> pd.DataFrame:
    """The table of an article that could not be worked on at all."""
    return _table([], [], Row, [Reject(article_id, reason)])


def joined(parts: list[pd.DataFrame], Row) -> pd.DataFrame:
    """One table of the parts, in their order, with all that failed in any of them."""
    whole = pd.concat(parts, ignore_index=True) if parts else _table([], [], Row, [])
    whole.attrs["rejects"] = [row for table in parts for row in rejects(table)]
    return whole


def _by_article(articles: Given, beside: dict[str, Given]) -> Iterator[tuple[str, object, dict]]:
    """Each article with what is given of it, and what each table beside has of it."""
    main, others = Shelf(articles), {name: Shelf(table) for name, table in beside.items()}
    for ids in slices(main.ids, _AT_ONCE):
        columns = [main.given(ids), *(other.given(ids) for other in others.values())]
        for article_id, given, *extra in zip(ids, *columns, strict=True):
            yield article_id, given, dict(zip(others, extra, strict=True))


def _table(ids: list[str], rows: list, Row, rejected: list[Reject]) -> pd.DataFrame:
    table = tables.frame(rows, Row)
    table.insert(0, "article_id", pd.array(ids, dtype="str"))
    table.attrs["rejects"] = rejected
    return table
