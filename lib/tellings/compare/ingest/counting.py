"""Words by what became of them: lines in, words per role, part and article out."""

import numpy as np
import pandas as pd

from tellings.compare.events import largest_first
from tellings.read.sentences import ZONES
from tellings.text import tokens

# What becomes of a line, and the roles of the lines it becomes of; the first four are read.
PARTS = {
    "headline": ("headline",),
    "dek": ("dek",),
    "body": ("body",),
    "list": ("list",),
    "left out: asks the reader": ("promo", "comments"),
    "left out: about the text": (
        "byline",
        "bio",
        "credit",
        "caption",
        "timestamp",
        "editors_note",
        "notice",
    ),
    "left out: the site's own": ("nav", "section"),
}


def counts(lines: pd.DataFrame) -> pd.DataFrame:
    """Lines and words of each article by their role: article_id, role, lines, words.

    Words are counted as text.tokens does; lines that are blank are not.
    """
    filled = lines.loc[lines["role"] != "blank", ["article_id", "role", "text"]]
    counted = filled.assign(lines=1, words=filled["text"].map(tokens.count))
    return counted.groupby(["article_id", "role"], as_index=False)[["lines", "words"]].sum()


def roles(counts: pd.DataFrame) -> pd.DataFrame:
    """How many lines and words each role has, and whether it is read; the most words first."""
    found = counts.groupby("role", as_index=False)[["lines", "words"]].sum()
    found.insert(1, "read", found["role"].isin(ZONES))
    order = ["words", "role"]
    return found.sort_values(order, ascending=[False, True], kind="stable", ignore_index=True)


def words(counts: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Words of each capture by what became of them: its keys, part, read, words.

    part  one of PARTS; a part without words has no row. The largest event comes first.
    """
    part = {role: name for name, own in PARTS.items() for role in own}
    read = counts["role"].isin(ZONES)
    named = counts[["article_id", "words"]].assign(part=counts["role"].map(part), read=read)
    found = named.groupby(["article_id", "part", "read"], as_index=False)["words"].sum()
    keys = ["event_id", "article_id", "telling"]
    found = largest_first(articles[keys]).merge(found, on="article_id")
    rank = found["part"].map({name: i for i, name in enumerate(PARTS)})
    place = found["article_id"].map({i: n for n, i in enumerate(found["article_id"].unique())})
    return found.iloc[np.lexsort((rank, place))].reset_index(drop=True)


def per_capture(words: pd.DataFrame) -> pd.DataFrame:
    """The words of each capture in a row: event, telling, a column per part, read, all."""
    wide = words.pivot_table(
        "words", ["event_id", "article_id", "telling"], "part", "sum", 0, sort=False
    )
    wide = wide.reindex(columns=list(PARTS), fill_value=0).astype(int)
    read = words["words"].where(words["read"], 0).groupby(words["article_id"]).sum()
    own = wide.index.get_level_values("article_id")
    wide = wide.assign(read=read.reindex(own).to_numpy(), all=wide.sum(axis=1))
    return wide.reset_index().drop(columns="article_id").rename(columns={"event_id": "event"})
