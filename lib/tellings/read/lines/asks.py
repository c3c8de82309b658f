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
    if not 4 <= len(line.words) <= _LONGEST or '"' in line.text:
        return None
    said = _spoken().intersection(line.words)
    if not said.isdisjoint(_words("told")):
        return None
    order = any(_order().match(s) for s in _SENTENCE.split(line.low))
    spoken = sum(not said.isdisjoint(_words(kind)) for kind in ("reader", "site"))
    if not order and not spoken:
        return None
    things = set(_things().findall(line.low))
    if not things or len(things) + order + spoken < _ENOUGH:
        return None
    return Verdict("promo" if order else "notice", "the site speaks to its reader")


@cache
def _words(kind: str) -> frozenset[str]:
    """The words of a kind: "told", where it is news about a site; "reader"; "site" ..."""
    return listed("site_words", kind=kind)


@cache
def _spoken() -> frozenset[str]:
    """Words that say who speaks to whom; most lines have none."""
    return _words("told") | _words("reader") | _words("site")


@cache
def _things() -> re.Pattern:
    words = sorted(_words("thing"), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@cache
def _order() -> re.Pattern:
    words = sorted(_words("ask"), key=lambda w: (-len(w), w))
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, words))})\b")
