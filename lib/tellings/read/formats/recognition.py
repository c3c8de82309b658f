"""What form a source has, by its first bytes; its ending decides only where they cannot."""

import json
import re

from tellings.read.formats import databases, mapping

# Behind its scripts and styles a page has other markup; a headline about scripts has words.
_MARKUP = re.compile(
    rb"(?:\s|\xef\xbb\xbf|<!--.*?-->|<\?xml.*?\?>|<!doctype[^>]*>|<script\b.*?</script\s*>"
    rb"|<style\b.*?</style\s*>)*<(?P<tag>[a-z][\w:]*)",
    re.IGNORECASE | re.DOTALL,
)
_PAGE = "html head body main article section div p span table h1 h2 h3 meta link".split()
_FEED = ("rss", "feed", "rdf:rdf", "channel")
_MAIL = re.compile(rb"(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?MIME-Version:", re.IGNORECASE)
_MARKDOWN = (".md", ".markdown")
_SIGNATURES = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
    (b"\x1f\x8b", "gz"),
)


def form(head: bytes, ending: str) -> str:
    """The form of a source that begins so (a key of reader.READERS); "" for plain text and others.

    >>> form(b"<!-- saved --><html><p>Talks", ".txt"), form(b'{"text": "Talks"}', ".json")
    ('html', 'json')
    >>> form(b"Talks resume", ".txt")
    ''
    """
    for start, name in _SIGNATURES:
        if head.startswith(start):
            return name
    if head.startswith(b"PK\x03\x04"):
        return _zipped(head, ending)
    if b"\0" in head:
        return ""
    return _written(head, ending)


def _zipped(head: bytes, ending: str) -> str:
    """Which of the forms that are zips: an office document, a book, or an archive of files."""
    if b"mimetypeapplication/epub+zip" in head[:200]:
        return "epub"
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in head[:200]:
        return "odt"
    return {".docx": "docx", ".xlsx": "xlsx", ".odt": "odt", ".epub": "epub"}.get(ending, "zip")


def _written(head: bytes, ending: str) -> str:
    """Which of the forms that are text."""
    found = _MARKUP.match(head)
    tag = found["tag"].decode().lower() if found else ""
    if tag in _FEED:
        return "feed"
    if tag in _PAGE or (tag and ending in (".html", ".htm", ".xhtml")):
        return "html"
    if _MAIL.match(head) and b"multipart/related" in head[:4_000]:
        return "mhtml"
    text = head.decode("utf-8-sig", "replace")
    if data := _data(text, ending):
        return data
    if databases.named(text):
        return "export"
    return "markdown" if ending in _MARKDOWN else ""


def _data(text: str, ending: str) -> str:
    """json, jsonl or table where the text is data."""
    start = text.lstrip()[:1]
    if start == "[" and re.match(r"\s*\[\s*(?:\{|\])", text):
        return "json"
    if start == "{" and re.match(r'\s*\{\s*(?:"|\})', text):
        first, _, rest = text.lstrip().partition("\n")
        return "jsonl" if rest.strip() and _is_record(first) else "json"
    if ending in (".csv", ".tsv", ".tab"):
        return "table"
    return "table" if mapping.is_heading(text.partition("\n")[0]) else ""


def _is_record(line: str) -> bool:
    """Whether a line is a whole JSON object."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
