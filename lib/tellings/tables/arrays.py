"""Arrays on disk, one behind the other: any of them can be read, and they take no memory."""

import os
import tempfile
import weakref
from array import array
from pathlib import Path

import numpy as np


class Arrays:
    """Arrays of one type by their place, in a file without a name that goes when they do.

    >>> runs = Arrays(np.uint64)
    >>> for numbers in ([5, 8], [], [3]):
    ...     runs.append(np.array(numbers, dtype=np.uint64))
    >>> runs[0].tolist(), runs[2].tolist(), len(runs), runs.whole().tolist()
    ([5, 8], [3], 3, [5, 8, 3])
    """

    def __init__(self, kind: type[np.generic] | np.dtype):
        """kind: the type of their numbers, or of their rows."""
        self._kind = kind
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  it is open as long as they are there
        self._ends = array("q", [0])
        weakref.finalize(self, self._file.close)

    def __getstate__(self) -> tuple:
        """For a process that takes over the file while this one is there (parallel.apart)."""
        self._file.flush()
        return self._kind, self._ends, f"/proc/{os.getpid()}/fd/{self._file.fileno()}"

    def __setstate__(self, state: tuple) -> None:
        """Take over the file of the process that told this state."""
        self._kind, self._ends, path = state
        self._file = Path(path).open("a+b")  # noqa: SIM115  as above
        weakref.finalize(self, self._file.close)

    def __len__(self) -> int:
        """How many arrays."""
        return len(self._ends) - 1

    def append(self, numbers: np.ndarray) -> None:
        """Put an array behind those that are there."""
        self._ends.append(self._ends[-1] + self._file.write(numbers.astype(self._kind).tobytes()))

    def __getitem__(self, place: int) -> np.ndarray:
        """The array of a place; raises IndexError where there is none."""
        if not 0 <= place < len(self):
            raise IndexError(f"no array {place} of {len(self)}")
        return self._read(*self._ends[place : place + 2])

    def whole(self) -> np.ndarray:
        """All of them as one, each behind the one before."""
        return self._read(0, self._ends[-1])

    def _read(self, at: int, end: int) -> np.ndarray:
        """The numbers between two bytes of the file."""
        self._file.flush()
        return np.frombuffer(os.pread(self._file.fileno(), end - at, at), dtype=self._kind)
