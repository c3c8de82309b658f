"""A call in a fork of this process: what its work leaves in memory goes with the fork."""

import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable

from tellings import lifeline


def apart(function: Callable, *given):
    """What a function gives, from a process of its own where the system can fork one, else here.

    Raises what the function raises, and MemoryError where the process was ended before. Lexicons
    that only the function needs, and what it frees in pieces, are not held by this process.

    >>> apart(sorted, [3, 1, 2])
    [1, 2, 3]
    """
    if sys.platform != "linux":
        return function(*given)
    here, there = os.pipe()
    parent = os.getpid()
    with warnings.catch_warnings():
        # Of threads, from Python 3.12 on: those of a kernel hold no lock that such work needs.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if not pid:
        try:
            _tell(there, parent, function, given)
        finally:
            os._exit(1)  # whatever was raised: what follows is the parent's work
    os.close(there)
    try:
        with os.fdopen(here, "rb") as told:
            result, error = pickle.load(told)
    except (EOFError, pickle.UnpicklingError):
        raise MemoryError(lifeline.ENDED) from None
    finally:  # only now: until what it tells is read, it holds the files (tables.Arrays)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    if error is not None:
        raise error
    return result


def _tell(there: int, parent: int, function: Callable, given: tuple) -> None:
    """Tell what the function gives and the error that it raised, one of them None; then wait."""
    lifeline.tie(parent)
    try:
        result, error = function(*given), None
    except Exception as raised:  # whatever it is, it is for whoever asked
        result, error = None, raised
    with os.fdopen(there, "wb") as tell:
        pickle.dump((result, error), tell)
    signal.pause()
