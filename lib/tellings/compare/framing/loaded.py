"""Strong words across tellings: Wording rows in, each in its sentence and who else uses it out."""

from typing import NamedTuple

import pandas as pd

from tellings.compare import events
from tellings.compare.events.outlets import voices
from tellings.tables import tuples

_ROUND = 60  # characters of the sentence on each side of a word


class Strong(NamedTuple):
    """A strong word in its sentence.

    said_by  the outlet, or the article where its outlet is unknown
    alone    whether no other outlet's article on the event has a form of the word, in any voice
    weight   how strong it is
    context  the words round it
    """

    event_id: str
    said_by: str
    voice: str
    alone: bool
    weight: int
    term: str
    article_id: str
    start: int
    end: int
    text: str
    context: str


def words(wordings: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The strong words as Strong, in each event those of the outlets' own voice first.

    Words that one outlet alone uses come first, then the heavier ones: an order for reading, in
    which nothing is added up.
    """
    rows = events.join(wordings[wordings["group"] == "strong"], articles)
    rows = rows.assign(said_by=voices(rows))
    users = rows.groupby(["event_id", "term"])["said_by"].transform("nunique")
    size = rows["event_id"].map(articles.groupby("event_id").size())
    rows = rows.assign(alone=(users == 1) & (size > 1), context=_contexts(rows, sentences))
    rows = rows.assign(other=rows["voice"] != "own", shared=~rows["alone"], mild=-rows["weight"])
    order = ["event_id", "other", "shared", "mild", "said_by", "article_id", "start"]
    return rows.sort_values(order, kind="stable")[list(Strong._fields)].reset_index(drop=True)


def _contexts(rows: pd.DataFrame, sentences: pd.DataFrame) -> list[str]:
    """The words round each row, whole ones, with dots where the sentence goes on."""
    keys = ["article_id", "sentence"]
    told = sentences.set_index(keys)[["start", "text"]]
    found = []
    for row in tuples(rows):
        start, text = told.loc[(row.article_id, row.sentence)]
        first, last = row.start - start, row.end - start
        before, after = text[:first], text[last:]
        if len(before) > _ROUND:
            before = "… " + before[-_ROUND:].partition(" ")[2]
        if len(after) > _ROUND:
            after = after[:_ROUND].rpartition(" ")[0] + " …"
        found.append(" ".join((before + text[first:last] + after).split()))
    return found


def printed(words: pd.DataFrame, names: dict[str, str], own: bool) -> pd.DataFrame:
    """The words for a page: those in the outlets' own voice, or those of others.

    names  of the events by their ids
    """
    rows = words[(words["voice"] == "own") == own]
    rows = rows.assign(event=rows["event_id"].map(names.get))  # of a dict it would make a table
    rows = rows.assign(only_here=rows["alone"].map({True: "yes", False: "no"}))
    said = ["outlet", "only_here"] if own else ["outlet", "voice"]
    columns = ["event", *said, "article_id", "start", "end", "text", "context"]
    return rows.rename(columns={"said_by": "outlet"})[columns]
