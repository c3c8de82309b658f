"""A report's record, `.made.json`: what the report in a folder was made of, and its files.

Whatever it says, it is only believed of files below its folder; a damaged one says nothing, but
still marks the folder as a report's.
"""

import json
import os
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

NAME = ".made.json"


class Record(NamedTuple):
    """What stands in a report's folder.

    of      which corpus and event it is of
    corpus  what lay in the corpus
    keys    of each notebook, what it and its tables were made of; none while they are replaced
    pages   the same of all pages
    files   the names of all files, those with tables apart
    tables  the names of these
    said    what each run is to say at its end: words, and the page that tells more
    """

    of: str
    corpus: str
    keys: dict[str, str]
    pages: str
    files: list[str]
    tables: list[str]
    said: list[list[str]]


def begun(of: str = "", corpus: str = "") -> Record:
    """The record of a report of which nothing is made yet."""
    return Record(of, corpus, {}, "", [], [], [])


def path(out: Path) -> Path:
    """Where the record of a folder stands."""
    return out / NAME


def read(out: Path) -> Record:
    """The record of a folder; an empty one where there is none, or a damaged one."""
    try:
        given = json.loads(path(out).read_text(encoding="utf-8"))
        found = Record(**{name: given[name] for name in Record._fields})
    except (OSError, ValueError, KeyError, TypeError):
        return begun()
    right = (
        _texts([found.of, found.corpus, found.pages])
        and isinstance(found.keys, dict)
        and _texts(found.files)
        and _texts(found.tables)
        and isinstance(found.said, list)
        and all(_texts(words) and len(words) == 2 for words in found.said)
    )
    return found if right else begun()


def _texts(values) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) for value in values)


def write(out: Path, record: Record) -> None:
    """Write the record whole: no reader, and no later run, meets half of it."""
    passing = path(out).with_name(f"{NAME}.{os.getpid()}")
    with passing.open("w", encoding="utf-8") as file:
        json.dump(record._asdict(), file)
        file.flush()
        os.fsync(file.fileno())
    passing.replace(path(out))


def below(out: Path, name: str) -> Path | None:
    """The file that a name means, if it lies below the folder, links followed; else None.

    >>> below(Path("report"), "../thesis.txt")
    """
    if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts or not name:
        return None
    with suppress(OSError, ValueError):
        if (out / name).parent.resolve().is_relative_to(out.resolve()):
            return out / name
    return None
