"""Run notebooks with papermill so that two runs give the same bytes.

`python -m tellings.report.run.execute [--plain] NOTEBOOK ...` runs notebooks in place with their
default parameters: what is committed.
"""

import argparse
import sys
from pathlib import Path

# Every import of nbformat builds a grammar for one URI format (about a second); without the module
# jsonschema leaves that one format unchecked, which notebooks do not use.
sys.modules.setdefault("rfc3987_syntax", None)

import nbformat  # noqa: E402
import papermill  # noqa: E402
from jupyter_core.utils import ensure_event_loop  # noqa: E402
from papermill.exceptions import PapermillExecutionError  # noqa: E402

from tellings.report.run import kernels  # noqa: E402


class NotebookError(Exception):
    """A notebook stopped; the message says where and why in one line."""


def run(source: Path, target: Path, parameters: dict[str, str]) -> nbformat.NotebookNode:
    """The notebook as executed, also written to `target`; it runs in the folder of `source`.

    parameters  those that differ from the notebook's own defaults

    Raises NotebookError for an unknown parameter and for a cell that fails.
    """
    known = papermill.inspect_notebook(str(source)) if parameters else {}
    for name in parameters:
        if name not in known:
            raise NotebookError(
                f"{source.name} has no parameter {name!r} (has: {', '.join(known)})"
            )
    try:
        papermill.execute_notebook(
            str(source),
            str(target),
            parameters=parameters,
            # Not papermill's cwd: it moves the whole process, and notebooks run side by side.
            resources={"metadata": {"path": str(source.resolve().parent)}},
            kernel_name="python3",
            language="python",
            kernel_manager_class=kernels.QuietKernels,
            progress_bar=False,
            shutdown_kernel="immediate",
            autosave_cell_every=0,
        )
    except PapermillExecutionError as stop:
        raise NotebookError(f"{source.name}, cell {stop.exec_count}: {_why(stop)}") from None
    finally:
        ensure_event_loop().close()  # each thread gets one from nbclient, and keeps it open
    notebook = nbformat.read(target, as_version=4)
    _settle(notebook)
    nbformat.write(notebook, target)
    return notebook


def _why(stop: PapermillExecutionError) -> str:
    """The error in one line; a ValueError is a message to the user and needs no name."""
    words = (stop.evalue.splitlines() or [""])[0]
    return words if stop.ename == "ValueError" else f"{stop.ename}: {words}"


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
