"""A corpus's report: its notebooks run where something changed, then its pages."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

from tellings.report.run import fingerprints, place, reach, record, schedule, staging, tasks
from tellings.report.run.place import ROOT, Job, Stop, shown
from tellings.report.run.record import Record
from tellings.report.run.tasks import Task
from tellings.text.prose import counted

NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9]-*.ipynb"))
_LIBRARY = ROOT / "lib" / "tellings"
_RUNNERS = ("tellings.report.run.execute",)  # they make the outputs, whatever the notebook


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
            _name(job, asked.single)
            return
        wanted = record.begun(job.of, corpus)._replace(keys=_keys(job, corpus), pages=pages)
        with staging.beside(job) as beside:
            made = record.read(job.out)  # no other run can change it now
            after = _make(beside, asked, wanted, _stale(job, made, wanted))
            beside.commit(made, after)
        _say(job, after)
        _name(job, asked.single)


def _make(beside: staging.Staging, asked: Asked, wanted: Record, stale: set[str]) -> Record:
    """Make all that is wanted beside the report; its record."""
    job = beside.job
    stale = beside.begin(_of_corpus(), wanted.keys, stale)
    needs = fingerprints.needs(NOTEBOOKS)
    shown_as = beside.report.parameters
    with schedule.Workers(asked.plain) as workers:
        ready = [task for task in tasks.of_corpus(NOTEBOOKS, job) if task.name in stale]
        ran = workers.run(ready, needs, job.out, shown_as)
        for task in _each(ran, ready):
            beside.finish(task.name, wanted.keys[task.name])
            if asked.strict:
                _strictly(job)
        events = workers.call(tasks.of_events, NOTEBOOKS, job, asked.events)
        keys = {e.name: tasks.key(e, wanted.keys[tasks.EACH_EVENT]) for e in events}
        ready = [event for event in events if not beside.taken(event.file, keys[event.name])]
        for task in _each(workers.run(ready, {}, job.out, shown_as), ready):
            beside.finish(task.name, keys[task.name])
        wanted = wanted._replace(keys=wanted.keys | keys)
        return workers.call(_paged, job, asked, wanted, events)


def _each(ran: Iterator[tuple[Task, float]], ready: list[Task]) -> Iterator[Task]:
    """The tasks as they are done, each said in a line; with how long the rest will take, if it is
    long."""
    begun, done, names = time.perf_counter(), [], [task.name for task in ready]
    for task, seconds in ran:
        done.append(task.name)
        left = tasks.seconds_left(done, names, time.perf_counter() - begun) / 60
        more = f"; about {counted(round(left), 'minute')} more" if left >= 1 else ""
        print(f"{task.name}  {seconds:.1f} s{more}", flush=True)
        yield task


def _paged(job: Job, asked: Asked, wanted: Record, events: list[Task]) -> Record:
    """Write the pages; the record of all that was made."""
    from tellings.report.pages import site
    from tellings.report.run import notices

    every = asked.articles == "all"
    files = site.write(job, _of_corpus(), asked.single, every, events)
    files += [f"notebooks/{n.name}" for n in _of_corpus()] + [event.file for event in events]
    after = wanted._replace(files=sorted(files), said=notices.notices(job))
    if fingerprints.folder(job.corpus) == wanted.corpus:
        return after
    words = ["the corpus was changed while it was read; run make report again", "index.html"]
    return after._replace(keys={}, pages="", said=[*after.said, words])


def _of_corpus() -> list[Path]:
    """The notebooks that are run once for a corpus."""
    return [n for n in NOTEBOOKS if n.stem != tasks.EACH_EVENT]


def _strictly(job: Job) -> None:
    """Raise Stop where a file of the corpus could not be read, once that is known."""
    from tellings.report.run import notices

    if told := notices.first_refused(job.data):
        raise Stop(f"{told}; STRICT=1 makes no report of the others")


def _say(job: Job, made: Record, strict: bool = False) -> None:
    """Say what was refused and what stayed without effect, and where to read more."""
    for words, page in made.said:
        print(f"{words}: {_address(job.out / page)}")
    if strict:
        _strictly(job)


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


def _pages(job: Job, asked: Asked, corpus: str) -> str:
    """A digest of all that a report is made from: what is as it was is known by it at once.

    Not the engine, which changes nothing that is made.
    """
    library = [p for p in _LIBRARY.rglob("*") if p.is_file() and p.suffix != ".pyc"]
    files = [*sorted(library), ROOT / "requirements.lock"]
    told = (json.dumps(_told(job)), str(asked.single), asked.articles, asked.events)
    return fingerprints.digest(files, corpus, *map(fingerprints.source, NOTEBOOKS), *told)


def _told(job: Job) -> dict[str, str]:
    """The parameters that change what a notebook makes."""
    return job._replace(engine="local").parameters


def _keys(job: Job, corpus: str) -> dict[str, str]:
    """The key of each notebook.

    Its source, what it can reach of the library (reach), the parameters, the corpus where it reads
    it, and the keys of the notebooks that it needs.
    """
    needs, reaching = fingerprints.needs(NOTEBOOKS), reach.Library(_LIBRARY)
    told = json.dumps(_told(job))
    key = {}
    for n in NOTEBOOKS:
        code = fingerprints.code(n)
        own = [*reaching.reached(code, _RUNNERS), ROOT / "requirements.lock"]
        read = corpus if fingerprints.uses(n, "corpus") else ""
        key[n.stem] = fingerprints.digest(own, fingerprints.source(n), read, told)
    for name in TopologicalSorter(needs).static_order():
        key[name] = fingerprints.digest([], key[name], *sorted(key[n] for n in needs[name]))
    return key


def _stale(job: Job, made: Record, wanted: Record) -> set[str]:
    """The notebooks that must run: their key has changed, or something that they made is gone."""
    return {
        n.stem
        for n in _of_corpus()
        if made.keys.get(n.stem) != wanted.keys[n.stem] or not staging.complete(n, job)
    }


def _there(job: Job, made: Record) -> bool:
    """Whether every file of the report, and every table that its notebooks wrote, is there."""
    there = all((job.out / name).exists() for name in made.files)
    return there and all(staging.complete(n, job) for n in _of_corpus())
