"""What is made of a part of the corpus: its tables in, as `told.make` gives them, tables out."""

from collections.abc import Callable

import pandas as pd

from tellings.compare.readability.scoring import differences, scores
from tellings.find.readability import SentenceCount, find
from tellings.parallel import each
from tellings.tables import Engine


def measured(engine: Engine) -> Callable[..., tuple[pd.DataFrame, ...]]:
    """A function that gives the counts of sentences, the scores, and how they differ.

    engine  see parallel.each; nothing is kept: sentences are counted as soon as their counts could
            be read again
    """

    def of(
        sentences: pd.DataFrame, quotes: pd.DataFrame, articles: pd.DataFrame
    ) -> tuple[pd.DataFrame, ...]:
        counts = each(sentences, find, SentenceCount, engine.name, quotes=quotes)
        found = scores(counts, articles)
        return counts, found, differences(found)

    return of
