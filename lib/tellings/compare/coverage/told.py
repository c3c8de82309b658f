"""Facts that are told: statements and sentences of an event in, who says them and where out."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from tellings.compare.coverage.clauses import Said, whole
from tellings.compare.coverage.content_words import Concepts, Content, held, weights
from tellings.text import spans

CARRIED, UNCLEAR, OMITTED = "carried", "unclear", "omitted"
# What is said is carried by a sentence that holds so much of it, and left out where no sentence
# holds even an eighth; in between the words do not tell.
_HOLDS, _SAYS_NOTHING = 0.6, 0.125
_FEWEST = 6  # stems: with fewer, a stretch cannot be looked for in other words
_LEAST = 2  # stems of a statement: "concerns" alone is no fact
_SAID = 0.25  # share of a sentence in statements, from which on it is no longer the outlet's own


class Place(NamedTuple):
    """Where a telling carries a fact, or comes nearest to it; held: how much of it stands there."""

    article_id: str
    state: str
    start: int | None
    end: int | None
    text: str
    held: float = float("nan")


class _Unit(NamedTuple):
    """A statement or a sentence: what it says, and where it stands in the tellings that have it."""

    kind: str
    content: Content
    places: list[Place]


def facts(
    ids: list[str], sentences: list, statements: list, concepts: Concepts
) -> Iterator[tuple[str, str, list[Place]]]:
    """Kind, words and places of each thing told: one of kind "statement" or "told" each.

    ids  the articles of the event; sentences, statements: their rows, with article_id

    A sentence that stands where another fact was found, and says no more than it, is none itself.
    """
    by_article, every = defaultdict(list), []
    for s in sentences:
        content = concepts.content(s.article_id, s.start, s.text)
        by_article[s.article_id].append(content)
        every.append(content)
    weight, taken = weights(every), defaultdict(list)
    for unit in [
        *_statements(whole(statements, sentences), concepts),
        *_own(sentences, statements, concepts),
    ]:
        here = unit.content
        above = [c for c in taken[here.article_id] if c.start < here.end and here.start < c.end]
        if any(held(here, c, weight) >= _HOLDS for c in above):
            continue
        has = {p.article_id for p in unit.places}
        others = [_nearest(here, by_article[i], weight, i) for i in ids if i not in has]
        places = [*unit.places, *others]
        starts = {(p.article_id, p.start) for p in places if p.state == CARRIED}
        for article_id, start in starts:
            taken[article_id] += [c for c in by_article[article_id] if c.start == start]
        yield unit.kind, here.text, places


def _nearest(fact: Content, own: list[Content], weight: dict[str, float], article_id: str) -> Place:
    """Where a telling comes nearest to saying the fact, and whether it says it."""
    shares = [held(fact, s, weight) for s in own]
    share = max(shares, default=0.0)
    few = len(fact.stems) < _FEWEST
    if not own or (share < _SAYS_NOTHING and not few):
        return Place(article_id, OMITTED, None, None, "", share)
    best = own[shares.index(share)]
    state = CARRIED if share >= _HOLDS and not few else UNCLEAR
    return Place(article_id, state, best.start, best.end, best.text, share)


def _statements(said: list[Said], concepts: Concepts) -> Iterator[_Unit]:
    """The statements of an event, those of most tellings first, then the longest."""
    groups = defaultdict(list)
    for version in said:
        groups[version.statement].append(version)
    for versions in sorted(groups.values(), key=_rank):
        full = max(versions, key=lambda v: (v.fullest, len(v.text)))
        content = concepts.content(full.article_id, full.start, full.text)
        if len(content.stems) >= _LEAST:
            places = [Place(v.article_id, CARRIED, v.start, v.end, v.text) for v in versions]
            yield _Unit("statement", content, places)


def _rank(versions: list[Said]) -> tuple[int, int]:
    """What puts statements of many tellings first, long ones before short."""
    return -len({v.article_id for v in versions}), -max(len(v.text) for v in versions)


def _own(sentences: list, statements: list, concepts: Concepts) -> Iterator[_Unit]:
    """The sentences of the bodies that are the outlet's own words, the longest first."""
    said = defaultdict(list)
    for s in statements:
        said[s.article_id].append(s)
    body = [s for s in sentences if s.zone == "body"]
    for s in sorted(body, key=lambda s: -len(s.text)):
        if spans.covered(s.start, s.end, said[s.article_id]) < _SAID * len(s.text):
            content = concepts.content(s.article_id, s.start, s.text)
            yield _Unit("told", content, [Place(s.article_id, CARRIED, s.start, s.end, s.text)])
