"""A corpus through the notebooks: CPU, memory and time of each statement, as JSON.

    python -m bench.stages CORPUS DATA [--plain]

The cells are those of the notebooks as they stand, so that no stage can be forgotten. Each notebook
has a process of its own, forked from one in which is loaded what the parent of a report's kernels
has loaded. Figures are left out: they draw the first of many, whatever there is.

With --plain all cells that a report runs, with figures and the pages of events, are run in one
process, one after another; nothing is said of them: who calls this measures the process.
"""

import ast
import contextlib
import gc
import io
import json
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tellings.report.run import build, place, tasks, warm

ROOT = Path(__file__).resolve().parents[1]
_DRAW = ("page.figure(", "show.keyness(")  # calls that draw a figure
_ONE_THREAD = (
    "OPENBLAS_NUM_THREADS"  # numpy reads it when it is loaded; a report's kernels have one
)


def run(job: place.Job) -> dict:
    """How many characters the corpus has, and what _run says of each stage."""
    characters = sum(len(p.read_text(encoding="utf-8")) for p in job.corpus.glob("*.txt"))
    warm.load()
    gc.freeze()  # as a report's kernels have it: no collection goes through what was imported
    stages: dict[str, list[float]] = {}
    for task in tasks.of_corpus(build.NOTEBOOKS, job):
        stages |= _alone(_run, task, False)
    return {"characters": characters, "stages": stages}


def _alone(function: Callable, *given):
    """What a function gives in a process of its own: what it leaves in memory goes with it."""
    with ProcessPoolExecutor(1, get_context("fork")) as process:
        return process.submit(function, *given).result()


def plain(job: place.Job) -> None:
    """Run the cells of a report: those on the corpus, then those of each event's page."""
    for task in tasks.of_corpus(build.NOTEBOOKS, job):
        _run(task, True)
    for task in tasks.of_events(build.NOTEBOOKS, job, tasks.EVENTS):
        _run(task, True)


def _run(task: tasks.Task, figures: bool) -> dict[str, list[float]]:
    """Of each statement of a notebook the seconds of CPU, the megabytes at its end and, by
    time.perf_counter, when it began and when it ended."""
    stages: dict[str, list[float]] = {}
    space: dict = {"__name__": "__main__"}
    for n, (name, code) in enumerate(_statements(task.source)):
        if not figures and any(call in name for call in _DRAW):
            continue
        begun = time.perf_counter()
        seconds = _quietly(code, space)
        if not n:
            space |= task.parameters
        stage = f"{task.source.stem}  {name}"
        before, _, first, _ = stages.get(stage, [0.0, 0.0, begun, 0.0])
        stages[stage] = [before + seconds, _peak(), first, time.perf_counter()]
    return stages


def _statements(notebook: Path):
    """Each statement of a notebook's code: its first line, and its code; the parameters first."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(c["source"]) for c in cells if c["cell_type"] == "code"]
    yield "parameters", compile(sources[0], str(notebook), "exec")
    for source in sources[1:]:
        for node in ast.parse(source).body:
            text = " ".join((ast.get_source_segment(source, node) or "").split())
            yield text[:56], compile(ast.Module([node], []), str(notebook), "exec")


def _quietly(code, space: dict) -> float:
    """CPU seconds of a statement, whatever it shows."""
    begun = _used()
    with contextlib.redirect_stdout(io.StringIO()):
        exec(code, space)
    return _used() - begun


def _used() -> float:
    """CPU seconds of this process so far, and of those that it started and that have ended."""
    import resource

    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def _peak() -> float:
    """The most memory, in megabytes, that this process has held, or one that it started."""
    import resource

    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return max(used.ru_maxrss for used in both) / 1024


def main() -> None:
    """Run what the command line names."""
    os.environ.setdefault(_ONE_THREAD, "1")
    corpus, data = (Path(a).resolve() for a in sys.argv[1:3])
    job = place.Job(corpus.name, corpus, event="", data=data, out=data, of="")
    os.chdir(ROOT / "notebooks")
    if "--plain" in sys.argv:
        plain(job)
    else:
        print(json.dumps(run(job)))


if __name__ == "__main__":
    main()
