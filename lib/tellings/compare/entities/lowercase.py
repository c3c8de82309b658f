"""Names that a telling writes in small letters: mentions and sentences in, more mentions out."""

import re
from collections.abc import Iterator

import pandas as pd

from tellings import tables
from tellings.compare.rows import ByEvent
from tellings.find.mentions import Mention
from tellings.tables import tuples
from tellings.text.characters import lowered

# Bodies, events and the rest; people and places are hardly ever written small.
_KINDS = ("ORG", "EVENT", "OTHER")
_RULE = "capitals elsewhere in the event"
# How often a name must stand with capitals: once may be a slip, or a word of a title.
_ENOUGH = 2
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
    found = []
    told = ByEvent(sentences.merge(articles[keys], on="article_id"))
    for event, rows in mentions.groupby("event_id", sort=True):
        if names := _names(rows, told.of(event)):
            found += [(*key, *row) for key, row in _hits(told.of(event), names, keys)]
    if not found:
        return mentions
    more = pd.DataFrame(found, columns=[*keys, *Mention._fields])
    every = pd.concat([mentions, _free(more, mentions)], ignore_index=True)
    every = every[~_common(every)].reset_index(drop=True)
    inside = _inside(every, every[every["rule"] == _RULE])
    order = ["event_id", "article_id", "start"]
    kept = every[~inside].astype(dict(mentions.dtypes))
    return kept.sort_values(order, kind="stable").reset_index(drop=True)


def _names(event: pd.DataFrame, sentences: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """The names of an event that may stand in small letters -> entity and kind."""
    known = event[event["kind"].isin(_KINDS) & event["text"].str.contains(r"[\s-]\w")]
    zones = sentences.loc[sentences["zone"] == "body", ["article_id", "sentence"]]
    body = known.merge(zones, on=["article_id", "sentence"])
    times = body["text"].map(lowered).value_counts()
    often = body[body["text"].map(lowered).map(times) >= _ENOUGH].drop_duplicates("text")
    given = zip(often["text"], often["entity"], often["kind"], strict=True)
    return {lowered(text): (entity, kind) for text, entity, kind in given}


def _hits(sentences: pd.DataFrame, names: dict[str, tuple[str, str]], keys: list[str]) -> Iterator:
    """The keys and the Mention of each place where one of the names stands, large or small."""
    longest = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    for row in tuples(sentences):
        for hit in pattern.finditer(lowered(row.text)):
            start, end = row.start + hit.start(), row.start + hit.end()
            text = row.text[hit.start() : hit.end()]
            entity, kind = names[hit[0]]
            made = Mention(row.sentence, start, end, text, entity, kind, "", "", "", _RULE, "")
            yield [getattr(row, k) for k in keys], made


def _common(every: pd.DataFrame) -> pd.Series:
    """Which mentions are of words that no article takes for a name: small in each, as often."""
    words = every["text"].map(lowered)
    small = (every["rule"] == _RULE) & (words == every["text"])
    times = small.groupby([every["event_id"], words, every["article_id"]]).agg(["sum", "size"])
    named = times["size"] - times["sum"]
    firm = (named > times["sum"]).groupby(level=[0, 1]).any()
    phrases = pd.MultiIndex.from_arrays([every["event_id"], words])
    seen = small.groupby([every["event_id"], words]).any()
    loose = seen.index[seen & ~firm.reindex(seen.index)]
    return pd.Series(phrases.isin(loose), index=every.index)


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
