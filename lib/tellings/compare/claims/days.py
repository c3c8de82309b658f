"""Days of one happening: When rows and their sentences in, the pairs that two outlets give out."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from math import log, nan
from typing import Any, NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare.claims.judging import Pair, of_days
from tellings.compare.events.outlets import voices
from tellings.lexicons import listed
from tellings.tables import tuples
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
    known = articles.assign(outlet=voices(articles)).set_index("article_id")
    rows = whens[(whens["first"] != "") & whens["article_id"].isin(known.index)]
    rows = rows.merge(sentences, on=["article_id", "sentence"], suffixes=("", "_sentence"))
    found: list[Pair] = []
    for event, part in rows.groupby(rows["article_id"].map(known["event_id"]), sort=True):
        days = [_day(row, known.at[row.article_id, "outlet"]) for row in tuples(part)]
        found += (_pair(event, *match) for match in _matches(days))
    return tables.frame(found, Pair)


def _day(row: Any, outlet: str) -> _Day:
    """A row of When and its sentence as a day."""
    first, last = (date.fromisoformat(day).toordinal() for day in (row.first, row.last))
    inside = (row.start - row.start_sentence, row.end - row.start_sentence)
    words = {
        _stem(token.low): row.text_sentence[token.start : token.end]
        for token in reversed(tokens.whole(row.text_sentence))
        if _tells(token.low) and not inside[0] <= token.start < inside[1]
    }
    return _Day(row.article_id, outlet, row.start, row.end, row.text, first, last, words)


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
    near = []
    for a, b in combinations(days, 2):
        shared = a.words.keys() & b.words.keys()
        if a.article_id != b.article_id and len(shared) >= _SHARED:
            near.append((_share(a, b, shared, weight), a, b, shared))
    best: dict[tuple[_Day, str], float] = {}
    alike = [row for row in near if _may_meet(row[1], row[2])]
    for share, a, b, _ in alike:
        for one, other in ((a, b), (b, a)):
            key = (one.article_id, one.start, other.article_id)
            best[key] = max(best.get(key, 0.0), share)
    dated = {key[:2] for key in best}
    for share, a, b, shared in near:
        sides = ((a, b), (b, a))
        if _may_meet(a, b):
            kept = any(best[x.article_id, x.start, y.article_id] == share for x, y in sides)
        else:
            lone = dated.isdisjoint((x.article_id, x.start) for x in (a, b))
            sure = share >= _SURE and len(shared) >= _MANY
            kept = lone and sure and _stretch(a) and _stretch(b)
        if kept:
            yield a, b, sorted(shared, key=lambda stem: (-weight[stem], stem))


def _share(a: _Day, b: _Day, shared: Any, weight: dict[str, float]) -> float:
    """How much of what the shorter sentence says both say, by weight; 0 to 1."""
    least = min(sum(weight[stem] for stem in day.words) for day in (a, b))
    return sum(weight[stem] for stem in sorted(shared)) / least if least else 0.0


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
