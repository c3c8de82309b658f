"""Whose words each telling prints: quotes and sentences in, words by voice out."""

from collections import Counter
from math import nan
from typing import NamedTuple

import pandas as pd

from tellings.compare.rows import in_turn
from tellings.tables import KEYS, tuples
from tellings.text import spans, tokens, voice


class Voice(NamedTuple):
    """How many words a telling has in one voice, and their share of its words (NaN if it has none).

    voice  own | attributed | quoted
    """

    voice: str
    words: int
    share: float


def counts(quotes: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """One Voice per telling and voice, under the telling's keys.

    quotes     Quote rows with article_id
    sentences  Sentence rows with article_id: headline, dek and body are counted

    A word has the voice that text.voice tells.
    """
    keys = articles[[c for c in KEYS if c in articles.columns]]
    own = sentences[["article_id", "start", "end", "text"]]
    held = quotes[["article_id", "start", "end", "form"]]
    counts = {
        name: _of_article(*told) for name, *told in in_turn(list(articles["article_id"]), own, held)
    }
    rows = [
        (name, whose, count[whose], count[whose] / count.total() if count else nan)
        for name, count in counts.items()
        for whose in voice.VOICES
    ]
    table = pd.DataFrame(rows, columns=["article_id", *Voice._fields])
    return keys.merge(table, on="article_id")


def _of_article(sentences: list, quotes: list) -> Counter[str]:
    """The words of each voice; those of a sentence that no quote reaches need not be placed."""
    found: Counter[str] = Counter()
    for sentence, near in zip(sentences, spans.reaching(sentences, quotes), strict=True):
        if near:
            found.update(whose for *_, whose in voice.pieces([sentence], near, tokens.places))
        else:
            found["own"] += tokens.count(sentence.text)
    return found


def table(voices: pd.DataFrame) -> pd.DataFrame:
    """The counts for people to read."""
    return voices.drop(columns=["article_id", "outlet"])


def in_words(voices: pd.DataFrame) -> str:
    """How much of each telling is the outlet's own words, and how much is quoted, in a sentence."""
    shares = voices.dropna(subset=["share"])
    if shares.empty:
        return "No article has words to count."
    n = shares["article_id"].nunique()
    if n == 1:
        parts = [f"{r.share:.0%} {r.voice}" for r in tuples(shares)]
        return f"Of the words of {shares['telling'].iloc[0]} {', '.join(parts)}."
    parts = [f"{whose} {_range(shares[shares['voice'] == whose])}" for whose in voice.VOICES]
    return f"Share of the words of {n} articles: {'; '.join(parts)}."


def _range(shares: pd.DataFrame) -> str:
    """The lowest and the highest share, with their tellings."""
    ends = shares.sort_values("share", kind="stable").iloc[[0, -1]]
    low, high = (f"{r.share:.0%} ({r.telling})" for r in tuples(ends))
    return f"{low} to {high}"
