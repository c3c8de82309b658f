"""Notebooks run side by side, each as soon as those are done whose tables it reads."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import ExitStack
from graphlib import TopologicalSorter
from pathlib import Path

from tellings.report.run import forks, outputs
from tellings.report.run.place import Stop
from tellings.report.run.tasks import Task

_AT_ONCE = 2  # kernels: more would share the memory, not shorten the longest chain


class Workers:
    """Threads that run notebooks, and the kernels they run in; started when first needed.

    plain  start each kernel by itself
    """

    def __init__(self, plain: bool):
        self._plain = plain
        self._open = ExitStack()
        self._threads: ThreadPoolExecutor | None = None
        self._parent: forks.Warm | None = None

    def __enter__(self) -> "Workers":
        """Nothing is started yet."""
        return self

    def __exit__(self, *stop) -> None:
        """End the kernels first, so that no thread is waited for that waits for one."""
        self._open.close()

    def run(
        self,
        tasks: Sequence[Task],
        needs: Mapping[str, set[str]],
        out: Path,
        shown: Mapping[str, str],
    ) -> Iterator[tuple[Task, float]]:
        """Run the tasks, their notebooks written below `out`; yield each with its seconds, done.

        needs  for each task's name, the names of those that must be done before it
        shown  the parameters that an executed notebook says it was given, its event apart

        Raises Stop where a notebook fails; those that still run are ended.
        """
        if not tasks:
            return
        threads = self._started(out)
        from tellings.report.run import execute

        by_name = {task.name: task for task in tasks}
        order = TopologicalSorter({n: needs.get(n, set()) & by_name.keys() for n in by_name})
        order.prepare()
        waited_for = set().union(*needs.values())
        running = set()
        try:
            while order.is_active():
                ready = sorted(order.get_ready(), key=lambda name: (name not in waited_for, name))
                running |= {threads.submit(_run, by_name[n], out, shown) for n in ready}
                ended, running = wait(running, return_when=FIRST_COMPLETED)
                for future in ended:
                    order.done(future.result()[0].name)
                    yield future.result()
        except execute.NotebookError as stop:
            raise Stop(str(stop)) from None

    def call(self, function: Callable, *given):
        """What a function of a module gives: in a fork of the process of which kernels are forks,
        where there is one, and what is heavy is imported; else here.

        Raises what the function raises, and Stop where the fork is killed.
        """
        if not self._parent:
            return function(*given)
        try:
            return self._parent.call(function, *given)
        except forks.Ended as ended:
            raise Stop(str(ended)) from None

    def _started(self, out: Path) -> ThreadPoolExecutor:
        """The threads, started with the parent of the kernels if they were not.

        out  the folder of the run, where the kernels keep what they need
        """
        if self._threads is None:
            self._threads = self._open.enter_context(ThreadPoolExecutor(_AT_ONCE))
            self._parent = self._open.enter_context(forks.warm(not self._plain))
            from tellings.report.run import kernels  # takes as long as the parent does beside

            self._open.enter_context(kernels.forked(self._parent, out))
        return self._threads


def _run(task: Task, out: Path, shown: Mapping[str, str]) -> tuple[Task, float]:
    """Run one notebook; it, and the seconds it took."""
    from tellings.report.run import execute

    begun = time.perf_counter()
    told = dict(shown) | ({"event": task.event} if task.event else {})
    tables = outputs.where(out, Path(task.file))
    execute.run(task.source, out / task.file, task.parameters, told, tables)
    return task, time.perf_counter() - begun
