"""What each telling carries and what it leaves out: an event in, the cells of its facts out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare import events
from tellings.compare.coverage import facts
from tellings.compare.coverage.content_words import stems
from tellings.compare.coverage.event import Event
from tellings.compare.coverage.facts import Fact, Given, Place
from tellings.compare.coverage.prominence import Layout
from tellings.compare.coverage.states import CARRIED, NEAR, OMITTED, PARTLY, UNCLEAR, state
from tellings.compare.rows import by_article, by_sentence
from tellings.text import voice

KINDS = ("by hand", "statement", "told")
_VOICE = {"own": 0.5, "attributed": 0.25, "quoted": 0.0}  # what an outlet itself vouches for first


class Cell(NamedTuple):
    """One fact in one telling of its event.

    kind         statement (somebody's words), told (the outlet's own), by hand (the researcher's)
    fact         in words; alike in all cells of the fact
    state        carried | partly | omitted | unclear: perhaps here, a reader decides
    carriers     how many tellings of the event carry it, partly or whole; of: how many there are
    weight       what puts a fact first: how many carry it, how early, in whose voice
    marks        the numbers and people in it
    score        how much of it stands at the place; NaN where it is the fact's own sentence
    again        a further place of a telling that tells it twice
    paragraph    of the place: 1 is the first below the headline
    in_headline  whether the telling's headline or dek tells it, too
    start, end, text  the place that carries it, or comes nearest to it
    second_start, second_end, second_text  of an unclear cell the place that comes second, if close
    """

    kind: str
    fact: str
    state: str
    carriers: int
    of: int
    weight: float
    marks: str
    score: float
    again: bool
    paragraph: int | None
    in_headline: bool
    start: int | None
    end: int | None
    text: str
    second_start: int | None = None
    second_end: int | None = None
    second_text: str = ""


class _Shown(NamedTuple):
    """What a telling shows of a fact, as a Cell has it; by itself nothing."""

    state: str = OMITTED
    score: float = float("nan")
    paragraph: int | None = None
    in_headline: bool = False
    start: int | None = None
    end: int | None = None
    text: str = ""
    second_start: int | None = None
    second_end: int | None = None
    second_text: str = ""


def of(event: Event) -> list[tuple[str, Cell]]:
    """The cells of an event's facts, each behind its article_id, the weightiest facts first."""
    given = list(_given(event.facts, event.sentences))
    told = _Cells(event)
    found = facts.find(list(event.tellings), event.sentences, event.likeness, given)
    rows = [list(told.of(fact)) for fact in found]
    rows.sort(key=lambda cells: (cells[0][1].kind != "by hand", -cells[0][1].weight))
    return [row for cells in rows for row in cells]


class _Cells:
    """What the cells of an event's facts are made of."""

    def __init__(self, event: Event):
        self._ids, self._sentences = list(event.tellings), event.sentences
        people = (m for m in event.mentions if m.kind == "PERSON")
        self._marks = by_sentence(event.sentences, [*event.claims, *people])
        self._said = by_article(event.statements)
        self._layouts = {i: Layout(own) for i, own in by_article(event.sentences).items()}
        self._settled = {(row.article_id, row.was): row.becomes for row in event.cells}

    def of(self, fact: Fact) -> Iterator[tuple[str, Cell]]:
        """The cells of one fact: each telling's place, then those where it tells it again."""
        sentence = self._sentences[fact.sentence]
        near = self._said.get(sentence.article_id, ())
        said = voice.of(sentence.start, sentence.end, near)
        words, kind = fact.words or sentence.text, "told" if said == "own" else "statement"
        kind, marks = "by hand" if fact.words else kind, self._marked(fact.sentence)
        shown = [(p.article_id, self._shown(words, p)) for p in fact.places]
        there = {i for i, _ in shown}
        shown += [(i, _Shown()) for i in self._ids if i not in there]
        shown = [(i, _settled(s, self._settled.get((i, words)))) for i, s in shown]
        told = [(i, s) for i, s in shown if s.state in (CARRIED, PARTLY)]
        early = [self._layouts[i].early(s.paragraph, s.in_headline) for i, s in told]
        carriers, of = len({i for i, _ in told}), len(self._ids)
        weight, seen = carriers + max(early, default=0.0) + _VOICE[said], set()
        for i, (at, score, *place) in shown:
            yield i, Cell(kind, words, at, carriers, of, weight, marks, score, i in seen, *place)
            seen.add(i)

    def _shown(self, words: str, place: Place) -> _Shown:
        """What a telling shows of a fact of these words."""
        score = place.score
        at = CARRIED if score != score else state(score, place.whole, place.mutual)
        if at == OMITTED or (at == UNCLEAR and score < NEAR):
            return _Shown(at, score)
        s = self._sentences[place.sentence]
        if at == UNCLEAR:
            second = () if place.second is None else _placed(self._sentences[place.second])
            return _Shown(at, score, None, False, *_placed(s), *second)
        layout = self._layouts[place.article_id]
        headed = layout.headed(stems(words) | stems(s.text))
        return _Shown(at, score, layout.paragraph(s), headed, *_placed(s))

    def _marked(self, at: int) -> str:
        """The numbers and people in a sentence, as it writes them."""
        inside = [m for m in self._marks[at] if m.end <= self._sentences[at].end]
        return "; ".join(dict.fromkeys(m.text for m in sorted(inside, key=lambda m: m.start)))


def _placed(sentence) -> tuple[int, int, str]:
    """Where a sentence stands, and its words."""
    return sentence.start, sentence.end, sentence.text


def _settled(shown: _Shown, becomes: str | None) -> _Shown:
    """The same with the state that a researcher gave it, if any; nothing was compared for it."""
    return shown._replace(state=becomes, score=float("nan")) if becomes else shown


def _given(by_hand: Iterable, sentences: Sequence) -> Iterator[Given]:
    """The researcher's facts: rows of one wording with the sentences of their places."""
    places: dict[str, list[int]] = {}
    for row in by_hand:
        start, end = (int(n) for n in row.place.split("-"))
        near = [
            n
            for n, s in enumerate(sentences)
            if s.article_id == row.article_id and s.start < end and start < s.end
        ]
        places.setdefault(row.becomes, []).extend(near[:1])
    yield from (Given(words, tuple(at)) for words, at in places.items() if at)


def table(cells: list[tuple[str, Cell]], articles: pd.DataFrame) -> pd.DataFrame:
    """The cells as a table under the articles' keys."""
    found = tables.frame([c for _, c in cells], Cell)
    found.insert(0, "article_id", pd.array([i for i, _ in cells], dtype="str"))
    return events.join(found, articles)
