"""One function over many articles: the one place that will know processes or clusters."""

from collections.abc import Callable, Iterable, Iterator

import pandas as pd

from tellings import progress, tables

ENGINES = ("local",)


def each(articles, function: Callable, Row, engine: str = "local", **beside) -> pd.DataFrame:
    """A table of the rows that `function` gives for each article, under its article_id.

    articles  a table with a column article_id: the function gets an article's rows as a list; or a
              Series indexed by article_id: the function gets the article's value
    beside    more of the same, handed over by name (an article without rows gets an empty list)
    Row       the type of the rows given; a single Row counts as one

    An article's rows never depend on another article, and come in the order of `articles`.
    Long work shows how far it is (progress.of); interrupted, it leaves nothing behind.
    Raises ValueError for an unknown engine.
    """
    if engine not in ENGINES:
        raise ValueError(f"unknown engine {engine!r}; known: {', '.join(ENGINES)}")
    others = {name: dict(_by_article(table)) for name, table in beside.items()}
    ids, rows = [], []
    by = articles.index if isinstance(articles, pd.Series) else articles["article_id"]
    for article_id, given in progress.of(
        _by_article(articles), by.nunique(), Row.__name__, "article"
    ):
        extra = {n: table.get(article_id, []) for n, table in others.items()}
        found = function(given, **extra)
        found = [found] if isinstance(found, Row) else list(found)
        rows += found
        ids += [article_id] * len(found)
    table = tables.frame(rows, Row)
    table.insert(0, "article_id", pd.array(ids, dtype="str"))
    return table


def _by_article(table) -> Iterator[tuple[str, Iterable]]:
    """Each article_id with its value (Series) or its rows as named tuples (DataFrame)."""
    if isinstance(table, pd.Series):
        yield from table.items()
        return
    plain = table.drop(columns=[c for c in tables.KEYS if c in table.columns])
    for article_id, rows in plain.groupby(table["article_id"], sort=False):
        yield article_id, list(rows.itertuples(index=False, name="Given"))
