"""An event's sentences held against each other: tables in, what each telling carries and where two
may differ out."""

import pandas as pd

from tellings import tables
from tellings.compare.coverage import cells, event, to_check


def compare(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    statements: pd.DataFrame,
    mentions: pd.DataFrame,
    claims: pd.DataFrame,
    corrections: pd.DataFrame,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The matrix and the checks of these tables: the likeness of an event is reckoned once."""
    found = event.Found(articles, sentences, statements, mentions, claims)
    told: list[tuple[str, cells.Cell]] = []
    near: list[to_check.Check] = []
    for own in event.each(found, corrections):
        told += cells.of(own)
        near += to_check.of(own)
    return cells.table(told, articles), tables.frame(near, to_check.Check)


def matrix(found: event.Found, corrections: pd.DataFrame | None = None) -> pd.DataFrame:
    """A row per fact and telling of its event, as Cell under the article's keys.

    A fact is a sentence; it is looked for in each other telling by its letters, its content words
    and its names (likeness), and the score decides the state (states). Corrections of subject
    "fact" are facts of the researcher's, looked for like the others; those of subject "cell" set
    the state of a fact (`was`, its words) in an article.
    """
    told = [cell for own in event.each(found, corrections) for cell in cells.of(own)]
    return cells.table(told, found.articles)


def checks(found: event.Found) -> pd.DataFrame:
    """The places to check of each event, as Check rows, at most 30 of an event.

    A sentence stands beside one sentence of another telling at most. First come pairs of which one
    denies what the other says, that hold opposed words (lexicons/opposites.csv), other numbers of
    one unit, other people, or of which one has people meet online and the other in a place. Two
    sentences of one telling never meet.
    """
    return tables.frame((c for own in event.each(found) for c in to_check.of(own)), to_check.Check)
