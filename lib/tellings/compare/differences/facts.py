"""Facts of an event: its cells of coverage in; who tells each fact, and how much it counts, out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from math import fsum

import pandas as pd

from tellings.compare.coverage.content_words import stems, weight
from tellings.compare.coverage.states import CARRIED, NOTHING, OMITTED, PARTLY
from tellings.compare.differences import excerpts
from tellings.compare.differences.rows import Event, Said
from tellings.lexicons import listed as words_of
from tellings.text import tokens

_NEW = 0.4  # share of a fact's words, by how rare they are, that stand nowhere in the others
_NEW_FAR = 0.6  # the same where a telling has no place for the fact, but may have it
_NEW_QUOTED = 0.2  # the same of the words that are quoted
_FAIR = 0.25  # share of what is missing that the beginning of a fact must tell, to be quoted
_RARE = 3.0  # how much one of them must tell: a search for "done" and "wrong" proves nothing
_HEADED = 1.25  # what a fact counts for more that a headline tells
_SHORTEST = 8  # words of a sentence that says something by itself
_LATER = 0.08  # what a paragraph more takes away from a fact
_OPENING, _CLOSING = "“\"‘'", '”"'
_SAME = 0.5  # share of its words that a fact has in common with one that was quoted already
_SURE = 0.55  # score from which on an outlet is said to report what another does; "partly" begins
# below, where one place in ten tells something else
_COMMON = 2.2  # what words must tell that such a place has in common with the fact: one at least


class Fact:
    """A fact of an event: its own cell, who tells it, and how much it counts.

    voice    its own outlet
    tells    the outlets that surely tell it, its own among them; whole: those with all of it
    nearest  the place of each outlet that perhaps tells it, if it has one
    far      the outlets that perhaps tell it, without a place; omits: those that do not
    counts   how much it counts that outlets lack it; said: what is quoted of it for that
    things   its stems without those of names and of people's titles
    """

    said: Said

    def __init__(self, cells: Sequence, voices: dict[str, str], names: Set[str] = frozenset()):
        """cells: those of one fact; names: stems of names and of people's titles."""
        self.own = next(c for c in cells if c.state == CARRIED)
        self.voice = voices[self.own.article_id]
        self.stems = stems(self.own.fact.removeprefix(excerpts.dateline(self.own.fact)))
        self.things = self.stems - names
        self._all = _weight(self.things)
        told = [c for c in cells if c.state in (CARRIED, PARTLY) and self._surely(c)]
        omitting = [c for c in cells if c.state == OMITTED]
        self.tells = {voices[c.article_id] for c in told}
        self.whole = {voices[c.article_id] for c in told if c.state == CARRIED}
        open_ = [c for c in cells if c.state != OMITTED and c not in told]
        self.perhaps = {voices[c.article_id] for c in open_} - self.tells
        placed = {voices[c.article_id]: c for c in open_ if not pd.isna(c.start)}
        self.nearest = {voice: c for voice, c in placed.items() if voice in self.perhaps}
        self.far = self.perhaps - set(placed)
        self.omits = {voices[c.article_id] for c in omitting} - self.tells - self.perhaps
        self.places = {(c.article_id, c.start) for c in told}
        nearest = max((c.score for c in omitting if c.score == c.score), default=0.0)
        self.apart = 1 - nearest / (2 * NOTHING)
        first = min((c.paragraph for c in told if not pd.isna(c.paragraph)), default=1)
        headed = any(c.in_headline for c in told)
        self.early = (_HEADED if headed else 1) / (1 + _LATER * (first - 1))
        self.counts = 0.0

    def _surely(self, cell) -> bool:
        """Whether a place tells enough of the fact for its outlet to be said to report it."""
        least = _COMMON if cell.state == PARTLY else min(_COMMON, self._all)
        return not cell.score < _SURE and self.shared(stems(cell.text)) >= least

    def shared(self, words: frozenset[str]) -> float:
        """How much the words tell that it shares with these, names apart: two sentences about
        one person, or one body, are mostly not one fact."""
        return _weight(self.things & words)

    def missed(
        self, there: set[str], common: frozenset[str] = frozenset()
    ) -> tuple[float, Said] | None:
        """How much it counts that outlets with these stems lack the fact, and what to quote of it;
        None where too few of its words, or of those quoted, are missing there.

        common  stems that another fact has, too: what is quoted is to show them
        """
        missing = self.stems - there
        if max(map(weight, missing), default=0.0) < _RARE:
            return None
        new = _weight(missing) / _weight(self.stems)
        if new < (_NEW_FAR if self.far else _NEW) or (self.far and _points(self.own.fact)):
            return None  # what "he" did "then" cannot be searched for
        said = self._quoted(missing, common)
        quoted = stems(said.text)
        if _weight(quoted & missing) < _NEW_QUOTED * _weight(quoted):
            return None
        return new * self.apart * self.early * _stands_alone(self.own), said

    def _quoted(self, missing: frozenset[str], common: frozenset[str]) -> Said:
        """The beginning of the fact, or its end where that tells more of what is common; else where
        little of what is missing stands at the beginning: "Ms. Brook, at a second meeting on
        Friday, in Oderau …" tells nothing."""
        first = excerpts.of(self.own)
        told = _weight(stems(first.text) & (common or missing))
        if not common and told >= _FAIR * _weight(missing):
            return first
        last = excerpts.end(self.own)
        return last if _weight(stems(last.text) & (common or missing)) > told else first


def _weight(of: frozenset[str]) -> float:
    """How much stems tell; by how rare they are."""
    return fsum(map(weight, of))


def by_fact(cells: Iterable) -> dict[tuple[str, str], list]:
    """The cells of each fact that is long enough to be understood, by its kind and words."""
    found: dict[tuple[str, str], list] = defaultdict(list)
    for cell in cells:
        found[cell.kind, cell.fact].append(cell)
    return {key: own for key, own in found.items() if tokens.count(key[1]) >= _SHORTEST}


def words(event: Event) -> dict[str, set[str]]:
    """All stems that each outlet has."""
    found: dict[str, set[str]] = defaultdict(set)
    for sentence in event.sentences:
        found[event.voices[sentence.article_id]] |= stems(sentence.text)
    return found


def ranked(facts: Iterable[Fact], silent: Sequence[set[str]]) -> list[Fact]:
    """The facts of whose words enough stand nowhere in the silent outlets, those that count most
    first; none that says again what one before it says."""
    there = set().union(*silent)
    kept = []
    for fact in facts:
        if found := fact.missed(there):
            fact.counts, fact.said = found
            kept.append(fact)
    kept.sort(key=lambda f: (-f.counts, f.own.article_id, f.own.start))
    once: list[Fact] = []
    for fact in kept:
        if not any(alike(fact, f) for f in once):
            once.append(fact)
    return once


def alike(one: Fact, other: Fact) -> bool:
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
