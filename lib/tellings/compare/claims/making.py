"""What is made of a part of the corpus: its tables in, as `told.make` gives them, tables out."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from tellings.compare.claims import days, findings, likely, wording
from tellings.compare.claims.alignment import align, changes
from tellings.compare.events import anchors, join
from tellings.compare.events.outlets import voices
from tellings.find.claims import Claim, find
from tellings.parallel import each
from tellings.tables import Engine


def aligned(engine: Engine | str) -> Callable[..., tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]]:
    """A function that gives the claims, the claims aligned, and what each correction changed.

    engine  see parallel.each
    """

    def of(
        sentences: pd.DataFrame,
        quotes: pd.DataFrame,
        articles: pd.DataFrame,
        corrections: pd.DataFrame,
    ) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        beside = {"quotes": quotes, "anchor": anchors(articles)}
        found = each(sentences, find, Claim, engine, **beside)
        own = align(found, articles, corrections).drop(columns=["event_id", "outlet", "telling"])
        return own, own, changes(found, articles, corrections)

    return of


def placed(function: Callable) -> Callable:
    """A function of aligned claims, for the claims as they are written: without what their articles
    tell, which come second. Further tables are handed on.
    """

    def of(claims: pd.DataFrame, articles: pd.DataFrame, *rest: pd.DataFrame) -> Any:
        rows = join(claims, articles)  # an article of an unknown outlet stands for itself
        return function(rows.assign(outlet=voices(rows)), *rest)

    return of


def said(
    aligned: pd.DataFrame, articles: pd.DataFrame, pairs: pd.DataFrame, sentences: pd.DataFrame
) -> dict[str, list[str]]:
    """What findings.said says of each event."""
    return findings.said(pairs, aligned, sentences, articles)


def perhaps(aligned: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The pairs that may be of one quantity, for people."""
    return wording.perhaps(likely.perhaps(aligned, sentences))


def of_days(whens: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The pairs of days of one happening, for people."""
    return wording.days(days.pairs(whens, sentences, articles))
