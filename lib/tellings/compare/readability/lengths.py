"""How long the sentences of each article are: counts in, the words of each sentence out."""

from collections.abc import Callable, Mapping

import pandas as pd

from tellings.compare import events
from tellings.compare.events import findings


def to_draw(called: Mapping[str, str]) -> Callable[..., pd.DataFrame]:
    """A function that gives what a figure of lengths needs of the counts and articles of a part:
    the words of each sentence of a body, under its article's keys (see findings.to_draw).

    called  the names of the events by their ids, in the order of findings.names
    """
    drawn = findings.to_draw(called)

    def of(counts: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
        body = counts[(counts["zone"] == "body") & (counts["words"] > 0)]
        return drawn(events.join(body[["article_id", "words"]], articles))

    return of


def in_words(lengths: pd.DataFrame, called: Mapping[str, str]) -> str:
    """How many words half of each article's sentences exceed, for each event that is drawn."""
    told = findings.drawn(lengths, called)
    said = [f"{name}: {_listed(rows)}." for name, rows in told]
    begin = "Words that half of an article's sentences exceed. "
    return begin + " ".join(said) if said else "No article has sentences to measure."


def title(lengths: pd.DataFrame, called: Mapping[str, str]) -> str:
    """The articles with the longest and with the shortest sentences of the first event."""
    name, rows = next(findings.drawn(lengths, called), ("", lengths))
    half = _halves(rows)
    if half.empty:
        return ""
    begin = f"{name}: half" if lengths["event_id"].nunique() > 1 else "Half"
    words = f"{begin} of the sentences in {half.idxmax()} have more than {half.max():g} words"
    other = f", in {half.idxmin()} more than {half.min():g}"
    return words + (other if half.max() > half.min() else "")


def _halves(rows: pd.DataFrame) -> pd.Series:
    """The median of the words of each telling's sentences."""
    return rows.groupby("telling", sort=False)["words"].median()


def _listed(rows: pd.DataFrame) -> str:
    return ", ".join(f"{telling} {half:g}" for telling, half in _halves(rows).items())
