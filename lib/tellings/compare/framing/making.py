"""What is made of a part of the corpus: its tables in, as `told.make` gives them, tables out."""

from collections.abc import Callable

import pandas as pd

from tellings.compare.framing import choices, naming, usage
from tellings.find.framing import Wording
from tellings.parallel import each
from tellings.tables import Engine


def worded(find: Callable, engine: Engine | str) -> Callable[..., pd.DataFrame]:
    """A function that gives the wordings.

    find  gives those of an article's sentences and quotes; engine: see parallel.each
    """

    def of(sentences: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
        return each(sentences, find, Wording, engine, quotes=quotes)

    return of


def uses(wordings: pd.DataFrame, articles: pd.DataFrame, proposed: pd.DataFrame) -> pd.DataFrame:
    """The naming sets: the researcher's, then those proposed."""
    return usage.both(naming.names(wordings, articles), proposed)


def said(
    wordings: pd.DataFrame, articles: pd.DataFrame, proposed: pd.DataFrame, strong: pd.DataFrame
) -> dict[str, list[str]]:
    """What choices.said says of each event."""
    return choices.said(uses(wordings, articles, proposed), strong)
