"""Documents of word processors, books, PDF: bytes in, the articles of their text out."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from lxml import etree

from tellings.read.formats import pages, written
from tellings.read.formats.folds import unfolded
from tellings.read.formats.pieces import LARGEST, Piece, Source, Unread, Unreadable

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_AGAIN = "Save it again, or copy its words into a .txt file"


def word(source: Source) -> Iterator[Piece | Unread]:
    """The text of a .docx, a line for each paragraph."""
    tree = _tree(_part(source, "word/document.xml"))
    lines = (_paragraph(node) for node in tree.iter(f"{_WORD}p"))
    yield from written.of_text("\n".join(lines), "docx")


def _paragraph(node: Any) -> str:
    """The words of a paragraph; tabs and breaks are white space."""
    signs = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n"}
    parts = (n.text if n.tag == f"{_WORD}t" else signs.get(n.tag, "") for n in node.iter())
    return "".join(part or "" for part in parts)


def open_document(source: Source) -> Iterator[Piece | Unread]:
    """The text of an .odt, a line for each paragraph, a blank one between."""
    tree = _tree(_part(source, "content.xml"))
    kinds = (f"{_TEXT}p", f"{_TEXT}h")
    lines = ["".join(node.itertext()).strip() for node in tree.iter(*kinds)]
    yield from written.of_text("\n\n".join(lines), "odt")


def book(source: Source) -> Iterator[Piece | Unread]:
    """The text of an .epub in the order of its spine."""
    path = _attribute(_tree(_part(source, "META-INF/container.xml")), "rootfile", "full-path")
    package = _tree(_part(source, path))
    files = {n.get("id"): n.get("href") for n in package.iter("{*}item")}
    order = [files[n.get("idref")] for n in package.iter("{*}itemref") if n.get("idref") in files]
    found: list[str] = []
    for name in order:
        data = _part(source, posixpath.join(posixpath.dirname(path), name))
        body = _tree(data, html=True).find("body")
        found += pages.lines(body) if body is not None else []
    yield from written.of_text("\n\n".join(found), "epub")


def _attribute(tree: Any, tag: str, name: str) -> str:
    node = next(tree.iter(f"{{*}}{tag}"), None)
    if node is None or not node.get(name):
        raise Unreadable("an e-book without a list of its files", _AGAIN)
    return node.get(name)


def _part(source: Source, name: str) -> bytes:
    """One file of a document that is a zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.whole())) as archive:
            if archive.getinfo(name).file_size > LARGEST:
                raise Unreadable("a document that unpacks to too much", _AGAIN)
            return archive.read(name)
    except (zipfile.BadZipFile, KeyError, RuntimeError) as error:
        raise Unreadable(f"a document that cannot be read: {error}", _AGAIN) from None


def _tree(data: bytes, html: bool = False) -> Any:
    """XML as a tree; what it names outside itself is not looked up."""
    try:
        if html:
            return etree.fromstring(data, etree.HTMLParser(no_network=True))
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"a document that cannot be read: {error}", _AGAIN) from None


# --- the optional extra `office` ------------------------------------------------------------------


def rich_text(source: Source) -> Iterator[Piece | Unread]:
    """The text of an .rtf; needs the extra `office`."""
    _needs("striprtf", "RTF document")
    from striprtf.striprtf import rtf_to_text

    try:
        text = rtf_to_text(source.whole().decode("cp1252", "replace"), errors="replace")
    except (ValueError, LookupError, IndexError) as error:
        raise Unreadable(f"an RTF document that cannot be read: {error}", _AGAIN) from None
    yield from written.of_text(text, "rtf")


def pdf(source: Source) -> Iterator[Piece | Unread]:
    """The text layer of a PDF; needs the extra `office`."""
    _needs("pypdf", "PDF")
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(source.whole()))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("a PDF locked with a password", "Save it without the password")
        text = "\n".join(page.extract_text() for page in reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise Unreadable(f"a PDF that cannot be read: {error}", _AGAIN) from None
    if not text.strip():
        advice = "Run it through a text recognition, or copy its words into a .txt file"
        raise Unreadable("a PDF of pictures, without a text layer", advice)
    yield from written.of_text(unfolded(text), "pdf")


def _needs(package: str, form: str) -> None:
    """Raise Unreadable with the one command that adds what is missing."""
    if find_spec(package) is None:
        raise Unreadable(f"{form}, for which a package is missing", "Add it: make office")
