"""A process that ends with its parent, and what is said of one that the system has ended.

Only the standard library: whoever starts a process has nothing else imported yet.
"""

import ctypes
import os
import signal

ENDED = (
    "a process was ended before its work was done, as the system does where memory is short; close "
    "other programs and run it again"
)
_PR_SET_PDEATHSIG = 1  # linux/prctl.h: the signal that comes when the parent ends


def tie(parent: int) -> None:
    """Let the system end this process when its parent ends, however that was; on Linux alone."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it had ended before
        os._exit(1)
