"""Which mentions of an event name one entity: mentions in, the same rows with their entity out."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from tellings import tables
from tellings.compare.corpus.corrections import applied, meant
from tellings.compare.events import outlets
from tellings.find.mentions import Mention, linking
from tellings.find.mentions.forms import Form, comparable

Merged = tables.extend(
    Mention,
    "Merged",
    """A Mention with its entity across the tellings of its event.

    entity_id  one entity's alone inside its event
    zone       of its sentence; word: its place in the story, counted in words from 1
    """,
    entity_id=str,
    zone=str,
    word=int,
)


def merge(mentions: pd.DataFrame, corrections: pd.DataFrame | None = None) -> pd.DataFrame:
    """The same rows with entity_id and, in `entity`, the name of the entity in its event.

    Names are merged inside each event only (mentions.linking); a kind that was only guessed gives
    way where another telling knows a person of that name, and `rule` then says so.

    Rows of `corrections` with subject "entity" win: all mentions of the merged entity `was`, or of
    the one article named, or the one mention at `place`, become the entity `becomes`; an empty
    `becomes` says that it names nobody, and the rows are left out.
    """
    found = mentions.sort_values(["event_id", "article_id", "start"], kind="stable")
    answers = []
    for _, rows in found.groupby("event_id", sort=True):
        answers += linking.link([_form(row) for row in rows.itertuples()])
    found["rule"] = found["rule"].mask(
        np.array([k != a.kind for k, a in zip(found["kind"], answers, strict=True)], dtype=bool),
        "as elsewhere in the event",
    )
    for column, field in (("entity", "name"), ("entity_id", "key"), ("kind", "kind")):
        found[column] = pd.array([getattr(a, field) for a in answers], dtype="str")
    return corrected(found.loc[mentions.index], corrections)


def _form(row) -> Form:
    """A mention as linking.link takes it; a body that was only voted for is a guess.

    A person goes by the words of the text: whom a bare surname means is told anew, now that the
    event's other articles are heard, too.
    """
    sure = row.kind != "ORG" or not row.rule.startswith("votes")
    plain = row.kind == "PERSON" and not row.text.isupper()
    text = row.text if plain else row.entity
    kin = getattr(row, "kin", "")
    also = row.text if row.rule in ("bill", "letters") else ""
    words = (row.title, 1, sure, row.sense, kin, row.sentence, also)
    return Form(row.article_id, text, row.kind, *words)


def corrected(merged: pd.DataFrame, corrections: pd.DataFrame | None) -> pd.DataFrame:
    """The merged rows after the researcher's corrections of names, applied in their order."""
    for _, after in _steps(merged, corrections):
        merged = after
    return merged


def changes(merged: pd.DataFrame, corrections: pd.DataFrame) -> pd.DataFrame:
    """The corrections of names, as corpus.corrections.Applied: how many mentions each changed.

    0 mentions: no telling here names `was` so, in that article or at that place.
    """
    steps = list(_steps(merged, corrections))
    names = corrections[corrections["subject"] == "entity"]
    return applied(names, [changed for changed, _ in steps])


def _steps(found: pd.DataFrame, corrections: pd.DataFrame | None) -> Iterator[tuple]:
    """For each correction of a name, how many rows it changes, and the rows after it."""
    if corrections is None:
        return
    for row in corrections[corrections["subject"] == "entity"].itertuples():
        mask = meant(found, row, "entity")
        mask &= found["entity"] != row.becomes
        found = renamed(found, mask, row.becomes) if row.becomes else found[~mask]
        yield int(mask.sum()), found


def renamed(found: pd.DataFrame, meant: pd.Series, name: str) -> pd.DataFrame:
    """The rows with those meant under another name, joined to its entity if there is one."""
    found = found.copy()
    ids = found[~meant & (found["entity"] == name)].groupby("event_id")["entity_id"].first()
    new = f"corrected {comparable(name)}"
    found.loc[meant, "entity"] = name
    found.loc[meant, "entity_id"] = [ids.get(e, new) for e in found.loc[meant, "event_id"]]
    return found
<<<<<<< HEAD
=======


def story(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The articles with story_words: how many words headline, dek and body have."""
    words = sentences["text"].map(tokens.count).groupby(sentences["article_id"]).sum()
    counted = articles["article_id"].map(words).fillna(0).astype("int64")
    return articles.assign(story_words=counted)


def placed(merged: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The mentions with zone and `word`: the story word that a mention begins at, from 1."""
    known = sentences[["article_id", "sentence", "zone", "start", "text"]].sort_values(
        ["article_id", "sentence"], kind="stable"
    )
    lengths = known["text"].map(tokens.count).astype("int64")
    before = lengths.groupby(known["article_id"]).cumsum() - lengths
    known = known.assign(before=before).rename(columns={"start": "at", "text": "whole"})
    after = merged.drop(columns=["zone", "word"], errors="ignore").merge(
        known, on=["article_id", "sentence"], how="left", validate="many_to_one"
    )
    assert len(after) == len(merged), "a mention was lost or doubled"
    if after["at"].isna().any():
        lost = after[after["at"].isna()].iloc[0]
        raise ValueError(f"no sentence {lost.sentence} of article {lost.article_id} in sentences")
    inside = [
        tokens.count(whole[: int(start - at)])
        for whole, start, at in zip(after["whole"], after["start"], after["at"], strict=True)
    ]
    word = after["before"].astype("int64") + np.array(inside, dtype="int64") + 1
    return after.assign(word=word).drop(columns=["at", "whole", "before"])


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
            after = _renamed(after, meant & (mentions["folds_to"] == target), target)
    return after


def left_out(tally: pd.DataFrame, at_least: int = 2) -> pd.DataFrame:
    """Who is absent from an outlet though other outlets of the same event name them.

    One row per event, entity and silent outlet: named_by (outlets, joined by ", "), outlets (how
    many), mentions (theirs), expected: the mentions that the silent outlet's story would have at
    the others' rate; by_chance: how likely none at all then is (Poisson). Two files of one outlet
    are one outlet; a file of an unknown outlet stands for itself.
    """
    voices = tally.assign(voice=outlets.voices(tally))
    keys = ["event_id", "entity_id", "entity", "kind", "voice"]
    told = voices.groupby(keys, sort=False)[["mentions", "story_words"]].sum().reset_index()
    named = told[told["mentions"] > 0].groupby(["event_id", "entity_id"], sort=False)
    own = named.agg(
        named_by=("voice", ", ".join),
        outlets=("voice", "size"),
        total=("mentions", "sum"),
        words=("story_words", "sum"),
    )
    silent = told[told["mentions"] == 0].join(own, on=["event_id", "entity_id"])
    silent = silent[silent["outlets"] >= at_least]
    expected = silent["total"] / silent["words"].clip(1) * silent["story_words"]
    table = silent.assign(expected=expected, by_chance=np.exp(-expected), mentions=silent["total"])
    columns = ["event_id", "entity", "kind", "left_out_by", "named_by", "outlets", "mentions"]
    table = table.rename(columns={"voice": "left_out_by"})[[*columns, "expected", "by_chance"]]
    order = ["event_id", "outlets", "mentions", "entity", "left_out_by"]
    table = table.sort_values(order, ascending=[True, False, False, True, True])
    return table.astype({"outlets": "int64", "mentions": "int64"}).reset_index(drop=True)


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
    return _by_frequency(rows, by, column).groupby(by, sort=False)[column].agg("; ".join)


def commonest(rows: pd.DataFrame, by: list[str], column: str) -> pd.Series:
    """For each group the most frequent value of a column; of equals the one that comes first."""
    return _by_frequency(rows, by, column).drop_duplicates(by).set_index(by)[column]


def _by_frequency(rows: pd.DataFrame, by: list[str], column: str) -> pd.DataFrame:
    """Each group's values that are not empty, once, those of the most rows first."""
    times = rows[rows[column] != ""].groupby([*by, column], sort=False).size()
    return times.sort_values(ascending=False, kind="stable").reset_index()


def _ordered(table: pd.DataFrame) -> pd.DataFrame:
    """Events in order; inside them the entity most named first, tellings by article."""
    total = table.groupby(["event_id", "entity_id"])["mentions"].transform("sum")
    table = table.assign(total=total)
    order = ["event_id", "total", "entity", "entity_id", "article_id"]
    table = table.sort_values(order, ascending=[True, False, True, True, True], kind="stable")
    return table.reset_index(drop=True)
>>>>>>> 8bd7300 (Articles of unknown outlets stand for themselves wherever outlets are counted, named or coloured)
