"""A corpus's report: its notebooks run where something changed, then its pages."""

import json
import os
import re
import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

from tellings import progress
from tellings.report.run import fingerprints

ROOT = Path(__file__).resolve().parents[4]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9]-*.ipynb"))
_LIBRARY = ROOT / "lib" / "tellings"
_AT_ONCE = 2  # kernels: more would share the memory, not shorten the longest chain


class Stop(Exception):
    """The report cannot be made; the message says why, in one line, and what to do."""


class Job(NamedTuple):
    """What is to be made of what, where."""

    name: str
    corpus: Path
    event: str
    data: Path
    out: Path

    @property
    def parameters(self) -> dict[str, str]:
        """What the notebooks are told beyond their defaults (paths relative to their folder)."""
        here = ROOT / "notebooks"
        given = {
            "corpus": os.path.relpath(self.corpus, here),
            "data": os.path.relpath(self.data, here),
            "event": self.event,
        }
        usual = {"corpus": "../seeds", "data": "../data/seeds", "event": ""}
        return {k: v for k, v in given.items() if v != usual[k]}


def report(corpus: Path, event: str, out: str, single: bool, plain: bool) -> None:
    """Write the report of a corpus; run only the notebooks whose sources or inputs have changed.

    Raises Stop where the corpus cannot be read or a notebook fails.
    """
    job = _job(corpus, event, out)
    made_path = job.out / ".made.json"
    made = json.loads(made_path.read_text(encoding="utf-8")) if made_path.exists() else {}
    wanted = _wanted(job)
    stale = [n for n in NOTEBOOKS if _stale(n, job, made, wanted)]
    front = job.out / "index.html"
    pages = fingerprints.digest([], *wanted.values(), str(single))
    if not stale and made.get("pages") == pages and front.exists():
        print(f"Nothing has changed: {_shown(front)}")
        return
    job.out.joinpath("notebooks").mkdir(parents=True, exist_ok=True)
    made.pop("pages", None)
    for notebook, seconds in progress.of(_run(stale, job, plain), len(stale), "report", "notebook"):
        progress.say(f"{notebook.stem}  {seconds:.1f} s")
        made[notebook.stem] = wanted[notebook.stem]
        made_path.write_text(json.dumps(made), encoding="utf-8")
    from tellings.report.pages import site

    files = site.write(job, NOTEBOOKS, single, made.get("files", ()))
    made |= {"pages": pages, "files": files}
    made_path.write_text(json.dumps(made), encoding="utf-8")
    print(_shown(front))


def _job(corpus: Path, event: str, out: str) -> Job:
    """The job, its corpus checked: a folder with something in it."""
    corpus = corpus.resolve()
    if not corpus.is_dir():
        raise Stop(f"no folder {corpus.name!r} here; CORPUS must be a folder of captures (.txt)")
    if not any(p.is_file() for p in corpus.iterdir()):
        raise Stop(f"the corpus folder {corpus.name!r} is empty; put captures (.txt) into it")
    name = corpus.name + (f"-{re.sub(r'[^A-Za-z0-9.-]+', '-', event)}" if event else "")
    if out:  # all that is made goes there
        return Job(name, corpus, event, Path(out).resolve() / "data", Path(out).resolve())
    return Job(name, corpus, event, ROOT / "data" / name, ROOT / "report" / name)


def _wanted(job: Job) -> dict[str, str]:
    """The key of each notebook: source, library, corpus, parameters, and what it needs."""
    files = [p for p in _LIBRARY.rglob("*") if p.is_file() and p.suffix != ".pyc"]
    library = fingerprints.digest(sorted(files) + [ROOT / "requirements.lock"])
    corpus = fingerprints.digest(sorted(p for p in job.corpus.iterdir() if p.is_file()))
    needs = fingerprints.needs(NOTEBOOKS)
    told = json.dumps(job.parameters)
    key = {n.stem: fingerprints.digest([], fingerprints.source(n), library, corpus, told) for n in NOTEBOOKS}
    for name in TopologicalSorter(needs).static_order():
        key[name] = fingerprints.digest([], key[name], *sorted(key[n] for n in needs[name]))
    return key


def _stale(notebook: Path, job: Job, made: dict, wanted: dict) -> bool:
    """Whether a notebook must run: its key has changed, or something that it made is gone."""
    written = fingerprints.tables(notebook)[1]
    there = all((job.data / f"{t}.parquet").exists() for t in written)
    page = (job.out / "notebooks" / notebook.name).exists()
    return made.get(notebook.stem) != wanted[notebook.stem] or not (there and page)


def _run(notebooks: list[Path], job: Job, plain: bool):
    """Run the notebooks, each after those it needs; yield each with its seconds as it ends."""
    if not notebooks:
        return
    from tellings.report.run import execute, kernels

    def one(notebook: Path) -> tuple[Path, float]:
        begun = time.perf_counter()
        execute.run(notebook, job.out / "notebooks" / notebook.name, job.parameters)
        return notebook, time.perf_counter() - begun

    by_name = {n.stem: n for n in notebooks}
    needs = {n: found & by_name.keys() for n, found in fingerprints.needs(NOTEBOOKS).items()}
    order = TopologicalSorter({n: needs[n] for n in by_name})
    order.prepare()
    running = set()
    try:
        with kernels.warm(not plain), ThreadPoolExecutor(_AT_ONCE) as threads:
            while order.is_active():
                running |= {threads.submit(one, by_name[n]) for n in order.get_ready()}
                ended, running = wait(running, return_when=FIRST_COMPLETED)
                for future in ended:
                    order.done(future.result()[0].stem)
                    yield future.result()
    except execute.NotebookError as stop:
        raise Stop(str(stop)) from None


def _shown(path: Path) -> str:
    """A path as the user would type it."""
    return os.path.relpath(path)
