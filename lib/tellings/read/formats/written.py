"""Texts that are more than plain: database exports and Markdown; bytes in, articles out."""

import re
from collections.abc import Iterator

from tellings.read.formats import databases, days
from tellings.read.formats.pieces import Piece, Source, Unread, Unreadable, hinted, titled

_FRONT = re.compile(r"\s*---[ \t]*\n(?P<fields>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_FIELD = re.compile(r"([\w-]+):[ \t]*(.*)$")
_NAMES = {"title": "title", "author": "author", "authors": "author", "source": "outlet"}
_NAMES |= {"outlet": "outlet", "publication": "outlet", "date": "date", "published": "date"}
_MARKS = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)\s]*(?:\s\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"^#{1,6}[ \t]+", re.MULTILINE), ""),
    (re.compile(r"[ \t]+#+[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"(\*{1,3})(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
)


def text_of(data: bytes) -> str:
    """Bytes as text; raises Unreadable for what is not UTF-8."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        why = f"not UTF-8: byte 0x{data[error.start]:02x} at byte {error.start}"
        raise Unreadable(why, "Save it as UTF-8") from None


def of_text(text: str, reader: str) -> Iterator[Piece | Unread]:
    """The articles of a document's text: those of a database's export, or the one that it is."""
    if not text.strip():
        raise Unreadable("a document without words", "Copy its words into a .txt file")
    if databases.named(text):
        yield from databases.articles(text)
    else:
        yield Piece(text, reader)


def export(source: Source) -> Iterator[Piece | Unread]:
    """The articles of a text that a news database wrote."""
    yield from databases.articles(text_of(source.whole()))


def markdown(source: Source) -> Iterator[Piece]:
    """The words of a Markdown text; the fields above it ("title: …") are what it says of itself."""
    text = text_of(source.whole())
    front = _FRONT.match(text)
    said = _fields(front["fields"]) if front else {}
    for pattern, words in _MARKS:
        text = pattern.sub(words, text[front.end() :] if front else text)
        front = None
    given = {_NAMES[name]: value for name, value in said.items() if name in _NAMES}
    others = [f"{name}: {value}" for name, value in said.items() if name not in _NAMES]
    date = days.iso(given.pop("date", ""))
    hints = hinted(**given, date=date, note="; ".join(others))
    text = titled(given.get("title", ""), text)
    yield Piece(text, "markdown", hints=hints, giver="file" if hints else "")


def _fields(lines: str) -> dict[str, str]:
    """The fields of a YAML head that are one line each."""
    found = (_FIELD.match(line) for line in lines.split("\n"))
    return {m[1].lower(): m[2].strip().strip("\"'") for m in found if m and m[2].strip()}
