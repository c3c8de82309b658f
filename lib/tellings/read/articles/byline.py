"""Who wrote an article: lines with roles in, the byline's names out."""

import re
from collections.abc import Sequence

from tellings.lexicons import listed
from tellings.read.articles.fields import Found, first, having, stretch
from tellings.read.lines import Line
from tellings.text.characters import plain

_BY = re.compile(r"\s*(?:(?:by|authors?|(?:written|story|words|analysis) by)\b:?)\s*", re.I)
_MONTHS = "|".join(w.capitalize() for w in sorted(listed("calendar", kind="month")))
_NAMES_END = re.compile(
    r"\s*(?:[|•·–—@\d]|\s-\s|,\s(?=[a-z])"
    rf"|\b(?:Special to|Staff|Senior|Opinion|Updated|Published|{_MONTHS})\b)"
)
_I_AM = re.compile(r"\bI(?:'m| am) (?P<name>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}),? the author\b")


def names(lines: Sequence[Line]) -> Found:
    """The names of the byline; else the author who speaks of himself in a line about the site."""
    for line in having(lines, "byline"):
        by = _BY.match(line.text)
        start = by.end() if by else 0
        stop = _NAMES_END.search(line.text, start)
        return stretch(line, start, stop.start() if stop else len(line.text))
    named = ((line, _I_AM.search(plain(line.text))) for line in having(lines, "bio"))
    return first(stretch(line, *m.span("name")) for line, m in named if m)
