"""Names that a telling writes in small letters: mentions and sentences in, more mentions out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from tellings import tables
from tellings.compare.rows import of_events
from tellings.find.mentions import Mention
from tellings.text.characters import lowered

# Bodies, events and the rest; people and places are hardly ever written small.
_KINDS = ("ORG", "EVENT", "OTHER")
_RULE = "capitals elsewhere in the event"
# How often a name must stand with capitals: once may be a slip, or a word of a title.
_ENOUGH = 2
_WORDS = re.compile(r"[\s-]\w")  # a name of two words or more
_NAMED = ["event_id", "article_id", "sentence", "text", "entity", "kind"]
_NAME = ["event_id", "low", "entity", "kind"]
_READ = ["article_id", "sentence", "start", "text"]
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
    keys, found = [k for k in tables.KEYS if k in mentions.columns], []
    names = _names(mentions, sentences)
    own = articles.loc[articles["event_id"].isin(names.keys()), keys]
    told = sentences[_READ].merge(own, on="article_id")
    for event, rows in of_events(names, told):
        found += [(*key, *row) for key, row in _hits(rows, names[event], keys)]
    if not found:
        return mentions
    more = pd.DataFrame(found, columns=[*keys, *Mention._fields])
    every = pd.concat([mentions, _free(more, mentions)], ignore_index=True)
    every = every[~_common(every)].reset_index(drop=True)
    inside = _inside(every, every[every["rule"] == _RULE])
    order = ["event_id", "article_id", "start"]
    kept = every[~inside].astype(dict(mentions.dtypes))
    return kept.sort_values(order, kind="stable").reset_index(drop=True)


def _names(mentions: pd.DataFrame, sentences: pd.DataFrame) -> dict[str, dict[str, tuple]]:
    """The names of each event that may stand in small letters -> entity and kind."""
    bodies = mentions.loc[mentions["kind"].isin(_KINDS), _NAMED]
    bodies = bodies[bodies["text"].map(lambda text: bool(_WORDS.search(text))).astype(bool)]
    body = sentences.loc[sentences["zone"] == "body", ["article_id", "sentence"]]
    known = bodies.merge(body, on=["article_id", "sentence"])
    known["low"] = pd.array([lowered(text) for text in known["text"].tolist()], dtype="str")
    times = known.groupby(["event_id", "low"])["low"].transform("size")
    first = known[times >= _ENOUGH].drop_duplicates(["event_id", "text"])
    found: dict[str, dict[str, tuple]] = {}
    for event, low, *own in zip(*(first[c] for c in _NAME), strict=True):
        found.setdefault(event, {})[low] = tuple(own)
    return found


def _hits(sentences: Sequence, names: dict[str, tuple], keys: list[str]) -> Iterator:
    """The keys and the Mention of each place where one of the names stands, large or small."""
    longest = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    lows = [lowered(row.text) for row in sentences]
    held = {at for name in names for at, low in enumerate(lows) if name in low}
    for at in sorted(held):
        row = sentences[at]
        for hit in pattern.finditer(lows[at]):
            start, end = row.start + hit.start(), row.start + hit.end()
            text = row.text[hit.start() : hit.end()]
            entity, kind = names[hit[0]]
            made = Mention(row.sentence, start, end, text, entity, kind, "", "", "", _RULE, "")
            yield [getattr(row, k) for k in keys], made


def _common(every: pd.DataFrame) -> np.ndarray:
    """Which mentions are of words that no article takes for a name: small in each, as often."""
    new = every.loc[every["rule"] == _RULE, ["event_id", "text"]]
    seen = {
        own for own in zip(new["event_id"], new["text"], strict=True) if lowered(own[1]) == own[1]
    }
    events = {event for event, _ in seen}
    near = np.flatnonzero(every["event_id"].isin(events))  # no other mention is of such words
    rows = every.iloc[near]
    phrases = list(zip(rows["event_id"], map(lowered, rows["text"]), strict=True))
    more: Counter = Counter()  # how much more often an article gives a phrase capitals
    told = zip(phrases, rows["article_id"], rows["rule"], rows["text"], strict=True)
    for phrase, article, rule, text in told:
        if phrase in seen:
            more[phrase, article] += -1 if rule == _RULE and phrase[1] == text else 1
    loose = seen - {phrase for (phrase, _), n in more.items() if n > 0}
    common = np.zeros(len(every), dtype=bool)
    common[near] = [phrase in loose for phrase in phrases]
    return common


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
