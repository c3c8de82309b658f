"""What one telling alone tells and what one leaves out: the cells of coverage in, drafts out.

"Found only in" is said where no other telling has the fact, not even perhaps, and enough of its
words stand nowhere in the others: a fact told in wholly different words would still escape.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import fsum

import pandas as pd

from tellings.compare.coverage.content_words import stems, weight
from tellings.compare.coverage.states import CARRIED, NOTHING, OMITTED, PARTLY, UNCLEAR
from tellings.compare.differences import excerpts
from tellings.compare.differences.rows import Draft, Said, listed
from tellings.lexicons import listed as words_of
from tellings.text import tokens

_NEW = 0.4  # share of a fact's words, by how rare they are, that stand nowhere in the others
_NEW_FAR = 0.6  # the same where a telling has no place for the fact, but may have it
_RARE = 3.0  # how much one of them must tell: a search for "done" and "wrong" proves nothing
_HEADED = 1.25  # what a fact counts for more that a headline tells
_QUOTED = 2  # facts quoted in one sentence
_OUTLETS = 3  # outlets in one sentence
_ROWS = 3  # sentences of one kind about one outlet
_SHORTEST = 8  # words of a sentence that says something by itself
_AS_GOOD = 0.5  # a second fact stands beside the first if it counts so much of what that counts
_LATER = 0.08  # what a paragraph more takes away from a fact
_OPENING, _CLOSING = "“\"‘'", '”"'
_SAME = 0.5  # share of its words that a fact has in common with one that was quoted already


class _Fact:
    """A fact of an event: its own cell, who tells it, and how much it counts."""

    def __init__(self, cells: Sequence, voices: dict[str, str]):
        """cells: those of one fact."""
        told = [c for c in cells if c.state in (CARRIED, PARTLY)]
        omitting = [c for c in cells if c.state == OMITTED]
        self.own = next(c for c in cells if c.state == CARRIED)
        self.tells = {voices[c.article_id] for c in told}
        self.whole = {voices[c.article_id] for c in told if c.state == CARRIED}
        open_ = [c for c in cells if c.state == UNCLEAR]
        self.perhaps = {voices[c.article_id] for c in open_} - self.tells
        self.far = self.perhaps - {voices[c.article_id] for c in open_ if not pd.isna(c.start)}
        self.omits = {voices[c.article_id] for c in omitting} - self.tells - self.perhaps
        self.places = {(c.article_id, c.start) for c in told}
        nearest = max((c.score for c in omitting if c.score == c.score), default=0.0)
        self.apart = 1 - nearest / (2 * NOTHING)
        first = min((c.paragraph for c in told if not pd.isna(c.paragraph)), default=1)
        headed = any(c.in_headline for c in told)
        self.early = (_HEADED if headed else 1) / (1 + _LATER * (first - 1))
        self.stems = stems(self.own.fact)
        self.counts = 0.0


def drafts(cells: pd.DataFrame, sentences: pd.DataFrame, voices: dict[str, str]) -> Iterator[Draft]:
    """Drafts of kinds "told alone" and "not told", for one event.

    voices  the outlet of each article, or its own name
    """
    everyone = list(dict.fromkeys(voices.values()))
    if len(everyone) < 2 or cells.empty:
        return
    words = _words(sentences, voices)
    groups = by_fact(cells).values()
    facts = [_Fact(own, voices) for own in groups if any(c.state == CARRIED for c in own)]
    alone, missing = [], []
    for outlet in everyone:
        others = [v for v in everyone if v != outlet]
        own = [f for f in facts if f.tells == {outlet} and f.omits >= set(others)]
        ranked = _ranked(own, [words[v] for v in others])
        alone += [(outlet, ranked)] if ranked else []
        if len(others) > 1:
            shared = [f for f in facts if f.tells >= set(others)]
            own = [f for f in shared if outlet in f.omits | f.far]
            ranked = _ranked(own, [words[outlet]])
            missing += [(outlet, ranked)] if ranked else []
    yield from _missing(missing, len(everyone))
    yield from _alone(alone)


def by_fact(cells: pd.DataFrame) -> dict[tuple[str, str], list]:
    """The cells of each fact that is long enough to be understood, by its kind and words."""
    found: dict[tuple[str, str], list] = defaultdict(list)
    for cell in cells.itertuples():
        found[cell.kind, cell.fact].append(cell)
    return {key: own for key, own in found.items() if tokens.count(key[1]) >= _SHORTEST}


def _words(sentences: pd.DataFrame, voices: dict[str, str]) -> dict[str, set[str]]:
    """All stems that each outlet has."""
    found: dict[str, set[str]] = defaultdict(set)
    for article, text in zip(sentences["article_id"], sentences["text"], strict=True):
        found[voices[article]] |= stems(text)
    return found


def _ranked(facts: Iterable[_Fact], silent: Sequence[set[str]]) -> list[_Fact]:
    """The facts of whose words enough stand nowhere in the silent outlets, those that count most
    first; none that says again what one before it says."""
    there = set().union(*silent)
    kept: list[_Fact] = []
    for fact in facts:
        missing = fact.stems - there
        new = fsum(map(weight, missing)) / (fsum(map(weight, fact.stems)) or 1.0)
        rare = max(map(weight, missing), default=0.0)
        if fact.far and (new < _NEW_FAR or _points(fact.own.fact)):
            continue  # what "he" did "then" cannot be searched for
        if new >= _NEW and rare >= _RARE:
            fact.counts = new * fact.apart * fact.early * _stands_alone(fact.own)
            kept.append(fact)
    kept.sort(key=lambda f: (-f.counts, f.own.article_id, f.own.start))
    found: list[_Fact] = []
    for fact in kept:
        if not any(_alike(fact, f) for f in found):
            found.append(fact)
    return found


def _alike(one: _Fact, other: _Fact) -> bool:
    """Whether one of two facts says again much of what the other says, or is its other half: each
    is a sentence of one telling, and tells the other."""
    if one.places & other.places:
        return True
    shorter = min(len(one.stems), len(other.stems))
    return len(one.stems & other.stems) >= _SAME * shorter


def _stands_alone(cell) -> float:
    """How well a sentence is understood without the one before it, 0 to 1.

    Numbers and people help; "she", "that", "but" point back; a quotation wants who said it.
    """
    helps = 1.0 if cell.marks else 0.6
    if cell.fact[0] in _OPENING:
        told_by = cell.fact[1:].rstrip(".").rstrip()
        return helps * (1.0 if any(c in told_by[:-1] for c in _CLOSING) else 0.4)
    return helps * (0.5 if _points(cell.fact) else 1.0)


def _points(text: str) -> bool:
    """Whether a sentence begins with a word that points back to the one before."""
    first = tokens.whole(text)[0].low
    pointing = ("pronoun", "coordinator", "subordinator", "relative", "adverb", "time")
    points = any(first in words_of("function_words", kind=kind) for kind in pointing)
    return points or first in ("this", "that", "these", "those", "his", "her", "their", "its")


def _alone(of: list[tuple[str, list[_Fact]]]) -> Iterator[Draft]:
    """What each outlet alone tells: the first of each in one sentence, then the others."""
    first = sorted(of, key=lambda pair: -pair[1][0].counts)[:_OUTLETS]
    parts: list[str | Said] = []
    for n, (outlet, ranked) in enumerate(first):
        parts += [f"{'; only in' if n else 'Found only in'} {outlet}: ", _said(ranked[0])]
    if first:
        strength = 0.55 + 0.3 * first[0][1][0].counts
        yield Draft("told alone", [*parts, "."], [outlet for outlet, _ in first], strength)
    for outlet, ranked in of:
        for n, own in enumerate(_together(ranked[1:])):
            parts = [f"Found only in {outlet}: ", *listed(map(_said, own)), "."]
            yield Draft("told alone", parts, [outlet], 0.64 * own[0].counts ** 0.25 * 0.85**n)


def _missing(of: list[tuple[str, list[_Fact]]], outlets: int) -> Iterator[Draft]:
    """What all outlets but one tell: the first of each that lacks something, then more of it."""
    others = "the other two" if outlets == 3 else "all the others"
    of = sorted(of, key=lambda pair: -pair[1][0].counts)
    parts: list[str | Said] = []
    for n, (outlet, ranked) in enumerate(of[:_OUTLETS]):
        own = next(_together(ranked)) if len(of) < _OUTLETS else ranked[:1]
        parts += [f"{'; not in' if n else 'Not found in'} {outlet}: ", *listed(map(_said, own))]
    if of:
        shown = [own for _, ranked in of[:_OUTLETS] for own in ranked[:_QUOTED]]
        words = f"; {others} report it{_partly(shown)}."
        strength = 0.7 + 0.35 * of[0][1][0].counts
        yield Draft("not told", [*parts, words], [outlet for outlet, _ in of], strength)
    for outlet, ranked in of:
        rest = ranked[len(next(_together(ranked))) if len(of) < _OUTLETS else 1 :]
        for n, own in enumerate(_together(rest)):
            words = f"; {others} report it{_partly(own)}."
            parts = [f"Not found in {outlet}: ", *listed(map(_said, own)), words]
            yield Draft("not told", parts, [outlet], 0.77 * own[0].counts ** 0.25 * 0.85**n)


def _partly(facts: Iterable[_Fact]) -> str:
    """What is to be added where a telling has a fact in part only."""
    return ", at least in part" if any(f.tells - f.whole for f in facts) else ""


def _together(facts: list[_Fact]) -> Iterator[list[_Fact]]:
    """The facts in sentences of two at most; a weak one stands beside no strong one."""
    rest = list(facts)
    for _ in range(_ROWS):
        if rest:
            own = [f for f in rest[:_QUOTED] if f.counts >= _AS_GOOD * rest[0].counts]
            rest = rest[len(own) :]
            yield own


def _said(fact: _Fact) -> Said:
    return excerpts.of(fact.own)
