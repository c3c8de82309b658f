"""Run notebooks with papermill so that two runs give the same bytes.

`python -m tellings.report.run.execute [--plain] NOTEBOOK ...` runs notebooks in place with their
default parameters: what is committed.
"""

import argparse
import sys
from pathlib import Path

# papermill loads pyarrow, which takes as long as all else of it, for notebooks that lie in Hadoop:
# while it is imported there is none, unless it was there before.
_HADOOP = "pyarrow.fs"
_there = sys.modules.setdefault(_HADOOP, None)

import nbformat  # noqa: E402
import papermill  # noqa: E402
from jupyter_core.utils import ensure_event_loop  # noqa: E402
from nbclient.exceptions import DeadKernelError  # noqa: E402
from papermill.exceptions import PapermillExecutionError  # noqa: E402
from papermill.translators import PythonTranslator  # noqa: E402
from traitlets.config import Config  # noqa: E402

from tellings.report.run import forks, kernels  # noqa: E402

if _there is None:
    del sys.modules[_HADOOP]

_LIST = "corrections.csv, line "


class NotebookError(Exception):
    """A notebook stopped; the message says where and why in one line."""


def run(
    source: Path,
    target: Path,
    parameters: dict[str, str],
    shown: dict[str, str] | None = None,
    tables: str = "",
) -> nbformat.NotebookNode:
    """The notebook as executed, also written to `target`; it runs in the folder of `source`.

    parameters  those that differ from the notebook's own defaults
    shown       those that the executed notebook is to name, where it was given others to stand for
                them (a folder beside); default: the parameters
    tables      where its tables go, as outputs.where has it; "": beside the source

    Raises NotebookError for an unknown parameter, a cell that fails and a kernel that is killed.
    """
    _check(source, parameters)
    notebook = _executed(source, parameters, tables)
    _settle(notebook)
    if shown is not None and shown != parameters:
        _rename(notebook, shown)
    nbformat.write(notebook, target)
    return notebook


def _executed(source: Path, parameters: dict[str, str], tables: str) -> nbformat.NotebookNode:
    """The notebook with what its cells gave, as papermill leaves it."""
    try:
        return papermill.execute_notebook(
            _plain(source),
            None,  # after each cell it would be written anew, and outputs grow to megabytes
            parameters=parameters,
            # Not papermill's cwd: it moves the whole process, and notebooks run side by side.
            resources={"metadata": {"path": str(source.resolve().parent)}},
            kernel_name="python3",
            language="python",
            kernel_manager_class=kernels.QuietKernels,
            config=Config(QuietKernels={"tables": tables}),
            progress_bar=False,
            shutdown_kernel="immediate",
        )
    except PapermillExecutionError as stop:
        raise NotebookError(_why(source.name, stop)) from None
    except (DeadKernelError, forks.Ended):
        raise NotebookError(f"{source.name}: {forks.Ended()}") from None
    finally:
        ensure_event_loop().close()  # each thread gets one from nbclient, and keeps it open


def _check(source: Path, parameters: dict[str, str]) -> None:
    """Raise NotebookError for a parameter that the notebook does not have."""
    known = papermill.inspect_notebook(_plain(source)) if parameters else {}
    for name in parameters:
        if name not in known:
            has = ", ".join(known)
            raise NotebookError(f"{source.name} has no parameter {name!r} (has: {has})")


def _plain(path: Path) -> str:
    """A path in which papermill finds no places to fill in, whatever braces it has."""
    return str(path).replace("{", "{{").replace("}", "}}")


def _why(name: str, stop: PapermillExecutionError) -> str:
    """The error in one line; a ValueError is a message to the user and needs no name.

    The faults of corrections.csv come with a line for each, which says where it is.
    """
    words = stop.evalue.splitlines() or [""]
    if stop.ename == "ValueError" and all(line.startswith(_LIST) for line in words):
        return "\n".join(words)
    kind = "" if stop.ename == "ValueError" else f"{stop.ename}: "
    return f"{name}, cell {stop.exec_count}: {kind}{words[0]}"


def _settle(notebook: nbformat.NotebookNode) -> None:
    """Take out what differs from run to run or from machine to machine: times, paths, versions."""
    notebook.metadata.pop("papermill", None)
    notebook.metadata.language_info = {"name": "python", "file_extension": ".py"}
    notebook.metadata.kernelspec = {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    }
    for cell in notebook.cells:
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        if not cell.metadata.get("tags", True):
            del cell.metadata["tags"]
        if cell.cell_type == "code" and cell.metadata.get("tags") == ["injected-parameters"]:
            cell.id = "injected-parameters"


def _rename(notebook: nbformat.NotebookNode, shown: dict[str, str]) -> None:
    """Let the notebook name other parameters than it was given; with none it was given none."""
    place = next(i for i, cell in enumerate(notebook.cells) if cell.id == "injected-parameters")
    if shown:
        notebook.cells[place].source = PythonTranslator.codify(shown, "Parameters")
        return
    del notebook.cells[place]
    for cell in notebook.cells[place:]:
        for counted in [cell, *cell.get("outputs", [])]:
            if counted.get("execution_count"):
                counted["execution_count"] -= 1


def main(arguments: list[str] | None = None) -> int:
    """Run the named notebooks in place, in the order given; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("notebooks", nargs="+", type=Path)
    parser.add_argument("--plain", action="store_true", help="start each kernel by itself")
    asked = parser.parse_args(arguments)
    try:
        with kernels.warm(not asked.plain):
            for notebook in asked.notebooks:
                run(notebook, notebook, {})
    except NotebookError as stop:
        print(stop, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
