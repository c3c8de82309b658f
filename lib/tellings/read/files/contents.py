"""A file of the corpus as bytes and, where it is plain text, as text; or why it cannot be had."""

import hashlib
from io import BytesIO
from pathlib import Path

from tellings.read import formats
from tellings.read.files import walk
from tellings.read.files.decoding import LARGEST, LONGEST_LINE, decoded, empty
from tellings.read.files.rows import Refused
from tellings.read.formats import unread
from tellings.read.lines import no_article

READ = (".txt", "")  # endings of files that are plain text, in small letters
_HEAD = 8_000  # bytes that tell what a file is
_SMALL = 100_000  # bytes of a file that is read once: an article's, and more


def path(folder: Path, name: str) -> Path:
    """The path of a file inside the folder; raises Refused for one outside or missing.

    folder  resolved: with no link in its own path
    """
    found = folder / name
    try:
        if not found.resolve().is_relative_to(folder):
            raise walk.OUTSIDE
        if not found.is_file():
            raise FileNotFoundError
    except FileNotFoundError:
        advice = "Put it into the corpus folder, or take it out of manifest.csv"
        raise Refused("the file is not there", advice) from None
    except (OSError, RuntimeError) as error:
        raise _closed(error) from None
    return found


def opened(path: Path, name: str) -> tuple[str, formats.Source]:
    """The sha256 of a file's bytes and the file as a source, which holds those of a small one;
    raises Refused for one that cannot be opened."""
    try:
        with path.open("rb") as stream:
            data = stream.read(_SMALL + 1)
            if len(data) <= _SMALL:
                return hashlib.sha256(data).hexdigest(), formats.Source(name, lambda: BytesIO(data))
            stream.seek(0)
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise _closed(error) from None
    return digest, formats.Source(name, lambda: path.open("rb"))


def plain(source: formats.Source) -> tuple[str, str]:
    """Encoding and text of a plain text file; raises Refused for what is none."""
    name = source.name
    read = formats.ending(name) in READ
    try:  # no more of a film, or of a disk's image, than is needed
        data = source.head(LARGEST + 1 if read else _HEAD)
    except OSError as error:
        raise _closed(error) from None
    if not read:
        known = formats.ending(name) in formats.ENDINGS
        raise Refused(
            f"{_kind(data) or f'a file ending in {formats.ending(name)!r}'}, not plain text",
            "Save it again, in UTF-8" if known else "Save the article as a .txt file in UTF-8",
        )
    encoding, text = decoded(data)
    if (why := fault(text)) is not None:
        raise why
    return encoding, text


def fault(text: str) -> Refused | None:
    """Why a text is no article's; None where it may be one."""
    longest = max(map(len, text.split("\n")))
    if empty(text):
        return Refused("an article without words", "Put its text into it, or take it out")
    if longest > LONGEST_LINE:
        why = f"a line has {longest:,} characters (at most {LONGEST_LINE:,})"
        return Refused(why, "Save the article with a line for each paragraph")
    if page := no_article.kind(text):
        return Refused(f"no article but {page}", "Get the page again, or take it out")
    return None


def _closed(error: Exception) -> Refused:
    why = f"the file cannot be opened ({getattr(error, 'strerror', None) or error})"
    return Refused(why, "Check its name and its permissions")


def _kind(data: bytes) -> str:
    """What a file that is not read is, where its bytes tell."""
    return unread.of_bytes(data) or unread.of_text(data.decode("utf-8", "replace"))[0]
