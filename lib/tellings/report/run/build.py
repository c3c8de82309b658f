"""A corpus's report: its notebooks run where something changed, then its pages.

Only the standard library, and what makes a report only where something is to be made.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tellings.report.run import fingerprints, place, record, tasks
from tellings.report.run.place import ROOT, Job, Stop, shown
from tellings.report.run.record import Record

NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9]-*.ipynb"))
LIBRARY = ROOT / "lib" / "tellings"


class Asked(NamedTuple):
    """What a run is asked for.

    out     folder for all that is made; "" for the project's own
    single  also write report.html, all pages in one file
    strict  stop where a file of the corpus could not be read
    plain   start each kernel by itself
    engine  who does the work on many articles: local, processes, tcp://host:port
    articles  "all": a page for each article, also where there are very many
    events  how many events have a page of their own, the largest first, or "all"
    """

    corpus: Path
    event: str = ""
    out: str = ""
    single: bool = False
    strict: bool = False
    plain: bool = False
    engine: str = "local"
    articles: str = ""
    events: str = tasks.EVENTS


def report(asked: Asked) -> None:
    """Write the report of a corpus; run only the notebooks whose sources or inputs have changed.

    Raises Stop where the corpus cannot be read, a notebook fails or the place cannot be written to;
    the report is then as it was.
    """
    with _in_one_line():
        tasks.checked(asked.events)
        job = place.job(asked.corpus, asked.event, asked.out)._replace(engine=asked.engine)
        corpus = fingerprints.folder(job.corpus)
        pages = _pages(job, asked, corpus)
        made = record.read(job.out)
        if made.pages == pages and _there(job, made):
            _say(job, made, asked.strict)
            print("Nothing has changed: ", end="")
        else:
            from tellings.report.run import making

            _say(job, making.made(job, asked, record.begun(job.of, corpus)._replace(pages=pages)))
        _name(job, asked.single)


def _there(job: Job, made: Record) -> bool:
    """Whether every file of the report, and every table that its notebooks wrote, is there."""
    files = [job.out / name for name in made.files] + [job.data / name for name in made.tables]
    return all(file.exists() for file in files)


def _pages(job: Job, asked: Asked, corpus: str) -> str:
    """A digest of all that a report is made from: what is as it was is known by it at once.

    Not the engine, which changes nothing that is made.
    """
    library = [p for p in LIBRARY.rglob("*") if p.suffix != ".pyc" and p.is_file()]
    files = [*sorted(library), ROOT / "requirements.lock"]
    told = (json.dumps(job.decisive), str(asked.single), asked.articles, asked.events)
    return fingerprints.digest(files, corpus, *map(fingerprints.source, NOTEBOOKS), *told)


def _say(job: Job, made: Record, strict: bool = False) -> None:
    """Say what was refused and what stayed without effect, and where to read more."""
    for words, page in made.said:
        print(f"{words}: {_address(job.out / page)}")
    if strict:
        from tellings.report.run import notices

        notices.strictly(job.data)


def _name(job: Job, single: bool) -> None:
    """Say where the report is, last and as an address that a terminal makes a link of."""
    for page in ["index.html"] + ["report.html"] * single:
        print(_address(job.out / page))


def _address(page: Path) -> str:
    return page.resolve().as_uri()


@contextmanager
def _in_one_line() -> Iterator[None]:
    """Turn what the system refuses into a line for the user."""
    try:
        yield
    except OSError as error:
        where = f" {shown(Path(error.filename))}" if isinstance(error.filename, str) else ""
        raise Stop(
            f"cannot write{where}: {error.strerror}. Make room or mend its permissions, "
            "or give another OUT"
        ) from None
