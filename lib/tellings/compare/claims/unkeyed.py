"""Claims whose text tells no quantity: claims in, keys for what two articles give alike out."""

import re
from itertools import pairwise

import pandas as pd

from tellings.lexicons import listed
from tellings.text.inflection import plural

_NEAR = 1.25  # values further apart are not held for the same number, whatever the words
_NO_VALUE = ("date", "ordinal", "age")  # two persons of one age are two persons
_NO_WORDS = (*_NO_VALUE, "duration", "vague", "share")


def by_value(claims: pd.DataFrame) -> pd.Series:
    """Keys for the same number of the same thing in two articles of one event, None for all others.

    The same value with the same unit noun was the same quantity in 39 of 44 pairs of a labelled
    sample of news events; the key is the number itself ("2 sides").
    """
    keys = _none(claims)
    by = ["event_id", "kind", "unit", "low", "high", "trend"]
    for (_, _, unit, low, high, trend), rows in _loose(claims, _NO_VALUE).groupby(by, sort=False):
        if rows["article_id"].nunique() > 1:
            number = f"{low:,.10g}" if low == high else f"{low:,.10g} to {high:,.10g}"
            keys[rows.index] = " ".join(filter(None, [number, plural(unit), trend]))
    return keys


def by_words(claims: pd.DataFrame) -> pd.Series:
    """Keys for near numbers of which two articles of one event say the same words, else None.

    Near is a quarter apart; the same words are two content words or more of what is counted, and at
    least half of the shorter one's: "$139 million in relief for schools", "$140,937,785 of relief
    for schools". The key is the unit and those words.
    """
    keys = _none(claims)
    for _, rows in _loose(claims, _NO_WORDS).groupby(["event_id", "unit", "trend"], sort=False):
        for a, b in pairwise(rows.sort_values("low", kind="stable").itertuples()):
            shared = _content(a) & _content(b)
            enough = len(shared) >= 2 and 2 * len(shared) >= min(len(_content(a)), len(_content(b)))
            if a.article_id != b.article_id and enough and b.low <= a.low * _NEAR:
                name = keys[a.Index] or f"{plural(a.unit)}: {' '.join(sorted(shared))}"
                keys[[a.Index, b.Index]] = name
    return keys


def _none(claims: pd.DataFrame) -> pd.Series:
    return pd.Series([None] * len(claims), index=claims.index, dtype=object)


def _loose(claims: pd.DataFrame, kinds: tuple[str, ...]) -> pd.DataFrame:
    """The claims that have a unit and no key, but for some kinds."""
    return claims[(claims["key"] == "") & (claims["unit"] != "") & ~claims["kind"].isin(kinds)]


def _content(claim) -> frozenset[str]:
    """The content words of what a claim counts, but for its unit."""
    said = re.findall(r"[^\W\d_]{3,}", claim.subject.lower())
    return frozenset(said) - listed("function_words") - frozenset(claim.unit.split())
