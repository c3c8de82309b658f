"""Rows on disk by key: what an earlier run found for an article, in a file of SQLite.

It is there to save time and nothing else: a file that cannot be read or written, or that does not
hold what was put into it, holds nothing.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

import pyarrow as pa

_SUM = 16  # bytes of the digest before what is kept
_LENGTH = 4  # bytes of a number of bytes
_WAIT = 1  # seconds for another run that is writing; to find the rows anew takes hardly longer


class Store:
    """What is kept under keys, in the file of one version; those of others go when it is made."""

    def __init__(self, folder: Path, what: str, version: str):
        self._path = folder / f"{what}-{version}.sqlite"
        self._every = f"{what}-*.sqlite*"

    def read(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """What is kept, under those of the keys that there are."""
        found: dict[bytes, bytes] = {}
        if not self._path.exists():
            return found
        with self._harmless(), _opened(self._path) as file:
            for key in keys:
                for (kept,) in file.execute("select rows from kept where key = ?", (key,)):
                    if isinstance(kept, bytes) and kept[:_SUM] == _sum(key, kept[_SUM:]):
                        found[key] = _unpacked(kept[_SUM:])
        return found

    def write(self, rows: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep rows under their keys: all of them, or none where that fails."""
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            for path in self._path.parent.glob(self._every):
                if not path.name.startswith(self._path.name):
                    path.unlink()
        packed = ((key, _packed(plain)) for key, plain in rows)
        summed = ((key, _sum(key, kept) + kept) for key, kept in packed)
        with self._harmless(), _opened(self._path) as file:
            file.execute("create table if not exists kept (key blob primary key, rows blob)")
            file.executemany("insert or replace into kept values (?, ?)", summed)

    @contextmanager
    def _harmless(self) -> Iterator[None]:
        """Inside, what goes wrong with the file ends nothing; one that is broken is taken away."""
        try:
            yield
        except (sqlite3.Error, UnicodeError) as error:
            # An error of a narrower kind: the file is in use, or somebody else's.
            if type(error) is sqlite3.DatabaseError or isinstance(error, UnicodeError):
                with suppress(OSError):
                    self._path.unlink()


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The file; what is written stays if all goes well."""
    with closing(sqlite3.connect(path, timeout=_WAIT)) as file, file:
        # Nobody waits until the disk has it: what a power cut leaves half is found out.
        file.execute("pragma synchronous = off")
        yield file


def _packed(plain: bytes) -> bytes:
    """The length, then what holds it: by Arrow's LZ4 in an eighth of the time of zlib's quickest,
    in half as much space again."""
    return len(plain).to_bytes(_LENGTH, "little") + pa.compress(plain, "lz4_raw", asbytes=True)


def _unpacked(packed: bytes) -> bytes:
    length = int.from_bytes(packed[:_LENGTH], "little")
    return pa.decompress(packed[_LENGTH:], length, "lz4_raw", asbytes=True)


def _sum(key: bytes, kept: bytes) -> bytes:
    """By which it is known that what is kept is what was put there, under this key."""
    return blake2b(key + kept, digest_size=_SUM).digest()
