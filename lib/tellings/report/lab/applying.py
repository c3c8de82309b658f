"""`python -m tellings.report.lab.applying`: run the notebooks that corrections.csv changes.

The first notebook reads the corrections; another runs when a table that it reads has changed. Each
step is a line of JSON on stdout. Ended at any time, it leaves each table and notebook whole.
"""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

from tellings.report.lab.parameters import DEFAULTS
from tellings.report.run import fingerprints


class Step(NamedTuple):
    """How far it has come: `done` of `all` notebooks, and the one that runs now; "" at the end."""

    done: int
    all: int
    running: str


def steps(notebooks: Path, given: dict[str, str], beside: Path) -> Iterator[Step]:
    """Run what has to be run, in order; a Step before each notebook, one at the end.

    notebooks  the folder of the notebooks; they are written anew in place where they ask by
               themselves what is asked here, else only their tables are
    given      corpus, data and event, as a notebook's first cell has them
    beside     a folder for what is not done yet

    Raises NotebookError where a notebook fails.
    """
    from tellings.report.run import execute, kernels

    found = sorted(notebooks.glob("[0-9]-*.ipynb"))
    by_name = {path.stem: path for path in found}
    order = list(TopologicalSorter(fingerprints.needs(found)).static_order())
    data, ours = notebooks / given["data"], given == _usual()
    before = _digests(data)
    with kernels.warm(beside=beside):
        for done, name in enumerate(order):
            read, _ = fingerprints.tables(by_name[name])
            uses = fingerprints.uses(by_name[name], "corpus")
            if not uses and not _changed(read, before, _digests(data)):
                continue
            yield Step(done, len(order), name)
            made = beside / by_name[name].name
            execute.run(by_name[name], made, {} if ours else given)
            if ours:
                _put(made, by_name[name])
    yield Step(len(order), len(order), "")


def _usual() -> dict[str, str]:
    """What the notebooks ask by themselves: their defaults, or what `make lab` was given."""
    told = json.loads(os.environ.get("TELLINGS_PARAMETERS", "{}"))
    return DEFAULTS | {name: value for name, value in told.items() if name in DEFAULTS}


def _digests(data: Path) -> dict[str, str]:
    """A digest of each table that is there, by its name."""
    return {path.stem: fingerprints.digest([path]) for path in sorted(data.glob("*.parquet"))}


def _changed(read: set[str], before: dict[str, str], now: dict[str, str]) -> bool:
    """Whether a table that is read is another than before."""
    names = before.keys() | now.keys() if "*" in read else read
    return any(before.get(name) != now.get(name) for name in names)


def _put(made: Path, notebook: Path) -> None:
    """Put the executed notebook in the place of the old one at once, whole."""
    passing = notebook.with_name(f".{notebook.name}.{os.getpid()}")
    shutil.copyfile(made, passing)
    passing.replace(notebook)


def main(arguments: list[str] | None = None) -> int:
    """Run the steps and print each; the exit status."""
    parser = argparse.ArgumentParser(prog="apply", description=__doc__)
    for name in ("notebooks", "beside"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    for name in DEFAULTS:
        parser.add_argument(f"--{name}", required=True)
    asked = vars(parser.parse_args(arguments))
    given = {name: asked[name] for name in DEFAULTS}
    from tellings.report.run.execute import NotebookError

    try:
        for step in steps(asked["notebooks"].resolve(), given, asked["beside"]):
            print(json.dumps(step._asdict()), flush=True)
    except NotebookError as stop:
        print(stop, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
