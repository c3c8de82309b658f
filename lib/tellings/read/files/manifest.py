"""manifest.csv: which file each row means, and what the row says of it."""

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tellings.read.files import sidecars
from tellings.read.files.rows import HINTS, Refused
from tellings.read.files.walk import OUTSIDE, Found

COLUMNS = ("article_id", "file", "sha256", *HINTS)
_MEND = "Mend the row in manifest.csv"


class Listed(NamedTuple):
    """A file of the corpus, the line of the manifest that names it ("" for none), what that says.

    refused  why the row or the file cannot be read, where that is known
    """

    name: str
    line: str = ""
    given: Mapping[str, str] = MappingProxyType({})
    refused: Refused | None = None


def listed(folder: Path, manifest, found: list[Found]) -> list[Listed]:
    """The rows of the manifest in its order, then every other file by name.

    manifest  its path; None for manifest.csv in the folder, where there is one

    Raises ValueError in one line for a manifest that is not there or cannot be read as a table.
    """
    rows = list(_named(_rows(folder, manifest), found))
    names = {row.name for row in rows}
    return rows + [Listed(f.name, refused=f.refused) for f in found if f.name not in names]


def _rows(folder: Path, manifest) -> list[sidecars.Row]:
    file = Path(manifest) if manifest else folder / "manifest.csv"
    if not file.is_file():
        if manifest or file.exists():
            raise ValueError(f"manifest {file.name!r} is no file. Give a CSV with the column file")
        return []
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ValueError(f"{file.name} cannot be opened: {error.strerror}") from None
    return sidecars.rows(data, file.name, COLUMNS, "file")


def _named(rows: Iterable[sidecars.Row], found: list[Found]) -> Iterator[Listed]:
    """Each row with the name that its file has on the disk; a file belongs to its first row."""
    disk = {_plain(f.name): f.name for f in found} | {f.name: f.name for f in found}
    refused = {f.name: f.refused for f in found}
    taken: dict[str, str] = {}
    for row in rows:
        line = f"line {row.line}"
        names = row.fields if row.fault else [row.values["file"]]
        name = next((disk[n] for v in names for n in (v, _plain(v)) if n in disk), "")
        name = name or next((_plain(v) for v in names if v and row.values), "")
        fault = Refused(row.fault, _MEND) if row.fault else _fault(row.values) or refused.get(name)
        if name and name in taken:
            why = f"the file is already named in {taken[name]}"
            fault = Refused(why, "Take one of the two rows out of manifest.csv")
        taken.setdefault(name, line)
        yield Listed(name, line, row.values, fault)


def _fault(given: dict[str, str]) -> Refused | None:
    """What is wrong with what a row says, whatever lies in the folder."""
    file = given["file"]
    if not file:
        return Refused("no file is named", _MEND)
    if "\0" in file:
        return Refused("the file's name holds a NUL sign", _MEND)
    if re.match(r"[\\/]|[A-Za-z]:", file) or _plain(file).split("/")[0] == "..":
        return OUTSIDE
    date = given.get("date")
    if date and not _iso(date):
        why = f"{date!r} is no date of the form 2024-04-18"
        return Refused(why, "Mend the date in manifest.csv")
    return None


def _plain(name: str) -> str:
    """A path as it is written here: "/" between folders, accents composed, no "./".

    >>> _plain(".\\\\sub\\\\a.txt")
    'sub/a.txt'
    """
    return posixpath.normpath(unicodedata.normalize("NFC", name.replace("\\", "/")))


def _iso(text: str) -> bool:
    """Whether a date, with or without its time, is written in ISO 8601 and is in the calendar."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return bool(re.match(r"(?:1[5-9]|2\d)\d\d-\d\d-\d\d", text))
