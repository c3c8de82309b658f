"""Whose words each telling prints: quotes and sentences in, words by voice out."""

from collections import Counter
from math import nan
from typing import NamedTuple

import pandas as pd

from tellings.compare.rows import in_turn
from tellings.tables import KEYS
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
            at = sentence.start
            places = [(at + first, at + last) for first, last in tokens.places(sentence.text)]
            found.update(voice.each(places, near))
        else:
            found["own"] += tokens.count(sentence.text)
    return found


def table(voices: pd.DataFrame) -> pd.DataFrame:
    """The counts for people to read."""
    return voices.drop(columns=["article_id", "outlet"])


def ends(voices: pd.DataFrame) -> pd.DataFrame:
    """What `in_words` speaks of: of each voice how many articles have words, and which of them has
    the lowest share of it and which the highest (voice, articles, low, lowest, high, highest)."""
    by = voices.dropna(subset=["share"]).sort_values("share", kind="stable").groupby("voice")
    return by.agg(
        articles=("article_id", "nunique"),
        low=("share", "first"),
        lowest=("telling", "first"),
        high=("share", "last"),
        highest=("telling", "last"),
    ).reset_index()


def in_words(ends: pd.DataFrame) -> str:
    """How much of each telling is the outlet's own words, and how much is quoted, in a sentence.

    ends  of that name, of all articles, or of some after others
    """
    if ends.empty:
        return "No article has words to count."
    n = ends.groupby("voice")["articles"].sum().max()
    by_low, by_high = (ends.sort_values(end, kind="stable") for end in ("low", "high"))
    low = by_low.drop_duplicates("voice").set_index("voice")
    high = by_high.drop_duplicates("voice", keep="last").set_index("voice")
    if n == 1:
        parts = [f"{low['low'][whose]:.0%} {whose}" for whose in voice.VOICES]
        return f"Of the words of {low['lowest'].iloc[0]} {', '.join(parts)}."
    parts = [
        f"{whose} {low['low'][whose]:.0%} ({low['lowest'][whose]}) "
        f"to {high['high'][whose]:.0%} ({high['highest'][whose]})"
        for whose in voice.VOICES
    ]
    return f"Share of the words of {n} articles: {'; '.join(parts)}."
