"""A warm parent of kernels: imports once what every notebook imports, then forks them.

Run as `python -m tellings.report.run.warm PARENT`, on Linux. Each line on stdin is a request (JSON:
arguments, cwd, env); each line on stdout an answer (JSON: pid). It ends with stdin, or when its
parent ends, however that was; its kernels end with it.
"""

import ctypes
import gc
import importlib
import io
import json
import os
import signal
import sys
from contextlib import suppress

HEAVY = (
    "IPython.core.completer",
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "matplotlib_inline.backend_inline",
    "tellings.show.page",
    "tellings.tables",
    # What most notebooks import: once here, and not once in each kernel.
    "pyarrow.dataset",
    "tellings.compare.differences",
    "tellings.compare.entities",
    "tellings.find.quotes",
    "tellings.parallel",
)

# Kernels stand side by side: threads that numpy starts in each would only wait for one another.
_ONE_THREAD = "OPENBLAS_NUM_THREADS"
_PR_SET_PDEATHSIG = 1  # linux/prctl.h: the signal that comes when the parent ends


def main() -> None:
    """Import, say that it is ready, then answer requests until stdin ends."""
    _die_with(int(sys.argv[1]))
    os.environ.setdefault(_ONE_THREAD, "1")  # read once, when numpy is imported
    sys.modules.setdefault("debugpy", None)  # nobody debugs these kernels: each would load it all
    for module in HEAVY:
        importlib.import_module(module)
    from tellings.parallel import identity

    identity.version()  # of all code: read once here, and not once in each kernel
    _draw()
    gc.collect()
    gc.freeze()  # what was imported stays shared between the kernels
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    answers.write(json.dumps({"ready": True}) + "\n")
    for line in sys.stdin:
        answers.write(json.dumps({"pid": _fork(json.loads(line), answers)}) + "\n")
        _reap()


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


def _die_with(parent: int) -> None:
    """Let the system end this process when its parent ends, however that was."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it had ended before
        os._exit(1)


def _fork(request: dict, answers) -> int:
    """The process id of a new kernel, once it leads a session of its own."""
    ready, tell = os.pipe()
    parent = os.getpid()
    pid = os.fork()
    if pid:
        os.close(tell)
        os.read(ready, 1)  # ends when the child closes its side
        os.close(ready)
        return pid
    os.close(ready)
    answers.close()
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)  # stdout is the answers' pipe; what a kernel prints goes to its notebook
    os.dup2(nothing, 2)
    os.setsid()
    _die_with(parent)
    os.close(tell)
    os._exit(_serve(request, parent))


def _serve(request: dict, parent: int) -> int:
    """Be the kernel that the request asks for; its exit status."""
    from ipykernel.kernelapp import IPKernelApp

    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    sys.path[:] = ["", *(p for p in sys.path if p)]
    try:
        app = IPKernelApp.instance(parent_handle=parent)
        app.initialize(request["arguments"])
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
