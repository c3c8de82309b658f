"""Whole reports measured, with all the processes that they start."""

import os
import re
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from resource import struct_rusage

from bench import corpus
from bench.stages import ROOT

SMALL, GROWN = 300, 1_000  # articles


@cache
def _of_seeds() -> tuple[float, float, float, float]:
    """CPU seconds of a cold report, of its rerun, of its cells in one process, of bare Python."""
    with tempfile.TemporaryDirectory() as folder:
        command = _command(Path("seeds"), Path(folder, "report"))
        cells = [sys.executable, "-m", "bench.stages", "seeds", f"{folder}/d", "--figures"]
        commands = (command, command, cells, [sys.executable, "-c", "pass"])
        cold, again, plain, bare = (_seconds(_used(one)) for one in commands)
        return cold, again, plain, bare


def against_cells() -> float:
    """CPU of a cold report of the seeds, in times of the same cells in one plain process."""
    cold, _, cells, _ = _of_seeds()
    return cold / cells


def rerun_against_python() -> float:
    """CPU of a report in which nothing has changed, in times of starting Python."""
    _, again, _, bare = _of_seeds()
    return again / bare


@cache
def _of(count: int) -> tuple[float, float, float]:
    """Of a report of so many articles: CPU seconds, those of a word pass over them, megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder, "corpus")
        corpus.write(count, texts)
        words = min(_word_pass(texts) for _ in range(3))
        used = _used(_command(texts, Path(folder, "report")))
        return _seconds(used), words, used.ru_maxrss / 1024


def further_article() -> float:
    """What one more article costs a report, in word passes over it."""
    (less, fewer, _), (more, words, _) = _of(SMALL), _of(GROWN)
    return (more - less) / (words - fewer)


def peak() -> float:
    """Megabytes that the largest process of a report of many articles held."""
    return _of(GROWN)[2]


def _word_pass(texts: Path) -> float:
    """CPU seconds of finding the words of each text."""
    read = [path.read_text(encoding="utf-8") for path in texts.glob("*.txt")]
    begun = time.process_time()
    for text in read:
        re.findall(r"\w+", text)
    return time.process_time() - begun


def _command(texts: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "tellings.report", f"--out={out}", "--", str(texts)]


def _used(command: list[str]) -> struct_rusage:
    """What a command used, with all that it started and waited for."""
    with tempfile.TemporaryFile() as said:
        run = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        if run.returncode:
            raise RuntimeError(f"{' '.join(command)}: {said.read().decode()}")
    return used


def _seconds(used: struct_rusage) -> float:
    return used.ru_utime + used.ru_stime
