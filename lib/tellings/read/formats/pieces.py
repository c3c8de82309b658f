"""What a reader of a format takes and gives: a source of bytes in, the articles in it out."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import BinaryIO, NamedTuple

LARGEST = 50_000_000  # bytes of what must be held whole: one page, one record, one document


NOTHING: Mapping[str, str] = MappingProxyType({})


class Source(NamedTuple):
    """Something that can be read more than once, on the disk or inside an archive.

    open   gives its bytes from the beginning; whoever opens it closes it
    depth  in how many archives it lies
    """

    name: str
    open: Callable[[], BinaryIO]
    depth: int = 0

    def head(self, size: int = 64_000) -> bytes:
        """Its first bytes."""
        with self.open() as stream:
            return stream.read(size)

    def whole(self) -> bytes:
        """All its bytes; raises Unreadable for more than LARGEST."""
        with self.open() as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            why = f"larger than {LARGEST // 1_000_000} MB for one article"
            raise Unreadable(why, "Split it into one file per article")
        return data


class Piece(NamedTuple):
    """One article of a source.

    record  its number in the source, from 1; "" where the source holds but one
    hints   what the source says of it, by name: title, author, outlet, date, note
    giver   who says so: page, record, export; "" for nobody
    """

    text: str
    reader: str
    record: str = ""
    hints: Mapping[str, str] = NOTHING
    giver: str = ""
    encoding: str = "utf-8"


class Unread(NamedTuple):
    """A record of a source, or all of it (""), that gives no article: why, and what to do."""

    record: str
    reason: str
    advice: str


class Unreadable(Exception):
    """Why a whole source gives no article: Unreadable(reason, advice)."""


def hinted(**values: str | None) -> dict[str, str]:
    """The values that there are, without white space round them or inside in runs."""
    plain = {name: " ".join(str(value or "").split()) for name, value in values.items()}
    return {name: value for name, value in plain.items() if value}


def titled(title: str, text: str) -> str:
    """An article's text with its title above it, unless it begins with that itself."""
    text = text.strip("\n")
    title = " ".join(title.split())
    start = " ".join(text[: 2 * len(title) + 40].split())
    return text if not title or start.startswith(title) else f"{title}\n\n{text}"
