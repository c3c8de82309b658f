"""Whose page it is, by what the site writes round the article: lines with roles in, a name out.

Each line of the site's own that names a site is a vote: its rights ("© 2024 Oderau Gazette"), its
name alone, its address, "Follow the Gazette on Twitter". A name needs several votes or one that is
sure, and more than any other: links to other sites, agencies and teasers name outlets too.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tellings.lexicons import listed
from tellings.read import dates
from tellings.read.articles.fields import Found, stretch
from tellings.read.articles.newsrooms import by_host, is_paper, known, plain_words, squashed
from tellings.read.lines import Line
from tellings.text.characters import plain

_STORY = ("headline", "dek", "body", "list", "caption", "comments", "blank")
# Votes that name a site for sure, and how much more than the next name's they must be.
ENOUGH, _CLEAR = 3, 1.5  # a listed outlet needs one less
_RIGHTS, _ALONE, _ADDRESS, _SPOKEN, _NAMED = 2, 2, 1, 2, 1
_SURE = 2
_MOST_OF_A_KIND = 3
_NAME = r"[A-Z][\w.&'’-]*(?: (?:of|the|and|de|la|&|[A-Z0-9][\w.&'’-]*)){0,5}"
_NAMED_THERE = re.compile(_NAME)
_YEARS = r"(?:\d{4}\W*(?:[-–—/]\s?)?(?:\d{4})?\W*)"
_RIGHTS_SIGNS = ("©", "(c)", "copyright")
_COPYRIGHT = re.compile(
    rf"(?:©|(?i:\(c\)|\bcopyright\b))\W*(?:©|(?i:copyright|all rights reserved))?\W*{_YEARS}?"
    rf"(?:by )?(?P<name>{_NAME})"
)
_RIGHTS_BEHIND = re.compile(rf"(?P<name>{_NAME})\W*(?:©|(?i:\bcopyright\b))")
_DATED = re.compile(r"\b(?:19|20)\d\d|(?i:rights reserved|copyright)")
_HOST = re.compile(
    r"(?<![a-z0-9-])(?:https?://)?(?:www\.)?(?P<host>(?:[a-z0-9-]+\.)+(?:com|org|net|co\.uk|news|info|tv|eu|edu|gov"
    r"|example|[a-z]{2}(?:\.[a-z]{2})?))\b(?!\.\w)(?=[/\s)\],;:?!'\"|»]|\.?$)",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<!\w)@(?P<name>[A-Za-z]\w{3,})")
_SHORT_LINE, _LONG = 14, 6
# "LinkNaija October 06, 2018": one word with a capital inside it, where authors stand.
_SIGNED = re.compile(r"(?P<name>(?!Ma?c)[A-Z][a-z]+[A-Z]\w+)\W+(?=[A-Z\d])")


class _Vote(NamedTuple):
    kind: str
    weight: int
    name: str
    found: Found


class _Said(NamedTuple):
    """A vote that its words alone give; `start` and `end` are offsets into the line."""

    kind: str
    weight: int
    name: str
    start: int
    end: int


def site(lines: Sequence[Line]) -> Found:
    """The site whose page it is, in its own words; nothing where its lines do not agree."""
    counted: dict[str, dict[str, list[_Vote]]] = {}
    votes = list(_votes(lines))
    written = {_key(v.name) for v in votes if v.kind not in ("address", "handle")}
    for vote in votes:
        key = _key(vote.name)
        if vote.kind in ("address", "handle"):  # "EvenMoreBikes", "harbournewsonline.example"
            key = next((k for k in sorted(written) if len(k) >= _LONG and k in key), key)
        counted.setdefault(key, {}).setdefault(vote.kind, []).append(vote)
    score = {
        key: sum(min(len(votes), _MOST_OF_A_KIND) * votes[0].weight for votes in kinds.values())
        for key, kinds in counted.items()
    }
    # Unknown words that stand in one kind of place only are as often somebody followed, or a label.
    sure = {
        k
        for k, kinds in counted.items()
        if len(kinds) > 1 or kinds.keys() & {"rights", "signed"} or _listed(kinds)
    }
    ranked = sorted(sure, key=lambda k: (-score[k], k))
    if not ranked or score[ranked[0]] < ENOUGH - _listed(counted[ranked[0]]):
        return Found()
    if len(ranked) > 1 and score[ranked[0]] < _CLEAR * score[ranked[1]]:
        return Found()
    return _best([v for votes in counted[ranked[0]].values() for v in votes])


def _listed(kinds: dict[str, list[_Vote]]) -> bool:
    """Whether any vote is for a listed outlet, by name or host."""
    votes = (v for own in kinds.values() for v in own)
    return any(known(v.name) or by_host(v.name) for v in votes)


def _best(votes: list[_Vote]) -> Found:
    """The name of most votes as it is written best: a listed name, else words before an address."""
    often = Counter(v.found.value for v in votes)

    def rank(vote: _Vote) -> tuple:
        value, written = vote.found.value, vote.kind not in ("address", "handle")
        return bool(known(vote.name)), written, often[value], vote.weight, value

    return max(votes, key=rank).found


@lru_cache(maxsize=10_000)
def _key(name: str) -> str:
    """What a name and its address have in common: "Oderau Gazette", "oderaugazette.example"."""
    host = _HOST.fullmatch(name.strip())
    listed_name = by_host(host["host"]) if host else known(name)
    if listed_name:
        return squashed(listed_name)
    bare = host["host"].removeprefix("the").split(".")[0] if host else name
    return squashed(bare)


def _votes(lines: Sequence[Line]) -> Iterator[_Vote]:
    """What each of the site's own lines says about whose page it is."""
    if not (own := [line for line in lines if line.role not in _STORY]):
        return
    first = next((x for x in own if any(c.isalnum() for c in x.text) and not _label(x.text)), None)
    last = next((x for x in own[::-1] if "©" in x.text or "opyright" in x.text), None)
    yield from _clipped(lines)
    for line in own:
        text = plain(line.text)
        yield from _rights(line, text, footer=line is last)
        if len(text.split()) <= _SHORT_LINE * 3:
            yield from _alone(line, text, first)
            for kind, weight, name, start, end in _said(text):
                yield _Vote(kind, weight, name, stretch(line, start, end))


# What a site writes round an article comes again on each of its pages.
@lru_cache(maxsize=10_000)
def _said(text: str) -> tuple[_Said, ...]:
    """What a line of a site says of it, wherever it stands."""
    found = list(_addresses(text))
    if len(text.split()) <= _SHORT_LINE:
        found += [*_spoken(text), *_mentioned(text)]
    signed = _SIGNED.match(text)
    if signed and dates.stamp(text[signed.end() :]):
        found.append(_Said("signed", ENOUGH, signed["name"], *signed.span("name")))
    found += [_Said("handle", 1, m["name"], *m.span("name")) for m in _HANDLE.finditer(text)]
    return tuple(found)


def _rights(line: Line, text: str, footer: bool) -> Iterator[_Vote]:
    """ "© 2024 Oderau Gazette": whose rights they are, but for a publisher's or an agency's.

    A picture's credit ("© Ann Lee") has no year. Behind a company's name ("Gazette Media Ltd") only
    a listed outlet is looked for.
    """
    if not any(map(text.lower().__contains__, _RIGHTS_SIGNS)):
        return
    found = _COPYRIGHT.search(text) or _RIGHTS_BEHIND.search(text)
    if not found or not _DATED.search(text):
        return
    start, end = found.span("name")
    host = _HOST.match(text, start)
    words = re.split(r"\s(?=(?:19|20)\d\d|All\b|Terms\b|Privacy\b)|(?<=[a-z])\.\s", text[start:end])
    end = host.end("host") if host else start + len(words[0].rstrip(" .,"))
    company = False
    while (last := text[start:end].split()[-1:]) and _company(last[0]):
        company, end = True, start + len(text[start:end][: -len(last[0])].rstrip(" ,."))
    name = text[start:end]
    if not name or name.lower() in listed("outlet_words", kind="publisher") or _plain_word(name):
        return
    if (known(name) or not company) and not _agency(name):
        weight = _RIGHTS + _SURE * bool(known(name)) + _SURE * footer * _begins_with_rights(text)
        yield _Vote("rights", weight, name, stretch(line, start, end))


def _agency(name: str) -> bool:
    return name.lower().removeprefix("the ") in _agencies()


@cache
def _agencies() -> frozenset[str]:
    names = listed("agencies", column="name")
    return frozenset(plain(name).lower().removeprefix("the ") for name in names)


def _begins_with_rights(text: str) -> bool:
    """Whether a line begins with its rights, as a footer does."""
    return bool(re.match(r"\W{0,6}(?:©|\(c\)|copyright)|.{2,60}?©", text.strip(), re.IGNORECASE))


def _company(word: str) -> bool:
    return word.lower().strip(".,") in listed("outlet_words", kind="company")


def _addresses(text: str) -> Iterator[_Said]:
    """Addresses and hosts, but for those that any page links to; a mail's host counts too."""
    for found in _HOST.finditer(text) if "." in text else ():
        host = found["host"].lower()
        if any(host == w or host.endswith("." + w) for w in listed("outlet_words", kind="no site")):
            continue
        alone = found.span() == (0, len(text.strip()))
        yield _Said("address", _ADDRESS + alone, host, *found.span("host"))


def _alone(line: Line, text: str, first: Line | None) -> Iterator[_Vote]:
    """A listed outlet's name alone on a line; whatever stands alone on the page's first line."""
    bare = text.strip(" *+•|»›>-–—\t")
    if not bare or len(bare.split()) > 5:
        return
    start = text.index(bare)
    listed_name = known(bare) and not _plain_word(bare) and not _agency(bare)
    if listed_name or (line is first and bare[0].isupper() and not _label(bare)):
        weight = _ALONE + 1 if listed_name else _ALONE
        yield _Vote("alone", weight, bare, stretch(line, start, start + len(bare)))


def _clipped(lines: Sequence[Line]) -> Iterator[_Vote]:
    """The one newspaper's name that stands alone above the body, as a clipping has it."""
    begins = next((n for n, line in enumerate(lines) if line.role == "body"), 0)
    told = [x for x in lines[:begins] if x.role not in _STORY and is_paper(plain(x.text).strip())]
    for line in told if len(told) == 1 else ():
        name = plain(line.text).strip()
        start = line.text.index(line.text.strip())
        if not _agency(name):
            yield _Vote("signed", ENOUGH, name, stretch(line, start, start + len(name)))


def _spoken(text: str) -> Iterator[_Said]:
    """ "Follow the Gazette on Twitter", "CBS News App": the site speaks of itself."""
    for pattern in (_before(), _behind()):
        for found in pattern.finditer(text):
            name = found["name"].rstrip(".,'")
            if name and _may_be_site(name):
                weight, start = _SPOKEN if known(name) else _NAMED, found.start("name")
                yield _Said("spoken", weight, name, start, start + len(name))


def _mentioned(text: str) -> Iterator[_Said]:
    """Listed outlets that a short line of the site names, wherever in it."""
    for found in _NAMED_THERE.finditer(text):
        name = found.group().rstrip(".,'")
        if known(name) and not _plain_word(name) and not _agency(name):
            yield _Said("named", 1, name, found.start(), found.start() + len(name))


@cache
def _before() -> re.Pattern:
    words = sorted(listed("outlet_words", kind="before a site"), key=lambda w: (-len(w), w))
    return re.compile(rf"(?:^|[*+•|]\s*)(?i:{'|'.join(words)}) (?:the )?(?P<name>{_NAME})")


@cache
def _behind() -> re.Pattern:
    words = sorted(listed("outlet_words", kind="behind a site"), key=lambda w: (-len(w), w))
    return re.compile(rf"(?:^|[*+•|]\s*)(?P<name>{_NAME}) (?i:{'|'.join(words)})\b")


def _may_be_site(name: str) -> bool:
    """Whether the site may speak of itself by this name: a listed outlet's, but for one plain word
    ("WIRED" is none), or words that are no label; never an agency's."""
    if _agency(name):
        return False
    return not _label(name) or (bool(known(name)) and not _plain_word(name))


def _plain_word(name: str) -> bool:
    """Whether a name is one English word, small but for its first letter: "Time", not "TIME"."""
    words = name.removeprefix("The ").split()
    return len(words) == 1 and not words[0].isupper() and _label(words[0])


@lru_cache(maxsize=10_000)
def _label(words: str) -> bool:
    """Whether words are a site's label and no name: English words, a language, a country."""
    parts = re.findall(r"[a-z']+", words.lower())
    english = all(not _english().isdisjoint(_bases(part)) for part in parts)
    return english or words in _places()


@cache
def _english() -> frozenset[str]:
    return plain_words() | listed("function_words")


@cache
def _places() -> frozenset[str]:
    """Peoples, languages, places and short forms of places: "English", "UK"."""
    known_places = listed("known_names", column="name", kind="PLACE")
    return listed("demonyms") | listed("places", column="name") | known_places


def _bases(word: str) -> Iterator[str]:
    """What a word may be a regular form of, itself first."""
    ends = ("", "s", "es", "d", "ed", "ing", "ly", "ers", "er")
    for bare in map(word.removesuffix, ends):
        yield bare
        yield bare + "e"
        if len(bare) > 3:
            yield bare[:-1]
