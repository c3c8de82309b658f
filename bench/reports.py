"""Whole reports measured, with all the processes that they start."""

import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bench import corpus
from bench.stages import ROOT

SMALL, GROWN = 300, 1_000  # articles
_OFTEN = 10  # times, for what takes a moment
_GLANCE = 0.05  # seconds between two looks at a process


class Used(NamedTuple):
    """What a command used, with all that it started and waited for.

    seconds  of CPU
    largest  megabytes that its largest process held at most
    own      megabytes that the process itself held, without those it started
    """

    seconds: float
    largest: float
    own: float


# --- the seeds ------------------------------------------------------------------------------------


@cache
def _of_seeds() -> dict[str, float]:
    """CPU seconds of a cold report, of its cells in one process, of a rerun, of bare Python."""
    with tempfile.TemporaryDirectory() as folder:
        report = _command(Path("seeds"), Path(folder, "report"))
        cells = [sys.executable, "-m", "bench.stages", "seeds", f"{folder}/cells", "--plain"]
        bare = [sys.executable, "-c", "pass"]
        taken = {"cold": _used(report).seconds, "cells": _used(cells).seconds}
        moments = [(_used(report).seconds, _used(bare).seconds) for _ in range(_OFTEN)]
    again, python = map(min, zip(*moments, strict=True))
    return taken | {"again": again, "bare": python}


def against_cells() -> float:
    """CPU of a cold report of the seeds, in times of the same cells in one plain process."""
    seeds = _of_seeds()
    return seeds["cold"] / seeds["cells"]


def rerun_against_python() -> float:
    """CPU of a report in which nothing has changed, in times of starting Python."""
    seeds = _of_seeds()
    return seeds["again"] / seeds["bare"]


# --- a corpus that grows --------------------------------------------------------------------------


_MADE: dict[int, Used] = {}  # what a report of so many articles used


def of(size: int) -> Used:
    """What a report of so many articles used; it is made once, and nothing of it is kept."""
    if size not in _MADE:
        _MADE[size] = _of(size)
    return _MADE[size]


def made() -> dict[int, Used]:
    """What each report used that was made of a corpus in this run, by its size."""
    return dict(sorted(_MADE.items()))


def _of(size: int) -> Used:
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder, "corpus")
        corpus.write(size, texts)
        return _used(_command(texts, Path(folder, "report")))


def further_article() -> float:
    """What one more article costs a report, in word passes over it."""
    return (of(GROWN).seconds - of(SMALL).seconds) / _word_pass()


def peak(size: int) -> float:
    """Megabytes that the largest process of a report of so many articles held."""
    return of(size).largest


def _word_pass() -> float:
    """CPU seconds of finding the words of the articles that the larger report has more, the
    quickest pass of many."""
    texts = [told.text for told in corpus.tellings(GROWN)][SMALL:]
    taken = []
    for _ in range(_OFTEN):
        begun = time.process_time()
        for text in texts:
            re.findall(r"\w+", text)
        taken.append(time.process_time() - begun)
    return min(taken)


# --- commands -------------------------------------------------------------------------------------


def _command(texts: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "tellings.report", f"--out={out}", "--", str(texts)]


def _used(command: list[str]) -> Used:
    """What a command used; raises RuntimeError with what it said where it failed."""
    ended, own = 0, 0.0
    with tempfile.TemporaryFile() as said:
        run = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT)
        while not ended:
            own = max(own, _held(run.pid))
            time.sleep(_GLANCE)
            ended, status, used = os.wait4(run.pid, os.WNOHANG)
        run.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        if run.returncode:
            raise RuntimeError(f"{' '.join(command)}: {said.read().decode()}")
    return Used(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, own)


def _held(process: int) -> float:
    """Megabytes that a process has held at most; 0 where the system does not tell."""
    with suppress(OSError):
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
        if most := re.search(r"VmHWM:\s*(\d+) kB", status):
            return int(most[1]) / 1024
    return 0.0
