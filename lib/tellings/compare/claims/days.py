"""Days of one happening: When rows and their sentences in, the pairs that two outlets give out."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import combinations
from math import log, nan
from typing import Any, NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare.claims.judging import Pair, of_days
from tellings.compare.events.outlets import voices
from tellings.compare.rows import alike
from tellings.lexicons import listed
from tellings.text import tokens
from tellings.text.inflection import singular

_SHARED = 2  # content words that two sentences share which date one happening
_LOOSE = 31  # days: a longer stretch ("2016") is beside each day in it, and says nothing of it
_STEM = 5  # letters: "pleaded" and "pleading" are one word
_NAMED = 3  # words that name a day, in the order of their sentence
_SURE = 0.3  # weight of the shared words from which two sentences tell the same
_MANY = 6  # and so many words


class _Day(NamedTuple):
    """A day that a sentence gives, with what else the sentence says."""

    article_id: str
    outlet: str
    start: int
    end: int
    text: str
    first: int
    last: int
    words: dict[str, str]


def pairs(whens: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """One row (Pair) per two days of one happening that two articles of an event give.

    Days overlap, and their sentences share two content words at least: "Flynn pleaded guilty on
    Friday", "his guilty plea on Friday". Of a day's partners in an article the one of most shared
    weight is kept; rare words weigh more. Two weeks or months that do not overlap are a conflict
    where their sentences tell the same in six words or more; single days of one story are often two
    steps of it, and no pair. The key names the shared words that weigh most, in the
    order in which they stand.
    """
    texts = sentences[["article_id", "sentence", "start", "text"]]
    rows = whens[whens["first"] != ""].merge(
        texts, on=["article_id", "sentence"], suffixes=("", "_sentence")
    )
    for column, known in (("outlet", voices(articles)), ("event_id", articles["event_id"])):
        rows[column] = rows["article_id"].map(known.set_axis(articles["article_id"]))
    found: list[Pair] = []
    told = alike(rows[rows["event_id"].notna()], ["event_id"])
    for same in sorted(told, key=lambda same: same[0].event_id):
        found += (_pair(same[0].event_id, *match) for match in _matches(list(map(_day, same))))
    return tables.frame(found, Pair)


def _day(row: Any) -> _Day:
    """A row of When and its sentence as a day."""
    first, last = (date.fromisoformat(day).toordinal() for day in (row.first, row.last))
    inside = range(row.start - row.start_sentence, row.end - row.start_sentence)
    words = {stem: word for at, stem, word in _words(row.text_sentence) if at not in inside}
    return _Day(row.article_id, row.outlet, row.start, row.end, row.text, first, last, words)


@lru_cache(maxsize=256)  # a sentence gives several days
def _words(text: str) -> list[tuple[int, str, str]]:
    """The words of a sentence that tell something, the last first: place, stem, as written."""
    return [
        (token.start, _stem(token.low), text[token.start : token.end])
        for token in reversed(tokens.whole(text))
        if _tells(token.low)
    ]


def _tells(low: str) -> bool:
    """Whether a word says something of what happened: no function word, day or number."""
    low = low.removesuffix("'s")
    known = low in listed("function_words") or low in listed("calendar")
    return not known and len(low) > 1 and not low[0].isdigit()


def _stem(low: str) -> str:
    return singular(low.removesuffix("'s").replace(".", ""))[:_STEM]


def _matches(days: list[_Day]) -> Iterator[tuple[_Day, _Day, list[str]]]:
    """The pairs of days of one happening, with their shared words, the heaviest first."""
    seen = Counter(stem for day in days for stem in day.words)
    weight = {stem: log(1 + len(days) / n) for stem, n in seen.items()}
    whole = [sum(weight[stem] for stem in day.words) for day in days]
    near = []
    for (i, a), (j, b) in combinations(enumerate(days), 2):
        meet = _may_meet(a, b)
        if a.article_id == b.article_id or not (meet or (_stretch(a) and _stretch(b))):
            continue
        shared = a.words.keys() & b.words.keys()
        if len(shared) >= _SHARED:
            share = sum(weight[stem] for stem in sorted(shared)) / min(whole[i], whole[j])
            near.append((meet, share, a, b, shared))
    best: dict[tuple[str, int, str], float] = {}
    for meet, share, a, b, _ in near:
        for one, other in ((a, b), (b, a)) if meet else ():
            key = (one.article_id, one.start, other.article_id)
            best[key] = max(best.get(key, 0.0), share)
    dated = {key[:2] for key in best}
    for meet, share, a, b, shared in near:
        if meet:
            sides = ((a, b), (b, a))
            kept = any(best[x.article_id, x.start, y.article_id] == share for x, y in sides)
        else:
            lone = dated.isdisjoint((x.article_id, x.start) for x in (a, b))
            kept = lone and share >= _SURE and len(shared) >= _MANY
        if kept:
            yield a, b, sorted(shared, key=lambda stem: (-weight[stem], stem))


def _may_meet(a: _Day, b: _Day) -> bool:
    """Whether two days may be one: they overlap, and neither is much wider than a day."""
    if (a.first, a.last) == (b.first, b.last):
        return True
    wide = max(a.last - a.first, b.last - b.first) > _LOOSE
    return not wide and a.first <= b.last and b.first <= a.last


def _stretch(day: _Day) -> bool:
    """Whether a day is a week or a month, no single day and no year."""
    return 1 < day.last - day.first <= _LOOSE


def _pair(event: str, a: _Day, b: _Day, shared: list[str]) -> Pair:
    """The row of two days."""
    verdict, reason = of_days(a.first, a.last, b.first, b.last)
    told = set(shared[:_NAMED])
    key = "day of: " + " ".join(word for stem, word in reversed(a.words.items()) if stem in told)
    sides = [
        (d.article_id, d.outlet, d.start, d.end, d.text, "", str(date.fromordinal(d.first)))
        for d in (a, b)
    ]
    outlets = len({a.outlet, b.outlet})
    return Pair(
        event, key, *sides[0], *sides[1], outlets, nan, float(b.first - a.first), verdict, reason
    )
