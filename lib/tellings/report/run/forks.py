"""Requests to the warm process (see warm): a kernel, or the result of a call, from a fork of it.

Only the standard library: the process imports what is heavy while its parent does the same.
"""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from tellings import lifeline


class Ended(Exception):
    """A process was ended before its work was done."""

    def __init__(self):
        super().__init__(lifeline.ENDED)


class Warm:
    """The warm process, and requests to it, one at a time; they raise Ended where it has ended."""

    def __init__(self):
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tellings.report.run.warm", str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for whoever waits for the kernels
            env=os.environ | {"MPLBACKEND": "module://matplotlib_inline.backend_inline"},
        )

    def kernel(self, arguments: list[str], cwd: str, env: dict[str, str]) -> int:
        """The process id of a new kernel."""
        return self._answer("kernel", arguments, cwd, env)

    def call(self, function: Callable, *given):
        """What a function of a module gives in a process that has all that is heavy imported.

        Raises what the function raises, and Ended where the process was killed.
        """
        answer = self._answer("call", function, *given)
        if answer is None:
            raise Ended
        result, error = answer
        if error is not None:
            raise error
        return result

    def _answer(self, *request):
        with self._lock:
            try:
                self._process.stdin.write(pickle.dumps(request))
                self._process.stdin.flush()
                return pickle.load(self._process.stdout)
            except (BrokenPipeError, EOFError):
                raise Ended from None

    def close(self) -> None:
        """End the process; kernels that are still there end with it."""
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


@contextmanager
def warm(wanted: bool = True) -> Iterator[Warm | None]:
    """Inside, a warm process stands ready where the system can fork one; nothing is left after.

    wanted  False: none, the slow way that any system can
    """
    if not (wanted and sys.platform == "linux"):
        yield None
        return
    process = Warm()
    try:
        yield process
    finally:
        process.close()
