"""Captures from a corpus folder: texts as they were found, and what was said about them."""

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from tellings import tables
from tellings.lexicons import rows

MANIFEST = ("article_id", "file", "sha256", "outlet", "date", "event_id", "note")
SUBJECTS = ("line", "article", "event", "entity", "claim", "fact", "naming")
BESIDE = ("manifest.csv", "corrections.csv", "readme.md", "readme.txt", "license")
LONGEST_LINE = 1_000_000


class Capture(NamedTuple):
    """One article as it was found; `text` is never edited, and text.encode(encoding) is the file.

    outlet, title, author, date, event_id, note   what the manifest says of it, else ""
    """

    article_id: str
    file: str
    sha256: str
    encoding: str
    reader: str
    text: str
    outlet: str = ""
    title: str = ""
    author: str = ""
    date: str = ""
    event_id: str = ""
    note: str = ""

    @property
    def hints(self) -> dict[str, str]:
        """What was given with the text, by name; empty where nothing was."""
        given = {name: getattr(self, name) for name in HINTS}
        return {name: value for name, value in given.items() if value}


HINTS = ("outlet", "title", "author", "date", "event_id", "note")


class Reject(NamedTuple):
    """A file, or one record of it, that gave no capture: why, and what to do."""

    file: str
    record: str
    reason: str
    advice: str


class Correction(NamedTuple):
    """One row of corrections.csv: the researcher has the last word (seeds/README.md lists them)."""

    subject: str
    article_id: str
    place: str
    was: str
    becomes: str
    note: str


class _Refused(Exception):
    """Why one file gives no capture."""


def captures(path, manifest=None) -> Iterator[Capture | Reject]:
    """A Capture for each text of the corpus folder, a Reject for each file that is none.

    manifest  a CSV with the columns MANIFEST, all but `file` may be empty (default: manifest.csv in
              the folder, where there is one). Its rows come first, in its order; then the other
              files by name.

    Text is UTF-8, read strictly; a byte order mark is part of the encoding ("utf-8-sig"). CR LF
    stays as it is.
    Raises ValueError in one line for a folder that is not there or empty, and for a manifest that
    cannot be read; a file never raises.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise ValueError(
            f"corpus {str(path)!r} is not a folder. Give a folder of .txt files, one per article"
        )
    listed = list(_listed(folder, manifest))
    others = _others(folder, {name for row in listed if (name := row.get("file"))})
    if not listed and not others:
        raise ValueError(f"corpus {str(path)!r} is empty. Put one .txt file per article into it")
    return _each(folder, [*listed, *({"file": name} for name in others)])


def corrections(path) -> list[Correction]:
    """The rows of corrections.csv in the corpus folder; none where there is no such file.

    Raises ValueError in one line for an unknown subject or column and for a row of another length.
    """
    file = Path(path) / "corrections.csv"
    given = _csv(file, Correction._fields) if file.exists() else []
    for row in given:
        if "fault" in row:
            raise ValueError(f"corrections.csv, {row['record']}: {row['fault']}")
        if row["subject"] not in SUBJECTS:
            known = ", ".join(SUBJECTS)
            raise ValueError(f"corrections.csv: unknown subject {row['subject']!r}; known: {known}")
    return [Correction(**{name: row.get(name, "") for name in Correction._fields}) for row in given]


def corrected(path, captures: pd.DataFrame) -> pd.DataFrame:
    """The corrections of the corpus folder as a table.

    Raises ValueError in one line for a correction of an article that is not among the captures.
    """
    found = corrections(path)
    known = {"", *captures["article_id"]}
    for row in found:
        if row.article_id not in known:
            raise ValueError(
                f"corrections.csv: no article {row.article_id!r} in this corpus "
                f"(it has: {', '.join(sorted(known)[1:6])}, …)"
            )
    return tables.frame(found, Correction)


def kept(found: Iterable[Capture | Reject]) -> pd.DataFrame:
    """The captures of what was found, as a table; raises ValueError when nothing could be read."""
    found = list(found)
    captures = [c for c in found if isinstance(c, Capture)]
    if not captures:
        first = (
            f" The first, {found[0].file}: {found[0].reason}. {found[0].advice}." if found else ""
        )
        raise ValueError(f"none of {len(found)} files gave a capture.{first}")
    return tables.frame(captures, Capture)


def refused(found: Iterable[Capture | Reject]) -> pd.DataFrame:
    """The rejects of what was found, as a table."""
    return tables.frame([r for r in found if isinstance(r, Reject)], Reject)


def texts(captures: pd.DataFrame) -> pd.Series:
    """The captures' texts by article_id, as parallel.each takes them."""
    return captures.set_index("article_id")["text"]


def hints(captures: pd.DataFrame) -> pd.Series:
    """What was given with each text, a dictionary by article_id."""
    given = captures.set_index("article_id")[list(HINTS)].to_dict("index")
    return pd.Series(
        {i: {k: v for k, v in row.items() if v} for i, row in given.items()}, dtype=object
    )


# --- one file -------------------------------------------------------------------------------------


def _each(folder: Path, records: list[dict]) -> Iterator[Capture | Reject]:
    """Each record's capture, or the reason why there is none; an article_id is used once."""
    taken: dict[str, str] = {}
    for row in records:
        name, record = row.get("file", ""), row.get("record", "")
        try:
            capture = _capture(folder, row)
            if capture.article_id in taken:
                first = taken[capture.article_id]
                raise _Refused(
                    f"article_id {capture.article_id!r} is already that of {first}",
                    "Give each file an article_id of its own in manifest.csv",
                )
        except _Refused as why:
            yield Reject(name, record, *why.args)
        else:
            taken[capture.article_id] = name
            yield capture


def _capture(folder: Path, row: dict) -> Capture:
    """The capture of one record; raises _Refused(reason, advice)."""
    if "fault" in row:
        raise _Refused(row["fault"], "Mend the row in manifest.csv")
    name = row["file"]
    data = _bytes(folder, name)
    digest = hashlib.sha256(data).hexdigest()
    if row.get("sha256") and row["sha256"].lower() != digest:
        raise _Refused(
            f"not the file of manifest.csv: sha256 {digest[:12]}…, not {row['sha256'][:12]}…",
            "Bring the file back, or write its new sha256 into manifest.csv",
        )
    encoding, text = _decoded(data)
    if row.get("date") and not _iso(row["date"]):
        raise _Refused(
            f"{row['date']!r} is no date of the form 2024-04-18", "Mend the date in manifest.csv"
        )
    given = {k: row.get(k, "") for k in HINTS}
    return Capture(
        row.get("article_id") or Path(name).stem, name, digest, encoding, "txt", text, **given
    )


def _iso(text: str) -> bool:
    """Whether a date, with or without its time, is written in ISO 8601 and is in the calendar."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return bool(re.match(r"(?:1[5-9]|2\d)\d\d-\d\d-\d\d", text))


def _bytes(folder: Path, name: str) -> bytes:
    """The bytes of a .txt inside the folder; raises _Refused for one outside, missing or other."""
    path = folder / name
    if not name or Path(name).is_absolute() or not path.resolve().is_relative_to(folder.resolve()):
        raise _Refused(
            "the path leads out of the corpus folder", "Copy the file into the corpus folder"
        )
    if not path.is_file():
        raise _Refused(
            "the file is not there", "Put it into the corpus folder, or take it out of manifest.csv"
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _Refused(
            f"the file cannot be opened ({error.strerror})", "Check its permissions"
        ) from None
    if path.suffix.lower() != ".txt":
        kind = _kind(data) or f"a file ending in {path.suffix!r}"
        raise _Refused(f"{kind}, not plain text", "Save the article as a .txt file in UTF-8")
    return data


def _decoded(data: bytes) -> tuple[str, str]:
    """Encoding and text; raises _Refused for what is not UTF-8 text, or has no words."""
    kind = _kind(data)
    if kind:
        raise _Refused(f"not plain text but {kind}", "Save the article as a .txt file in UTF-8")
    if b"\0" in data:
        raise _Refused(
            f"binary: a NUL byte at byte {data.index(0)}",
            "Save the article as a .txt file in UTF-8",
        )
    encoding = "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _Refused(
            f"not UTF-8: byte 0x{data[error.start]:02x} at byte {error.start}",
            f"Save it as UTF-8{_looks_like(data)}",
        ) from None
    _check(text)
    return encoding, text


def _check(text: str) -> None:
    """Raise _Refused for a text without words, with an endless line, or with lone CR line ends."""
    if not text.strip():
        raise _Refused("empty", "Put the article's text into it, or delete it")
    if text.count("\r") > 1 and "\n" not in text:
        raise _Refused("its lines end in CR alone", "Save it with LF or CR LF line ends")
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            raise _Refused(
                f"line {number} has {len(line):,} characters (at most {LONGEST_LINE:,})",
                "Save the article with a line for each paragraph",
            )


def _kind(data: bytes) -> str:
    """What a file is by its first bytes, where they tell (lexicons/file_types.csv); else ""."""
    for row in rows("file_types"):
        if data.startswith(bytes.fromhex(row["start"])):
            return row["name"]
    start = data[:200].lstrip().lower()
    return "HTML page" if start.startswith((b"<!doctype html", b"<html")) else ""


def _looks_like(data: bytes) -> str:
    """A guess at the encoding for the advice, never used to read: it is often wrong."""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return ""
    best = from_bytes(data[:20_000]).best()
    return f" (it looks like {best.encoding})" if best else ""


# --- the lists beside the texts -------------------------------------------------------------------


def _others(folder: Path, listed: set[str]) -> list[str]:
    """Names of the folder's other files, in order, but for hidden ones and those of BESIDE."""
    inside = (p.relative_to(folder) for p in folder.rglob("*") if p.is_file())
    names = sorted(
        p.as_posix()
        for p in inside
        if p.name.lower() not in BESIDE and not any(part.startswith(".") for part in p.parts)
    )
    return [name for name in names if name not in listed]


def _listed(folder: Path, manifest) -> Iterator[dict]:
    """The manifest's rows; none where there is none and none was asked for."""
    file = Path(manifest) if manifest else folder / "manifest.csv"
    if manifest and not file.exists():
        raise ValueError(
            f"manifest {str(manifest)!r} is not there. Leave it out, or give a CSV with column file"
        )
    return iter(_csv(file, MANIFEST) if file.exists() else ())


def _csv(file: Path, columns: tuple[str, ...]) -> list[dict]:
    """Rows of a CSV as text; a row of another length than the heading has `fault` and `record`.

    Raises ValueError in one line for a file that is no UTF-8 CSV and for unknown columns.
    """
    head, *lines = _csv_lines(file) or [[]]
    head = [name.strip() for name in head]
    unknown = [name for name in head if name not in columns]
    doubled = [name for name in head if head.count(name) > 1]
    needed = "file" if "file" in columns else columns[0]
    if unknown or doubled or needed not in head:
        fault = f"no column {needed!r}" if needed not in head else ""
        fault = f"column {doubled[0]!r} stands twice" if doubled else fault
        fault = f"unknown column {unknown[0]!r}" if unknown else fault
        raise ValueError(f"{file.name}: {fault}; known: {', '.join(columns)}")
    return [_record(head, row, number) for number, row in enumerate(lines, 2) if any(row)]


def _csv_lines(file: Path) -> list[list[str]]:
    """The fields of a CSV, row by row; raises ValueError in one line where it cannot be read."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(
            f"{file.name} is not UTF-8: byte {error.start}. Save it as UTF-8"
        ) from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        raise ValueError(f"{file.name}, line {reader.line_num}: {error}") from None


def _record(head: list[str], row: list[str], number: int) -> dict:
    """One row by column, or what is wrong with it."""
    if len(row) == len(head):
        return dict(zip(head, (value.strip() for value in row), strict=True))
    fault = f"{len(row)} fields where the heading has {len(head)}"
    return {
        "file": next((v for v in row if v.endswith(".txt")), ""),
        "record": f"line {number}",
        "fault": fault,
    }
