"""Claims whose text tells no quantity: claims in, keys for what two articles give alike out.

Claims that are denied, or that tell what was before, are matched by nothing.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pandas as pd

from tellings.compare.claims import measures
from tellings.compare.rows import alike
from tellings.find.claims import occasions
from tellings.find.claims.neighbours import role
from tellings.lexicons import listed
from tellings.text.inflection import plural, singular

_NEAR = 1.25  # values further apart are not held for the same number, whatever the words
_FEW = 3  # so many men, or people, may be any
_NO_WORDS = ("date", "ordinal", "age", "vote", "vague", "share")
_ASIDE = ("denied", "earlier")
_SHARED_WORDS = re.compile(r" \([^()]+\)$")  # how the key of by_words ends: "hill, lake (acres)"
_NUMBER = re.compile(r"-?\d")  # how that of by_value begins: "2 sides", "-3 percent"
_OWNED = "'"  # what a subject begins with behind a genitive


def by_person(claims: pd.DataFrame) -> dict[int, str]:
    """Keys for the age of somebody unnamed who can be one person only, by the claim's index.

    "The suspect, in his 50s" is the Vale whose age another article of the event gives as 56, if no
    other person there is in his fifties.
    """
    keys = {}
    ages = claims[claims["unit"].eq("year") & claims["kind"].isin(["age", "vague"])]
    for rows in _alike(ages, ["event_id"]):
        known = [row for row in rows if row.key]
        for one in rows:
            fit = [k for k in known if k.low <= one.high and one.low <= k.high]
            here = any(k.article_id == one.article_id for k in fit)
            if not one.key and len({k.key for k in fit}) == 1 and not here:
                keys[one.at] = fit[0].key
    return keys


def by_value(claims: pd.DataFrame) -> dict[int, str]:
    """Keys for the same number of the same thing in two articles of one event, by index.

    The same value with the same unit noun was the same quantity in 39 of 44 pairs of a labelled
    sample of news events; the key is the number itself ("2 sides"), or that of the one claim whose
    words tell it. A round length ("75 years") says little: there the claims share a word too. So do
    one to three men: "two men" on guard are not the "two men" who were arrested.
    """
    keys: dict[int, str] = {}
    rows = claims[(claims["unit"] != "") & ~claims["status"].isin(_ASIDE)]
    rows = rows[~rows["kind"].isin(["age", "date"])]
    rows, size = _folded(rows), measures.sizes(rows["unit"])
    rows = rows.assign(least=(rows["low"] * size).round(6), most=(rows["high"] * size).round(6))
    for same in _alike(rows, ["event_id", "kind", "noun", "least", "most", "trend"]):
        for part in map(_of_whom_it_is_told, _of_one_unit(same)):
            key = _told(part)
            if key is not None and len({row.article_id for row in part}) > 1:
                keys |= dict.fromkeys((row.at for row in part), key or _name(part[0]))
    return keys


def _alike(claims: pd.DataFrame, by: list[str]) -> Iterable[list]:
    """The claims of which others have the same columns `by`, as rows, their index as `at`."""
    return alike(claims.assign(at=claims.index), by)


def _folded(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims with their units as they are compared, and the last word of these."""
    unit = claims["unit"].map(measures.folded)
    return claims.assign(folded=unit, noun=unit.str.split(" ").str[-1])


def _of_whom_it_is_told(rows: list) -> list:
    """The claims of one number; where words tell what a few people did, without those of whom no
    word tells the same."""
    told = [row for row in rows if row.key]
    if not told or rows[0].high > _FEW or rows[0].folded not in role("anybody"):
        return rows
    return [row for row in rows if row.key or any(_content(row) & _content(o) for o in told)]


def _told(rows: list) -> str | None:
    """The one key that the words of claims of one number tell; "" for none, None for several.

    "Two police officers hurt" and "two city police officers hurt" tell one; a claim that tells
    nothing is not held for one of the same article that does.
    """
    told = [row for row in rows if row.key]
    loose = {row.article_id for row in rows if not row.key}
    said = {row.key.removeprefix(plural(row.unit)) for row in told}
    if len(said) > 1 or not loose.isdisjoint(row.article_id for row in told):
        return None
    return min((row.key for row in told), key=len, default="")


def _of_one_unit(rows: list) -> Iterator[list]:
    """The rows in parts that count one thing: a unit ends with the other, lengths share a word."""
    left = rows
    while left:
        part, left = [left[0]], left[1:]
        for one in part:
            joined = [other for other in left if _one_thing(one, other)]
            part += joined
            left = [other for other in left if other not in joined]
        yield sorted(part, key=lambda row: row.at)


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
    low, high = claim.low, claim.high
    number = f"{low:,.10g}" if low == high else f"{low:,.10g} to {high:,.10g}"
    unit = claim.unit if low == high == 1 else plural(claim.unit)
    return " ".join(filter(None, [number, unit, claim.trend]))


def by_words(claims: pd.DataFrame) -> dict[int, str]:
    """Keys for near numbers of which two articles of one event say the same words, by index.

    Near is a quarter apart; the same words are two content words or more of what is counted, and at
    least half of the shorter one's: "$139 million in relief for schools", "$140,937,785 of relief
    for schools". Of a length one word will do: "a two-year inquiry", "the 22-month investigation".
    The key is those words and the unit.
    """
    keys: dict[int, str] = {}
    rows = claims[(claims["key"] == "") & (claims["unit"] != "") & ~claims["status"].isin(_ASIDE)]
    rows = rows[~rows["kind"].isin(_NO_WORDS)]
    rows = _folded(rows.assign(size=rows["low"] * measures.sizes(rows["unit"])))
    for part in _alike(rows, ["event_id", "folded", "trend"]):
        for a, b in pairwise(sorted(part, key=lambda row: row.size)):
            if a.article_id != b.article_id and b.size <= a.size * _NEAR and (s := _shared(a, b)):
                said = ", ".join(sorted(word.lstrip(_OWNED) for word in s))
                keys[a.at] = keys[b.at] = keys.get(a.at, f"{said} ({plural(a.unit)})")
    return keys


def _shared(a: Any, b: Any) -> frozenset[str]:
    """The words that two claims share, if they are enough to be of one thing; else none."""
    shared = _content(a) & _content(b)
    few = min(len(_content(a)), len(_content(b)))
    wanted = 1 if a.kind == "duration" and len(shared) == few else 2
    return shared if len(shared) >= wanted and 2 * len(shared) >= few else frozenset()


def label(key: str) -> str:
    """What a key calls its quantity in a sentence; "" for one that is a number or shared words.

    >>> label("people killed in Lund"), label("2 sides"), label("hill, lake (acres)")
    ('people killed in Lund', '', '')
    """
    return "" if is_number(key) or _SHARED_WORDS.search(key) else key


def is_number(key: str) -> bool:
    """Whether a key is the number itself, and names no quantity."""
    return bool(_NUMBER.match(key))


WAYS = (("person", by_person), ("number", by_value), ("words", by_words))


def _content(claim: Any) -> frozenset[str]:
    """The content words of what a claim counts, but for its unit; a talk is a meeting.

    What a length or sum owns is another thing than what stands near it: "three days' pay" and
    "three days of strikes over pay". Such words are marked.
    """
    said = content(claim.subject, claim.unit)
    return frozenset(_OWNED + word for word in said) if claim.subject[:1] == _OWNED else said


@lru_cache(maxsize=2_000)  # what the claims of a part of the corpus count
def content(subject: str, unit: str) -> frozenset[str]:
    """The content words of a subject, in the singular, but for those of the unit."""
    said = {singular(word) for word in re.findall(r"[^\W\d_]{3,}", subject.lower())}
    said = {occasions.events().get(word, word) for word in said}
    return frozenset(said) - listed("function_words") - frozenset(unit.split())
