"""What a source is that no reader knows, by its first bytes or by the form of its text."""

import re
from functools import cache

from tellings.lexicons import rows

_LEADING = re.compile(r"(?:\s|\ufeff|<!--.*?-->|<\?xml.*?\?>)*", re.S)
_START = 4_000  # characters in which a page's markup must begin


def of_bytes(data: bytes) -> str:
    """What a file is by its first bytes (lexicons/file_types.csv), else "".

    >>> of_bytes(b"%PDF-1.7"), of_bytes(b"Talks resume")
    ('PDF', '')
    """
    for start, name in _signatures():
        if data.startswith(start):
            return name
    return _unmarked(data)


def _unmarked(data: bytes) -> str:
    """UTF-16 that lacks its mark: every other byte of its beginning is zero."""
    begun = data[:400]
    for first in (0, 1):
        if len(begun) > 3 and not any(begun[first::2]) and begun[1 - first :: 2].count(0) == 0:
            return "UTF-16 text"
    return ""


def of_text(text: str) -> tuple[str, str]:
    """What a text is that is no article and that no reader knows (lexicons/text_forms.csv): its
    name and what to do with it; else ("", "").

    Markup and raw mails by how they begin, the exports of databases with several articles in one
    file by the lines between them.

    >>> of_text("Return-Path: <a@b.example>\\nSubject: Talks\\n\\nBoth sides met.")[0]
    'a mail with its head'
    >>> of_text("Talks resume\\n\\nBoth sides met.")
    ('', '')
    """
    leading = _LEADING.match(text, 0, _START)
    begins = leading.end() if leading else 0
    for form in _forms():
        if form["holds"] in text and _found(form, text, begins):
            return form["name"], form["advice"]
    return "", ""


def _found(form: dict, text: str, begins: int) -> bool:
    """Whether a text has the form: at its beginning, or in so many places."""
    least = int(form["least"])
    if not least:
        return bool(form["pattern"].match(text, begins))
    places = form["pattern"].finditer(text)
    return all(next(places, None) for _ in range(least))


@cache
def _signatures() -> tuple[tuple[bytes, str], ...]:
    return tuple((bytes.fromhex(row["start"]), row["name"]) for row in rows("file_types"))


@cache
def _forms() -> tuple[dict, ...]:
    forms = rows("text_forms")
    return tuple(row | {"pattern": re.compile(row["pattern"], re.M | re.I)} for row in forms)
