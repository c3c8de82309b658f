"""All articles of a corpus by event and outlet, each with its page: nothing is out of reach."""

from collections.abc import Iterator, Mapping
from itertools import groupby

import pandas as pd
from markupsafe import Markup

from tellings.report.pages.frame import table, template
from tellings.report.pages.places import Page, article_href
from tellings.tables import tuples
from tellings.text.prose import counted

FIRST = Page("articles.html", "Articles", "All articles")
SIZE = 1000  # articles of a page: some 150 kB


def pages(
    articles: pd.DataFrame, paged: set[str], further: Mapping[str, Markup]
) -> Iterator[tuple[Page, str]]:
    """Each page of the list with its body: articles.html, articles-2.html, ...

    articles  as in the table articles
    paged     the article_id of those that have a page of their own
    further   a difference by event_id, told below the articles of the event
    """
    many = max(1, -(-len(articles) // SIZE))
    told = articles.sort_values(["event_name", "event_id", "outlet", "article_id"], kind="stable")
    hrefs = [_href(number) for number in range(1, many + 1)]
    for number, href in enumerate(hrefs):
        part = tuples(told.iloc[number * SIZE : (number + 1) * SIZE])
        yield (
            FIRST._replace(href=href),
            template("articles.html.j2").render(
                many=counted(len(articles), "article"),
                without=counted(len(set(articles["article_id"]) - paged), "article"),
                all_have_one=paged.issuperset(articles["article_id"]),
                pages=[(i + 1, h, i == number) for i, h in enumerate(hrefs)],
                events=[
                    _event(list(own), paged, further.get(event, Markup()))
                    for event, own in groupby(part, lambda a: a.event_id)
                ],
            ),
        )


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
