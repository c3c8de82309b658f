"""A corpus folder as captures: for everything that lies in it, a capture or a reject."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from tellings.read.files import kinds, manifest as manifests, walk
from tellings.read.files.decoding import decoded
from tellings.read.files.rows import HINTS, Capture, Refused, Reject

READ = (".txt", "")  # endings of files that may be articles, in small letters
_ENDING = re.compile(r"\.(?=\w*[A-Za-z])[A-Za-z0-9]{1,7}$")


def captures(path, manifest=None) -> Iterator[Capture | Reject]:
    """A Capture for each text of the corpus folder, a Reject for everything else that is in it.

    manifest  a CSV with the columns manifest.COLUMNS, all but `file` may be empty (default:
              manifest.csv in the folder, where there is one); what other columns say is added to
              the note. Its rows come first, in its order; then the other files by name.

    article_id is the path below the folder without its ending ("sub/a"), with it where two files
    would share one, unless the manifest says otherwise. Text is UTF-8, read strictly; CR LF stays.
    Raises ValueError in one line for a folder that is not there or empty, and for a manifest that
    cannot be read; a file never raises.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise ValueError(
            f"corpus {str(path)!r} is not a folder. Give a folder of .txt files, one per article"
        )
    records = manifests.listed(folder, manifest, walk.below(folder))
    if not records:
        raise ValueError(f"corpus {str(path)!r} is empty. Put one .txt file per article into it")
    return _each(folder, records)


def _each(folder: Path, records: list[manifests.Listed]) -> Iterator[Capture | Reject]:
    """Each record's capture, or the reason why there is none; an article_id is used once."""
    sharing = Counter(_stem(r.name) for r in records if _ending(r.name) in READ)
    taken: dict[str, str] = {}
    for record in records:
        usual = _stem(record.name) if sharing[_stem(record.name)] < 2 else record.name
        try:
            capture = _capture(folder, record, usual)
            if capture.article_id in taken:
                first = taken[capture.article_id]
                raise Refused(
                    f"article_id {capture.article_id!r} is already that of {first}",
                    "Give each file an article_id of its own in manifest.csv",
                )
        except Refused as why:
            yield Reject(record.name, record.line, *why.args)
        else:
            taken[capture.article_id] = record.name
            yield capture


def _capture(folder: Path, record: manifests.Listed, usual: str) -> Capture:
    """The capture of one record, its article_id the usual one where none is given.

    Raises Refused.
    """
    if record.refused:
        raise record.refused
    given = record.given
    data = _bytes(folder, record.name)
    digest = hashlib.sha256(data).hexdigest()
    wanted = given.get("sha256", "").lower()
    if wanted and wanted != digest:
        raise Refused(
            f"not the file of manifest.csv: sha256 {digest[:12]}…, not {wanted[:12]}…",
            "Bring the file back, or write its new sha256 into manifest.csv",
        )
    encoding, text = decoded(data)
    said = {name: given.get(name, "") for name in HINTS} | {"note": _note(given)}
    return Capture(
        given.get("article_id") or usual, record.name, digest, encoding, "txt", text, **said
    )


def _note(given: Mapping[str, str]) -> str:
    """The note of the manifest and, by their names, the columns that it has beyond those known."""
    others = [f"{k}: {v}" for k, v in given.items() if v and k and k not in manifests.COLUMNS]
    return "; ".join(filter(None, [given.get("note", ""), *others]))


def _bytes(folder: Path, name: str) -> bytes:
    """The bytes of a file inside the folder; raises Refused for one missing or of another form."""
    path = folder / name
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise walk.OUTSIDE
        if not path.is_file():
            raise FileNotFoundError
        data = path.read_bytes()
    except FileNotFoundError:
        advice = "Put it into the corpus folder, or take it out of manifest.csv"
        raise Refused("the file is not there", advice) from None
    except (OSError, RuntimeError) as error:
        why = f"the file cannot be opened ({getattr(error, 'strerror', error)})"
        raise Refused(why, "Check its name and its permissions") from None
    if _ending(name) not in READ:
        raise Refused(
            f"{_kind(data) or f'a file ending in {_ending(name)!r}'}, not plain text",
            "Save the article as a .txt file in UTF-8",
        )
    return data


def _kind(data: bytes) -> str:
    """What a file that is not read is, where its bytes tell."""
    return kinds.of_bytes(data) or kinds.of_text(data[:8_000].decode("utf-8", "replace"))[0]


def _ending(name: str) -> str:
    """A file's ending in small letters; "" where what follows the last dot is none.

    >>> [_ending(n) for n in ("a.TXT", "77-12.4", "St. Mary", "talks 2016-6-22")]
    ['.txt', '', '', '']
    """
    found = _ENDING.search(name)
    return found.group().lower() if found else ""


def _stem(name: str) -> str:
    """A file's path without its ending."""
    return name[: len(name) - len(_ending(name))]
