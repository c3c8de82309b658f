"""Places to check: what two tellings both tell, side by side, where what they say may differ.

Nothing here says that two tellings disagree: it puts their nearest sentences abreast, those first
in which something differs that a reader should see, and leaves the judgement to the reader.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare.claims import intervals
from tellings.compare.coverage.content_words import stems, tells
from tellings.compare.coverage.facts import NAMED
from tellings.compare.coverage.likeness import Likeness
from tellings.compare.rows import by_article, by_event
from tellings.lexicons import listed, rows
from tellings.text import tokens
from tellings.text.inflection import singular

ALIKE = "told by both"  # the reason where nothing was found that differs
# A pair is looked at where each is among the five sentences of its telling that are nearest to the
# other: most oppositions that a reader marked in twelve events stand so near.
_NEAREST = 5
# What puts a pair first. Likeness counts up to _ENOUGH: nearer sentences are not more about one
# thing, they only say the same of it, and from _SAME on they are copies. It counts half where
# nothing is found that differs. Found on the same events.
_ENOUGH, _SAME, _PLAIN = 0.35, 0.45, 0.5
_BEFORE = 8  # words before "in Washington" among which the meeting stands: "talks resumed in"
_SCOPE = 10  # words behind a negation that it may speak of
_VAGUE = 5  # "thousands" is from one to ten thousand: what lies so wide opposes nothing
_MOST = 30  # pairs kept of one event; those further down are chance


class Check(NamedTuple):
    """Two places of two tellings of one event, to be read side by side.

    rank    1 is the first of its event
    reason  what differs between them, in words
    like    how near they are to each other, 0 to about 1.2
    """

    event_id: str
    rank: int
    reason: str
    like: float
    article_id_a: str
    telling_a: str
    start_a: int
    end_a: int
    text_a: str
    article_id_b: str
    telling_b: str
    start_b: int
    end_b: int
    text_b: str


class _Said(NamedTuple):
    """What a sentence says that another may say otherwise."""

    row: object
    stems: frozenset[str]
    denies: str
    denied: frozenset[str]
    words: frozenset[str]
    numbers: tuple
    people: dict[str, str]
    online: str
    met: str


class _Pair(NamedTuple):
    """Two sentences, how near they are, what puts them first, and why."""

    a: int
    b: int
    like: float
    score: float
    reason: str


def checks(
    sentences: pd.DataFrame, claims: pd.DataFrame, mentions: pd.DataFrame, articles: pd.DataFrame
) -> pd.DataFrame:
    """The places to check of each event, as Check rows, at most 30 of an event.

    sentences, claims (as aligned), mentions (as merged): rows with article_id

    A sentence stands beside one sentence of another telling at most. First come pairs of which one
    denies what the other says, that hold opposed words (lexicons/opposites.csv), other numbers of
    one unit, other people, or of which one has people meet online and the other in a place. Two
    sentences of one telling never meet.
    """
    name = dict(zip(articles["article_id"], articles["telling"], strict=True))
    found = []
    for event_id, _, own, counted, named in by_event(articles, sentences, claims, mentions):
        for rank, pair in enumerate(_pairs(own, by_article(counted), by_article(named)), 1):
            a, b = own[pair.a], own[pair.b]
            sides = [(s.article_id, name[s.article_id], s.start, s.end, s.text) for s in (a, b)]
            found.append(Check(event_id, rank, pair.reason, pair.like, *sides[0], *sides[1]))
    return tables.frame(found, Check)


def _pairs(sentences: Sequence, claims: dict, mentions: dict) -> list[_Pair]:
    """The pairs of one event, the first to be read first."""
    names = {i: [m for m in own if m.kind in NAMED] for i, own in mentions.items()}
    said = [_said(s, claims, mentions) for s in sentences]
    likeness = Likeness(sentences, names)
    found = [
        _pair(a, b, like, said)
        for one, other in combinations(dict.fromkeys(s.article_id for s in sentences), 2)
        for a, b, like in likeness.nearest(one, other, _NEAREST)
    ]
    found.sort(key=lambda p: (-p.score, p.a, p.b))
    return list(_once(found, sentences))[:_MOST]


def _once(pairs: list[_Pair], sentences: Sequence) -> Iterator[_Pair]:
    """The pairs without those whose sentence already stands beside another of the same telling."""
    taken = set()
    for pair in pairs:
        ends = {(pair.a, sentences[pair.b].article_id), (pair.b, sentences[pair.a].article_id)}
        if not ends & taken:
            taken |= ends
            yield pair


def _said(sentence, claims: dict, mentions: dict) -> _Said:
    """What a sentence says."""
    inside = [m for m in mentions.get(sentence.article_id, ()) if _in(m, sentence)]
    counted = [c for c in claims.get(sentence.article_id, ()) if _in(c, sentence) and c.unit]
    words = tokens.whole(sentence.text)
    places = [m.start - sentence.start for m in inside if m.kind == "PLACE"]
    return _Said(
        sentence,
        stems(sentence.text),
        next((sentence.text[w.start : w.end] for w in words if _denies(w.low)), ""),
        frozenset(_denied(sentence.text, words)),
        frozenset(singular(w.low.removesuffix("'s")) for w in words),
        tuple(counted),
        {m.entity_id: m.entity for m in inside if m.kind == "PERSON"},
        _online(sentence.text, words),
        next((met for at in places if (met := _met(sentence.text, words, at))), ""),
    )


def _in(row, sentence) -> bool:
    return sentence.start <= row.start < sentence.end


def _denies(low: str) -> bool:
    """Whether a word makes of what follows something that is not so."""
    return low.endswith("n't") or low in listed("negations", kind="denies")


def _denied(text: str, words: Sequence) -> Iterator[str]:
    """The stems of the words that stand behind a negation, up to the next stop."""
    for place, word in enumerate(words):
        if _denies(word.low):
            end = word.end
            for next_word in words[place + 1 : place + 1 + _SCOPE]:
                if set(text[end : next_word.start]) & set(',.;:!?"”'):
                    break
                end = next_word.end
                if tells(next_word.low):
                    yield from stems(next_word.low)


def _online(text: str, words: Sequence) -> str:
    """The word that says that people who met were not in one place; "" where nobody met so."""
    apart = listed("meetings", kind="apart")
    if not any(w.low in listed("meetings", kind="meeting") for w in words):
        return ""
    return next((text[w.start : w.end] for w in words if w.low in apart), "")


def _met(text: str, words: Sequence, at: int) -> str:
    """“in” and the word of the place at `at`, where a meeting stands shortly before; else ""."""
    before = [w for w in words if w.end <= at]
    if not before or before[-1].low != "in":
        return ""
    place = next((w for w in words if w.start >= at), before[-1])
    if any(w.low in listed("meetings", kind="meeting") for w in before[-_BEFORE:]):
        return text[before[-1].start : place.end]
    return ""


def _pair(a: int, b: int, like: float, said: Sequence[_Said]) -> _Pair:
    """Two near sentences with what differs between them."""
    one, other = said[a], said[b]
    near, lift, reasons = min(like, _ENOUGH), 0.0, []
    for differs, counts in _DIFFERENCES:
        if found := differs(one, other):
            lift += counts
            reasons.append(found)
    score = near + lift if reasons else _PLAIN * near - max(0.0, like - _SAME)
    return _Pair(a, b, like, score, "; ".join(reasons) or ALIKE)


def _denial(one: _Said, other: _Said) -> str:
    """The word with which one of the two denies what the other says; "" where both deny."""
    if bool(one.denies) == bool(other.denies):
        return ""
    shared = (one.denied & other.stems) | (other.denied & one.stems)
    return f"“{one.denies or other.denies}” in one of them" if shared else ""


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The sets of words that oppose each other, each pair both ways round."""
    pairs = [
        (frozenset(r["one"].split()), frozenset(r["other"].split())) for r in rows("opposites")
    ]
    return tuple(pairs + [(b, a) for a, b in pairs])


@cache
def _first_of_pairs() -> dict[str, tuple[int, ...]]:
    """The pairs, by their place, on whose first side a word stands."""
    found: dict[str, list[int]] = {}
    for place, (here, _) in enumerate(_opposites()):
        for word in here:
            found.setdefault(word, []).append(place)
    return {word: tuple(places) for word, places in found.items()}


def _opposed(one: _Said, other: _Said) -> str:
    """Two opposed words of which each sentence has one, and none of the other's side."""
    known = _first_of_pairs()
    if known.keys().isdisjoint(one.words) or known.keys().isdisjoint(other.words):
        return ""
    for place in sorted({k for word in one.words for k in known.get(word, ())}):
        here, there = _opposites()[place]
        theirs = there & other.words
        if theirs and not (here & other.words or there & one.words):
            return f"“{min(here & one.words)}” and “{min(theirs)}”"
    return ""


def _numbers(one: _Said, other: _Said) -> str:
    """Two numbers of one unit that differ, where the sentences have none in common."""
    if {(c.unit, c.low) for c in one.numbers} & {(c.unit, c.low) for c in other.numbers}:
        return ""
    sharp = [[c for c in own if c.high < _VAGUE * c.low] for own in (one.numbers, other.numbers)]
    pairs = ((c, d) for c in sharp[0] for d in sharp[1] if c.unit == d.unit)
    return next((f"“{c.text}” and “{d.text}”" for c, d in pairs if _apart(c, d)), "")


def _apart(one, other) -> bool:
    """Whether no number fits both wordings: 33,970 fits "more than 33,900"."""
    a, b = (
        intervals.committed(intervals.Span(c.low, c.high, c.bound, c.text)) for c in (one, other)
    )
    return a.low > b.high or b.low > a.high


def _people(one: _Said, other: _Said) -> str:
    """Whom only one names and whom only the other names, beside somebody whom both name."""
    mine, theirs = one.people.keys() - other.people.keys(), other.people.keys() - one.people.keys()
    if not (mine and theirs and one.people.keys() & other.people.keys()):
        return ""
    return f"{min(one.people[m] for m in mine)} and {min(other.people[t] for t in theirs)}"


def _where(one: _Said, other: _Said) -> str:
    """That people met online, and in what place, where each sentence says one of the two."""
    if one.online and other.met and not other.online:
        return f"“{one.online}” and “{other.met}”"
    if other.online and one.met and not one.online:
        return f"“{one.met}” and “{other.online}”"
    return ""


# What may differ, and how much it counts beside the likeness.
_DIFFERENCES = (
    (_denial, 0.12),
    (_opposed, 0.15),
    (_numbers, 0.12),
    (_people, 0.045),
    (_where, 0.12),
)
