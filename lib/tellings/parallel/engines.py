"""How the work is done: in a loop here, in processes of this machine, on a cluster."""

from collections.abc import Callable
from functools import partial

import pandas as pd

from tellings import progress
from tellings.parallel import identity, kept, loop
from tellings.parallel.shelf import Given, Shelf
from tellings.tables import Engine


def each(articles: Given, function: Callable, Row, engine: str | Engine = "local", **beside):
    """A table of the rows that `function` gives for each article, under its article_id.

    articles  a table with a column article_id: the function gets an article's rows as a list; or a
              Series indexed by article_id: the function gets the article's value
    Row       the type of the rows given; a single Row counts as one
    engine    "local": a loop in this process; "processes": one for each core of this machine;
              "tcp://host:port": the Dask cluster whose scheduler listens there. The `engine` of
              opened tables: as they were opened, and rows that an earlier run found for the same
              article with the same code are taken from where they are kept (see kept)
    beside    more of the same, handed over by name (an article without rows gets an empty list)

    An article's rows never depend on another article, and come in the order of `articles`, whatever
    the engine. An article for which the function fails has no rows: that is said, and
    parallel.rejects(table) has it with the reason.
    Long work shows how far it is (progress.of); interrupted, it leaves nothing behind.
    Raises ValueError for an unknown engine, and for one that cannot be reached.
    """
    by = Engine(engine) if isinstance(engine, str) else engine
    work = partial(_done, function=function, Row=Row, engine=by.name)
    if by.kept:
        identities = partial(_identities, function, Row, by.name)
        table = kept.each(work, identities, articles, Row, beside, by.kept)
    else:
        table = work(articles, beside)
    _say(table, Row)
    return table


def _done(
    articles: Given, beside: dict[str, Given], function: Callable, Row, engine: str
) -> pd.DataFrame:
    """The rows that the function gives for each article, by whoever the engine names."""
    if engine == "local":
        total = len(Shelf(articles).ids)
        watch = partial(progress.of, total=total, what=Row.__name__, unit="article")
        return loop.part(articles, function, Row, beside, watch)
    if engine == "processes" or engine.startswith("tcp://"):
        return _cluster().each(articles, function, Row, engine, beside)
    raise ValueError(f"unknown engine {engine!r}; known: local, processes, tcp://host:port")


def _identities(function: Callable, Row, engine: str) -> set[str]:
    """What a function is here, and to each worker that was not started from here."""
    own = {identity.of(function, Row)}
    if engine.startswith("tcp://") and own != {""}:
        return own | _cluster().identities(function, Row, engine)
    return own


def _cluster():
    """The module that knows Dask, which costs a second to import and may not be installed."""
    try:
        from tellings.parallel import cluster
    except ModuleNotFoundError as missing:
        raise ValueError(f"this engine needs Dask ({missing}); add it with: make cluster") from None
    return cluster


def _say(table: pd.DataFrame, Row) -> None:
    """Say for which articles the function failed: nothing is lost in silence."""
    for article_id, reason in loop.rejects(table):
        progress.say(f"{article_id} is left out of the {Row.__name__} rows: {reason}")
