"""How often each telling names each entity: merged mentions in, a tally out."""

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

import numpy as np
import pandas as pd

from tellings.compare import statistics
from tellings.compare.entities.merging import renamed
from tellings.text import tokens

# What may be counted as something else when asked: "Israeli" as Israel, "Washington said" as the
# United States, "the Biden administration" is a sense of its own and "White House" a government.
FOLDS = ("demonym", "metonym", "government")


class Tally(NamedTuple):
    """How often and where one telling names one entity of its event; a row, too, for never.

    mentions        0 where the telling does not name the entity
    per_1000_words  mentions per 1,000 story words; low, high: exact Poisson interval, 95 %
    first           place of the first mention, 0 the story's first word, 1 its last; NaN if none
    start, end      of the first mention, in code points
    titles, forms   as used, the most frequent first, joined by "; "
    """

    entity_id: str
    entity: str
    kind: str
    mentions: int
    story_words: int
    per_1000_words: float
    low: float
    high: float
    first: float
    in_headline: bool
    titles: str
    forms: str
    start: int | None
    end: int | None


def story(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The articles with story_words: how many words headline, dek and body have."""
    counts = pd.Series(list(map(tokens.count, sentences["text"].tolist())), sentences.index, int)
    words = counts.groupby(sentences["article_id"]).sum()
    counted = articles["article_id"].map(words).fillna(0).astype("int64")
    return articles.assign(story_words=counted)


def placed(merged: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The mentions with zone and `word`: the story word that a mention begins at, from 1.

    Raises ValueError where a mention's sentence is not among the sentences.
    """
    columns = ["article_id", "sentence", "zone", "start", "text"]
    order = sentences[columns].sort_values(columns[:2], kind="stable")
    known, told = {}, Counter[str]()  # the words of each article before a sentence
    for article, sentence, *own in zip(*(order[c].tolist() for c in columns), strict=True):
        known[article, sentence] = *own, told[article]
        told[article] += tokens.count(own[-1])
    assert len(known) == len(order), "a sentence is there twice"
    zones, words = [], []
    places = zip(merged["article_id"].tolist(), merged["sentence"].tolist(), strict=True)
    for place, start in zip(places, merged["start"].tolist(), strict=True):
        if place not in known:
            raise ValueError(f"no sentence {place[1]} of article {place[0]} in sentences")
        zone, at, text, before = known[place]
        zones.append(zone)
        words.append(before + tokens.count(text[: start - at]) + 1)
    after = merged.drop(columns=["zone", "word"], errors="ignore").reset_index(drop=True)
    return after.assign(zone=pd.array(zones, dtype="str"), word=np.array(words, dtype="int64"))


def tally(
    mentions: pd.DataFrame, articles: pd.DataFrame, fold: Collection[str] | None = None
) -> pd.DataFrame:
    """One Tally row per article and entity of its event, the most mentioned entity first.

    mentions  merged; with `placed`, the place of the first mention and the headline are told, too
    articles  with story_words (`story`); an article without mentions has its rows of zeros
    fold      which of FOLDS to count as what they stand for; nothing by default

    Rates: exact Poisson limits (Garwood 1936) of the count, divided by the story's words.
    Raises ValueError for an unknown fold, or where articles lack story_words.
    """
    if "story_words" not in articles.columns:
        raise ValueError("articles lack story_words. Hand in: entities.story(articles, sentences)")
    counted = _counted(folded(mentions, fold))
    keys = [k for k in ("event_id", "article_id", "outlet", "telling") if k in articles.columns]
    those = counted[["event_id", "entity_id", "entity", "kind"]].drop_duplicates(
        ["event_id", "entity_id"]
    )
    grid = those.merge(articles[[*keys, "story_words"]], on="event_id")
    own = counted.drop(columns=["entity", "kind"])
    table = grid.merge(own, on=["event_id", "article_id", "entity_id"], how="left")
    assert len(table) == len(grid), "an entity was counted twice"
    table["mentions"] = table["mentions"].fillna(0).astype("int64")
    table["first"] = (table["word"].astype("float64") - 1) / (table["story_words"] - 1).clip(1)
    table["in_headline"] = table["in_headline"].eq(True)
    for column in ("titles", "forms"):
        table[column] = table[column].fillna("").astype("str")
    table = table.join(statistics.rates(table["mentions"], table["story_words"]))
    return _ordered(table)[[*keys, *Tally._fields]]


def folded(mentions: pd.DataFrame, fold: Collection[str] | None) -> pd.DataFrame:
    """The mentions with those that are to be folded under the entity that they stand for."""
    unknown = set(fold or ()) - set(FOLDS)
    if unknown:
        raise ValueError(f"unknown fold {sorted(unknown)[0]!r}; known: {', '.join(FOLDS)}")
    which = {
        "demonym": mentions["kind"] == "NORP",
        "metonym": mentions["sense"] == "metonym",
        "government": mentions["kind"].isin(["ORG", "OTHER"]),
    }
    after = mentions
    for name in fold or ():
        meant = which[name] & (mentions["folds_to"] != "")
        for target in sorted(set(mentions.loc[meant, "folds_to"])):
            after = renamed(after, meant & (mentions["folds_to"] == target), target)
    return after


def _counted(mentions: pd.DataFrame) -> pd.DataFrame:
    """One row per article and entity that it names, with the entity's kind in the event."""
    placed = mentions if "word" in mentions.columns else mentions.assign(word=pd.NA)
    placed = placed if "zone" in placed.columns else placed.assign(zone="")
    placed = placed.assign(
        word=placed["word"].astype("Int64"), in_headline=placed["zone"] == "headline"
    )
    placed = placed.sort_values(["event_id", "article_id", "start"], kind="stable")
    by = ["event_id", "entity_id", "article_id"]
    groups = placed.groupby(by, sort=False)
    table = groups.agg(
        entity=("entity", "first"),
        mentions=("start", "size"),
        word=("word", "min"),
        in_headline=("in_headline", "any"),
        start=("start", "first"),
        end=("end", "first"),
    )
    table = table.assign(titles=listing(placed, by, "title"), forms=listing(placed, by, "text"))
    kinds = commonest(placed, by[:2], "kind")
    table = table.reset_index().join(kinds, on=by[:2])
    return table.astype({"start": "Int64", "end": "Int64"})


def listing(rows: pd.DataFrame, by: list[str], column: str) -> pd.Series:
    """For each group its values of a column, the most frequent first, each once: "Mr; President".

    A group whose values are all empty is not among the answers.
    """
    found: dict[tuple, list[str]] = {}
    for *key, value in _by_frequency(rows, by, column):
        found.setdefault(tuple(key), []).append(value)
    return _keyed({key: "; ".join(values) for key, values in found.items()}, by, column)


def commonest(rows: pd.DataFrame, by: list[str], column: str) -> pd.Series:
    """For each group the most frequent value of a column; of equals the one that comes first."""
    found: dict[tuple, str] = {}
    for *key, value in _by_frequency(rows, by, column):
        found.setdefault(tuple(key), value)
    return _keyed(found, by, column)


def _keyed(values: dict[tuple, str], by: list[str], column: str) -> pd.Series:
    """The values of a column under the keys of their groups."""
    index = pd.MultiIndex.from_tuples(values, names=by)
    return pd.Series(pd.array(list(values.values()), dtype="str"), index, name=column)


def _by_frequency(rows: pd.DataFrame, by: list[str], column: str) -> list[tuple]:
    """Each group's values that are not empty, once, with its keys; those of the most rows first."""
    told = rows[rows[column] != ""]
    times = Counter(zip(*(told[c].tolist() for c in [*by, column]), strict=True))
    return [own for own, _ in times.most_common()]


def _ordered(table: pd.DataFrame) -> pd.DataFrame:
    """Events in order; inside them the entity most named first, tellings by article."""
    total = table.groupby(["event_id", "entity_id"])["mentions"].transform("sum")
    table = table.assign(total=total)
    order = ["event_id", "total", "entity", "entity_id", "article_id"]
    table = table.sort_values(order, ascending=[True, False, True, True, True], kind="stable")
    return table.reset_index(drop=True)
