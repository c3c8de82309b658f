"""A page's title and its headline: "Bridge closed | Oderau Gazette"; a line's text in, its parts
out."""

import re

from tellings.text.characters import plain

# Begins at the first of several blanks, so that a line of blanks takes no square of its length.
_PARTING = re.compile(r"\s(?<!\s\s)\s*(?:[|–—»·-]|::)\s+")
# A site's name has no more words, and a headline no fewer.
_SITE_WORDS, _HEADLINE_WORDS = 7, 3
RULE, WITH_SITE = "the page's title", "title with the site's name before the body"


def parts(text: str) -> tuple[str, str]:
    """Headline and site of a page's title, cut at the last bar or dash; "" for what is not there.

    >>> parts("Bridge closed for six months | Oderau Gazette")
    ('Bridge closed for six months', 'Oderau Gazette')
    """
    found = list(_PARTING.finditer(plain(text)))
    for cut in found[::-1]:
        head, site = text[: cut.start()].strip(), text[cut.end() :].strip()
        if len(head.split()) >= _HEADLINE_WORDS and _is_name(site):
            first = _PARTING.split(plain(head))[0]
            return text[: text.index(head) + len(first)].strip(), site
    return text.strip(), ""


def _is_name(words: str) -> bool:
    """Whether words may be a site's name: few, with capitals, no sentence."""
    known = words.split()
    capitals = sum(w[0].isupper() or not w[0].isalpha() for w in known)
    small = sum(w in ("of", "the", "and", "for", "in", "&") for w in known)
    return 0 < len(known) <= _SITE_WORDS and capitals + small == len(known) and capitals > 0


def again(title: str, line: str) -> bool:
    """Whether a line is the headline that a page's title begins with."""
    key = " ".join(plain(line).lower().split())
    if not key or not plain(title).lower().lstrip().startswith(key):
        return False
    head, site = parts(title)
    return bool(site) and plain(head).lower() == key
