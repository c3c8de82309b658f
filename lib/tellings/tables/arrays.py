"""Arrays on disk: one of each of many keys in, any of them out; they take no memory."""

import os
import tempfile
from collections.abc import Hashable

import numpy as np


class Arrays:
    """Arrays of one type by their keys, in a file without a name that goes when they are left.

    >>> with Arrays(np.uint64) as runs:
    ...     runs["a"] = np.array([5, 8], dtype=np.uint64)
    ...     runs["a"].tolist()
    [5, 8]
    """

    def __init__(self, kind: type[np.generic]):
        """kind: the type of their numbers."""
        self._kind = kind
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  it is open as long as they are asked
        self._place: dict[Hashable, tuple[int, int]] = {}

    def __enter__(self) -> "Arrays":
        """Itself."""
        return self

    def __exit__(self, *_) -> None:
        """Let the file go."""
        self._file.close()

    def __setitem__(self, key: Hashable, numbers: np.ndarray) -> None:
        """Put an array behind those that are there."""
        data = numbers.astype(self._kind).tobytes()
        self._place[key] = (self._file.tell(), len(data))
        self._file.write(data)

    def __getitem__(self, key: Hashable) -> np.ndarray:
        """The array of a key; raises KeyError for one that is not there."""
        at, size = self._place[key]
        self._file.flush()
        return np.frombuffer(os.pread(self._file.fileno(), size, at), dtype=self._kind)
