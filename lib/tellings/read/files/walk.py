"""What lies in a corpus folder: its files by name, and what is there but cannot be read as one."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tellings.read.files.rows import Refused

RECORD = ".made.json"  # stands in a folder that a report was written to
_LISTS = ("manifest.csv", "corrections.csv", "naming.csv")
_BESIDE = ("readme.md", "readme.txt", "license", "license.txt", "license.md")
_LITTER = ("thumbs.db", "desktop.ini", "__macosx")  # what systems leave behind


_PAGES, _BESIDE_PAGE = (".html", ".htm", ".xhtml"), "_files"


class Found(NamedTuple):
    """A file by its path below the corpus folder ("sub/a.txt"), or why what is there is none."""

    name: str
    refused: Refused | None = None


def below(folder: Path) -> list[Found]:
    """Everything in the folder and its sub-folders, by name; a sub-folder only where it is refused.

    Passed over: hidden files, what systems leave behind, what a browser saved with a page
    (pictures, scripts), readme and licence, and the lists beside the texts. Links that lead out,
    nowhere or to a folder, pipes, folders that cannot be opened, names that are no UTF-8 and
    folders of reports are refused.
    """
    return sorted(_below(folder.resolve()), key=lambda found: found.name)


def _below(root: Path) -> Iterator[Found]:
    """What is in the folder, in no order."""
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        try:
            entries = list(os.scandir(root / inside))
        except OSError as error:
            why = f"the folder cannot be opened ({error.strerror})"
            yield Found(inside, Refused(why, "Check its permissions"))
            continue
        if inside and any(entry.name == RECORD for entry in entries):
            why = "a folder that a report was written to"
            yield Found(inside, Refused(why, "Keep reports outside the corpus folder"))
            continue
        pages = {p.stem for e in entries if (p := Path(e.name)).suffix.lower() in _PAGES}
        for entry in entries:
            name = inside + entry.name
            if _passed_over(entry.name, inside) or _of_page(entry.name, pages):
                continue
            if fault := _fault(entry, root):
                yield Found(_printable(name), fault)
            elif entry.is_dir():
                waiting.append(f"{name}/")
            else:
                yield Found(name)


def _passed_over(name: str, inside: str) -> bool:
    """Whether a name is no part of the corpus; a list counts in the corpus folder itself only."""
    small = name.lower()
    return small.startswith(".") or small in (*_LITTER, *_BESIDE, *(() if inside else _LISTS))


def _of_page(name: str, pages: set[str]) -> bool:
    """Whether a folder is what a browser saved with a page: "talks_files" beside "talks.html"."""
    return name.endswith(_BESIDE_PAGE) and name.removesuffix(_BESIDE_PAGE) in pages


def _fault(entry: os.DirEntry, root: Path) -> Refused | None:
    """Why an entry is neither a file nor a folder of the corpus; None where it is."""
    try:
        entry.name.encode()
        if entry.is_symlink():
            return _link(entry, root)
        if not (entry.is_file() or entry.is_dir()):
            return Refused("neither a file nor a folder but a pipe or device", "Take it out")
    except UnicodeEncodeError:
        return Refused("its name is not UTF-8", "Give it a name in UTF-8")
    except OSError as error:
        return Refused(f"it cannot be looked at ({error.strerror})", "Check its permissions")
    return None


def _link(entry: os.DirEntry, root: Path) -> Refused | None:
    """Why a link is not followed; None for one to a file of the corpus."""
    try:
        target = Path(os.path.realpath(entry.path, strict=True))
    except OSError:
        return Refused("a link that leads nowhere", "Put the file itself into the corpus folder")
    if not target.is_relative_to(root):
        return OUTSIDE
    if target.is_dir():
        return Refused("a link to a folder", "Put the folder itself into the corpus folder")
    return None


def _printable(name: str) -> str:
    """A name with each byte that is no UTF-8 written out: "caf\\\\xe9.txt"."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


OUTSIDE = Refused("the path leads out of the corpus folder", "Copy the file into the corpus folder")
