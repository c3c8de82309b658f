"""Texts abreast: one event's cells and sentences in, each sentence and its partners out."""

from collections import defaultdict
from typing import NamedTuple

import pandas as pd

from tellings.compare.coverage.states import CARRIED, OMITTED, PARTLY
from tellings.tables import tuples


class Line(NamedTuple):
    """A sentence of one article beside the others.

    column  of its article, counted from 1; row: the sentence in it, counted from 1
    joined  (column, row) of the sentences of other articles that tell the same
    facts   numbers of the facts that it shares with them
    alone   whether it was found in this article only
    """

    column: int
    row: int
    article_id: str
    zone: str
    paragraph: int
    start: int
    end: int
    text: str
    joined: tuple[tuple[int, int], ...]
    facts: tuple[int, ...]
    alone: bool


def lines(cells: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame) -> list[Line]:
    """The sentences of an event, article by article in the order of `articles`.

    cells  the event's rows of coverage; a fact that two articles tell, whole or in part, joins
           their sentences
    """
    column = {i: n for n, i in enumerate(articles["article_id"], 1)}
    shared, alone = _facts(cells)
    rows = [s for s in tuples(sentences) if s.article_id in column]
    at: dict[tuple[str, int], tuple[int, int]] = {}
    counted: dict[int, int] = defaultdict(int)
    for s in sorted(rows, key=lambda s: (column[s.article_id], s.start)):
        counted[column[s.article_id]] += 1
        at[s.article_id, s.start] = (column[s.article_id], counted[column[s.article_id]])
    facts, joined = _joined(shared, at)
    return [
        Line(
            *at[s.article_id, s.start],
            *(s.article_id, s.zone, s.paragraph, s.start, s.end, s.text),
            tuple(sorted(joined[s.article_id, s.start])),
            tuple(facts[s.article_id, s.start]),
            (s.article_id, s.start) in alone,
        )
        for s in sorted(rows, key=lambda s: at[s.article_id, s.start])
    ]


def _facts(cells: pd.DataFrame) -> tuple[list[list], set[tuple[str, int]]]:
    """The places of each fact that several articles tell, and of those found in one only."""
    of: dict[tuple[str, str], list] = defaultdict(list)
    for cell in tuples(cells):
        of[cell.kind, cell.fact].append(cell)
    shared, alone = [], set()
    for own in of.values():
        told = [c for c in own if c.state in (CARRIED, PARTLY) and not pd.isna(c.start)]
        articles = {c.article_id for c in told}
        if len(articles) > 1:
            shared.append([(c.article_id, int(c.start)) for c in told])
        elif all(c.state == OMITTED for c in own if c.article_id not in articles):
            alone |= {(c.article_id, int(c.start)) for c in told}
    return shared, alone


def _joined(shared: list[list], at: dict) -> tuple[dict, dict]:
    """Of each place the numbers of its facts, and the places of other articles it is joined to."""
    facts: dict = defaultdict(list)
    joined: dict = defaultdict(set)
    for number, places in enumerate(shared, 1):
        here = [place for place in dict.fromkeys(places) if place in at]
        for place in here:
            facts[place].append(number)
            joined[place] |= {at[other] for other in here if other[0] != place[0]}
    return facts, joined
