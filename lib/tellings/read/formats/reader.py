"""The articles of a source, whatever its form: bytes in, pieces and what was not read out."""

from collections.abc import Callable, Iterator

from tellings.read.formats import (
    archives,
    documents,
    feeds,
    pages,
    recognition,
    records,
    unread,
    written,
)
from tellings.read.formats.names import ending
from tellings.read.formats.pieces import Piece, Source, Unread, Unreadable

READERS: dict[str, Callable[[Source], Iterator[Piece | Unread]]] = {
    "html": pages.saved,
    "mhtml": pages.mail,
    "jsonl": records.json_lines,
    "json": records.whole_json,
    "table": records.delimited,
    "parquet": records.parquet,
    "xlsx": records.excel,
    "warc": archives.warc,
    "feed": feeds.entries,
    "docx": documents.word,
    "odt": documents.open_document,
    "epub": documents.book,
    "rtf": documents.rich_text,
    "pdf": documents.pdf,
    "markdown": written.markdown,
    "export": written.export,
}


def form(source: Source) -> str:
    """The form of a source: a key of READERS, "zip", "gz"; "" for plain text and what is none."""
    head = source.head()
    return recognition.form(head, ending(source.name))


def pieces(source: Source) -> Iterator[Piece | Unread]:
    """Each article of a source, and an Unread for each record that gave none; it never raises.

    A file in an archive is read like one in the folder, plain text too.
    """
    try:
        yield from _read(source)
    except Unreadable as why:
        yield Unread("", *why.args)
    except Exception as error:  # the libraries raise what they like at a damaged file
        words = " ".join(str(error).split())[:200] or type(error).__name__
        yield Unread("", f"it cannot be read: {words}", "Get it again, whole")


def _read(source: Source) -> Iterator[Piece | Unread]:
    """The same; raises Unreadable for a source that gives nothing at all."""
    found = form(source)
    if found == "gz" and ending(source.name.removesuffix(".gz")) == ".warc":
        found = "warc"
    if found == "gz":
        yield from archives.gzipped(source, _read)
    elif found == "zip":
        yield from archives.zipped(source, _read)
    elif found:
        yield from READERS[found](source)
    else:
        yield _plain(source)


def _plain(source: Source) -> Piece:
    """Plain text inside an archive."""
    data = source.whole()
    name = unread.of_bytes(data)
    if name or b"\0" in data[:8_000]:
        raise Unreadable(name or "a binary file", "Save the article as a .txt file in UTF-8")
    text = written.text_of(data)
    if not text.strip():
        raise Unreadable("empty", "Put the article's text into it, or delete it")
    name, advice = unread.of_text(text)
    if name:
        raise Unreadable(f"not an article's text but {name}", advice)
    return Piece(text, "txt")
