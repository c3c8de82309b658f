"""The tables of a corpus by name: a folder in, frames out, and tables made of them part by part."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from tellings import progress
from tellings.tables import files
from tellings.tables.catalogue import CATALOGUE, KEYS, VIEWS, row_type
from tellings.tables.files import Only, Writer

# Articles of a part: some MB of rows, and of half as many a tenth less is held in all. A part of a
# report costs a second for its many small tables, whatever stands in them.
SIZE = 1_000
_FOR_MANY = 4  # times as many where several workers share a part
# From so many articles on a table is made in a process of its own. Among few, lexicons that are
# read once for all tables save more.
_MANY = 10_000
# Of these all rows are seen: they are the researcher's, few, and one may be of no article.
_WHOLE = ("corrections", "naming")

# The tables of a run that has not ended lie in a folder of this name below the corpus's own (see
# report.run.staging, which must not import this); what was kept is the corpus's.
_MAKING = ".making-"
# Rows found are kept in the project, wherever the tables go: a report is sent to others, and what
# this computer need not find again is nothing to them.
_KEPT = Path(__file__).resolve().parents[3] / "data" / "kept"


class Engine(NamedTuple):
    """Who does the work on each article (see parallel.each), and where rows found are kept."""

    name: str = "local"
    kept: Path | None = None


class Tables:
    """The tables of a corpus, or of one event of it, by name: `told.claims`, `told.articles`.

    A table is read when it is asked for, typed as the catalogue says. Of a corpus opened for one
    event only that event's rows are seen: those of its articles, or those that bear its event_id.
    A table that the catalogue does not know (a researcher's own) comes as it was written.
    `told.tellings` is who tells what: the articles, by the few columns that most of them are
    asked for.

    What grows with the corpus is made part by part: a function gets the tables that are named, of
    some whole events at a time, and no more than a part is ever held.
    """

    def __init__(self, folder: Path, event: str, engine: str, only: Only | None = None):
        """only: the article_ids, and event_ids, whose rows are seen; None: all."""
        self._folder, self._event, self._engine, self._only = folder, event, engine, only

    def __getattr__(self, name: str) -> pd.DataFrame:
        """The table of this name; raises ValueError in one line where it cannot be read."""
        if name.startswith("_"):  # copying and showing ask for such names
            raise AttributeError(name)
        return self._seen(name)

    def __dir__(self) -> list[str]:
        """What can be asked for: the names of the tables that are there."""
        return [
            "columns",
            "engine",
            "gather",
            "make",
            "parts",
            "write",
            *sorted(p.stem for p in self._folder.glob("*.parquet")),
        ]

    @property
    def engine(self) -> Engine:
        """What parallel.each is told: who works, and where rows of articles are kept."""
        own = self._folder.resolve()
        own = own.parent if own.name.startswith(_MAKING) else own
        kept = Path(os.environ.get("TELLINGS_KEPT") or _KEPT)
        digest = blake2b(os.fsencode(own), digest_size=4).hexdigest()
        return Engine(self._engine, kept / f"{own.name}-{digest}")

    def of(self, articles: Iterable[str]) -> "Tables":
        """The same tables with no rows but those of these articles; others take no memory."""
        return Tables(self._folder, self._event, self._engine, {"article_id": list(articles)})

    def of_events(self, events: Iterable[str]) -> "Tables":
        """The same tables with no rows but those of these events; others take no memory."""
        return Tables(self._folder, self._event, self._engine, {"event_id": list(events)})

    def columns(self, name: str, *columns: str) -> pd.DataFrame:
        """These columns of a table, in this order; others are not read."""
        return self._seen(name, columns)

    def write(self, name: str | Sequence[str], table: pd.DataFrame | Iterable) -> None:
        """Write the table `name`: a catalogued one with just the columns of its row type.

        name   several where each part is a tuple of as many tables
        table  whole, or its parts one after another: they are made and written in a process of
               their own, and what that leaves in memory is not held by this one

        Nothing is written where the parts fail. Raises ValueError in one line for a column that is
        missing.
        """
        if isinstance(table, pd.DataFrame):
            self._write(name, [table])
        else:
            self._write_apart(name, table)

    def make(self, name: str | Sequence[str], function: Callable, *of: str) -> None:
        """Write the table `name`, part by part: the rows that `function` gives of each.

        name  several where the function gives several tables, as a tuple
        of    the tables that the function gets, in this order

        Nothing is written where the function fails.
        """
        many = len(self._order()) >= _MANY
        write = self._write_apart if many else self._write
        write(name, self.parts(function, *of))

    def _write(self, name: str | Sequence[str], parts: Iterable) -> None:
        """Write the table `name` of its parts."""
        names = [name] if isinstance(name, str) else name
        with ExitStack() as whole:
            writers = [whole.enter_context(self._writer(n)) for n in names]
            for part in parts:
                tables = [part] if isinstance(name, str) else part
                for n, writer, rows in zip(names, writers, tables, strict=True):
                    writer.add(_own(n, rows))

    def _write_apart(self, name: str | Sequence[str], parts: Iterable) -> None:
        """The same in a process of its own, where nobody waits for a bar: that has none to show."""
        from tellings.parallel.apart import apart  # which asks for tables

        alone = self._engine == "local" and not progress.watched()
        write = partial(apart, self._write) if alone else self._write
        write(name, parts)

    def parts(self, function: Callable, *of: str) -> Iterator:
        """What `function` gives of each part, in the order of the events' names; see make."""
        parts = list(self._cut(1 if self._engine == "local" else _FOR_MANY))
        for only in progress.of(parts, len(parts), getattr(function, "__name__", "rows"), "part"):
            part = Tables(self._folder, "", self._engine, only)
            yield function(*((self if name in _WHOLE else part)._read(name) for name in of))

    def gather(self, function: Callable | tuple[Callable, ...], *of: str) -> Any:
        """What `function` gives of all parts, in one: for rows that are few, or a few words of each
        event in a dictionary; of a function that gives several tables each in one.

        function  several, as a tuple, of tables that are read for all of them once
        """
        if isinstance(function, tuple):
            function = _together(function)
        return _in_one(list(self.parts(function, *of)))

    def rows(self, name: str) -> Iterator[pd.DataFrame]:
        """The rows of a table as they are, part by part."""
        return self.parts(pd.DataFrame, name)

    def _cut(self, times: int = 1) -> Iterator[Only]:
        """The articles and the events of each part, SIZE articles (or so many times as many) and
        the rest of an event."""
        told = self._order()
        ids, events = told["article_id"].tolist(), told["event_id"].to_numpy()
        begins = np.flatnonzero(np.append(True, events[1:] != events[:-1])[: len(ids)])
        firsts = begins[np.diff(begins // (SIZE * times), prepend=-1) > 0].tolist()
        for first, end in pairwise([*firsts, len(ids)]):
            yield {"article_id": ids[first:end], "event_id": pd.unique(events[first:end]).tolist()}
        if told.empty:  # of no part a table would have no columns
            yield {key: [] for key in told}

    def _order(self) -> pd.DataFrame:
        """The articles, event by event: article_id, event_id."""
        told = self.tellings[["article_id", "event_id"]]  # held: not the same ids a second time
        return told.sort_values("event_id", kind="stable", ignore_index=True)

    def _writer(self, name: str) -> Writer:
        known = name in CATALOGUE
        return Writer(self._folder / f"{name}.parquet", row_type(name) if known else None)

    def _read(self, name: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
        name, view = VIEWS.get(name, (name, ()))
        path, known = self._folder / f"{name}.parquet", name in CATALOGUE
        if not path.exists():
            by = CATALOGUE[name][2] if known else "the notebook that writes it"
            raise ValueError(f"no table {name!r} in {path.parent.name}/. Run {by}, or: make report")
        row = row_type(name) if known else None
        if view:
            return files.cut(path, row, view, self._only)
        return files.load(path, row, self._only, columns)

    def _seen(self, name: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
        """A table with the rows that are seen; raises ValueError for an unknown event."""
        if not self._event or name in _WHOLE:
            return self._read(name, columns)
        told = open(self._folder).tellings  # held: it is asked for with each table
        own = told.loc[told["event_id"] == self._event, "article_id"]
        if own.empty:
            has = ", ".join(sorted(set(told["event_id"])))
            raise ValueError(f"unknown event {self._event!r}; this corpus has: {has}")
        only = {"event_id": [self._event], "article_id": list(own)}
        if self._only is None:
            return Tables(self._folder, "", self._engine, only)._read(name, columns)
        table = self._read(name, columns)
        key = next((key for key in only if key in table.columns), "")
        return table[table[key].isin(only[key])] if key else table


def open(data, event: str = "", engine: str = "local") -> Tables:
    """The tables in the folder `data`, read when asked for.

    event   only those of one event
    engine  who does the work on each article (parallel.each): of many workers each has his share
    """
    return Tables(Path(data), event, engine)


def _own(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """The table with those columns that one of its name has."""
    if name not in CATALOGUE:
        return table
    fields = row_type(name)._fields
    return table[[c for c in table.columns if c in KEYS or c in fields]]


def _together(functions: tuple[Callable, ...]) -> Callable[..., tuple]:
    """A function that gives what each of these gives of the same tables."""
    return lambda *given: tuple(function(*given) for function in functions)


def _in_one(found: Sequence) -> Any:
    """What was found of each part, put together by what it is."""
    if isinstance(found[0], tuple):
        return tuple(map(_in_one, zip(*found, strict=True)))
    if isinstance(found[0], dict):
        return {key: value for part in found for key, value in part.items()}
    return pd.concat(found, ignore_index=True)
