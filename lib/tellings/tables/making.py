"""Tables in the making, beside those of the last run, whose places they take when all are there."""

import shutil
import weakref
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

import pandas as pd

from tellings import lock
from tellings.tables.corpus import Engine, Tables
from tellings.tables.ordering import arranged

_PREFIX = ".drafts-"


class Drafts(Tables):
    """The tables of a corpus that is read anew, in a passing folder: those of the last run stand
    until all are made (keep), and of a run that fails nothing is left.

    Articles are read in the order of their files, and which of them tell one event is known last:
    until then (arrange) a part is some articles that lie side by side.
    """

    def __init__(self, data: Path, engine: str):
        """data: the folder for the tables when they are whole; engine: as tables.open has it."""
        data.mkdir(parents=True, exist_ok=True)
        passing = ExitStack()
        super().__init__(passing.enter_context(_passing(data)), "", engine)
        self._data, self._arranged = data, pd.DataFrame()
        self._end = weakref.finalize(self, passing.close)

    @property
    def engine(self) -> Engine:
        """As of the tables in their places: by the folder for them it is known what was kept."""
        return Tables(self._data, "", self._engine).engine

    def about(self, event: str) -> Tables:
        """The tables of one event only; all for ""."""
        return Tables(self._folder, event, self._engine) if event else self

    def arrange(self, articles: pd.DataFrame, *names: str) -> None:
        """Put the rows of these tables event by event; from now on a part is some whole events.

        articles  article_id and event_id; the rows of others come last
        """
        own = articles[["article_id", "event_id"]].sort_values("event_id", kind="stable")
        others = self._order()[lambda a: ~a["article_id"].isin(own["article_id"])]
        self._arranged = pd.concat([own, others], ignore_index=True)
        parts = [only["article_id"] for only in self._cut()]
        for name in names:
            with self._writer(name) as file:
                for rows in arranged(self._folder / f"{name}.parquet", parts):
                    file.put(rows)

    def keep(self) -> None:
        """Put all tables in their places."""
        for table in sorted(self._folder.glob("*.parquet")):
            table.replace(self._data / table.name)
        self._end()
        self._folder = self._data

    def _order(self) -> pd.DataFrame:
        """All captures; one of which no event is known stands for itself."""
        if not self._arranged.empty:
            return self._arranged
        ids = self.columns("captures", "article_id")["article_id"]
        return pd.DataFrame({"article_id": ids, "event_id": ids})


def drafts(data, engine: str = "local") -> Drafts:
    """The tables that a corpus read anew has, to be made and kept in the folder `data`.

    engine  as tables.open has it
    """
    return Drafts(Path(data), engine)


@contextmanager
def _passing(data: Path) -> Iterator[Path]:
    """A new folder inside `data`, gone after; what runs that were killed have left goes, too."""
    for left in data.glob(f"{_PREFIX}*"):
        with suppress(lock.Busy, FileNotFoundError), lock.held(left):
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(mkdtemp(prefix=_PREFIX, dir=data))
    try:
        with lock.held(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
