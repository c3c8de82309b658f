"""What a function is: the function in, a name for it and for all of its code out, or none.

Rows that an earlier run found may stand for those that a function would give only where it is
certain that nothing has changed of which they are made.
"""

import marshal
import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path
from types import FunctionType
from typing import Any

from tellings import BEGUN

_LIBRARY = Path(__file__).resolve().parents[1]
# What an article's rows are made by. Code on a floor to the right of these (compare, show) is none
# of it, and what it hands over to be worked with could be anything.
_FLOORS = ("lexicons", "text", "read", "find", "tables", "parallel")
_SAY_SO = (".dist-info", ".egg-info")  # folders beside what is installed, named after its version


def of(function: Callable, Row) -> str:
    """A name for a function and the type of its rows, another where one of them is changed.

    It holds the word lists and the code of the floors up to find, Python, and whatever is
    installed. "" for what cannot be told for certain: a function or a row type of a notebook, one
    made inside another, one that was given more than texts and numbers or the name of a file; and
    where code was changed after this process imported it. What is changed in memory alone is not
    seen.
    """
    try:
        if not (_of_library(Row) and _unchanged()):
            return ""
        told = marshal.dumps((_told(function), Row.__module__, Row.__qualname__), 2)
        return blake2b(version() + told, digest_size=16).hexdigest()
    except (OSError, ValueError):  # a file that goes while it is looked at, a value of another kind
        return ""


def plain(value: Any) -> Any:
    """The value in parts that marshal can write; what is not made of texts, numbers and days stays
    as it is, and marshal refuses it.

    >>> plain(("May", date(2024, 5, 1)))
    ('tuple', ['May', ('date', '2024-05-01')])
    """
    if type(value) in (tuple, list):
        return type(value).__name__, [plain(part) for part in value]
    if isinstance(value, tuple) and type(value).__module__.startswith(f"{_LIBRARY.name}."):
        return value._fields, [plain(part) for part in value]  # type: ignore[attr-defined]
    if type(value) is date:
        return "date", value.isoformat()
    return value


def _told(function: Callable) -> tuple:
    """What a function is in words; raises ValueError where that would leave something out."""
    if type(function) is partial:
        given = (function.args, *sorted(function.keywords.items()))
        if any(map(_names_file, (*function.args, *function.keywords.values()))):
            raise ValueError("what a file holds is not told by its name")
        return _told(function.func), plain(given)
    if type(function) is not FunctionType or not _of_library(function):
        raise ValueError("not a function of the library")
    return function.__module__, function.__qualname__


def _of_library(thing: Any) -> bool:
    """Whether a function or a class is one of the floors, under its own name in its own module."""
    root, _, rest = thing.__module__.partition(".")
    if root != _LIBRARY.name or rest.partition(".")[0] not in _FLOORS:
        return False
    module = sys.modules.get(thing.__module__)
    code = getattr(thing, "__code__", None)
    own = code is None or code.co_filename == getattr(module, "__file__", "")
    return own and getattr(module, thing.__qualname__, None) is thing


def _names_file(value: Any) -> bool:
    """Whether a value may be the path of something, such as of a trained model in a folder."""
    try:
        return isinstance(value, str) and Path(value).exists()
    except OSError:
        return True


@cache
def version() -> bytes:
    """A digest of what decides beside the function, read once in a process and its forks."""
    key = blake2b(sys.version.encode(), digest_size=16)
    for path in map(Path, sorted(_files())):
        name = path.relative_to(_LIBRARY).as_posix()
        key.update(marshal.dumps((name, path.read_bytes()), 2))
    key.update(marshal.dumps(sorted(_installed()), 2))
    return key.digest()


def _files() -> Iterator[str]:
    """The files of the floors, as texts: they are asked for at each call, and paths take longer."""
    for floor in _FLOORS:
        for folder, _, names in os.walk(_LIBRARY / floor):
            own = (name for name in names if name[0] != "." and not name.endswith(".pyc"))
            yield from (f"{folder}/{name}" for name in own)


def _installed() -> Iterator[str]:
    """Whatever is installed, with its version, as "textstat-0.7.8"."""
    for folder in _packages():
        yield from (path.stem for path in folder.iterdir() if path.suffix in _SAY_SO)


@cache
def _packages() -> list[Path]:
    """The folders that hold what is installed."""
    folders = filter(Path.is_dir, map(Path, sys.path))
    return [f for f in folders if any(path.suffix in _SAY_SO for path in f.iterdir())]


def _unchanged() -> bool:
    """Whether all that decides is as it was when this process began to import it.

    A kernel lives for days: what its old code finds must not pass for what the new code found.
    """
    about = map(os.stat, (*_files(), *map(str, _packages())))
    return all(max(s.st_mtime, s.st_ctime) < BEGUN for s in about)
