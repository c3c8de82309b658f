"""Which articles are set aside because the rules do not know their language: they are kept and
shown, and stand in no comparison, so that none is said to leave out what nobody looked for."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from tellings import tables
from tellings.read.articles import LANGUAGE
from tellings.read.language import is_english
from tellings.read.lines import Line
from tellings.read.sentences import split
from tellings.tables import tuples
from tellings.text.prose import counted

ENGLISH = "English"


class SetAside(NamedTuple):
    """An article that is kept and shown, and compared with none.

    telling  how pages call it: nobody asks whose it is
    reason   why, in words
    """

    article_id: str
    telling: str
    file: str
    headline: str
    reason: str


def set_aside(
    described: pd.DataFrame,
    sentences: pd.DataFrame,
    captures: pd.DataFrame,
    corrections: pd.DataFrame,
) -> pd.DataFrame:
    """SetAside rows for the articles that are not English.

    An article is judged by its sentences; by all of its text where none was found. What
    corrections.csv says of its language (subject "article", place "language") goes before that.
    """
    said = corrections[(corrections["subject"] == "article") & (corrections["place"] == LANGUAGE)]
    known = dict(zip(said["article_id"], said["becomes"] == ENGLISH, strict=True))
    story = sentences.groupby("article_id")["text"].agg(" ".join)
    headline = described.set_index("article_id")["headline"]
    rows = [
        SetAside(c.article_id, c.article_id, c.file, headline[c.article_id], "not English")
        for c in tuples(captures)
        if not known.get(c.article_id, is_english(story.get(c.article_id, c.text)))
    ]
    return tables.frame(rows, SetAside)


def judged(lines: Sequence[Line], text: str) -> bool:
    """Whether set_aside would take an article of these lines for English."""
    return is_english(" ".join(sentence.text for sentence in split(lines)) or text)


def compared(table: pd.DataFrame, apart: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that are not of an article set aside."""
    return table[~table["article_id"].isin(apart["article_id"])].reset_index(drop=True)


def in_words(apart: pd.DataFrame, articles: int) -> str:
    """How many of so many articles are set aside, and what that means; "" where none is."""
    if apart.empty:
        return ""
    are = "is" if len(apart) == 1 else "are"
    return (
        f"{len(apart):,} of {counted(articles, 'article')} {are} not English: kept and shown, but "
        "not analysed and not compared"
    )
