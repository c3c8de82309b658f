"""Lines in which a site speaks to its reader: a Look in, its role and the rule's name out.

News tells of people who are not there; a site that asks for something says "you", orders ("Follow
us"), and names the site's own things: newsletters, apps, cookies, journalism that must be paid for.
"""

import re
from functools import cache
from itertools import groupby
from operator import itemgetter

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
    said = _said(line)
    if not said or not said.isdisjoint(_words("told")):
        return None
    order = any(_order().match(s) for s in _SENTENCE.split(line.low))
    spoken = sum(not said.isdisjoint(_words(kind)) for kind in ("reader", "site"))
    if not order and not spoken:
        return None
    things = set(_things().findall(line.low))
    if not things or len(things) + order + spoken < _ENOUGH:
        return None
    return Verdict("promo" if order else "notice", "the site speaks to its reader")


def _said(line: Look) -> set[str]:
    """The words of a line that say who speaks to whom, or that an order may have.

    "US lawmakers asked Facebook and Twitter": what stands in capitals alone is the country.
    """
    said = set(_spoken().intersection(line.words))
    if not said or line.text.isupper():
        return said
    return {w for w in said if w.upper() not in line.text or _small(w).search(line.text)}


@cache
def _small(word: str) -> re.Pattern:
    """A word of the list in small letters, but for its first."""
    own = f"[{word[0]}{word[0].upper()}]{word[1:]}"
    return re.compile(rf"{own}(?<!\w{own})(?!\w)")


@cache
def _words(kind: str) -> frozenset[str]:
    """The words of a kind: "told", where it is news about a site; "reader"; "site" ..."""
    return listed("site_words", kind=kind)


@cache
def _spoken() -> frozenset[str]:
    """Words that say who speaks to whom, and the longest of each order: the first may be "to"."""
    orders = {max(order.split(), key=len) for order in _words("ask")}
    return _words("told") | _words("reader") | _words("site") | orders


@cache
def _things() -> re.Pattern:
    return re.compile(rf"\b(?:{_any('thing')})\b")


@cache
def _order() -> re.Pattern:
    return re.compile(rf"\W*(?:{_any('ask')})\b")


def _any(kind: str) -> str:
    """The words of a kind as an alternation, the longest first, parted by their first letters, for
    where no word of the kind stands most are told by that."""
    words = sorted(_words(kind), key=lambda w: (w[0], -len(w), w))
    parted = groupby(words, key=itemgetter(0))
    return "|".join(f"{a}(?:{'|'.join(re.escape(w[1:]) for w in own)})" for a, own in parted)
