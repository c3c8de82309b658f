"""Whose work an article carries: picture and news agencies, and the site or app that shows it."""

import re
from collections.abc import Sequence
from functools import cache

from tellings.lexicons import listed
from tellings.read.articles.fields import Found, first, having, stretch
from tellings.read.lines import Line


def _agencies() -> str:
    """The agencies' names as one alternation, longest first."""
    names = sorted(listed("agencies", column="name"), key=lambda w: (-len(w), w))
    return "|".join(map(re.escape, names))


@cache
def _last() -> re.Pattern:
    return re.compile(rf"(?<![\w-])({_agencies()})[)\].\s]*$")


@cache
def _anywhere() -> re.Pattern:
    return re.compile(rf"(?<![\w-])({_agencies()})(?![\w-])")


def picture(lines: Sequence[Line]) -> Found:
    """The agency that a caption ends in."""
    found = ((line, _last().search(line.text)) for line in having(lines, "caption"))
    return first(stretch(line, *m.span(1)) for line, m in found if m)


def agency(lines: Sequence[Line]) -> Found:
    """The agency that a credit line names: it contributed, it is not the author."""
    found = ((line, _anywhere().search(line.text)) for line in having(lines, "credit"))
    return first(stretch(line, *m.span(1)) for line, m in found if m)


_HOST = re.compile(
    r"\b(?:stories|news|articles|read) on (?P<name>[\w.]+) (?:right now|today)\b", re.I
)


def host(lines: Sequence[Line]) -> Found:
    """The site or app that carries the text, where its own furniture says so."""
    own = (line for line in having(lines, "nav", "promo") if " on " in line.text.lower())
    found = ((line, _HOST.search(line.text)) for line in own)
    return first(stretch(line, *m.span("name")) for line, m in found if m)
