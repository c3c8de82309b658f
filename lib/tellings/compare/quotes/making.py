"""What is made of a part of the corpus: its tables in, as `told.make` gives them, tables out."""

from collections.abc import Callable

import pandas as pd

from tellings.compare.quotes import speakers, wording
from tellings.compare.quotes.changes import cuts
from tellings.compare.quotes.doubts import heeded
from tellings.compare.quotes.matching import statements
from tellings.find.quotes import Doubt, Quote, find, second_opinion as opinion
from tellings.parallel import each
from tellings.tables import Engine


class HeardByName(speakers.Heard):
    """The words that one telling gives to one source in quotes that tell it by name: not by "she"
    or "the senator" (see wording.heard)."""

    extends = speakers.Heard


def quoted(
    second_opinion: Callable, engine: Engine | str
) -> Callable[..., tuple[pd.DataFrame, ...]]:
    """A function that gives the quotes, their statements, and what a second opinion doubts in them.

    second_opinion  find.quotes.second_opinion(...); engine: see parallel.each
    """
    # By rules there is none: that is sooner said here than handed out or looked up.
    by = "local" if second_opinion is opinion("rules") else engine

    def of(sentences: pd.DataFrame, articles: pd.DataFrame) -> tuple[pd.DataFrame, ...]:
        spoken = each(sentences, find, Quote, engine)
        doubts = each(sentences, second_opinion, Doubt, by, quotes=spoken)
        found = heeded(spoken, doubts)
        return found, statements(found, articles), doubts

    return of


def tallied(
    quotes: pd.DataFrame, articles: pd.DataFrame, mentions: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The words of each source, and the same of those quotes that tell it by name: what a speaker's
    words mean is worked out for both at once."""
    return speakers.tally(quotes, articles, mentions), wording.heard(quotes, articles, mentions)


def cut(statements: pd.DataFrame, differences: pd.DataFrame) -> pd.DataFrame:
    """What each version did with the words of the fullest, for people to read."""
    return cuts(statements, differences).drop(columns=["outlet", "statement"])
