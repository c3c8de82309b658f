"""A second opinion heard: quotes and a parse's doubts about them in, the quotes that stay out."""

import pandas as pd

_PLACE = ["article_id", "start", "end"]


def heeded(quotes: pd.DataFrame, doubts: pd.DataFrame) -> pd.DataFrame:
    """The quotes, those doubted cut to the words that are kept of them or left out.

    quotes  Quote rows with article_id
    doubts  Doubt rows with article_id, each about a row of `quotes`
    """
    kept = quotes[_PLACE].merge(doubts[[*_PLACE, "kept"]], on=_PLACE, how="left")["kept"]
    assert len(kept) == len(quotes)
    text = kept.set_axis(quotes.index).fillna(quotes["text"])
    heard = quotes.assign(text=text, end=quotes["start"] + text.str.len())
    return heard[text != ""].reset_index(drop=True)
