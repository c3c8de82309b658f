"""Collocates: places of a word and their corpus in, the words near it with two measures out."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from tellings.compare.corpus.subcorpus import Corpus
from tellings.lexicons import listed
from tellings.tables import tuples
from tellings.text import tokens

COLUMNS = (
    *("word", "n", "left", "right", "tellings", "in_all"),
    *("expected", "log_likelihood", "log_dice"),
)


def table(
    found: pd.DataFrame, corpus: Corpus, reach: int = 4, function_words: bool = False
) -> pd.DataFrame:
    """The words near the places of a concordance: COLUMNS, the strongest attraction first.

    found           concordance.table of the corpus
    reach           how many words to each side, inside the sentence; each is counted once
    function_words  whether words as "the" and "of" (lexicons/function_words.csv) are listed too

    n               near a place, of them left and right; tellings, in how many
    in_all          in the sentences of the corpus; expected: near by chance, if words were strewn
    log_likelihood  G2 of near and not near against this word and others (Dunning 1993,
                    Computational Linguistics 19, 61-74), below 0 where the word shuns the places
    log_dice        14 + log2(2 n / (places + in_all)): at most 14, whatever the corpus's size
                    (Rychly 2008, RASLAN, 6-9); NaN where n is 0

    Windows are counted as in Evert 2008 (Corpora and Collocations). Words come in clumps, so that
    neither measure is a test: they rank.
    """
    words = pd.DataFrame(_words(corpus), columns=["article_id", "start", "end", "word", "sentence"])
    near = _near(words, found, reach)
    all_words = len(words) - int(near["node"].sum())
    within = near[(near["side"] != "") & ~near["node"]]
    by = within.groupby("word")
    counts = pd.DataFrame(
        {
            "n": by.size(),
            "left": by["side"].agg(lambda s: int((s == "left").sum())),
            "right": by["side"].agg(lambda s: int((s == "right").sum())),
            "tellings": by["article_id"].nunique(),
        }
    )
    counts["in_all"] = near.loc[~near["node"], "word"].value_counts().reindex(counts.index)
    counts = counts.rename_axis("word").reset_index()
    measured = counts.assign(**_measures(counts, len(within), all_words, len(found)))
    if not function_words:
        measured = measured[~measured["word"].isin(listed("function_words"))]
    order = ["log_likelihood", "word"]
    return measured.sort_values(order, ascending=[False, True], ignore_index=True)[list(COLUMNS)]


def _words(corpus: Corpus) -> Iterator[tuple]:
    """Each word of the corpus's sentences without its "'s", in the order of the text."""
    for s in tuples(corpus.tables["sentences"]):
        for word in tokens.whole(s.text):
            place = (s.article_id, s.start + word.start, s.start + word.end)
            yield *place, word.low.removesuffix("'s"), s.sentence


def _near(words: pd.DataFrame, found: pd.DataFrame, reach: int) -> pd.DataFrame:
    """The words with `node`, whether they are part of a place, and `side`, on which side of the
    next place they stand, "" for none within reach."""
    keys = {key: rows.index for key, rows in words.groupby(["article_id", "sentence"], sort=False)}
    starts, ends = words["start"].to_numpy(), words["end"].to_numpy()
    node, side = np.zeros(len(words), bool), np.full(len(words), "", object)
    for row in tuples(found):
        index = keys.get((row.article_id, row.sentence))
        if index is None:
            continue
        inside = (starts[index] < row.end) & (ends[index] > row.start)
        node[index[inside]] = True
        before, after = index[ends[index] <= row.start], index[starts[index] >= row.end]
        for name, close in (
            ("left", before[max(0, len(before) - reach) :]),
            ("right", after[:reach]),
        ):
            side[close[side[close] == ""]] = name
    return words.assign(node=node, side=side)


def _measures(counts: pd.DataFrame, near: int, words: int, places: int) -> dict[str, pd.Series]:
    """The expected number and the two measures of each word.

    near  words within reach of a place, of so many `words`
    """
    n, of = counts["n"].astype(float), counts["in_all"].astype(float)
    cells = {
        "both": (n, near * of / max(words, 1)),
        "near": (near - n, near * (words - of) / max(words, 1)),
        "word": (of - n, (words - near) * of / max(words, 1)),
        "none": (words - near - of + n, (words - near) * (words - of) / max(words, 1)),
    }
    told = sum(_part(seen, expected) for seen, expected in cells.values())
    expected = cells["both"][1]
    return {
        "expected": expected,
        "log_likelihood": 2 * told * np.where(n >= expected, 1, -1),
        "log_dice": 14 + np.log2(2 * n / (places + of)),
    }


def _part(seen: pd.Series, expected: pd.Series) -> pd.Series:
    """One cell's part of G2; an empty cell has none."""
    return seen * np.log((seen / expected).where(seen > 0, 1))
