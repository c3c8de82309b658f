"""Rows that an earlier run found: articles in, their table out, in which only the others are new.

An article's rows depend on what is given of it and on the function, and on nothing else. So they
are kept under a digest of what is given, in a file named after the function and all of its code.
"""

import json
import marshal
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

import numpy as np
import pandas as pd

from tellings import tables
from tellings.parallel import identity, loop
from tellings.parallel.shelf import Given, Shelf, slices
from tellings.parallel.store import Store

_AT_ONCE = 100  # articles of which the columns are lists at one time
_ENCODER = json.JSONEncoder(separators=(",", ":"))  # json.dumps would make one for each article


def each(
    work: Callable[[Given, dict[str, Given]], pd.DataFrame],
    identities: Callable[[], set[str]],
    articles: Given,
    Row,
    beside: dict[str, Given],
    folder: Path,
) -> pd.DataFrame:
    """The table that `work` would make of all articles; it gets those of which no rows are kept.

    work        gets articles and what stands beside, gives the rows of a function for each
    identities  what that function is to each process that may call it (identity.of)
    folder      where rows are kept, those that are new from now on

    Where it is not certain that all call the same nothing is kept, and of an article that fails
    neither.
    """
    version, *others = identities()
    if others or not version:
        return work(articles, beside)

    def keep(made: pd.DataFrame, keys: dict[str, bytes]) -> None:
        if identities() == {version}:  # the code may have been changed while it was at work
            store.write(_packed(made, keys, Row))

    store = Store(folder, Row.__name__, version)
    keys = dict(_keys({"": articles, **beside}))
    held = store.read(keys.values())
    if not held:
        made = work(articles, beside)
        keep(made, keys)
        return made
    new = {article_id: key for article_id, key in keys.items() if key not in held}
    rest = {name: Shelf(table).cut(new) for name, table in beside.items()}
    made = work(Shelf(articles).cut(new), rest) if new else loop.joined([], Row)
    keep(made, new)
    return _in_order([_unpacked(keys, held, Row), made], keys, Row)


def _keys(given: dict[str, Given]) -> Iterator[tuple[str, bytes]]:
    """Each article with a digest of all that the function gets of it; b"" where that has none."""
    shelves = [Shelf(table) for table in given.values()]
    names = [_names(table) for table in given.values()]
    begun = blake2b(marshal.dumps([*given, *names], 2), digest_size=16)
    for ids in slices(shelves[0].ids, _AT_ONCE):
        values = (
            shelf.columns(ids, list(columns)) if columns else map(identity.plain, shelf.given(ids))
            for shelf, columns in zip(shelves, names, strict=True)
        )
        for article_id, *own in zip(ids, *values, strict=True):
            digest = begun.copy()
            try:
                # Form 2 has no references, which depend on what texts are one object in memory.
                digest.update(marshal.dumps(own, 2))
                yield article_id, digest.digest()
            except ValueError:  # more than texts and numbers
                yield article_id, b""


def _names(table: Given) -> dict[str, str]:
    """The columns that a function gets of a table, each with its type; of a Series none."""
    if isinstance(table, pd.Series):
        return {}
    return {name: str(table[name].dtype) for name in table if name not in tables.KEYS}


def _packed(made: pd.DataFrame, keys: dict[str, bytes], Row) -> Iterator[tuple[bytes, bytes]]:
    """The rows of each article, column by column; of one that failed or has no digest none."""
    failed = {reject.article_id for reject in loop.rejects(made)}
    shelf = Shelf(made)
    for ids in slices([i for i, key in keys.items() if key and i not in failed], _AT_ONCE):
        for article_id, columns in zip(ids, shelf.columns(ids, Row._fields), strict=True):
            yield keys[article_id], _ENCODER.encode(columns).encode()


def _unpacked(keys: dict[str, bytes], held: dict[bytes, bytes], Row) -> pd.DataFrame:
    """The table of what is held."""
    ids: list[str] = []

    def rows() -> Iterator[tuple]:
        for article_id, key in keys.items():
            if key in held:
                own = list(zip(*json.loads(held[key]), strict=True))
                ids.extend([article_id] * len(own))
                yield from own

    table = tables.frame(rows(), Row)
    table.insert(0, "article_id", pd.array(ids, dtype="str"))
    return table


def _in_order(parts: list[pd.DataFrame], keys: dict[str, bytes], Row) -> pd.DataFrame:
    """One table of all parts, an article's rows where it stands among the keys."""
    table = loop.joined(parts, Row)
    place = pd.Series(range(len(keys)), index=pd.Index(keys, dtype="str"))
    order = np.argsort(place[table["article_id"]].to_numpy(), kind="stable")
    ordered = table.iloc[order].reset_index(drop=True)
    ordered.attrs = table.attrs
    return ordered
