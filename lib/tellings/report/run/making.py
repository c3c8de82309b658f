"""A report in the making: stale notebooks are run beside it, pages written, all put in place."""

import json
import time
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

from tellings.report.run import fingerprints, reach, record, schedule, staging, tasks
from tellings.report.run.build import LIBRARY, NOTEBOOKS, Asked
from tellings.report.run.place import ROOT, Job
from tellings.report.run.record import Record
from tellings.report.run.tasks import Task
from tellings.text.prose import counted

_RUNNERS = ("tellings.report.run.execute",)  # they make the outputs, whatever the notebook


def made(job: Job, asked: Asked, wanted: Record) -> Record:
    """Make what is wanted and is not there; the report's record.

    wanted  what the report is to be made of, but for the keys of its notebooks
    """
    wanted = wanted._replace(keys=_keys(job, wanted.corpus))
    with staging.beside(job) as beside:
        before = record.read(job.out)  # no other run can change it now
        after = _make(beside, asked, wanted, _stale(job, before, wanted))
        beside.commit(before, after)
    return after


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


def _strictly(job: Job) -> None:
    """Raise Stop where a file of the corpus could not be read, once that is known."""
    from tellings.report.run import notices

    notices.strictly(job.data)


def _paged(job: Job, asked: Asked, wanted: Record, events: list[Task]) -> Record:
    """Write the pages; the record of all that was made."""
    from tellings.report.pages import site
    from tellings.report.run import notices

    every = asked.articles == "all"
    files = site.write(job, _of_corpus(), asked.single, every, events)
    files += [f"notebooks/{n.name}" for n in _of_corpus()] + [event.file for event in events]
    tables = {f"{t}.parquet" for n in _of_corpus() for t in fingerprints.tables(n)[1]}
    after = wanted._replace(files=sorted(files), tables=sorted(tables), said=notices.notices(job))
    if fingerprints.folder(job.corpus) == wanted.corpus:
        return after
    words = ["the corpus was changed while it was read; run make report again", "index.html"]
    return after._replace(keys={}, pages="", said=[*after.said, words])


def _of_corpus() -> list[Path]:
    """The notebooks that are run once for a corpus."""
    return [n for n in NOTEBOOKS if n.stem != tasks.EACH_EVENT]


def _keys(job: Job, corpus: str) -> dict[str, str]:
    """The key of each notebook.

    Its source, what it can reach of the library (reach), the parameters, the corpus where it reads
    it, and the keys of the notebooks that it needs.
    """
    needs, reaching = fingerprints.needs(NOTEBOOKS), reach.Library(LIBRARY)
    told = json.dumps(job.decisive)
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
