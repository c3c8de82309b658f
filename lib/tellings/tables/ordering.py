"""A table's rows in another order of their articles, however many: a file in, its rows out."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
import pyarrow as pa

from tellings.tables import files

# Articles of a pile, whose rows are held at one time. Each pile is an open file, of which some
# systems allow 256: of many articles the piles are larger, and no more of them.
_ARTICLES, _PILES = 250, 100


def arranged(path: Path, articles: Sequence[str]) -> Iterator[pa.Table]:
    """The rows of a table article by article, in the order of `articles`: of an article as they
    stand, those of other articles last. First comes a part without rows.

    The rows are dealt out in piles, each of articles that follow one another, and each pile is put
    in order by itself (a distribution sort): each row is read twice, whatever their number, and no
    more than a pile is held. The piles lie beside the table.
    """
    place, groups = _Places(articles), files.groups(path)
    yield next(groups)
    with TemporaryDirectory(prefix=".piles-", dir=path.parent) as beside:
        for pile in _dealt(groups, place, Path(beside)):
            with pa.OSFile(str(pile)) as source:
                rows = pa.ipc.open_stream(source).read_all()
            pile.unlink()
            yield rows.take(np.argsort(place.of(rows), kind="stable"))


class _Places:
    """Where the rows of each article are to stand.

    apile  articles of a pile
    """

    def __init__(self, articles: Sequence[str]):
        self._articles = pd.Index(articles)
        self.apile = max(_ARTICLES, -(-len(articles) // _PILES))

    def of(self, rows: pa.Table) -> np.ndarray:
        """The place of each row's article; behind the last where it has none."""
        ids = rows["article_id"].combine_chunks().dictionary_encode()
        at = self._articles.get_indexer(ids.dictionary.to_pylist())
        return np.where(at < 0, len(self._articles), at)[ids.indices.to_numpy()]


def _dealt(groups: Iterable[pa.Table], place: _Places, beside: Path) -> list[Path]:
    """The piles of all rows, as files, in order."""
    piles: dict[int, pa.RecordBatchStreamWriter] = {}
    with ExitStack() as whole:
        for rows in groups:
            for number, own in _by_pile(rows, place):
                if number not in piles:
                    new = pa.ipc.new_stream(str(beside / f"{number:03}"), own.schema)
                    piles[number] = whole.enter_context(new)
                piles[number].write_table(own)
    return sorted(beside.iterdir())


def _by_pile(rows: pa.Table, place: _Places) -> Iterator[tuple[int, pa.Table]]:
    """Which of the rows go to which pile."""
    number = place.of(rows) // place.apile
    order = np.argsort(number, kind="stable")
    number, rows = number[order], rows.take(order)
    ends = np.flatnonzero(np.diff(number, append=-1)) + 1
    for begin, end in zip([0, *ends], ends, strict=False):
        yield int(number[begin]), rows.slice(begin, end - begin)
