"""Whose an article is, as far as its own text tells: lines with roles in, the outlet out."""

import re
from collections.abc import Sequence

from tellings.lexicons import rows
from tellings.read.articles.fields import Found, first, having, stretch
from tellings.read.lines import Line
from tellings.text.characters import plain

# Own lead-ins of an outlet that a text needs before the outlet is inferred from its style alone.
_ENOUGH_MARKS = 3
_STORY = ("headline", "dek", "body", "list")
_NAME = r"(?P<name>[A-Z][\w.&'-]*(?: (?:of |the )?[A-Z][\w.&'-]*){0,4})"
_ABOUT = (
    re.compile(
        r"\b(?:editor|reporter|correspondent|writer|journalist|columnist|author)s? "
        rf"(?:of|at|for|with|behind) (?:the )?{_NAME}"
    ),
    re.compile(rf"\bauthor behind {_NAME}"),
)
_SITE_END = re.compile(r" (?:located|is|was)\b.*")
_TOLD = re.compile(
    rf"\b(?:told|tells) {_NAME}(?= (?:that|on|in|by|he|she|they|it|the|a)\b|[.,;]|$)"
)


def outlet(lines: Sequence[Line]) -> Found:
    """The outlet in the author's or site's line, in self-reference with page marks, or by style."""
    return first((_outlet_of_author(lines), _outlet_of_itself(lines), _outlet_of_style(lines)))


def _outlet_of_author(lines: Sequence[Line]) -> Found:
    """ "Dave DeCamp is the news editor of Antiwar.com": the outlet that the author's line names."""
    found = (
        (line, pattern.search(plain(line.text)))
        for line in having(lines, "bio")
        for pattern in _ABOUT
    )
    return first(stretch(line, *_name(m)) for line, m in found if m)


def _name(found: re.Match) -> tuple[int, int]:
    """Where a name stands, without the stop or comma behind it."""
    start, _end = found.span("name")
    return start, start + len(found["name"].rstrip(".,'"))


def _outlet_of_itself(lines: Sequence[Line]) -> Found:
    """ "told The National", on a page with at least two marks of that outlet's pages.

    The words alone prove nothing: "Israeli sources told CNN" stands in other outlets' texts.
    """
    marks = _marks(lines)
    for line in having(lines, *_STORY):
        for told in _TOLD.finditer(plain(line.text)):
            start, end = _name(told)
            if len(marks.get(line.text[start:end], ())) >= 2:
                return stretch(line, start, end)
    return Found()


def _outlet_of_style(lines: Sequence[Line]) -> Found:
    """The outlet whose own lead-ins the text bears, three or more; it is inferred, never a fact."""
    alone = {r["outlet"] for r in rows("house_styles") if r["alone"] == "yes"}
    marks = {o: m for o, m in _marks(lines).items() if o in alone and len(m) >= _ENOUGH_MARKS}
    return Found(max(sorted(marks), key=lambda o: len(marks[o])), "inferred") if marks else Found()


def _marks(lines: Sequence[Line]) -> dict[str, set[str]]:
    """The marks of each outlet's house style that lines of the capture begin with."""
    found: dict[str, set[str]] = {}
    low = [plain(line.text).lower().lstrip() for line in lines if line.text]
    for row in rows("house_styles"):
        if any(text.startswith(row["mark"]) for text in low):
            found.setdefault(row["outlet"], set()).add(row["mark"])
    return found
