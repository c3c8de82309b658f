"""A corpus folder as tables: its captures, what was given with them, and the lists beside them."""

from collections.abc import Iterable, Iterator
from itertools import islice

import pandas as pd

from tellings import tables
from tellings.read import files
from tellings.read.files import (
    HINTS,
    Capture,
    Correction,
    Naming,
    Reject,
    correcting,
    forms,
)
from tellings.tables import Tables

_AT_ONCE = 250  # files whose texts are held at one time


def captures(path) -> Iterator[tuple[pd.DataFrame, pd.DataFrame]]:
    """The captures and the rejects of a corpus folder, some files at a time; nothing is listed
    before the first are asked for.

    Raises ValueError as files.captures does, and when nothing could be read.
    """
    yield from captured(files.captures(path))


def captured(found: Iterable[Capture | Reject]) -> Iterator[tuple[pd.DataFrame, pd.DataFrame]]:
    """The captures and the rejects of what was found, some at a time.

    Raises ValueError when nothing could be read.
    """
    found, many, read, first = iter(found), 0, 0, ""
    for some in iter(lambda: list(islice(found, _AT_ONCE)), []):
        captures = [c for c in some if isinstance(c, Capture)]
        rejects = [r for r in some if isinstance(r, Reject)]
        if not many and rejects:
            first = f" The first, {rejects[0].file}: {rejects[0].reason}. {rejects[0].advice}."
        many, read = many + len(some), read + len(captures)
        yield tables.frame(captures, Capture), tables.frame(rejects, Reject)
    if not read:
        raise ValueError(f"none of {many} files gave a capture.{first}")


def kept(found: Iterable[Capture | Reject]) -> pd.DataFrame:
    """The captures of what was found, as a table; raises ValueError when nothing could be read."""
    return pd.concat([captures for captures, _ in captured(found)], ignore_index=True)


def inputs(captures: pd.DataFrame, rejects: pd.DataFrame) -> pd.DataFrame:
    """Every file of the corpus once, by name: file, and the sha256 of what was read of it.

    sha256 is "" for a file that gave no capture.
    """
    read = captures[["file", "sha256"]].drop_duplicates("file")
    other = rejects.loc[~rejects["file"].isin(read["file"]), ["file"]].drop_duplicates()
    every = pd.concat([read, other.assign(sha256="")])
    return every.sort_values("file", kind="stable", ignore_index=True)


def texts(captures: pd.DataFrame) -> pd.Series:
    """The captures' texts by article_id, as parallel.each takes them."""
    return captures.set_index("article_id")["text"]


def hints(captures: pd.DataFrame) -> pd.Series:
    """What was given with each text, a dictionary by article_id."""
    names = [name for name in (*HINTS, "given_by") if name in captures]
    given = captures.set_index("article_id")[names].to_dict("index")
    return pd.Series(
        {i: {k: v for k, v in row.items() if v} for i, row in given.items()}, dtype=object
    )


def corrections(path, told: Tables) -> pd.DataFrame:
    """The corrections of the corpus folder as a table.

    told  the tables, in which the captures are

    Raises ValueError with a line for each faulty row, one that names no article or no place too.
    """
    named = told.of(correcting.named(path)).captures
    known = dict.fromkeys(told.columns("captures", "article_id")["article_id"], "")
    return tables.frame(correcting.corrections(path, known | texts(named).to_dict()), Correction)


def naming(path) -> pd.DataFrame:
    """The corpus's own naming sets as a table.

    Raises ValueError with a line for each faulty row.
    """
    return tables.frame(forms.naming(path), Naming)
