"""What processes that share the work cost, and what is lost where one is killed."""

import os
import signal
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from bench import corpus

_ARTICLES = 500  # two parts of the work
_ROUNDS = 3  # in the first each process reads its lists


class Taken(NamedTuple):
    """CPU seconds of the work on an article."""

    seconds: float


def inside_tasks() -> float:
    """CPU of finding names inside the tasks of processes, in times of the same in a loop: of each
    article the quickest round, as few rounds are undisturbed from end to end."""
    from tellings.parallel import each
    from tellings.read.sentences import of

    given = pd.Series({told.name: of(told.text) for told in corpus.tellings(_ARTICLES)})
    rounds: dict[str, list[pd.Series]] = {"processes": [], "local": []}
    for _ in range(_ROUNDS):
        for engine, taken in rounds.items():
            taken.append(each(given, timed, Taken, engine)["seconds"])
    processes, loop = (pd.concat(taken, axis=1).min(axis=1).sum() for taken in rounds.values())
    return processes / loop


def timed(sentences: Sequence) -> Taken:
    """How long it takes to find the names of an article."""
    from tellings.find.mentions import find

    begun = time.thread_time()  # not of the process: a worker has threads that speak to others
    list(find(sentences))
    return Taken(time.thread_time() - begun)


def lost_to_a_kill() -> float:
    """Rows in which the tables of one process and of two differ, one of which is killed."""
    from tellings.find.mentions import Mention, find
    from tellings.parallel import each
    from tellings.read.sentences import of

    given = pd.Series({told.name: of(told.text) for told in corpus.tellings(600, 90)})
    whole = each(given, find, Mention)
    with tempfile.TemporaryDirectory() as folder:
        struck = each(given, partial(killed_once, mark=f"{folder}/killed"), Mention, "processes")
        if not Path(folder, "killed").exists():
            raise RuntimeError("no worker was killed: nothing is measured")
    if len(whole) != len(struck):
        return float(abs(len(whole) - len(struck)))
    return float((whole.map(repr) != struck.map(repr)).any(axis=1).sum())


def killed_once(sentences: Sequence, mark: str) -> Iterator:
    """The names of an article; the process that is first to be asked is killed."""
    from tellings.find.mentions import find

    with suppress(FileExistsError):
        Path(mark).touch(exist_ok=False)
        os.kill(os.getpid(), signal.SIGKILL)
    return find(sentences)
