"""All articles of a corpus by event and outlet, each with its page: nothing is out of reach."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

import pandas as pd
from markupsafe import Markup

from tellings import tables
from tellings.report.pages.frame import table, template
from tellings.report.pages.places import Page, article_href
from tellings.tables import tuples
from tellings.text.prose import counted

FIRST = Page("articles.html", "Articles", "All articles")
# What the list says of an article.
_COLUMNS = ("article_id", "event_id", "event_name", "outlet", "telling", "headline")
_COLUMNS += ("file", "published")
_NAME = re.compile(r"[^\s,:]+(?: [^\s,:]+){,2}")  # of an event, for who looks for its page
SIZE = 1000  # articles of a page: some 150 kB


def pages(
    told: tables.Tables, paged: set[str], further: Mapping[str, Markup]
) -> Iterator[tuple[Page, str]]:
    """Each page of the list with its body: articles.html, articles-2.html, ...

    paged     the article_id of those that have a page of their own
    further   a difference by event_id, told below the articles of the event
    """
    articles = told.columns("articles", *_COLUMNS)
    order = ["event_name", "event_id", "outlet", "article_id"]
    articles = articles.sort_values(order, kind="stable", ignore_index=True)
    without = set(articles["article_id"]) - paged
    parts = [articles.iloc[at : at + SIZE] for at in range(0, max(1, len(articles)), SIZE)]
    each = [(_href(number), _guide(part)) for number, part in enumerate(parts, 1)]
    for part, (own, _) in zip(parts, each, strict=True):
        yield (
            FIRST._replace(href=own),
            template("articles.html.j2").render(
                many=counted(len(articles), "article"),
                without=counted(len(without), "article"),
                all_have_one=not without,
                pages=[(href, href == own, guide) for href, guide in each],
                events=[
                    _event(list(rows), paged, further.get(event, Markup()))
                    for event, rows in groupby(tuples(part), lambda a: a.event_id)
                ],
            ),
        )


def _guide(part: pd.DataFrame) -> str:
    """How the first and the last event of a page begin, as a dictionary has it above its pages."""
    ends = [*tuples(part.head(1)), *tuples(part.tail(1))]
    begun = (_NAME.match(row.event_name or row.event_id) for row in ends)
    return " – ".join(dict.fromkeys(name[0] for name in begun if name))


def _href(number: int) -> str:
    return FIRST.href if number == 1 else f"articles-{number}.html"


def _event(rows: list, paged: set[str], difference: Markup) -> Markup:
    """A table of an event's articles, and below it what they differ in."""
    name = rows[0].event_name or rows[0].event_id
    shown = [[row.telling, _headline(row, paged), row.published[:10]] for row in rows]
    below = Markup("<p>{}</p>").format(difference) if difference else Markup()
    return table(name, ["outlet", "headline", "published"], shown) + below


def _headline(row, paged: set[str]) -> str | Markup:
    """An article's headline, as a link where it has a page."""
    words = row.headline or row.file
    if row.article_id not in paged:
        return words
    return Markup('<a href="{}">{}</a>').format(article_href(row.article_id), words)
