"""Notebooks run alike twice, forked or not, fail in one line, and leave no process behind."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest

from tellings.report.run import execute, kernels

linux = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only")


@pytest.fixture
def notebook(tmp_path):
    """A function that writes a notebook of code cells; the first one holds the parameters."""

    def write(*cells: str) -> Path:
        made = nbformat.v4.new_notebook()
        for number, source in enumerate(cells):
            cell = nbformat.v4.new_code_cell(source, id=f"cell-{number}")
            cell.metadata = {"tags": ["parameters"]} if number == 0 else {}
            made.cells.append(cell)
        made.metadata.kernelspec = {"name": "python3", "language": "python", "display_name": "P"}
        path = tmp_path / "asked.ipynb"
        nbformat.write(made, path)
        return path

    return write


SHOW = (
    "import matplotlib.pyplot as plt\nfrom tellings.show import page\n"
    'page.figure(plt.subplots()[1].bar([1], [2])[0].axes, "bar", alt="A bar")'
)


@linux
def test_a_forked_kernel_and_one_started_by_itself_give_the_same_bytes(notebook, tmp_path):
    source = notebook("n = 1", SHOW, "import os\nos.getcwd().rpartition('/')[2] != ''")
    with kernels.warm():
        execute.run(source, tmp_path / "forked.ipynb", {"n": "2"})
    with kernels.warm(False):
        execute.run(source, tmp_path / "plain.ipynb", {"n": "2"})
    forked, plain = ((tmp_path / f"{n}.ipynb").read_bytes() for n in ("forked", "plain"))
    assert forked == plain
    assert b"papermill" not in forked and str(tmp_path).encode() not in forked


def test_a_failing_cell_and_an_unknown_parameter_say_so_in_one_line(notebook, tmp_path):
    source = notebook("n = 1", 'raise ValueError("no event 9\\nsecond line")')
    with kernels.warm(), pytest.raises(execute.NotebookError) as failed:
        execute.run(source, tmp_path / "out.ipynb", {})
    assert str(failed.value) == "asked.ipynb, cell 2: no event 9"
    with pytest.raises(execute.NotebookError, match="no parameter 'm' .has: n.$"):
        execute.run(source, tmp_path / "out.ipynb", {"m": "2"})


@pytest.mark.parametrize("forked", [True, False])
def test_a_kernel_that_is_killed_is_said_in_one_line(notebook, tmp_path, forked):
    source = notebook("n = 1", "import os\nos.kill(os.getpid(), 9)")
    with kernels.warm(forked), pytest.raises(execute.NotebookError) as failed:
        execute.run(source, tmp_path / "out.ipynb", {})
    assert str(failed.value).startswith("asked.ipynb: a process was ended before its work was done")
    assert "\n" not in str(failed.value)


@linux
def test_a_killed_driver_leaves_no_kernel(notebook, tmp_path):
    told = tmp_path / "pid"
    source = notebook(
        f"told = {str(told)!r}",
        "import os, pathlib, time\npathlib.Path(told).write_text(str(os.getpid()))\ntime.sleep(60)",
    )
    driver = subprocess.Popen([sys.executable, "-m", "tellings.report.run.execute", str(source)])
    try:
        assert _within(60, lambda: told.exists() and told.read_text())
        kernel = int(told.read_text())
    finally:
        driver.send_signal(signal.SIGKILL)
        driver.wait()
    assert _within(10, lambda: not kernels._alive(kernel))


def _within(seconds: float, done) -> bool:
    """Whether something comes true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not done():
        time.sleep(0.05)
    return bool(done())


def test_notebooks_side_by_side_each_run_in_their_own_folder(notebook, tmp_path):
    source = notebook("n = 1", "import os, time\ntime.sleep(0.5)\nos.getcwd()")
    begun = Path.cwd()
    folders = [tmp_path / name for name in ("one", "two", "three")]
    for folder in folders:
        folder.mkdir()
        (folder / source.name).write_bytes(source.read_bytes())
    with kernels.warm(), ThreadPoolExecutor(3) as threads:
        runs = [threads.submit(execute.run, f / source.name, f / "out.ipynb", {}) for f in folders]
        shown = [run.result().cells[1].outputs[0].data["text/plain"] for run in runs]
    assert shown == [repr(str(folder)) for folder in folders]
    assert Path.cwd() == begun


def test_the_environment_of_a_kernel_is_the_callers(notebook, tmp_path, monkeypatch):
    monkeypatch.setenv("TELLINGS_TEST", "seen")
    source = notebook("n = 1", 'import os\nos.environ["TELLINGS_TEST"]')
    with kernels.warm():
        made = execute.run(source, tmp_path / "out.ipynb", {})
    assert made.cells[1].outputs[0].data["text/plain"] == "'seen'"
    assert "TELLINGS_TEST" in os.environ


@linux
def test_kernels_speak_by_names_of_their_own_and_by_no_port():
    managers = [kernels.QuietKernels() for _ in range(2)]
    assert {m.transport for m in managers} == {"ipc"}
    names = {m.ip for m in managers}
    assert len(names) == 2 and all(name.startswith("@") for name in names)
