"""A table's rows in another order of their articles, however many: a file in, its rows out."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
import pyarrow as pa

from tellings.tables import files

_PILES = 100  # at most: each is an open file, of which some systems allow 256


def arranged(path: Path, parts: Sequence[Sequence[str]]) -> Iterator[pa.Table]:
    """The rows of a table, part by part and article by article: of an article as they stand, those
    of other articles last. First comes a part without rows.

    parts  the articles of each, in order

    The rows are dealt out in piles, each of parts that follow one another, and each pile is put in
    order by itself (a distribution sort): each row is read twice, whatever their number, and no
    more than a pile is held. The piles lie beside the table.
    """
    places, groups = _Places(parts), files.groups(path)
    yield next(groups)
    with TemporaryDirectory(prefix=".piles-", dir=path.parent) as beside:
        for pile in _dealt(groups, places, Path(beside)):
            with pa.OSFile(str(pile)) as source:
                rows = pa.ipc.open_stream(source).read_all()
            pile.unlink()
            yield from (own for _, own in _cut(rows, places, places.parts))


class _Places:
    """Where the rows of each article are to stand.

    parts, piles  the part, and the pile, that each place is in; the last is for other articles
    """

    def __init__(self, parts: Sequence[Sequence[str]]):
        self._articles = pd.Index([article_id for part in parts for article_id in part])
        self.parts = np.repeat(np.arange(len(parts) + 1), [*map(len, parts), 1])
        self.piles = self.parts // -(-(len(parts) + 1) // _PILES)

    def of(self, rows: pa.Table) -> np.ndarray:
        """The place of each row's article; behind the last where it has none."""
        ids = rows["article_id"].combine_chunks().dictionary_encode()
        at = self._articles.get_indexer(ids.dictionary.to_pylist())
        return np.where(at < 0, len(self._articles), at)[ids.indices.to_numpy()]


def _dealt(groups: Iterable[pa.Table], places: _Places, beside: Path) -> list[Path]:
    """The piles of all rows, as files, in order."""
    piles: dict[int, pa.RecordBatchStreamWriter] = {}
    with ExitStack() as whole:
        for rows in groups:
            for number, own in _cut(rows, places, places.piles):
                if number not in piles:
                    new = pa.ipc.new_stream(str(beside / f"{number:03}"), own.schema)
                    piles[number] = whole.enter_context(new)
                piles[number].write_table(own)
    return sorted(beside.iterdir())


def _cut(rows: pa.Table, places: _Places, numbers: np.ndarray) -> Iterator[tuple[int, pa.Table]]:
    """The rows in the order of their places, those of each number by themselves."""
    at = places.of(rows)
    order = np.argsort(at, kind="stable")
    number, rows = numbers[at[order]], rows.take(order)
    ends = np.flatnonzero(np.diff(number, append=-1)) + 1
    for begin, end in zip([0, *ends], ends, strict=False):
        yield int(number[begin]), rows.slice(begin, end - begin)
