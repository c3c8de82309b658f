"""Perhaps one quantity: claims and sentences in, pairs to look at out, without a verdict."""

from collections import Counter
from functools import lru_cache
from itertools import combinations
from math import log
from typing import Any, NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare.claims import measures
from tellings.compare.rows import alike
from tellings.find.claims.neighbours import function
from tellings.text import tokens
from tellings.text.inflection import singular

MOST = 5  # pairs listed for an event
_FAR = 1.3  # values further apart are seldom two readings of one number
_SHARED = 2  # words that two sentences share beside the number
_LARGE = 10
_NO_KIND = ("ordinal", "date", "age")


class Perhaps(NamedTuple):
    """Two claims of two articles that may speak of one quantity.

    rank     1 for the likeliest of its event
    reason   what speaks for it: the same number, the same unit, what is left of 100 per cent
    share    how much of what the shorter of the two sentences says both say, by weight
    """

    event_id: str
    rank: int
    reason: str
    article_id_a: str
    outlet_a: str
    start_a: int
    end_a: int
    text_a: str
    article_id_b: str
    outlet_b: str
    start_b: int
    end_b: int
    text_b: str
    share: float


def perhaps(aligned: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """One row (Perhaps) per two claims that may be one quantity, MOST an event, likeliest first.

    They stand in no group together, and their values or units are alike: the same number of things
    of another name ("a dozen packages", "12 devices"), near numbers of one unit, shares that make
    100 per cent together. Of two numbers as like the sentences decide: likeness of sentences tells
    one quantity from two in four cases of five, good for a list and not for a verdict.
    """
    found: list[Perhaps] = []
    texts = sentences[["article_id", "sentence", "text"]].rename(columns={"text": "sentence_text"})
    rows = _measured(aligned[~aligned["kind"].isin(_NO_KIND)].merge(texts))
    for part in sorted(alike(rows, ["event_id"]), key=lambda part: part[0].event_id):
        scored = sorted(_scored(part), key=lambda row: (-row[0], row[2].at, row[3].at))
        for rank, (share, reason, a, b) in enumerate(scored[:MOST], 1):
            sides = ((c.article_id, c.outlet, c.start, c.end, c.text) for c in (a, b))
            found.append(Perhaps(a.event_id, rank, reason, *next(sides), *next(sides), share))
    return tables.frame(found, Perhaps)


def _measured(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims with their index, the last word of their unit, the values compared by it."""
    size = measures.sizes(claims["unit"])
    noun = claims["unit"].map(measures.folded).str.split(" ").str[-1]
    given = {"least": claims["low"] * size, "most": claims["high"] * size, "noun": noun}
    return claims.assign(at=claims.index, **given)


def _scored(claims: list) -> list[tuple[float, str, Any, Any]]:
    """The pairs of an event's claims that may be one quantity: share, reason and both claims."""
    words = [_content(c.sentence_text) for c in claims]
    seen = Counter(word for one in words for word in one)
    weight = {word: log(1 + len(claims) / n) for word, n in seen.items()}
    whole = [sum(weight[w] for w in sorted(one)) or 1.0 for one in words]
    found = []
    for (i, a), (j, b) in combinations(enumerate(claims), 2):
        reason = _reason(a, b)
        shared = words[i] & words[j] if reason else frozenset()
        large = a.low == b.low >= _LARGE  # two that happen to be alike are rarer
        if len(shared) >= (1 if large else _SHARED):
            share = sum(weight[w] for w in sorted(shared)) / min(whole[i], whole[j])
            found.append((round(share, 3), reason, a, b))
    return found


def _reason(a: Any, b: Any) -> str:
    """Why two claims may be one quantity; "" where nothing speaks for it."""
    if a.article_id == b.article_id or a.outlet == b.outlet or a.group == b.group != "":
        return ""
    if "percent" == a.kind == b.kind and abs(a.low + b.low - 100) < 0.01:
        return "together they are 100 per cent"
    if (a.kind == "money") != (b.kind == "money") or a.status != b.status == "denied":
        return ""
    near = a.least <= b.most * _FAR and b.least <= a.most * _FAR
    same = a.noun == b.noun
    if not near or (not same and {a.kind, b.kind} - {"cardinal", "vague"}):
        return ""
    if (a.least, a.most) == (b.least, b.most):
        return "the same number" + (" of the same thing" if same and a.unit else "")
    return "near numbers of the same thing" if same and a.unit else _near_counts(a, b)


def _near_counts(a: Any, b: Any) -> str:
    """The reason for near counts of things of another name: ten and more only."""
    return "near numbers" if min(a.low, b.low) >= _LARGE else ""


@lru_cache(maxsize=256)  # a sentence has several numbers
def _content(text: str) -> frozenset[str]:
    """The content words of a sentence, in the singular."""
    low = (word.removesuffix("'s") for word in tokens.Whole(text).low)
    return frozenset(singular(w) for w in low if w not in function() and not w[0].isdigit())
