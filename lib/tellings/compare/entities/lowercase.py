"""Names that a telling writes in small letters: mentions and sentences in, more mentions out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import compress
from operator import attrgetter

import numpy as np
import pandas as pd

from tellings import tables
from tellings.compare.rows import firsts, of_events
from tellings.find.mentions import Mention
from tellings.text.characters import lowered

# Bodies, events and the rest; people and places are hardly ever written small.
_KINDS = ("ORG", "EVENT", "OTHER")
_RULE = "capitals elsewhere in the event"
# How often a name must stand with capitals: once may be a slip, or a word of a title.
_ENOUGH = 2
_WORDS = re.compile(r"[\s-]\w")  # a name of two words or more
_READ = ["event_id", "article_id", "sentence", "text", "entity", "kind"]
_PLACE, _M = ["article_id", "start", "end"], ("", "_m")


def in_small_letters(
    mentions: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame
) -> pd.DataFrame:
    """The mentions, and those in small letters of names that the event writes with capitals.

    mentions  with article_id and event_id, as articles have them

    Only bodies and events of two words or more count, which stand with capitals in the body of an
    article: "the tea party" where a telling has "the Tea Party". A mention inside such a name gives
    way to it ("House" in "House administration committee"). What every article that gives it
    capitals writes small as well, and no less often, is no name: the "Nuclear Tests" of somebody's
    message among the nuclear tests of all who report it.
    """
    keys = [k for k in tables.KEYS if k in mentions.columns]
    told, found = sentences.merge(articles[keys], on="article_id"), []
    for _, rows, own in of_events(set(mentions["event_id"]), mentions[_READ], told):
        found += [(*key, *row) for key, row in _hits(own, _names(rows, own), keys)]
    if not found:
        return mentions
    more = pd.DataFrame(found, columns=[*keys, *Mention._fields])
    every = pd.concat([mentions, _free(more, mentions)], ignore_index=True)
    every = every[~_common(every)].reset_index(drop=True)
    inside = _inside(every, every[every["rule"] == _RULE])
    order = ["event_id", "article_id", "start"]
    kept = every[~inside].astype(dict(mentions.dtypes))
    return kept.sort_values(order, kind="stable").reset_index(drop=True)


def _names(mentions: Iterable, sentences: Iterable) -> dict[str, tuple[str, str]]:
    """The names of an event that may stand in small letters -> entity and kind."""
    body = {(s.article_id, s.sentence) for s in sentences if s.zone == "body"}
    known = [
        m
        for m in mentions
        if m.kind in _KINDS and _WORDS.search(m.text) and (m.article_id, m.sentence) in body
    ]
    times = Counter(lowered(m.text) for m in known)
    often = (m for m in known if times[lowered(m.text)] >= _ENOUGH)
    return {lowered(m.text): (m.entity, m.kind) for m in firsts(often, attrgetter("text"))}


def _hits(sentences: Iterable, names: dict[str, tuple[str, str]], keys: list[str]) -> Iterator:
    """The keys and the Mention of each place where one of the names stands, large or small."""
    longest = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    for row in sentences:
        low = lowered(row.text)
        if not any(name in low for name in longest):
            continue
        for hit in pattern.finditer(low):
            start, end = row.start + hit.start(), row.start + hit.end()
            text = row.text[hit.start() : hit.end()]
            entity, kind = names[hit[0]]
            made = Mention(row.sentence, start, end, text, entity, kind, "", "", "", _RULE, "")
            yield [getattr(row, k) for k in keys], made


def _common(every: pd.DataFrame) -> np.ndarray:
    """Which mentions are of words that no article takes for a name: small in each, as often."""
    low = every["text"].map(lowered)
    small = (every["rule"] == _RULE) & (low == every["text"])
    phrases = list(zip(every["event_id"], low, strict=True))
    seen = set(compress(phrases, small))
    more: Counter = Counter()  # how much more often an article gives a phrase capitals
    for phrase, article, is_small in zip(phrases, every["article_id"], small, strict=True):
        if phrase in seen:
            more[phrase, article] += -1 if is_small else 1
    loose = seen - {phrase for (phrase, _), n in more.items() if n > 0}
    return np.array([phrase in loose for phrase in phrases], dtype=bool)


def _free(more: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Those of the rows that cut no mention and lie in none."""
    near = more[_PLACE].reset_index().merge(mentions[_PLACE], "inner", "article_id", suffixes=_M)
    meets = near[(near["start"] < near["end_m"]) & (near["start_m"] < near["end"])]
    holds = (meets["start"] <= meets["start_m"]) & (meets["end_m"] <= meets["end"])
    same = (meets["start"] == meets["start_m"]) & (meets["end_m"] == meets["end"])
    return more.drop(index=meets.loc[~holds | same, "index"].unique())


def _inside(every: pd.DataFrame, more: pd.DataFrame) -> pd.Series:
    """Which mentions lie inside one of the new names."""
    near = every[_PLACE].reset_index().merge(more[_PLACE], "inner", "article_id", suffixes=_M)
    longer = near["end_m"] - near["start_m"] > near["end"] - near["start"]
    within = near[(near["start_m"] <= near["start"]) & (near["end"] <= near["end_m"]) & longer]
    return every.index.isin(within["index"])
