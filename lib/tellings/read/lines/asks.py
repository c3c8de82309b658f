"""Lines in which a site speaks to its reader: a Look in, its role and the rule's name out.

News tells of people who are not there; a site that asks for something says "you", orders ("Follow
us"), and names the site's own things: newsletters, apps, cookies, journalism that must be paid for.
"""

import re
from functools import cache

from tellings.lexicons import listed
from tellings.read.lines.looks import Look
from tellings.read.lines.roles import Verdict

_LONGEST = 90
_SENTENCE = re.compile(r"[.!?:]\s+")
# An order, "you" and the site's "we" speak for it, one each; each thing of the site counts too.
_ENOUGH = 3


def asks(line: Look) -> Verdict | None:
    """promo where the site asks its reader for something; notice where it tells how it works.

    >>> from tellings.read.lines.looks import look
    >>> asks(look("Follow the Gazette on X, Facebook and Instagram for the latest news.")).role
    'promo'
    """
    if not 4 <= len(line.words) <= _LONGEST or '"' in line.text or _reported(line):
        return None
    things = set(_any("thing").findall(line.low))
    if not things:
        return None
    order = any(_order().match(s) for s in _SENTENCE.split(line.low))
    spoken = bool(_any("reader").search(line.low)), bool(_any("site").search(line.low))
    if len(things) + order + sum(spoken) < _ENOUGH or not (order or any(spoken)):
        return None
    return Verdict("promo" if order else "notice", "the site speaks to its reader")


def _reported(line: Look) -> bool:
    """Whether somebody is said to say it: then it is news about a site."""
    return not listed("site_words", kind="told").isdisjoint(line.words)


@cache
def _any(kind: str) -> re.Pattern:
    words = sorted(listed("site_words", kind=kind), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@cache
def _order() -> re.Pattern:
    words = sorted(listed("site_words", kind="ask"), key=lambda w: (-len(w), w))
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, words))})\b")
