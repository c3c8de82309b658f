"""Which of many pairs are kept: those that may be one event, and of each article the likest."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from tellings.compare.events.linkage import LEAST

# Pairs too unlike for one event are chance, and grow with the square of a corpus, of which many
# articles give no day. So many of them are kept in all: of each article the likest, to say to which
# others it is nearest; at least so many of each.
_CHANCE, _FEWEST = 200_000, 5
# So many pairs are put together before those that are not kept are taken away.
_AT_ONCE = 50_000


def kept(tables: Iterable[pd.DataFrame], articles: int) -> pd.DataFrame:
    """The pairs of all tables that are kept, by a and b.

    tables    of pairs, with a, b, text and likeness
    articles  how many there are; up to 10,000 each keeps twenty pairs and more
    """
    most, found = max(_FEWEST, _CHANCE // max(articles, 1)), []
    least = np.full(articles, -1.0)
    for table in tables:
        ends = np.minimum(least[table["a"]], least[table["b"]])
        found.append(table[table["likeness"] >= np.minimum(ends, LEAST)])
        if sum(map(len, found[1:])) > max(_AT_ONCE, len(found[0]) // 4):
            found = [_likest(pd.concat(found, ignore_index=True), most, least)]
    whole = _likest(pd.concat(found, ignore_index=True), most, least)
    return whole.sort_values(["a", "b"], ignore_index=True)


def _likest(pairs: pd.DataFrame, most: int, least: np.ndarray) -> pd.DataFrame:
    """The pairs that may be one event, and those that are among the likest of either article.

    least  of each article how like the last of its likest is, -1 while they are fewer: what is less
           like for both articles is never kept. It is brought up to date
    """
    ends = np.concatenate([pairs["a"], pairs["b"]])
    text, likeness = (np.tile(pairs[x].to_numpy(), 2) for x in ("text", "likeness"))
    order = np.lexsort((-text, -likeness, ends))
    begins = np.flatnonzero(np.diff(ends[order], prepend=-1))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order)) - np.repeat(begins, np.diff(begins, append=len(order)))
    last = rank == most - 1
    least[ends[last]] = likeness[last]
    best = rank.reshape(2, -1).min(axis=0)
    return pairs[(best < most) | (pairs["likeness"] >= LEAST)]
