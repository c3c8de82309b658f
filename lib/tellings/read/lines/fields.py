"""Field lines above a text: "title: …" of an export, front matter, a mail's head; looks in, roles
and the stretch of a line that is the field's value out."""

import re
from collections.abc import Sequence
from functools import cache

from tellings.lexicons import rows
from tellings.read.lines.looks import Look
from tellings.read.lines.roles import Verdict

_FIELD = re.compile(r"\s*(?P<name>[A-Za-z][A-Za-z_ -]{0,24}?)\s*:(?:\s+|$)")
_FENCE = re.compile(r"(?:---+|\+\+\+)$")
_QUOTES = "\"'“”‘’"
# So many field lines in a row, none but field lines above them, are an export's; one alone may be
# a headline: "Title: what it takes to win one".
_FEW = 2
# Front matter is no longer than so many lines.
_MOST = 60
_ROLES = {"headline": "headline", "byline": "byline", "published": "timestamp"}
_ROLES |= {"updated": "timestamp", "section": "section"}
RULE = "field: "


def verdicts(pieces: Sequence[Look]) -> dict[int, Verdict]:
    """Role and rule ("field: headline") of each field line above the text, by its index.

    Between two fences ("---") every line is one; without them a row of known names
    (lexicons/field_names.csv) from the first line with words on.
    """
    filled = [i for i, line in enumerate(pieces) if line.text]
    if filled and _FENCE.match(pieces[filled[0]].text):
        closing = (i for i in filled[1:_MOST] if _FENCE.match(pieces[i].text))
        end = next(closing, None)
        if end is not None:
            return {i: _verdict(pieces[i].text) for i in filled if i <= end}
    row = []
    for i in filled:
        if not field(pieces[i].text):
            break
        row.append(i)
    return {i: _verdict(pieces[i].text) for i in row} if len(row) >= _FEW else {}


def field(text: str) -> str:
    """Which field a line gives: "headline", "published", "other" ...; "" where it is no field line.

    >>> field("Publication: Oderau Gazette"), field("Nobody said: come")
    ('outlet', '')
    """
    found = _FIELD.match(text)
    name = found["name"].lower().replace("_", " ") if found else ""
    return _names().get(name, "")


def value(text: str) -> tuple[int, int]:
    """Where a field's value stands in its line, without the quotation marks round it.

    >>> line = 'title: "Bridge closed"'
    >>> line[slice(*value(line))]
    'Bridge closed'
    """
    found = _FIELD.match(text)
    start, end = found.end() if found else 0, len(text.rstrip())
    if end - start >= 2 and text[start] in _QUOTES and text[end - 1] in _QUOTES:
        return start + 1, end - 1
    return start, max(start, end)


def _verdict(text: str) -> Verdict:
    name = field(text)
    return Verdict(_ROLES.get(name, "nav"), RULE + (name or "other"))


@cache
def _names() -> dict[str, str]:
    return {r["word"]: r["field"] for r in rows("field_names")}
