"""Sentences of one article beside those of another: an event's cells in, their pairs out."""

import pandas as pd

from tellings.compare.coverage import abreast

COLUMNS = ("article_id", "start", "end", "text", "article_id_b", "start_b", "end_b", "text_b")


def table(
    cells: pd.DataFrame, sentences: pd.DataFrame, article_id: str, other: str
) -> pd.DataFrame:
    """A row for each sentence of `article_id` and each of `other` that tells the same: COLUMNS.

    cells  the event's rows of coverage; a fact that both tell, whole or in part, joins sentences

    A sentence for which no partner was found has one row, its other columns empty: that none was
    found, not that none is there.
    """
    both = pd.DataFrame({"article_id": [article_id, other]})
    lines = abreast.lines(cells, sentences, both)
    at = {(line.column, line.row): line for line in lines}
    rows = []
    for line in (line for line in lines if line.column == 1):
        own = (line.article_id, line.start, line.end, line.text)
        told = [at[place] for place in line.joined if place[0] == 2]
        rows += [(*own, p.article_id, p.start, p.end, p.text) for p in told] or [
            (*own, "", None, None, "")
        ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"start_b": "Int64", "end_b": "Int64"})


def at(found: pd.DataFrame, start: int) -> pd.DataFrame:
    """The rows of table() whose first sentence holds the place `start`, and has a partner."""
    held = (found["start"] <= start) & (start < found["end"])
    return found[held & found["start_b"].notna()]


def in_words(found: pd.DataFrame) -> str:
    """How many of the sentences have a partner in the other article."""
    sentences = found.drop_duplicates("start")
    told = int(sentences["start_b"].notna().sum())
    return f"{told} of {len(sentences)} sentences have a partner"
