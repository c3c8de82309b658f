"""A run as a transaction: all is made beside the report, and takes its place when all is whole.

A run that fails leaves the report as it was. One that is killed also leaves what it had finished,
in a hidden folder, and the next run takes over what it can use of it.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tellings import lock
from tellings.report.run import fingerprints, outputs, record
from tellings.report.run.place import Job, Stop, shown
from tellings.report.run.record import Record

_PREFIX = ".making-"


class Staging:
    """The folder beside a report in which the next one is made; `job` is the run in it."""

    def __init__(self, report: Job):
        self.report = report
        own = tempfile.mkdtemp(prefix=_PREFIX, dir=report.out)
        self._before = record.read(report.out)
        self.job = report._replace(out=Path(own), data=report.data / Path(own).name)
        self._keys: dict[str, str] = {}

    def begin(self, notebooks: Iterable[Path], wanted: dict[str, str], stale: set[str]) -> set[str]:
        """Fill the folder with what need not be made; the names of the notebooks that must run.

        stale  names of the notebooks whose part of the report is not as it is wanted
        """
        (self.job.out / "notebooks").mkdir()
        self.job.data.mkdir(parents=True)
        for notebook in notebooks:
            if notebook.stem not in stale:
                _take(self.report, self.job, notebook, _linked)
            elif before := self._finished(notebook, wanted[notebook.stem]):
                _take(before, self.job, notebook, Path.replace)
                self.finish(notebook.stem, wanted[notebook.stem])
        self._sweep(but=self.job)
        return stale - self._keys.keys()

    def taken(self, file: str, key: str) -> bool:
        """Whether an executed notebook without tables could be taken over from the report: it is
        there, and was made of the same."""
        name = Path(file).stem
        there = self.report.out / file
        if self._before.keys.get(name) != key or not there.exists():
            return False
        csvs = outputs.tables(there)
        if not all((self.report.out / name).exists() for name in csvs):
            return False
        for name in (file, *csvs):
            _linked(self.report.out / name, _ready(self.job.out / name))
        self.finish(name, key)
        return True

    def finish(self, name: str, key: str) -> None:
        """Note that a notebook's page and tables are whole, and what they were made of."""
        self._keys[name] = key
        record.write(self.job.out, record.begun(self.report.of)._replace(keys=self._keys))

    def _finished(self, notebook: Path, key: str) -> Job | None:
        """The run that was killed after it had finished this notebook, as it is wanted."""
        for out in sorted(self.report.out.glob(f"{_PREFIX}*")):
            killed = self.report._replace(out=out, data=self.report.data / out.name)
            if record.read(out).keys.get(notebook.stem) == key and complete(notebook, killed):
                return killed
        return None

    def commit(self, before: Record, after: Record) -> None:
        """Put all that was made in its place, take away what is no longer made, write the record.

        before  the report's record. What is replaced loses its keys first and has them again last,
                so that a run that is killed in between leaves files old or new, each whole, and the
                next run knows which.
        """
        out, data = self.report.out, self.report.data
        self._check(after.files)
        kept = {n: k for n, k in before.keys.items() if after.keys.get(n) == k}
        files = sorted({*before.files, *after.files})
        record.write(out, record.begun(after.of)._replace(keys=kept, files=files))
        for table in sorted(self.job.data.iterdir()):
            _put(table, data / table.name)
        for name in after.files:
            _put(self.job.out / name, out / name)
        for name in set(before.files) - set(after.files):
            if gone := record.below(out, name):
                with suppress(OSError):
                    gone.unlink()
        record.write(out, after)

    def _check(self, names: Iterable[str]) -> None:
        """Raise Stop where a link would have something written outside the report's folder."""
        out, data = self.report.out, self.report.data
        inside = [f"{data.name}/table"] if data.parent == out else []
        for name in [*names, *inside]:
            if record.below(out, name) is None:
                link = shown(out / Path(name).parent)
                raise Stop(f"{link} leads out of the report's folder; take the link away")

    def end(self) -> None:
        """Take the folder away, and what other runs left."""
        self._sweep(but=None)

    def _sweep(self, but: Job | None) -> None:
        """Take away the folders of this and of other runs, all but one."""
        for place in (self.report.out, self.report.data):
            for left in place.glob(f"{_PREFIX}*"):
                if but is None or left not in (but.out, but.data):
                    shutil.rmtree(left, ignore_errors=True)


@contextmanager
def beside(report: Job) -> Iterator[Staging]:
    """Inside, a new report may be made and no other run can; after, the staging folder is gone.

    Folders that are new stay only if something was put in them. Raises Stop where another run is
    making this report.
    """
    new = [place for place in (report.out, report.data) if not place.exists()]
    report.out.mkdir(parents=True, exist_ok=True)
    report.data.mkdir(parents=True, exist_ok=True)
    try:
        with lock.held(report.out):
            if not record.path(report.out).exists():
                record.write(report.out, record.begun(report.of))
            staging = Staging(report)
            try:
                yield staging
            finally:
                staging.end()
                if report.out in new and not record.read(report.out).files:
                    record.path(report.out).unlink(missing_ok=True)
    except lock.Busy:
        raise Stop(f"another run is writing {shown(report.out)}; wait until it has ended") from None
    finally:
        for place in reversed(new):
            with suppress(OSError):
                place.rmdir()  # only if it is empty


def complete(notebook: Path, job: Job) -> bool:
    """Whether a notebook is there as it was run, with all tables that it writes."""
    executed = job.out / "notebooks" / notebook.name
    if not executed.exists():
        return False
    tables = [job.data / f"{name}.parquet" for name in fingerprints.tables(notebook)[1]]
    tables += [job.out / name for name in outputs.tables(executed)]
    return all(table.exists() for table in tables)


def _take(source: Job, target: Job, notebook: Path, take) -> None:
    """Take a notebook and its tables from one job's folders to another's."""
    name = f"notebooks/{notebook.name}"
    for own in (*outputs.tables(source.out / name), name):
        take(source.out / own, _ready(target.out / own))
    for table in fingerprints.tables(notebook)[1]:
        name = f"{table}.parquet"
        take(source.data / name, target.data / name)


def _linked(source: Path, target: Path) -> None:
    """The same file under a second name; a copy where the system knows no links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _put(source: Path, target: Path) -> None:
    """Put a file in its place, over the one that was there."""
    source.replace(_ready(target))


def _ready(target: Path) -> Path:
    """A file's path, its folder there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    return target
