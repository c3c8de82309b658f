"""The articles of events: what describes each, how it is called, which it goes with."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import PurePath
from typing import NamedTuple, get_type_hints

import pandas as pd

from tellings import tables
from tellings.compare.events import naming
from tellings.compare.events.wording import free
from tellings.compare.parts import Rows
from tellings.read import dates
from tellings.read.articles import Article
from tellings.tables import tuples

# Of a described article what is asked when it is compared: no more need be held of a corpus.
HELD = (
    *("article_id", "file", "event_id", "headline", "published", "published_status", "updated"),
    *("outlet", "outlet_status", "outlet_start", "outlet_end"),
)
_KEYS = {"article_id": str, "file": str, "event_id": str, "outlet": str, "telling": str}
_MORE = (
    "outlet_evidence",
    "event_day",
    "event_name",
    "event_evidence",
    "anchor",
    "anchor_basis",
)
Telling = NamedTuple(
    "Telling", list((_KEYS | get_type_hints(Article) | dict.fromkeys(_MORE, str)).items())
)
Telling.__doc__ = """An article: what it says of itself, its event, and how both are known.

    telling          its label in figures, unique inside its event
    outlet_evidence  why this outlet
    event_evidence   why this event
    event_day        the event's day, ISO; "" if no telling gives one
    event_name       the event in words, with its day where it is known
    anchor           the day that its weekday words count from, ISO or ""
    anchor_basis     what that day is: published, updated, given, the event's day
    """


def described(articles: pd.DataFrame, captures: pd.DataFrame) -> pd.DataFrame:
    """What articles.describe found, with the file and the event_id given for each capture.

    An article of which nothing was found (a capture without a word that is read) is there as well;
    one that nothing dates has the day of its file's name, "inferred".
    """
    given = captures[["article_id", "file", "event_id"]]
    own = articles.drop(columns=["file", "event_id"], errors="ignore")
    after = given.merge(own, on="article_id")
    assert len(after) == len(articles) == len(captures), "an article without its capture"
    return _dated_by_file(after)


def _dated_by_file(articles: pd.DataFrame) -> pd.DataFrame:
    """The articles; one that nothing dates is published on the day in its file's name: inferred."""
    undated = (articles["published"] == "") & (articles["updated"] == "")
    names = articles["file"].map(lambda file: PurePath(file).stem.replace("_", " "))
    days = names.map(dates.stamp).where(undated, "").str[:10]
    found = days != ""
    return articles.assign(
        published=articles["published"].where(~found, days),
        published_status=articles["published_status"].where(~found, "inferred"),
    )


def tellings(
    articles: pd.DataFrame,
    outlets: pd.DataFrame,
    groups: pd.DataFrame,
    sentences: Rows,
) -> pd.DataFrame:
    """The table of Telling rows: each article with its outlet, event, anchor and label.

    articles from described, outlets from compare.outlets.find, groups from group; sentences as
    naming.names asks for them.
    """
    return completed(placed(articles, outlets, groups, sentences))(articles)


def placed(
    articles: pd.DataFrame,
    outlets: pd.DataFrame,
    groups: pd.DataFrame,
    sentences: Rows,
) -> pd.DataFrame:
    """What is known of an article only beside the others, a row for each: the columns of outlets,
    groups, anchor and label of `tellings`, which says what is given.

    articles  of those described the columns HELD
    """
    own = articles.drop(columns=["outlet", "outlet_status", "event_id"])
    after = own.merge(outlets, on="article_id").merge(groups, on="article_id")
    assert len(after) == len(articles), "an article was lost or doubled"
    after = after.rename(columns={"evidence": "event_evidence", "day": "event_day"})
    anchor = [_anchor(row) for row in tuples(after)]
    after = after.assign(anchor=[a for a, _ in anchor], anchor_basis=[b for _, b in anchor])
    called = after["event_id"].map(naming.names(after, sentences))
    after = after.assign(telling=_labels(after), event_name=called)
    return after[["article_id", "event_id", "telling", "outlet", "outlet_status", *_MORE]]


def completed(placed: pd.DataFrame) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """A function that gives articles as Telling rows: with what is known beside the others."""
    known = placed.set_index("article_id")

    def of(articles: pd.DataFrame) -> pd.DataFrame:
        own = articles.drop(columns=known.columns, errors="ignore").set_index("article_id")
        beside = known.loc[own.index]  # a join walks all that are known, for each part anew
        return tables.typed(own.join(beside).reset_index(), Telling)

    return of


def anchors(articles: pd.DataFrame) -> pd.Series:
    """The day each article's weekday words count from, by article_id; None where it is unknown."""
    days = [date.fromisoformat(a) if a else None for a in articles["anchor"]]
    return pd.Series(days, index=articles["article_id"], dtype=object)


def join(rows: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The rows of an article's table with event_id, outlet and telling beside article_id.

    Raises ValueError for a row of an article that is not in `articles`.
    """
    keys = ["event_id", "outlet", "telling"]
    unknown = set(rows["article_id"]) - set(articles["article_id"])
    if unknown:
        raise ValueError(f"no article {min(unknown)!r} in articles. Run: make clean report")
    own = rows.drop(columns=[k for k in keys if k in rows.columns])
    after = own.merge(articles[["article_id", *keys]], on="article_id", how="left")
    assert len(after) == len(rows), "a row was lost or doubled"
    return after[["article_id", *keys, *(c for c in own.columns if c != "article_id")]]


def only(articles: pd.DataFrame, event: str) -> pd.DataFrame:
    """The articles of one event; of all events for "".

    Raises ValueError for an unknown event, naming the known ones.
    """
    known = sorted(set(articles["event_id"]))
    if event and event not in known:
        raise ValueError(f"unknown event {event!r}; this corpus has: {', '.join(known)}")
    return articles[articles["event_id"] == event] if event else articles


def largest_first(articles: pd.DataFrame) -> pd.DataFrame:
    """The articles in the report's order: the largest event first, then by article_id."""
    size = articles["event_id"].map(articles["event_id"].value_counts()).astype(int)
    keys = articles.assign(size=-size)
    order = ["size", "event_id", "article_id"]
    return keys.sort_values(order, kind="stable", ignore_index=True).drop(columns="size")


def largest(articles: pd.DataFrame, event: str = "") -> str:
    """The event asked for, or the one with most tellings; "" where there are no articles.

    Raises ValueError for an unknown event, naming the known ones.
    """
    sizes = only(articles, event)["event_id"].value_counts()
    return min(sizes.index, key=lambda e: (-sizes[e], e), default="")


# --- names ----------------------------------------------------------------------------------------


def short(ids: list[str]) -> dict[str, str]:
    """Each article_id's first part ("001_ef03..." is "001") where it is unique; else the whole."""
    first = {i: re.split(r"[_ ]", i)[0] for i in ids}
    count = Counter(first.values())
    return {i: f if f and count[f] == 1 else i for i, f in first.items()}


def _anchor(row) -> tuple[str, str]:
    """The day an article's weekday words count from, and what that day is."""
    if row.published:
        basis = {"text": "published", "inferred": "the day in its file's name"}
        return row.published[:10], basis.get(row.published_status, "given")
    if row.updated:
        return row.updated[:10], "updated"
    return (row.event_day, "the event's day") if row.event_day else ("", "")


def _labels(articles: pd.DataFrame) -> list[str]:
    """Short names for figures, unique inside an event: the outlet, or the article_id's first part.

    An inferred outlet says so; a second telling of one outlet gets a number.
    """
    first = short(list(articles["article_id"]))
    taken: dict[str, set[str]] = {}
    labels = []
    for row in tuples(articles):
        base = row.outlet or first[row.article_id]
        base += " (inferred)" if row.outlet_status == "inferred" else ""
        own = taken.setdefault(row.event_id, set())
        labels.append(free(base, own, " "))
        own.add(labels[-1])
    return labels
