"""The files by which parts of the work go to workers and their rows come back."""

import os
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from tellings.parallel.shelf import Given, Shelf, slices

SIZE = 250  # articles of a part: a second or so of work, against milliseconds to hand it out
_VALUE = "value"  # the column of a Series, which has no name of its own


class Part(NamedTuple):
    """A part of the work: its files are in the folder, under its number."""

    folder: str
    number: int
    beside: tuple[str, ...]

    def file(self, name: str) -> Path:
        """The file of one of its tables."""
        return Path(self.folder) / f"{self.number:06}-{name}.parquet"


def lay_out(folder: str, articles: Given, beside: dict[str, Given]) -> list[Part]:
    """The parts of whole articles, in their order, each with its files written."""
    main, others = Shelf(articles), {f"beside-{name}": Shelf(t) for name, t in beside.items()}
    parts = []
    for number, ids in enumerate(slices(main.ids, SIZE)):
        part = Part(folder, number, tuple(beside))
        for name, shelf in {"articles": main, **others}.items():
            _save(shelf.cut(ids), part.file(name))
        parts.append(part)
    return parts


def given(part: Part) -> tuple[Given, dict[str, Given]]:
    """The part's articles and the tables beside."""
    beside = {name: _read(part.file(f"beside-{name}")) for name in part.beside}
    return _read(part.file("articles")), beside


def singly(part: Part) -> Iterator[tuple[str, Given, dict[str, Given]]]:
    """Each article of the part: its id, what is given of it, what the tables beside have of it."""
    articles, beside = given(part)
    main, others = Shelf(articles), {name: Shelf(table) for name, table in beside.items()}
    for article_id in main.ids:
        own = [article_id]
        yield article_id, main.cut(own), {name: shelf.cut(own) for name, shelf in others.items()}


def write(part: Part, rows: pd.DataFrame) -> None:
    """Write the part's rows; no reader meets half a file, and the last of two writers wins."""
    path = part.file("rows")
    unfinished = path.with_suffix(f".{os.getpid()}")
    rows.to_parquet(unfinished, index=False)
    unfinished.replace(path)


def result(part: Part) -> pd.DataFrame:
    """The part's rows as they were written."""
    return pd.read_parquet(part.file("rows"))


def _save(table: Given, path: Path) -> None:
    """Write a table, or a Series: its values as bytes where they are more than text and numbers."""
    if isinstance(table, pd.Series):
        values = table.map(pickle.dumps) if table.dtype == object else table
        table = pd.DataFrame({"article_id": table.index, _VALUE: values.to_numpy()})
    table.to_parquet(path, index=False)


def _read(path: Path) -> Given:
    """What _save wrote."""
    table = pd.read_parquet(path)
    if _VALUE not in table.columns:
        return table
    values = table.set_index("article_id")[_VALUE]
    return values.map(pickle.loads) if values.dtype == object else values
