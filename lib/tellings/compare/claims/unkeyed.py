"""Claims whose text tells no quantity: claims in, keys for what two articles give alike out.

Claims that are denied, or that tell what was before, are matched by nothing.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pandas as pd

from tellings.compare.claims import measures
from tellings.find.claims import occasions
from tellings.lexicons import listed
from tellings.text.inflection import plural, singular

_NEAR = 1.25  # values further apart are not held for the same number, whatever the words
_NO_WORDS = ("date", "ordinal", "age", "vote", "vague", "share")
_ASIDE = ("denied", "earlier")


def by_person(claims: pd.DataFrame) -> pd.Series:
    """Keys for the age of somebody unnamed who can be one person only, None for all others.

    "The suspect, in his 50s" is the Vale whose age another article of the event gives as 56, if no
    other person there is in his fifties.
    """
    keys = _none(claims)
    ages = claims[claims["unit"].eq("year") & claims["kind"].isin(["age", "vague"])]
    for _, rows in ages.groupby("event_id", sort=False):
        known = rows[rows["key"] != ""]
        for one in rows[rows["key"] == ""].itertuples():
            fit = known[(known["low"] <= one.high) & (one.low <= known["high"])]
            here = fit["article_id"].eq(one.article_id).any()
            if fit["key"].nunique() == 1 and not here:
                keys[one.Index] = fit["key"].iloc[0]
    return keys


def by_value(claims: pd.DataFrame) -> pd.Series:
    """Keys for the same number of the same thing in two articles of one event, None for all others.

    The same value with the same unit noun was the same quantity in 39 of 44 pairs of a labelled
    sample of news events; the key is the number itself ("2 sides"), or that of the one claim whose
    words tell it. A round length ("75 years") says little: there the claims share a word too.
    """
    keys = _none(claims)
    for _, alike in _alike(claims):
        for rows in _of_one_unit(alike):
            key = _told(rows)
            if key is not None and rows["article_id"].nunique() > 1:
                keys[rows.index] = key or _name(rows.iloc[0])
    return keys


def _told(rows: pd.DataFrame) -> str | None:
    """The one key that the words of claims of one number tell; "" for none, None for several.

    "Two police officers hurt" and "two city police officers hurt" tell one; a claim that tells
    nothing is not held for one of the same article that does.
    """
    told = rows[rows["key"] != ""]
    loose = rows[rows["key"] == ""]
    said = {key.removeprefix(plural(u)) for key, u in zip(told["key"], told["unit"], strict=True)}
    if len(said) > 1 or set(told["article_id"]) & set(loose["article_id"]):
        return None
    return min(told["key"], key=len, default="")


def _alike(claims: pd.DataFrame) -> Iterator[tuple[tuple, pd.DataFrame]]:
    """The claims of one event with one value, kind and trend, their units' last word one."""
    rows = claims[(claims["unit"] != "") & ~claims["status"].isin(_ASIDE)]
    rows = rows[~rows["kind"].isin(["age", "date"])]
    unit = rows["unit"].map(measures.folded)
    size = measures.sizes(rows["unit"])
    rows = rows.assign(folded=unit, noun=unit.str.split(" ").str[-1])
    rows = rows.assign(least=(rows["low"] * size).round(6), most=(rows["high"] * size).round(6))
    yield from rows.groupby(["event_id", "kind", "noun", "least", "most", "trend"], sort=False)


def _of_one_unit(rows: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The rows in parts that count one thing: a unit ends with the other, lengths share a word."""
    claims = {row.Index: row for row in rows.itertuples()}
    left = list(claims)
    while left:
        part, left = [left[0]], left[1:]
        for i in part:
            joined = [j for j in left if _one_thing(claims[i], claims[j])]
            part += joined
            left = [j for j in left if j not in joined]
        yield rows.loc[sorted(part)]


def _one_thing(a: Any, b: Any) -> bool:
    """Whether two claims of one value may count one thing."""
    one = min(a.low, b.low) == 1
    wanted = 2 if one and a.unit != b.unit else 1  # "one day after", "24-hour access"
    if a.kind in ("duration", "percent") and len(_content(a) & _content(b)) < wanted:
        return False
    one, other = f" {a.folded}", f" {b.folded}"
    return one.endswith(other) or other.endswith(one)


def _name(claim: Any) -> str:
    """The key of a number that tells itself: "1 day", "2 sides", "234 to 193 votes"."""
    low, high = claim["low"], claim["high"]
    number = f"{low:,.10g}" if low == high else f"{low:,.10g} to {high:,.10g}"
    unit = claim["unit"] if low == high == 1 else plural(claim["unit"])
    return " ".join(filter(None, [number, unit, claim["trend"]]))


def by_words(claims: pd.DataFrame) -> pd.Series:
    """Keys for near numbers of which two articles of one event say the same words, else None.

    Near is a quarter apart; the same words are two content words or more of what is counted, and at
    least half of the shorter one's: "$139 million in relief for schools", "$140,937,785 of relief
    for schools". Of a length one word will do: "a two-year inquiry", "the 22-month investigation".
    The key is the unit and those words.
    """
    keys = _none(claims)
    rows = claims[(claims["key"] == "") & (claims["unit"] != "") & ~claims["status"].isin(_ASIDE)]
    rows = rows[~rows["kind"].isin(_NO_WORDS)]
    unit, size = rows["unit"].map(measures.folded), measures.sizes(rows["unit"])
    rows = rows.assign(_unit=unit, _low=rows["low"] * size)
    for _, part in rows.groupby(["event_id", "_unit", "trend"], sort=False):
        for (i, a), (j, b) in pairwise(part.sort_values("_low", kind="stable").iterrows()):
            shared = _content(a) & _content(b)
            few = min(len(_content(a)), len(_content(b)))
            wanted = 1 if a["kind"] == "duration" and len(shared) == few else 2
            enough = len(shared) >= wanted and 2 * len(shared) >= few
            if a["article_id"] != b["article_id"] and enough and b["_low"] <= a["_low"] * _NEAR:
                name = keys[i] or f"{plural(a['unit'])}: {' '.join(sorted(shared))}"
                keys[[i, j]] = name
    return keys


WAYS = (("person", by_person), ("number", by_value), ("words", by_words))


def _none(claims: pd.DataFrame) -> pd.Series:
    return pd.Series([None] * len(claims), index=claims.index, dtype=object)


def _content(claim: Any) -> frozenset[str]:
    """The content words of what a claim counts, but for its unit; a talk is a meeting."""
    return content(claim.subject, claim.unit)


@lru_cache(maxsize=20_000)
def content(subject: str, unit: str) -> frozenset[str]:
    """The content words of a subject, in the singular, but for those of the unit."""
    said = {singular(word) for word in re.findall(r"[^\W\d_]{3,}", subject.lower())}
    said = {occasions.events().get(word, word) for word in said}
    return frozenset(said) - listed("function_words") - frozenset(unit.split())
