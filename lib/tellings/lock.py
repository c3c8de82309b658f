"""One run at a time in one folder: a lock that ends with its run, however that ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has none, nor a lock on a folder
    fcntl = None


class Busy(Exception):
    """Another run holds the folder."""


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Inside, no other run holds the folder; raises Busy where one does.

    The lock is on the folder itself: it leaves no file behind, and the system takes it back from a
    run that was killed. Where a system knows no such lock, there is none.
    """
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy from None
        except OSError:
            pass  # a network folder that knows no locks
        yield
    finally:
        os.close(handle)
