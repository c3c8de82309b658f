"""Who wrote an article: lines with roles in, the byline's names out."""

import re
from collections.abc import Sequence

from tellings.lexicons import listed
from tellings.read.articles.fields import Found, first, having, stretch
from tellings.read.articles.newsrooms import known, newsroom
from tellings.read.lines import Line
from tellings.text.characters import plain

_BY = re.compile(
    r"[\s*_]*(?:(?:by|authors?|(?:written|story|words|analysis) by)\b:?)\s*", re.IGNORECASE
)
_MONTHS = "|".join(w.capitalize() for w in sorted(listed("calendar", kind="month")))
_WEEKDAYS = "|".join(w.capitalize() for w in sorted(listed("calendar", kind="weekday")))
# A month ends the names where a day follows it: "By Ann Lee April 2", not "By Jan Keller".
_NAMES_END = re.compile(
    r",?\s*(?:[|•·–—@*\d]|\s-\s|,\s(?=[a-z])"
    rf"|\b(?:Special to|Staff|Senior|Opinion|Updated|Published|(?:{_MONTHS})\b\.?(?=\s\d))\b"
    rf"|\b(?:on )?(?:{_WEEKDAYS})\b(?=,? (?:(?:{_MONTHS})\b|\d)))"
)
# Pages join what stood in boxes of its own: "Author:Ann LeePublish date:Nov 18, 2019".
_DATE_LABEL = re.compile(r"\s*(?:Original )?(?:Publish(?:ed)?|Publication) [Dd]ate\b")
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])")
_I_AM = re.compile(r"\bI(?:'m| am) (?P<name>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}),? the author\b")


def names(lines: Sequence[Line]) -> Found:
    """The names of the byline; else the author who speaks of himself in a line about the site.

    A byline that names an outlet ("By THE NEW YORK TIMES") names no author, and one between two
    paragraphs signs a part of the article.
    """
    for line in whole(lines):
        said = undated(line.text)
        if newsroom(said):
            continue
        start = after_by(said)
        stop = _NAMES_END.search(said, start)
        return stretch(line, start, stop.start() if stop else glued(said) or len(said))
    named = ((line, _I_AM.search(plain(line.text))) for line in having(lines, "bio"))
    return first(stretch(line, *m.span("name")) for line, m in named if m)


def undated(text: str) -> str:
    """A byline up to the label of its date, where it has one.

    >>> undated("Author:Ann LeePublish date:Nov 18, 2019")
    'Author:Ann Lee'
    """
    found = _DATE_LABEL.search(text)
    return text[: found.start()] if found else text


def glued(text: str) -> int:
    """Where a listed outlet begins that a byline has behind its name without a space; else 0.

    >>> "By Ann LeeFOXBusiness"[glued("By Ann LeeFOXBusiness") :]
    'FOXBusiness'
    """
    return next((m.start() for m in _JOINT.finditer(text) if known(text[m.start() :])), 0)


def after_by(text: str) -> int:
    """Where the names of a byline begin."""
    found = _BY.match(text)
    return found.end() if found else 0


def whole(lines: Sequence[Line]) -> list[Line]:
    """The bylines of the whole article: those above its body or below it."""
    own = [i for i, line in enumerate(lines) if line.role == "byline"]
    told = [i for i, line in enumerate(lines) if line.role in ("body", "list")] if own else []
    inner = range(told[0], told[-1]) if told else range(0)
    return [lines[i] for i in own if i not in inner]
