"""What each telling carries and what it leaves out: what was found in, a matrix of facts out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare import events
from tellings.compare.coverage import facts
from tellings.compare.coverage.content_words import stems
from tellings.compare.coverage.facts import NAMED, Fact, Given, Place
from tellings.compare.coverage.prominence import Layout
from tellings.compare.coverage.states import CARRIED, NEAR, OMITTED, PARTLY, UNCLEAR, state
from tellings.compare.rows import by_article, by_event, by_sentence
from tellings.read.files import Correction
from tellings.text import voice

KINDS = ("by hand", "statement", "told")
_VOICE = {"own": 0.5, "attributed": 0.25, "quoted": 0.0}  # what an outlet itself vouches for first
_AT_ONCE = 10_000  # cells that are made into a table at one time: a table an event costs 60 kB each


class Found(NamedTuple):
    """What the other notebooks found: their tables, with article_id."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    statements: pd.DataFrame
    mentions: pd.DataFrame
    claims: pd.DataFrame


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


def matrix(found: Found, corrections: pd.DataFrame | None = None) -> pd.DataFrame:
    """A row per fact and telling of its event, as Cell under the article's keys.

    A fact is a sentence; it is looked for in each other telling by its letters, its content words
    and its names (likeness), and the score decides the state (states). Corrections of subject
    "fact" are facts of the researcher's, looked for like the others; those of subject "cell" set
    the state of a fact (`was`, its words) in an article.
    """
    parts = list(by_part(found, corrections))
    return pd.concat(parts, ignore_index=True) if parts else _table([], found.articles)


def matrix_of(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    statements: pd.DataFrame,
    mentions: pd.DataFrame,
    claims: pd.DataFrame,
    corrections: pd.DataFrame,
) -> pd.DataFrame:
    """The matrix of these tables, as `told.make` hands them over."""
    return matrix(Found(articles, sentences, statements, mentions, claims), corrections)


def by_part(found: Found, corrections: pd.DataFrame | None = None) -> Iterator[pd.DataFrame]:
    """The matrix some events at a time, whole ones; no more than their rows are held."""
    given = tables.frame([], Correction) if corrections is None else corrections
    hand = (given[given["subject"] == subject] for subject in ("fact", "cell"))
    cells: list[tuple[str, Cell]] = []
    for _, ids, *rows, by_hand, by_cell in by_event(*found, *hand):
        settled = {(row.article_id, row.was): row.becomes for row in by_cell}
        cells += _Event(ids, *rows).cells(by_hand, settled)
        if len(cells) >= _AT_ONCE:
            yield _table(cells, found.articles)
            cells = []
    if cells:
        yield _table(cells, found.articles)


class _Event:
    """One event's rows, and the cells of its facts."""

    def __init__(self, ids: list[str], sentences, statements, mentions, claims):
        self._ids, self._sentences = ids, sentences
        self._names = [m for m in mentions if m.kind in NAMED]
        people = (m for m in mentions if m.kind == "PERSON")
        self._marks = by_sentence(sentences, [*claims, *people])
        self._said = by_article(statements)
        self._layouts = {i: Layout(own) for i, own in by_article(sentences).items()}

    def cells(self, by_hand: Sequence, settled: dict) -> list[tuple[str, Cell]]:
        """The cells of all facts, each behind its article_id, the weightiest facts first.

        settled  states that a researcher set, by article_id and fact: they win
        """
        given = list(_given(by_hand, self._sentences))
        found = facts.find(self._ids, self._sentences, self._names, given)
        rows = [list(self._fact(fact, settled)) for fact in found]
        rows.sort(key=lambda cells: (cells[0][1].kind != "by hand", -cells[0][1].weight))
        return [row for cells in rows for row in cells]

    def _fact(self, fact: Fact, settled: dict) -> Iterator[tuple[str, Cell]]:
        """The cells of one fact: each telling's place, then those where it tells it again."""
        sentence = self._sentences[fact.sentence]
        near = self._said.get(sentence.article_id, ())
        said = voice.of(sentence.start, sentence.end, near)
        words, kind = fact.words or sentence.text, "told" if said == "own" else "statement"
        blank = _blank("by hand" if fact.words else kind, words, self._marked(fact.sentence))
        cells = [(p.article_id, self._cell(blank, p)) for p in fact.places]
        there = {i for i, _ in cells}
        cells += [(i, blank) for i in self._ids if i not in there]
        cells = [(i, _settled(c, settled.get((i, words)))) for i, c in cells]
        told = [(i, c) for i, c in cells if c.state in (CARRIED, PARTLY)]
        early = [self._layouts[i].early(c.paragraph, c.in_headline) for i, c in told]
        carriers = len({i for i, _ in told})
        weight, seen = carriers + max(early, default=0.0) + _VOICE[said], set()
        for i, cell in cells:
            counted = dict(carriers=carriers, of=len(self._ids), weight=weight)
            yield i, cell._replace(again=i in seen, **counted)
            seen.add(i)

    def _cell(self, blank: Cell, place: Place) -> Cell:
        """A fact's cell in a telling, without what is counted over all its cells."""
        score, whole, mutual = place.score, place.whole, place.mutual
        at = CARRIED if score != score else state(score, whole, mutual)
        cell = blank._replace(state=at, score=score)
        if at == OMITTED or (at == UNCLEAR and score < NEAR):
            return cell
        s, layout = self._sentences[place.sentence], self._layouts[place.article_id]
        cell = cell._replace(start=s.start, end=s.end, text=s.text)
        if at == UNCLEAR:
            return cell if place.second is None else self._with_second(cell, place.second)
        headed = layout.headed(stems(cell.fact) | stems(s.text))
        return cell._replace(paragraph=layout.paragraph(s), in_headline=headed)

    def _with_second(self, cell: Cell, at: int) -> Cell:
        """The cell with the place that comes second."""
        s = self._sentences[at]
        return cell._replace(second_start=s.start, second_end=s.end, second_text=s.text)

    def _marked(self, at: int) -> str:
        """The numbers and people in a sentence, as it writes them."""
        inside = [m for m in self._marks[at] if m.end <= self._sentences[at].end]
        return "; ".join(dict.fromkeys(m.text for m in sorted(inside, key=lambda m: m.start)))


def _blank(kind: str, words: str, marks: str) -> Cell:
    """The cell of a telling that omits the fact."""
    nan = float("nan")
    return Cell(kind, words, OMITTED, 0, 0, nan, marks, nan, False, None, False, None, None, "")


def _settled(cell: Cell, becomes: str | None) -> Cell:
    """The cell with the state that a researcher gave it, if any; nothing was compared for it."""
    return cell._replace(state=becomes, score=float("nan")) if becomes else cell


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


def _table(cells: list[tuple[str, Cell]], articles: pd.DataFrame) -> pd.DataFrame:
    """The cells as a table under the articles' keys."""
    table = tables.frame([c for _, c in cells], Cell)
    table.insert(0, "article_id", pd.array([i for i, _ in cells], dtype="str"))
    return events.join(table, articles)
