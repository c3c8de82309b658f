"""A warm parent of kernels: imports once what every notebook imports, then forks them.

Run as `python -m tellings.report.run.warm PARENT`, on Linux. stdin has requests, stdout an answer
to each, pickled: ("kernel", arguments, cwd, env) and its process id; ("call", function, *given) and
what the function gave or raised. It ends with stdin, or when its parent ends, however that was; its
kernels end with it.
"""

import gc
import importlib
import io
import os
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import BinaryIO

from tellings import lifeline

_HEAVY = (
    "IPython.core.completer",
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    # What a kernel would load as it starts.
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "ipykernel.debugger",
    "tornado.platform.asyncio",
    "matplotlib_inline.backend_inline",
    "tellings.show.page",
    "tellings.tables",
    # What most notebooks import: once here, and not once in each kernel.
    "pandas.core.methods.to_dict",
    "pandas.core.reshape.reshape",
    "pandas.io.formats.csvs",
    "pandas.io.formats.string",
    "pyarrow.pandas_compat",
    "scipy.cluster.hierarchy",
    "tellings.compare.differences",
    "tellings.compare.entities",
    "tellings.find.quotes",
    "tellings.parallel",
    "tellings.show.differences",
    "tellings.show.side_by_side",
)

# Kernels stand side by side: threads that numpy starts in each would only wait for one another.
_ONE_THREAD = "OPENBLAS_NUM_THREADS"


def main() -> None:
    """Import, then answer requests until stdin ends."""
    lifeline.tie(int(sys.argv[1]))
    gc.disable()  # there is nothing to collect in what is imported
    os.environ.setdefault(_ONE_THREAD, "1")  # read once, when numpy is imported
    load()
    from tellings.parallel import identity

    identity.version()  # of all code: read once here, and not once in each kernel
    _draw()
    gc.freeze()  # what was imported stays shared between the kernels
    gc.enable()
    while request := _next():
        kind, *given = request
        pickle.dump(_kernel(*given) if kind == "kernel" else _result(*given), sys.stdout.buffer)
        sys.stdout.buffer.flush()
        _reap()


def load() -> None:
    """Import what is heavy, and compile the templates of what notebooks show."""
    sys.modules.setdefault("debugpy", None)  # nobody debugs these kernels: each would load it all
    for module in _HEAVY:
        importlib.import_module(module)
    shown = sys.modules["tellings.show.html"].templates()
    for template in shown.list_templates():
        shown.get_template(template)


def _next() -> tuple:
    """The next request; none at the end of them."""
    try:
        return pickle.load(sys.stdin.buffer)
    except EOFError:
        return ()


def _draw() -> None:
    """Draw a figure that nobody sees: fonts and writers, which the first one loads, are shared too.

    Not by pyplot, which each kernel sets up for itself.
    """
    from matplotlib.figure import Figure

    from tellings.show import svg

    axes = Figure().subplots()
    axes.legend(axes.bar([1], [1]), ["1"])
    svg.drawn(axes, "", "")
    axes.figure.savefig(io.BytesIO(), format="png")


def _kernel(arguments: list[str], cwd: str, env: dict[str, str]) -> int:
    """The process id of a new kernel, once it listens: who calls before waits a tenth of a second
    to call again."""
    pid, _ = _fork(partial(_serve, arguments, cwd, env, os.getpid()))
    return pid


def _result(function: Callable, *given) -> tuple | None:
    """What a function gives in a process of its own, and the error that it raised there or None;
    None where the process was killed."""
    pid, told = _fork(partial(_call, function, given))
    os.waitpid(pid, 0)  # what it used is reckoned to its parents only then
    return pickle.loads(told) if told else None


def _fork(work: Callable[[BinaryIO], int]) -> tuple[int, bytes]:
    """The process id of a fork that does some work, and what it told before it closed the pipe that
    the work is given; what the work gives is its exit status."""
    here, there = os.pipe()
    parent = os.getpid()
    pid = os.fork()
    if pid:
        os.close(there)
        with os.fdopen(here, "rb") as told:
            return pid, told.read()
    try:
        os.close(here)
        _mute(0, 1)  # stdin has the requests, stdout the answers
        os.setsid()
        lifeline.tie(parent)
        os._exit(work(os.fdopen(there, "wb")))
    finally:
        os._exit(1)  # whatever was raised: what follows is the parent's work


def _mute(*streams: int) -> None:
    """Let standard streams lead nowhere."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in streams:
        os.dup2(nothing, stream)


def _call(function: Callable, given: Sequence, tell: BinaryIO) -> int:
    """Tell what a function gives, and the error that it raised or None; the exit status."""
    try:
        told = function(*given), None
    except Exception as error:  # whatever it is, it is for whoever asked
        told = None, error
    with tell:
        pickle.dump(told, tell)
    return 0


def _serve(arguments: list[str], cwd: str, env: dict[str, str], parent: int, tell: BinaryIO) -> int:
    """Be the kernel that a request asks for; its exit status."""
    from ipykernel.kernelapp import IPKernelApp

    _mute(2)  # what a kernel prints goes to its notebook
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    sys.path[:] = ["", *(p for p in sys.path if p)]
    try:
        app = IPKernelApp.instance(parent_handle=parent)
        app.initialize(arguments)
        tell.close()
        app.start()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return 0


def _reap() -> None:
    """Take leave of kernels that have ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            continue


if __name__ == "__main__":
    main()
