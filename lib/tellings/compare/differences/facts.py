"""What one telling alone tells and what one leaves out: the cells of coverage in, drafts out.

"Found only in" is said where no other telling has the fact, not even perhaps, and enough of its
words stand nowhere in the others: a fact told in wholly different words would still escape.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import fsum

import pandas as pd

from tellings.compare.coverage.content_words import stems, weight
from tellings.compare.coverage.states import CARRIED, OMITTED, PARTLY, UNCLEAR
from tellings.compare.differences import excerpts
from tellings.compare.differences.rows import Draft, Said, listed

_NEW = 0.35  # share of a fact's words, by how rare they are, that stand nowhere in the others
_QUOTED = 2  # facts quoted in one sentence
_ROWS = 3  # sentences of one kind about one outlet
_SHORTEST = 6  # words of a sentence that says something by itself


class _Fact:
    """A fact of an event: its own cell, and who tells it."""

    def __init__(self, cells: pd.DataFrame):
        """cells: those of one fact, with a column voice."""
        told = cells[cells["state"].isin([CARRIED, PARTLY])]
        self.own = next(cells[cells["state"] == CARRIED].itertuples())
        self.tells = set(told["voice"])
        self.perhaps = set(cells.loc[cells["state"] == UNCLEAR, "voice"]) - self.tells
        self.omits = set(cells.loc[cells["state"] == OMITTED, "voice"]) - self.tells - self.perhaps
        early = told["paragraph"].astype("Float64").fillna(1).min()
        self.early = 1.0 if told["in_headline"].any() else 1 / (1 + 0.12 * (float(early) - 1))
        self.stems = stems(self.own.fact)
        self.new = 0.0


def drafts(cells: pd.DataFrame, sentences: pd.DataFrame, voices: dict[str, str]) -> Iterator[Draft]:
    """Drafts of kinds "told alone" and "not told", for one event.

    voices  the outlet of each article, or its own name
    """
    everyone = list(dict.fromkeys(voices.values()))
    if len(everyone) < 2 or cells.empty:
        return
    words = _words(sentences, voices)
    named = cells.assign(voice=cells["article_id"].map(voices))
    facts = [_Fact(own) for _, own in named.groupby(["kind", "fact"], sort=False)]
    facts = [f for f in facts if len(f.own.fact.split()) >= _SHORTEST]
    for outlet in everyone:
        others = [v for v in everyone if v != outlet]
        alone = [f for f in facts if f.tells == {outlet} and f.omits >= set(others)]
        yield from _alone(outlet, _ranked(alone, [words[v] for v in others]))
        if len(others) > 1:
            missing = [f for f in facts if f.tells >= set(others) and f.omits == {outlet}]
            yield from _missing(outlet, others, _ranked(missing, [words[outlet]]))


def _words(sentences: pd.DataFrame, voices: dict[str, str]) -> dict[str, set[str]]:
    """All stems that each outlet has."""
    found: dict[str, set[str]] = defaultdict(set)
    for article, text in zip(sentences["article_id"], sentences["text"], strict=True):
        found[voices[article]] |= stems(text)
    return found


def _ranked(facts: Iterable[_Fact], silent: list[set[str]]) -> list[_Fact]:
    """The facts of whose words enough stand nowhere in the silent outlets, the first to be told
    first: those told early, of rare words; a sentence that ends another's quotation last."""
    kept = []
    for fact in facts:
        there = set().union(*silent)
        total = fsum(map(weight, fact.stems)) or 1.0
        fact.new = fsum(map(weight, fact.stems - there)) / total
        if fact.new >= _NEW:
            kept.append(fact)
    kept.sort(key=lambda f: (-f.new * f.early, f.own.article_id, f.own.start))
    return kept


def _alone(outlet: str, facts: list[_Fact]) -> Iterator[Draft]:
    for n, pair in enumerate(_pairs(facts)):
        parts = [f"Found only in {outlet}: ", *listed(_said(pair)), "."]
        strength = 0.75 * max(f.early * f.new for f in pair) ** 0.5 * 0.8**n
        yield Draft("told alone", parts, [outlet], strength)


def _missing(outlet: str, others: list[str], facts: list[_Fact]) -> Iterator[Draft]:
    for n, pair in enumerate(_pairs(facts)):
        tell = "".join(listed(others))
        parts = [f"Found in {tell}, not in {outlet}: ", *listed(_said(pair)), "."]
        strength = 0.95 * max(f.early * f.new for f in pair) ** 0.4 * 0.8**n
        yield Draft("not told", parts, [outlet], strength)


def _pairs(facts: list[_Fact]) -> list[list[_Fact]]:
    """The facts in sentences of two at most."""
    return [facts[n : n + _QUOTED] for n in range(0, min(len(facts), _ROWS * _QUOTED), _QUOTED)]


def _said(facts: Iterable[_Fact]) -> list[Said]:
    return [excerpts.of(f.own) for f in facts]
