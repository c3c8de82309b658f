"""All articles of a corpus by event and outlet, each with its page: nothing is out of reach."""

from collections.abc import Iterator, Mapping
from itertools import groupby

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
SIZE = 1000  # articles of a page: some 150 kB


def pages(
    told: tables.Tables, paged: set[str], further: Mapping[str, Markup]
) -> Iterator[tuple[Page, str]]:
    """Each page of the list with its body: articles.html, articles-2.html, ...

    paged     the article_id of those that have a page of their own
    further   a difference by event_id, told below the articles of the event
    """
    articles = told.columns("articles", *_COLUMNS)
    many = max(1, -(-len(articles) // SIZE))
    order = ["event_name", "event_id", "outlet", "article_id"]
    articles = articles.sort_values(order, kind="stable", ignore_index=True)
    without = set(articles["article_id"]) - paged
    hrefs = [_href(number) for number in range(1, many + 1)]
    for number, href in enumerate(hrefs):
        part = tuples(articles.iloc[number * SIZE : (number + 1) * SIZE])
        yield (
            FIRST._replace(href=href),
            template("articles.html.j2").render(
                many=counted(len(articles), "article"),
                without=counted(len(without), "article"),
                all_have_one=not without,
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
