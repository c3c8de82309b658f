"""RSS and Atom: a feed in, its entries out."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from tellings.read.formats import days, pages
from tellings.read.formats.pieces import Piece, Source, Unread, Unreadable, hinted, titled

_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "updated")


def entries(source: Source) -> Iterator[Piece | Unread]:
    """Each entry of a feed that has a text, with the feed's title as its outlet."""
    outlet, number = "", 0
    with source.open() as stream:
        try:
            for _, node in etree.iterparse(
                stream, events=("end",), resolve_entities=False, no_network=True, recover=False
            ):
                name = etree.QName(node).localname
                if name == "title" and not number and not outlet and _parent(node) in _CHANNELS:
                    outlet = node.text or ""
                if name in ("item", "entry"):
                    number += 1
                    yield _entry(node, outlet, str(number))
                    node.clear()
        except etree.XMLSyntaxError as error:
            why = f"a feed that cannot be read from entry {number + 1} on: {error}"
            if not number:
                raise Unreadable(why, "Save the feed again, whole") from None
            yield Unread(str(number + 1), why, "Save the feed again, whole")


_CHANNELS = ("channel", "feed")


def _parent(node: Any) -> str:
    parent = node.getparent()
    return etree.QName(parent).localname if parent is not None else ""


def _entry(node: Any, outlet: str, record: str) -> Piece | Unread:
    """One entry as an article."""
    said = {etree.QName(child).localname: child for child in node if isinstance(child.tag, str)}
    words = next((_words(said[name]) for name in _TEXTS if name in said and _words(said[name])), "")
    if not words.strip():
        return Unread(record, "an entry without a text", "Fetch the article that it links to")
    title = _words(said["title"]) if "title" in said else ""
    link = said["link"].get("href") or said["link"].text if "link" in said else ""
    date = next((days.iso(_words(said[name])) for name in _DATES if name in said), "")
    hints = hinted(
        title=title,
        outlet=outlet,
        author=_words(said["creator"]) if "creator" in said else "",
        date=date,
        note=f"url: {link}" if link else "",
    )
    text = pages.paragraphs(words) if "<" in words else words
    return Piece(titled(title, text), "feed", record, hints, "record")


def _words(node: Any) -> str:
    return "".join(node.itertext()).strip()
