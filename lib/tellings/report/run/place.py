"""What a report is made of and where it is written; refused where that touches anything else."""

import hashlib
import os
import re
from pathlib import Path
from typing import NamedTuple

from tellings.report.run import record

ROOT = Path(__file__).resolve().parents[4]
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}  # an empty folder that somebody looked at


class Stop(Exception):
    """The report cannot be made; the message says why and what to do, one fault a line."""


class Job(NamedTuple):
    """What is to be made of what, where.

    of      which corpus and event this is, wherever the project lies: two of one name do not share
    engine  who does the work on many articles (parallel.each): what is made is the same
    """

    name: str
    corpus: Path
    event: str
    data: Path
    out: Path
    of: str
    engine: str = "local"

    @property
    def parameters(self) -> dict[str, str]:
        """What the notebooks are told beyond their defaults (paths relative to their folder)."""
        here = ROOT / "notebooks"
        given = {
            "corpus": os.path.relpath(self.corpus, here),
            "data": os.path.relpath(self.data, here),
            "event": self.event,
            "engine": self.engine,
        }
        usual = {"corpus": "../seeds", "data": "../data/seeds", "event": "", "engine": "local"}
        return {k: v for k, v in given.items() if v != usual[k]}

    @property
    def decisive(self) -> dict[str, str]:
        """The parameters that change what a notebook makes: not who does the work."""
        return self._replace(engine="local").parameters


def job(corpus: Path, event: str, out: str) -> Job:
    """The job of a corpus, with its folders checked; nothing is written yet.

    out  folder for all that is made; "" for report/<name> and data/<name> of the project

    Raises Stop for a corpus that is no folder or empty, and for a place that is the corpus's or
    holds anything but a report.
    """
    corpus = corpus.resolve()
    if not corpus.is_dir():
        raise Stop(f"no folder {corpus.name!r} here; CORPUS must be a folder of captures (.txt)")
    if not any(names for _, _, names in os.walk(corpus)):
        raise Stop(f"the corpus folder {corpus.name!r} is empty; put captures (.txt) into it")
    told = f"{os.path.relpath(corpus, ROOT)}\0{event}"
    of = hashlib.sha256(os.fsencode(told)).hexdigest()[:12]
    name = corpus.name + (f"-{re.sub(r'[^A-Za-z0-9.-]+', '-', event)}" if event else "")
    if out:
        place = Path(out).resolve()
        made = Job(name, corpus, event, place / "data", place, of)
    else:
        made = _usual(Job(name, corpus, event, ROOT / "data" / name, ROOT / "report" / name, of))
    _check(made)
    return made


def _usual(asked: Job) -> Job:
    """The job in the project's own folders, beside that of another corpus of the same name."""
    there = record.read(asked.out).of
    if there in ("", asked.of):
        return asked
    name = f"{asked.name}-{asked.of[:6]}"
    return asked._replace(name=name, data=ROOT / "data" / name, out=ROOT / "report" / name)


def _check(made: Job) -> None:
    """Raise Stop where the report would be written into something else."""
    out = made.out
    if out.resolve().is_relative_to(made.corpus):
        raise Stop(f"the report would lie inside the corpus ({shown(out)}); give another OUT")
    if out.exists() and not out.is_dir():
        raise Stop(f"{shown(out)} is a file; OUT must be a folder, a new one or an empty one")
    if record.path(out).exists() or not out.exists():
        return
    try:
        theirs = sorted({p.name for p in out.iterdir()} - _LITTER)
    except OSError as error:
        raise Stop(f"{shown(out)} cannot be opened: {error.strerror}") from None
    if theirs:
        raise Stop(
            f"{shown(out)} holds {theirs[0]!r} and no report of this suite; "
            "OUT must be a new or empty folder"
        )


def shown(path: Path) -> str:
    """A path as the user would type it: from the working folder where it lies below it."""
    way = os.path.relpath(path)
    return str(path) if way.startswith(os.pardir) else way
