"""What can be read off merged mentions and their tally: forms, titles, tables for people."""

from collections.abc import Callable, Mapping

import pandas as pd

from tellings.compare.entities.tallying import commonest, listing
from tellings.compare.events import findings

# What the figure of names says nothing of: of thousands of events it takes more than all else.
_UNSEEN = ["titles", "forms", "searched_for", "entity_id", "story_words", "low", "high"]


def to_draw(called: Mapping[str, str], *by: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """A function that takes from a tally, or from who is left out, what the figure of names needs.

    called, by  as findings.to_draw has them
    """
    chosen = findings.to_draw(called, *by)

    def of(rows: pd.DataFrame) -> pd.DataFrame:
        return chosen(rows).drop(columns=_UNSEEN, errors="ignore")

    return of


def names(merged: pd.DataFrame) -> pd.DataFrame:
    """Each entity with all the forms that were taken for it, so that a wrong merge can be seen.

    event_id, entity, kind, mentions, tellings (how many), forms ("Biden; Joe Biden").
    """
    by = ["event_id", "entity_id"]
    table = merged.groupby(by, sort=False).agg(
        entity=("entity", "first"), mentions=("start", "size"), tellings=("article_id", "nunique")
    )
    table = table.assign(kind=commonest(merged, by, "kind"), forms=listing(merged, by, "text"))
    columns = ["event_id", "entity", "kind", "mentions", "tellings", "forms"]
    order = ["event_id", "mentions", "entity"]
    table = table.reset_index().sort_values(order, ascending=[True, False, True], kind="stable")
    return table[columns].reset_index(drop=True)


def unresolved(merged: pd.DataFrame) -> pd.DataFrame:
    """People known by one name only, whom no full name in their event explains: to be looked at.

    One row per event and name: event_id, entity, mentions, and the first place (article_id, start,
    end, text).
    """
    people = merged[(merged["kind"] == "PERSON") & ~merged["entity"].str.contains(r"[\s-]")]
    first = people.sort_values(["event_id", "article_id", "start"], kind="stable")
    groups = first.groupby(["event_id", "entity_id"], sort=False)
    columns = ["event_id", "article_id", "entity", "start", "end", "text"]
    listed = groups[columns].head(1).assign(mentions=groups["start"].transform("size"))
    return listed.reset_index(drop=True)


def titles(merged: pd.DataFrame) -> pd.DataFrame:
    """What each telling calls the people: one row per event, person, telling and way of naming.

    called is title and name as written ("President Biden"); times how often; article_id, start, end
    the first place.
    """
    people = merged[merged["kind"] == "PERSON"].sort_values(["event_id", "article_id", "start"])
    called = (people["title"] + " " + people["text"]).str.strip()
    called = called.where(people["sense"] == "", called + " (" + people["sense"] + ")")
    keys = [
        k
        for k in ("event_id", "entity_id", "entity", "article_id", "outlet", "telling")
        if k in people
    ]
    groups = people.assign(called=called).groupby([*keys, "called"], sort=False)
    table = groups.agg(times=("start", "size"), start=("start", "min"), end=("end", "min"))
    weight = table.groupby(["event_id", "entity_id"])["times"].transform("sum")
    table = table.assign(weight=weight).reset_index()
    order = ["event_id", "weight", "entity", "article_id", "start"]
    table = table.sort_values(order, ascending=[True, False, True, True, True])
    return table.drop(columns=["weight", "entity_id"]).reset_index(drop=True)


def ways(merged: pd.DataFrame) -> pd.DataFrame:
    """Of each event how many people are named, and how many of them by more than one way."""
    found = titles(merged).groupby(["event_id", "entity"])["called"].nunique()
    by = found.gt(1).groupby("event_id")
    return pd.DataFrame({"people": by.size(), "several": by.sum()}).reset_index()


def called(merged: pd.DataFrame) -> pd.DataFrame:
    """The rows of `titles` of people who go by more than one way of naming, for a page."""
    found = titles(merged)
    several = found.groupby(["event_id", "entity"])["called"].transform("nunique")
    return found[several > 1].drop(columns="outlet", errors="ignore").reset_index(drop=True)


def table(tally: pd.DataFrame) -> pd.DataFrame:
    """The tally for reading: whom each telling names, the first mention as the row's place."""
    shown = ["event_id", "entity", "kind", "telling", "mentions", "per_1000_words", "low", "high"]
    shown += ["first", "in_headline", "titles", "forms", "article_id", "start", "end"]
    return tally.loc[tally["mentions"] > 0, shown].reset_index(drop=True)
