"""The front page: the story, how each outlet told it, in what they differ, one picture."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pandas as pd
from markupsafe import Markup

from tellings import tables
from tellings.compare import ingest
from tellings.compare.events import outlets
from tellings.report.pages.article import day
from tellings.report.pages.frame import linked, table, template
from tellings.report.pages.places import Page, Places
from tellings.show import differences
from tellings.tables import tuples
from tellings.text.prose import counted, few, number

LINES = 300  # events that have a line, the largest first; further ones are in the list of articles
EVENTS = 6  # events that are shown whole; where there are more, each is a line
ARTICLES = 6  # of an event, abreast
# What it asks of the articles.
_COLUMNS = ("article_id", "event_id", "event_name", "outlet", "telling", "agency", "headline")
_COLUMNS += ("published", "anchor")
_NO_HEADLINE = "No headline was found"
_ALONE, _NOTHING = "one article: nothing to compare", "none was found"
_AMONG = 3  # differences from which a line's is taken
SAID = {"differs": 5, "agrees": 3, "cannot be told": 3}  # sentences of an event
# Whose first figure is the picture: what is given in numbers, who is heard, who is named.
PICTURES = ("4-claims", "3-quotes", "2-entities", "5-readability", "1-ingest")


class Pages(NamedTuple):
    """The pages that the front page leads to: of the notebooks; of events that have one, by id."""

    notebooks: list[Page]
    events: dict[str, Page]


class Event(NamedTuple):
    """An event as the front page tells it."""

    name: str
    href: str
    articles: list[dict]
    more: str
    said: dict[str, list[Markup]]


def body(job, pages: Pages, pictures: dict, origin: Markup, places: Places, made_on: str) -> str:
    """The body of the front page, from what the notebooks showed and the tables they saved.

    pictures  the first figure of each notebook that has one, by its name; see picture
    origin  how to read it and what it was made from, as HTML
    places  learns which articles and places are pointed to
    made_on  the day, in words
    """
    told = tables.open(job.data)
    articles = told.columns("articles", *_COLUMNS)
    order = articles["event_id"].value_counts(sort=True).index
    whole = order if len(order) <= EVENTS else []
    shown = [_event(told, articles, event, pages.events, places) for event in whole]
    made = template("front.html.j2").render(
        title=_title(articles),
        day=made_on,
        many=_many(articles),
        corpus=job.corpus.name,
        events=shown,
        lines=_lines(told, articles, order, pages.events, places)
        if len(whole) < len(order)
        else "",
        picture=_picture(pages.notebooks, pictures),
        pages=pages.notebooks,
        origin=origin,
    )
    return linked(made, Page("index.html", "Overview", ""), places)


def _begun(told: tables.Tables, articles: pd.DataFrame) -> pd.DataFrame:
    """The articles with how many words of each are read, and its first sentence."""
    told = told.of(articles["article_id"])
    sentences = told.sentences
    parts = ingest.words(ingest.counts(told.lines), articles)
    words = parts[parts["read"]].groupby("article_id")["words"].sum()
    first = sentences[sentences["zone"] == "body"].groupby("article_id")["text"].first()
    return articles.assign(
        words=articles["article_id"].map(words).fillna(0).astype(int),
        first=[first.get(i, "") for i in articles["article_id"]],
    )


def _title(articles: pd.DataFrame) -> str:
    """The story's name; of several events what their names begin with, else how many they are."""
    names = articles["event_name"].drop_duplicates().tolist()
    if len(names) == 1:
        return names[0]
    begun = {name.partition(":")[0] for name in names}
    known = few(articles["outlet"].nunique(), "outlet")
    by = known if (articles["outlet"] != "").all() else counted(len(articles), "article")
    told = f"{number(len(names))} events as {by} told them"
    if len(articles) == len(names):
        told = f"{number(len(names))} events, one article each"
    if len(begun) == 1 and len(names) <= EVENTS:
        return f"{begun.pop()}: {told}"
    return told[0].upper() + told[1:]


def _many(articles: pd.DataFrame) -> str:
    """How many articles of how many outlets there are."""
    told = counted(len(articles), "article")
    known = (articles["outlet"] != "").all()
    return f"{told} by {outlets.counted(articles)}" if known else told


def _event(told, articles: pd.DataFrame, event: str, pages: dict, places: Places) -> Event:
    """What the front page tells of an event."""
    own = articles[articles["event_id"] == event]
    abreast = own.sort_values(["outlet", "article_id"], kind="stable")
    first = abreast[~abreast["outlet"].where(abreast["outlet"] != "").duplicated()]
    shown = pd.concat([first, abreast.drop(first.index)]).head(ARTICLES)
    rest = len(own) - len(shown)
    return Event(
        own["event_name"].iloc[0],
        pages[event].href if event in pages else "",
        [_column(row, places) for row in tuples(_begun(told, shown))],
        counted(rest, "more article") if rest else "",
        {part: _said(told, event, part) for part in SAID},
    )


def _column(row, places: Places) -> dict:
    """An article in its column: who tells, the headline, how it begins, how long, of which day."""
    about = [counted(row.words, "word"), day(row)]
    return {
        "telling": row.telling,
        "agency": row.agency,
        "href": places.page(row.article_id),
        "headline": row.headline or _NO_HEADLINE,
        "first": row.first if row.first != row.headline else "",
        "about": " · ".join(filter(None, about)),
    }


def _said(told: tables.Tables, event: str, part: str) -> list[Markup]:
    """The first sentences of a part of what was found on an event."""
    if "differences" not in dir(told):
        return []
    own = told.of_events([event])
    rows = own.differences
    rows = rows[rows["part"] == part].nsmallest(SAID[part], "rank")
    return differences.items(rows, own.difference_places)


def further(told: tables.Tables, places: Places) -> dict[str, Markup]:
    """The first difference of each event that has no line of its own on the front page."""
    rest = told.columns("articles", "event_id")["event_id"].value_counts(sort=True).index[LINES:]
    # By their ids, in which the tables stand: so those of some events are read from one place.
    parts = (rest.sort_values()[at : at + LINES] for at in range(0, len(rest), LINES))
    first = (told_first for part in parts for told_first in _first(told, part))
    return {event: Markup(linked(said, None, places)) for event, said in first}


def _lines(told, articles: pd.DataFrame, order, pages: dict[str, Page], places: Places) -> Markup:
    """A table with a line for each event: its name, who tells it, its first difference."""
    many, order = len(order), order[:LINES]
    first = dict(_first(told, order))
    by = dict(iter(articles[articles["event_id"].isin(order)].groupby("event_id")))
    rows = [
        [
            Markup('<a href="{}">{}</a>').format(
                _href(event, own, pages, places), own["event_name"].iloc[0]
            ),
            ", ".join(sorted(set(own["telling"]))),
            first.get(event, _NOTHING if len(own) > 1 else _ALONE),
        ]
        for event, own in ((event, by[event]) for event in order)
    ]
    rest = "the others are in the list of all articles"
    which = "Every event" if many == len(order) else f"{LINES} of {many:,} events ({rest})"
    caption = f"{which}: who reports it, and a first difference"
    return table(caption, ["event", "reported by", "first difference"], rows)


def _href(event: str, articles: pd.DataFrame, pages: dict[str, Page], places: Places) -> str:
    """The page of an event; where it has none, that of its only article, or the list of all."""
    if event in pages:
        return pages[event].href
    return places.page(articles["article_id"].iloc[0]) if len(articles) == 1 else "articles.html"


def _first(told: tables.Tables, events: Sequence[str]) -> Iterator[tuple[str, Markup]]:
    """The first difference of each of the events that has one."""
    if not len(events) or "differences" not in dir(told):
        return
    own = told.of_events(events)
    rows = own.differences
    rows = rows[(rows["part"] == "differs") & (rows["rank"] <= _AMONG)]
    # What the tables prove stands before what a reader must compare; and what happened says more in
    # a line than a list of names, where both are near the top.
    rows = rows.assign(
        names=rows["kind"].isin(("not named", "named alone")), open=rows["certainty"] != "told"
    )
    rows = rows.sort_values(["open", "names", "rank"], kind="stable").drop_duplicates("event_id")
    yield from zip(rows["event_id"], differences.items(rows, own.difference_places), strict=True)


def picture(notebook: dict) -> dict[str, str]:
    """The first figure of an executed notebook, with its caption: the emphasised line under it; {}
    where there is none."""
    cells = notebook["cells"]
    for cell, after in zip(cells, [*cells[1:], {"source": ""}], strict=True):
        for output in cell.get("outputs", []):
            if svg := output.get("data", {}).get("image/svg+xml"):
                caption = re.match(r"\*([^*]+)\*", after["source"])
                return {"figure": Markup(svg), "caption": caption[1] if caption else ""}
    return {}


def _picture(pages: list[Page], pictures: dict) -> dict:
    """One figure at full size, its caption and the page it comes from; {} where there is none."""
    of = {page.href.removesuffix(".html"): page for page in pages}
    name = next((name for name in PICTURES if pictures.get(name)), None)
    return pictures[name] | {"page": of[name]} if name else {}
