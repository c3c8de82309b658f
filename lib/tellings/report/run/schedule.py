"""Notebooks run side by side, each as soon as those are done whose tables it reads."""

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from graphlib import TopologicalSorter
from pathlib import Path

from tellings.report.run import fingerprints
from tellings.report.run.place import Job, Stop

_AT_ONCE = 2  # kernels: more would share the memory, not shorten the longest chain


def run(
    notebooks: Iterable[Path], stale: set[str], job: Job, shown: dict[str, str], plain: bool
) -> Iterator[tuple[Path, float]]:
    """Run the stale ones of the notebooks in the job's folder; yield each with its seconds, done.

    shown  the parameters that an executed notebook says it was given
    plain  start each kernel by itself

    Raises Stop where a notebook fails; those that still run are ended.
    """
    if not stale:
        return
    from tellings.report.run import execute, kernels

    def one(notebook: Path) -> tuple[Path, float]:
        begun = time.perf_counter()
        target = job.out / "notebooks" / notebook.name
        execute.run(notebook, target, job.parameters, shown)
        return notebook, time.perf_counter() - begun

    by_name = {n.stem: n for n in notebooks if n.stem in stale}
    needs = fingerprints.needs(notebooks)
    order = TopologicalSorter({name: needs[name] & stale for name in by_name})
    order.prepare()
    running = set()
    try:  # the kernels end first, so that no thread is waited for that waits for one
        with ThreadPoolExecutor(_AT_ONCE) as threads, kernels.warm(not plain, job.out):
            while order.is_active():
                running |= {threads.submit(one, by_name[n]) for n in order.get_ready()}
                ended, running = wait(running, return_when=FIRST_COMPLETED)
                for future in ended:
                    order.done(future.result()[0].stem)
                    yield future.result()
    except execute.NotebookError as stop:
        raise Stop(str(stop)) from None
