"""Facts of an event: its sentences in, each thing told once out, with how well each telling has it.

A fact is a sentence of a body, in the outlet's own words or in another's. Sentences of several
tellings that say the same are one fact; so are two sentences of one telling.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from tellings.compare.coverage.content_words import stems
from tellings.compare.coverage.likeness import Likeness
from tellings.compare.coverage.states import SAME, WHOLE

_MARKS = frozenset("“”\"‘’'")
_LEAST = 2  # stems of a sentence that says something: "Yes, he did." is no fact


class Place(NamedTuple):
    """The sentence in which a telling tells a fact, or comes nearest to it.

    score   how much of the fact it tells; NaN of the fact's own sentence: nothing was compared
    whole   whether nothing of the fact is missing there
    mutual  whether no other sentence of the fact's telling is nearer to it than the fact
    second  a further sentence nearly as near; None where there is none
    """

    article_id: str
    sentence: int
    score: float = float("nan")
    whole: bool = True
    mutual: bool = True
    second: int | None = None


class Fact(NamedTuple):
    """A thing told, and its places.

    words     a researcher's words for it; "" where the sentence itself says it
    sentence  its place in the event's sentences
    places    the best of each telling, then those where a telling tells it again
    """

    words: str
    sentence: int
    places: list[Place]


class Given(NamedTuple):
    """A researcher's fact: its words, and the sentences of the event that tell it."""

    words: str
    sentences: tuple[int, ...]


def find(
    ids: Sequence[str], sentences: Sequence, likeness: Likeness, given: Sequence[Given] = ()
) -> Iterator[Fact]:
    """The facts of one event: the researcher's, then those of most tellings first.

    ids  the event's articles; sentences: theirs, each telling's in order; likeness: of these
    """
    units = [n for n, s in enumerate(sentences) if s.zone == "body" and _says(s.text)]
    if not units:
        return
    scores = _Scores(ids, sentences, likeness)
    for fact in given:
        told = {sentences[n].article_id: n for n in fact.sentences}
        places = scores.places(fact.sentences[0], set(fact.sentences))
        own = [
            Place(p.article_id, told[p.article_id]) if p.article_id in told else p for p in places
        ]
        yield Fact(fact.words, fact.sentences[0], own)
    taken: set[int] = set()
    bodies = set(units)
    for unit in scores.order(units):
        if unit not in taken:
            members = scores.alike(unit) & bodies
            taken |= members
            full = _fullest(members, sentences)
            yield Fact("", full, list(scores.places(full, members)))


def _says(text: str) -> bool:
    """Whether a sentence has content words enough to be a fact, and is no question of the outlet's:
    "How many people were on board?" tells nothing."""
    asks = text.rstrip().endswith("?") and _MARKS.isdisjoint(text)
    return len(stems(text)) >= _LEAST and not asks


def _fullest(members: set[int], sentences: Sequence) -> int:
    """The wording with most of the words that another has too; a word that one lacks is missed.

    Words of one wording alone do not count: they say mostly who spoke ("the readout said").
    """
    if len(members) == 1:
        return next(iter(members))
    said = {n: stems(sentences[n].text) for n in sorted(members)}
    having = Counter(stem for words in said.values() for stem in words)
    shared = {n: sum(having[stem] > 1 for stem in words) for n, words in said.items()}
    return max(said, key=lambda n: (shared[n], len(said[n]), -n))


class _Scores:
    """How well each telling tells each sentence of the event, and where."""

    def __init__(self, ids: Sequence[str], sentences: Sequence, like: Likeness):
        self._home = [s.article_id for s in sentences]
        telling = set(self._home)
        self._telling = {i: n for n, i in enumerate(i for i in ids if i in telling)}
        found = [like.against(i) for i in self._telling]
        arrays = map(np.array, zip(*found, strict=True))
        score, *rest = arrays
        self._tellers = (score >= WHOLE).sum(axis=0).tolist()
        self._total = score.sum(axis=0).tolist()
        # As lists: each fact asks for a few cells, one by one.
        self._score = score.tolist()
        self._alike, self._at, self._second, self._whole = (own.tolist() for own in rest)

    def order(self, units: Sequence[int]) -> list[int]:
        """The units: those that most tellings tell, then the best told, then as they stand."""
        return sorted(units, key=lambda u: (-self._tellers[u], -self._total[u], u))

    def alike(self, unit: int) -> set[int]:
        """The sentences that say what this one says, and the other way round; itself among them."""
        there = [
            at[unit] for at, own in zip(self._at, self._alike, strict=True) if own[unit] >= SAME
        ]
        home = self._alike[self._telling[self._home[unit]]]
        back = {u for u in there if home[u] >= SAME and self._back(u, unit)}
        return {unit} | back

    def _back(self, sentence: int, unit: int) -> bool:
        """Whether no sentence of the unit's telling is nearer to the sentence than the unit."""
        return self._at[self._telling[self._home[unit]]][sentence] == unit

    def places(self, unit: int, members: set[int]) -> Iterator[Place]:
        """The place of each telling, by any wording of the fact; then those where it is again."""
        wordings, placed = [unit, *sorted(members - {unit})], {unit}
        yield Place(self._home[unit], unit)
        for article_id, n in self._telling.items():
            if article_id != self._home[unit]:
                best = max(wordings, key=self._score[n].__getitem__)
                at, second = self._at[n][best], self._second[n][best]
                placed.add(at)
                told = self._score[n][best], self._whole[n][unit], self._back(at, best)
                yield Place(article_id, at, *told, second if second >= 0 else None)
        for member in sorted(members - placed):
            yield Place(self._home[member], member)
