"""Names of outlets: words in, the outlet that they name out (lexicons/outlets.csv).

The list recognises what a page or a file name says; nothing is ever guessed from it.
"""

import re
from functools import cache, lru_cache

from tellings.lexicons import listed, rows
from tellings.text.characters import plain

_BY = re.compile(r"\s*(?:(?:by|authors?)\s+|authors?:\s*)", re.IGNORECASE)
# "Special to The New York Times", "Wireless to The Post", "for The Gazette": whom it was sent to.
_SENT = re.compile(
    r"\s*(?:by\s+)?(?:special(?: cable| report| correspondence)?|wireless|cable) (?:to|for) "
    r"(?P<name>[A-Z][\w.&' -]+?)\W*$",
    re.IGNORECASE,
)
# "By Oderau Gazette Staff", "HNN Staff": a desk, no person.
_STAFF = re.compile(
    r"^(?P<name>.+?)(?:'s)? (?:(?:editorial|news|digital|web|foreign|sports|online) )?"
    r"(?:staff|editors|reporters|correspondents|desk|newsroom|editorial board|news services?)"
    r"(?: and .*)?$",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[^a-z0-9à-ÿœšžş]+")
# Short forms that are long enough to be nobody else's: "L.A. Times", "MailOnline".
_SURE = 6


# What a site writes round an article comes again on each of its pages.
@lru_cache(maxsize=10_000)
def known(name: str) -> str:
    """The outlet that a name stands for, as the list writes it; "" for one that it does not know.

    >>> known("THE NEW YORK TIMES"), known("nyt"), known("Oderau Gazette")
    ('The New York Times', '', '')
    """
    key = squashed(name)
    return _by_name().get(key, "") or (_by_short().get(key, "") if len(key) >= _SURE else "")


def by_host(host: str) -> str:
    """The outlet of a host; "" for one that the list does not know.

    >>> by_host("www.theguardian.com"), by_host("gazette.example")
    ('The Guardian', '')
    """
    parts = host.lower().split(".")
    tails = (".".join(parts[i:]) for i in range(len(parts) - 1))
    return next((found for tail in tails if (found := _by_host().get(tail, ""))), "")


def by_file_name(word: str) -> str:
    """The outlet that a word of a file's or folder's name is: its name or a usual short form.

    >>> by_file_name("dailymail"), by_file_name("nyt"), by_file_name("table")
    ('Daily Mail', 'The New York Times', '')
    """
    return _by_short().get(squashed(word), "")


def is_plain(word: str) -> bool:
    """Whether a word is an English word as well as an outlet's name: "mirror"."""
    return word.lower() in plain_words()


def newsroom(byline: str) -> str:
    """The outlet that stands where a byline has its names; "" where it names people.

    >>> newsroom("By THE ODERAU GAZETTE"), newsroom("Special to The New York Times")
    ('THE ODERAU GAZETTE', 'The New York Times')
    >>> newsroom("By Oderau Gazette Staff"), newsroom("By Ann Lee")
    ('Oderau Gazette', '')
    """
    sent = _SENT.match(byline)
    if sent:
        return sent["name"].strip()
    bare = _BY.sub("", byline, count=1).strip()
    staff = _STAFF.match(bare)
    name = staff["name"].strip() if staff else bare
    if staff and name.lower() not in ("", "the", "our", "by"):
        return name
    return name if known(name) or is_paper(name) else ""


def is_paper(name: str) -> bool:
    """Whether words are a newspaper's name, with its article: "Senior Reporter" is none.

    >>> is_paper("The Lindau Post"), is_paper("Senior Reporter"), is_paper("Breaking News")
    (True, False, False)
    """
    article, _, rest = name.lower().partition(" ")
    last = rest.split()[-1] if rest.strip() else ""
    return article == "the" and last in listed("outlet_words", kind="paper")


def squashed(name: str) -> str:
    """A name for comparing: small letters and figures alone, without "the" before it."""
    low = plain(name).lower().strip().removeprefix("the ")
    return _MARKS.sub("", low)


@cache
def _by_name() -> dict[str, str]:
    return {squashed(r["name"]): r["name"] for r in rows("outlets")}


@cache
def _by_host() -> dict[str, str]:
    return {host: r["name"] for r in rows("outlets") for host in r["hosts"].split()}


@cache
def _by_short() -> dict[str, str]:
    """Outlets by their name, their short forms and the first part of their host."""
    short = {s: r["name"] for r in rows("outlets") for s in r["short"].split()}
    labels = {r["hosts"].split()[0].split(".")[0]: r["name"] for r in rows("outlets")}
    labels = {k: n for k, n in labels.items() if len(k) > 3}
    return labels | _by_name() | short


@cache
def plain_words() -> frozenset[str]:
    """Common English words, which are no name by themselves."""
    return frozenset(w for r in rows("common_words") for w in r["words"].split())
