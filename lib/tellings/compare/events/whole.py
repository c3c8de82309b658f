"""All that is found of a corpus's events at once: articles and their sentences in."""

from functools import partial
from typing import NamedTuple

import pandas as pd

from tellings.compare.events import questions
from tellings.compare.events.grouping import group, likeness
from tellings.compare.events.similarity import MANY, compare
from tellings.compare.parts import Rows
from tellings.parallel.apart import apart


class Found(NamedTuple):
    """Which articles tell one event, how like they are, and what cannot be told: as
    grouping.group, grouping.likeness and questions.find have it."""

    groups: pd.DataFrame
    likeness: pd.DataFrame
    questions: pd.DataFrame


def find(articles: pd.DataFrame, sentences: Rows, corrections: pd.DataFrame | None = None) -> Found:
    """The events of a corpus, all pairs compared once; of many articles in a process of its own,
    with which goes what was only compared: of a hundred thousand 190 MB."""
    found = partial(apart, _find) if len(articles) >= MANY else _find
    return found(articles, sentences, corrections)


def _find(articles: pd.DataFrame, sentences: Rows, corrections: pd.DataFrame | None) -> Found:
    """The same, in this process."""
    compared = compare(articles, sentences)
    groups = group(articles, sentences, corrections, compared)
    asked = questions.find(articles, groups, compared)
    return Found(groups, likeness(articles, sentences, compared), asked)
