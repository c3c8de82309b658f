"""Whole reports measured, with all the processes that they start."""

import json
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from statistics import median

from bench import corpus
from bench.used import Used, used

SMALL, GROWN = 300, 1_000  # articles
_COVERAGE = "notebooks/7-coverage.ipynb"  # the last one on the corpus; those of events follow
_OFTEN = 9  # times, for what takes a moment, of which the middle one counts


# --- the seeds ------------------------------------------------------------------------------------


@cache
def _of_seeds() -> dict[str, float]:
    """What a cold report and its cells in one process work, as Used tells it; CPU of a rerun in
    times of bare Python's beside it; seconds that the cold report takes, and takes to the end of
    7-coverage, and that a notebook with one empty cell takes."""
    with tempfile.TemporaryDirectory() as folder:
        report = _command(Path("seeds"), Path(folder, "report"))
        cells = [sys.executable, "-m", "bench.stages", "seeds", f"{folder}/cells", "--plain"]
        bare = [sys.executable, "-c", "pass"]
        empty = _empty_notebook(Path(folder))
        begun, cold = time.time(), used(report)
        covered = Path(folder, "report", _COVERAGE).stat().st_mtime - begun
        taken = {"cold": cold.work, "cold wall": cold.wall, "covered wall": covered}
        taken["empty wall"] = min(used(empty).wall for _ in range(2))
        taken["cells"] = used(cells).work
        again = [used(report).seconds / used(bare).seconds for _ in range(_OFTEN)]
    return taken | {"again": median(again)}


def against_cells() -> float:
    """CPU of a cold report of the seeds, in times of the same cells in one plain process."""
    seeds = _of_seeds()
    return seeds["cold"] / seeds["cells"]


def against_empty_notebook() -> float:
    """How long a cold report of the seeds takes from begin to end, in times of papermill's run of
    one empty notebook."""
    seeds = _of_seeds()
    return seeds["cold wall"] / seeds["empty wall"]


def covered() -> float:
    """The same from its begin to where 7-coverage is done."""
    seeds = _of_seeds()
    return seeds["covered wall"] / seeds["empty wall"]


def rerun_against_python() -> float:
    """CPU of a report in which nothing has changed, in times of starting Python."""
    return _of_seeds()["again"]


# --- a corpus that grows --------------------------------------------------------------------------


_MADE: dict[int, Used] = {}  # what a report of so many articles used


def of(size: int) -> Used:
    """What a report of so many articles used; it is made once, and nothing of it is kept."""
    if size not in _MADE:
        with tempfile.TemporaryDirectory() as folder:
            texts = Path(folder, "corpus")
            corpus.write(size, texts)
            _MADE[size] = used(_command(texts, Path(folder, "report")))
    return _MADE[size]


def made() -> dict[int, Used]:
    """What each report used that was made of a corpus in this run, by its size."""
    return dict(sorted(_MADE.items()))


def further_article() -> float:
    """What one more article costs a report, in word passes over it."""
    further = sum(len(told.text) for told in [*corpus.tellings(GROWN)][SMALL:])
    return (of(GROWN).work - of(SMALL).work) / further


def peak(size: int) -> float:
    """Megabytes that the largest process of a report of so many articles held."""
    return of(size).largest


# --- commands -------------------------------------------------------------------------------------


def _empty_notebook(folder: Path) -> list[str]:
    """The command by which papermill runs a notebook with one empty cell, written in the folder."""
    cell = {"cell_type": "code", "source": "", "metadata": {}, "outputs": [], "id": "one"}
    kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
    made = {"cells": [cell | {"execution_count": None}], "metadata": {"kernelspec": kernel}}
    source = folder / "empty.ipynb"
    source.write_text(json.dumps(made | {"nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")
    run = "import papermill, sys; papermill.execute_notebook(*sys.argv[1:], progress_bar=False)"
    return [sys.executable, "-c", run, str(source), str(folder / "run.ipynb")]


def _command(texts: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "tellings.report", f"--out={out}", "--", str(texts)]
