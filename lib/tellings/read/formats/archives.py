"""Archives: a gzip, zip or WARC in, what lies in it read as if it lay in the folder itself."""

import gzip
import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from tellings.read.formats import pages
from tellings.read.formats.pieces import LARGEST, Piece, Source, Unread, Unreadable

Read = Callable[[Source], Iterator[Piece | Unread]]
_DEEPEST = 3
# A bomb is small and unpacks to much more than any text does: English packs to about a third.
_RATIO, _SMALL = 200, 10_000_000
_MOST_FILES = 200_000
_LITTER = ("__macosx", "thumbs.db", "desktop.ini")
_WHOLE = "Unpack it, or get it again whole"


def gzipped(source: Source, read: Read) -> Iterator[Piece | Unread]:
    """What a gzip holds, by the name without .gz."""
    inner = Source(
        source.name.removesuffix(".gz").removesuffix(".GZ"),
        lambda: cast(BinaryIO, io.BufferedReader(_Unpacked(source.open()))),
        _deeper(source),
    )
    try:
        yield from read(inner)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise Unreadable(f"a gzip that breaks off or is damaged: {error}", _WHOLE) from None


class _Unpacked(gzip.GzipFile):
    """A gzip that closes what it unpacks."""

    def __init__(self, packed: BinaryIO):
        super().__init__(fileobj=packed)
        self._packed = packed

    def close(self) -> None:
        super().close()
        self._packed.close()


def zipped(source: Source, read: Read) -> Iterator[Piece | Unread]:
    """The articles of each file in a zip, numbered through; what cannot be read is named."""
    with source.open() as stream:
        try:
            archive = zipfile.ZipFile(stream if stream.seekable() else io.BytesIO(source.whole()))
        except zipfile.BadZipFile as error:
            raise Unreadable(f"a ZIP that cannot be read: {error}", _WHOLE) from None
        members = [m for m in archive.infolist() if not m.is_dir() and not _litter(m.filename)]
        if len(members) > _MOST_FILES:
            raise Unreadable(f"a zip of {len(members):,} files", "Unpack it into the corpus folder")
        number = 0
        for member in members:
            for found in _member(archive, member, source, read):
                number += 1
                yield found._replace(record=str(number))


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: Source, read: Read
) -> Iterator[Piece | Unread]:
    """The articles of one file of a zip, its name in the note; or why there are none."""
    name = member.filename
    if fault := _unsafe(member):
        yield Unread("", f"{name}: {fault[0]}", fault[1])
        return
    inner = Source(name, lambda: cast(BinaryIO, archive.open(member)), _deeper(source))
    try:
        for found in read(inner):
            if isinstance(found, Unread):
                yield found._replace(reason=f"{name}: {found.reason}")
            else:
                note = "; ".join(filter(None, [found.hints.get("note", ""), f"in the zip: {name}"]))
                yield found._replace(hints={**found.hints, "note": note})
    except Unreadable as why:
        yield Unread("", f"{name}: {why.args[0]}", why.args[1])
    # RuntimeError is what zipfile raises, too, for a method of packing that it does not know.
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        yield Unread("", f"{name}: it cannot be unpacked ({error})", _WHOLE)


def _unsafe(member: zipfile.ZipInfo) -> tuple[str, str] | None:
    """Why a file of a zip is not unpacked; None where it may be."""
    plain = posixpath.normpath(member.filename.replace("\\", "/"))
    if plain.startswith(("/", "../")) or plain == ".." or plain[1:2] == ":":
        return "its path leads out of the zip", "Pack the zip again, without such paths"
    if member.file_size > _SMALL and member.file_size > _RATIO * max(1, member.compress_size):
        size = member.file_size // 1_000_000
        return f"it would unpack to {size:,} MB: a zip bomb?", "Unpack it by hand if you trust it"
    if member.flag_bits & 1:
        return "it is locked with a password", "Pack the zip again, without a password"
    return None


def _litter(name: str) -> bool:
    """Whether a file of a zip is what a system left behind, or hidden."""
    parts = name.replace("\\", "/").lower().split("/")
    return any(part in _LITTER or (part.startswith(".") and part != "..") for part in parts)


def _deeper(source: Source) -> int:
    """The depth of what lies in a source; raises Unreadable where it lies too deep."""
    if source.depth >= _DEEPEST:
        raise Unreadable("archives packed into each other", "Unpack it into the corpus folder")
    return source.depth + 1


# --- WARC -----------------------------------------------------------------------------------------


def warc(source: Source) -> Iterator[Piece | Unread]:
    """The article of each HTML page that a crawl got, with its address; what else it got is named.

    A library stops without a word where a WARC breaks off, so its end is looked at beforehand.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number, others = 0, 0
    with source.open() as stream:
        try:
            for record in ArchiveIterator(stream):
                if record.rec_type not in ("response", "resource"):
                    continue
                if not _is_page(record):
                    others += 1
                    continue
                number += 1
                yield _page(record, number)
        except (ArchiveLoadFailed, EOFError, zlib.error, ValueError) as error:
            yield Unread(str(number), f"it cannot be read from record {number} on: {error}", _WHOLE)
            return
    if not _ends_whole(source):
        yield Unread(str(number), f"it breaks off after record {number}", "Get it again, whole")
    if others:
        yield Unread("", f"{others} records that are no HTML page", "They are not needed")


def _page(record, number: int) -> Piece | Unread:
    """One page of a crawl as an article."""
    data = record.content_stream().read(LARGEST)
    try:
        url = record.rec_headers.get_header("WARC-Target-URI") or ""
        return pages.article(data, url, "warc")._replace(record=str(number))
    except Unreadable as why:
        return Unread(str(number), *why.args)


def _is_page(record) -> bool:
    """Whether a record is an HTML page that the server gave."""
    http = record.http_headers
    kind = (http.get_header("Content-Type") if http else record.content_type) or ""
    right = http is None or (http.get_statuscode() or "").startswith("2")
    return right and ("html" in kind.lower())


def _ends_whole(source: Source) -> bool:
    """Whether the last gzip member, or the last record, is complete."""
    with source.open() as stream:
        head = stream.read(2)
        if head == b"\x1f\x8b":
            return _gzip_ends(stream, head)
        last = head
        while part := stream.read(1 << 20):
            last = (last + part)[-4:]
        return last.endswith(b"\r\n\r\n") or last.endswith(b"\n\n")


def _gzip_ends(stream: BinaryIO, held: bytes) -> bool:
    """Whether the last member of a gzip is whole."""
    unpack = zlib.decompressobj(31)
    whole = False
    while held or (held := stream.read(1 << 16)):
        try:
            unpack.decompress(held)
        except zlib.error:
            return whole
        whole, held = unpack.eof, unpack.unused_data
        if unpack.eof:
            unpack = zlib.decompressobj(31)
    return whole
