"""Parts of the work on the workers of a Dask cluster; the one module that knows Dask.

A worker reads its part from files and writes its rows into one, so only names and counts travel.
A part that is done twice writes the same file twice. An article that ends its worker is found by
doing its part once more, article by article, in a process that may end.
"""

import atexit
import functools
import logging
import os
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import NamedTuple

import cloudpickle
import dask
import pandas as pd
from distributed import Client, Future, KilledWorker, LocalCluster, wait

from tellings import progress
from tellings.parallel import identity, loop, passing
from tellings.parallel.loop import Reject
from tellings.parallel.passing import Part
from tellings.parallel.shelf import Given

PATIENCE = 60  # seconds that a cluster may be without any worker

_CONFIG = {
    # A worker may be lost once by another's fault (a machine switched off); twice is the part's.
    "distributed.scheduler.allowed-failures": 1,
    "distributed.admin.system-monitor.gil.enabled": False,
}


class Task(NamedTuple):
    """What is sent to a worker; the rest is in files."""

    part: Part
    call: bytes  # the function and its row type, pickled


def each(articles: Given, function: Callable, Row, engine: str, beside: dict) -> pd.DataFrame:
    """The table of loop.part, its parts done by the workers of `engine` (see parallel.each).

    The files of the parts are in the folder for passing files (TMPDIR), which all workers must see.
    Raises ValueError where no scheduler answers, no worker is there for PATIENCE seconds, or the
    workers do not see the folder.
    """
    client = _client(engine)
    call = cloudpickle.dumps((function, Row))
    with tempfile.TemporaryDirectory(prefix="tellings-") as folder:
        tasks = [Task(part, call) for part in passing.lay_out(folder, articles, beside)]
        done = progress.of(_done(client, tasks), len(tasks), Row.__name__, "part")
        failed = dict(done)
        made = [passing.result(task.part) for task in tasks]
    whole = loop.joined(made, Row)
    whole.attrs["rejects"] = [reject for task in tasks for reject in failed[task.part]]
    return whole


def identities(function: Callable, Row, engine: str) -> set[str]:
    """What a function of the library is to each worker: they may have other code, or packages."""
    try:
        return set(_client(engine).run(identity.of, function, Row).values())
    except (ImportError, AttributeError):  # of a Tellings that had none of this
        return {""}


def _done(client: Client, tasks: list[Task]) -> Iterator[tuple[Part, list[Reject]]]:
    """Each part when it is done, in any order, with the articles that failed in it."""
    pending = {client.submit(_work, task, pure=False): task for task in tasks}
    while pending:
        for future in _finished(client, list(pending)):
            task = pending.pop(future)
            yield task.part, _outcome(future, task)


def _finished(client: Client, futures: list[Future]) -> set[Future]:
    """Some of the futures that have an outcome; waits for one."""
    while True:
        try:
            return wait(futures, timeout=PATIENCE, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            if client.scheduler_info()["workers"]:
                continue
            at = client.scheduler.address
            advice = f"no worker has come to {at}; start one: dask worker {at}"
            raise ValueError(advice) from None


def _outcome(future: Future, task: Task) -> list[Reject]:
    """The articles that failed in a part that has come to an end, whichever."""
    try:
        return future.result()
    except KilledWorker:
        return _one_by_one(task)
    except FileNotFoundError as missing:
        advice = "set TMPDIR to a folder that all machines share"
        raise ValueError(f"a worker does not see {missing.filename}: {advice}") from None
    except CancelledError:
        raise ValueError("the cluster ended before the work did; start it and run again") from None


def _work(task: Task) -> list[Reject]:
    """Do a part and write its rows; the articles that failed come back."""
    function, Row = cloudpickle.loads(task.call)
    articles, beside = passing.given(task.part)
    table = loop.part(articles, function, Row, beside)
    passing.write(task.part, table)
    return loop.rejects(table)


def _one_by_one(task: Task) -> list[Reject]:
    """Do a part article by article, each in a process whose end ends nothing else."""
    _, Row = cloudpickle.loads(task.call)
    tables, pool = [], None
    for article_id, articles, beside in passing.singly(task.part):
        pool = pool or ProcessPoolExecutor(1, get_context("spawn"))
        try:
            tables.append(pool.submit(_part, task.call, articles, beside).result())
        except BrokenProcessPool:
            pool = None
            tables.append(loop.failed(Row, article_id, "the process that read it ended"))
    if pool:
        pool.shutdown()
    table = loop.joined(tables, Row)
    passing.write(task.part, table)
    return loop.rejects(table)


def _part(call: bytes, articles: Given, beside: dict[str, Given]) -> pd.DataFrame:
    """loop.part of what travels as bytes: a function of a notebook has no name to be found by."""
    function, Row = cloudpickle.loads(call)
    return loop.part(articles, function, Row, beside)


def _client(engine: str) -> Client:
    """The connection to a cluster, made once in a process and ended with it."""
    client = _connected(engine)
    if client.status == "running":
        return client
    _connected.cache_clear()  # the cluster has ended since
    return _connected(engine)


@functools.cache
def _connected(engine: str) -> Client:
    dask.config.set(_CONFIG)
    if engine == "processes":
        cluster = LocalCluster(
            n_workers=os.cpu_count(),
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            silence_logs=logging.CRITICAL,  # what goes wrong is raised or a reject
        )
        client = Client(cluster)
        atexit.register(cluster.close)
    else:
        try:
            client = Client(engine, timeout=10)
        except OSError:
            raise ValueError(
                f"no Dask scheduler answers at {engine}; see docs/cluster.md"
            ) from None
    atexit.register(client.close)  # the last that is registered is done first
    return client
