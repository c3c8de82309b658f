"""Article pages: each capture whole, its roles, and what was found marked in the text."""

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from tellings import tables
from tellings.compare.events.naming import day_in_words
from tellings.report.pages.frame import table, template
from tellings.report.pages.places import BLANK, Page, Places, article_href
from tellings.show import html
from tellings.show.html import Mark

EACH = 1000  # articles of a corpus in which each has a page, unasked


def paged(told: tables.Tables, places: Places, all_of_them: bool) -> set[str]:
    """The articles that have a page: each, or in a large corpus those that some page points to."""
    every = set(told.captures["article_id"])
    return every if all_of_them or len(every) <= EACH else every & places.articles()


def articles(told: tables.Tables, places: Places, paged: set[str]) -> Iterator[tuple[Page, str]]:
    """Each article's page and its body: lines with roles, marks, where it is spoken of."""
    captures = _only(told.captures, paged)
    apart = told.set_aside.assign(event_id="", published="", anchor="")
    shown = ["article_id", "event_id", "telling", "published", "anchor", "headline", "reason"]
    every = pd.concat([told.articles.assign(reason="")[shown], apart[shown]])
    tellings = every.set_index("article_id")
    lines = dict(iter(_only(told.lines, paged).groupby("article_id")))
    found = dict(iter(_found(told, paged).groupby("article_id")))
    for capture in captures.itertuples():
        asked = places.asked_of(capture.article_id)
        telling = tellings.loc[capture.article_id]
        own = found.get(capture.article_id, pd.DataFrame())
        page = Page(
            article_href(capture.article_id), telling.telling, telling.headline or capture.file
        )
        yield (
            page,
            _body(
                page.title,
                capture,
                _where(capture, telling, places),
                lines[capture.article_id],
                own,
                asked,
            ),
        )


def _only(table: pd.DataFrame, paged: set[str]) -> pd.DataFrame:
    return table[table["article_id"].isin(paged)]


def _found(told: tables.Tables, paged: set[str]) -> pd.DataFrame:
    """What the finders found in these articles, a mark a row."""
    there = {kind.table for kind in html.MARKS} & set(dir(told))
    return html.marks({name: _only(getattr(told, name), paged) for name in sorted(there)})


def day(telling) -> str:
    """The day of an article in words, "(inferred)" where it does not say so itself.

    telling  with published and anchor
    """
    if published := day_in_words(telling.published[:10]):
        return published
    inferred = day_in_words(telling.anchor[:10])
    return f"{inferred} (inferred)" if inferred else "no day given"


def _where(capture, telling, places: Places) -> Markup:
    """Whose article it is, of which event and day, from which file."""
    event = Markup(places.event(telling.event_id)) if telling.event_id else ""
    event = event.replace('href="', 'href="../')
    told = (telling.telling, event, day(telling), capture.file, telling.reason)
    return Markup(" · ").join(filter(None, told))


def _body(
    title: str, capture, where: Markup, lines: pd.DataFrame, found: pd.DataFrame, asked: dict
) -> str:
    """The body of an article's page."""
    marks = [Mark(m.start, m.end, m.look, m.note) for m in found.itertuples()]
    kinds = set(found["kind"]) if len(found) else set()
    return template("article.html.j2").render(
        title=title,
        where=where,
        kinds=[kind for kind in html.MARKS if kind.name in kinds],
        lines=html.lines(lines, marks + [Mark(*at, "cited") for at in asked], addressed=True),
        cited=_cited(capture.file, capture.text, marks, asked) if asked else "",
    )


def _cited(file: str, text: str, marks: list[Mark], asked: dict) -> Markup:
    """A table of the places that pages point to: words, what was found there, links both ways."""
    notes = defaultdict(list)
    for mark in marks:
        notes[mark.start, mark.end].append(mark.note)
    link = Markup('<a href="#at-{}-{}">{}</a>')
    rows = (
        [
            link.format(*at, text[slice(*at)].strip() or BLANK),
            "; ".join(notes[at]),
            Markup(", ").join(
                Markup('<a href="../{}#{}">{}</a>').format(href, row, label)
                for href, label, row in pages
            ),
        ]
        for at, pages in sorted(asked.items())
    )
    caption = f"Every place in {file} that a page of the report points to."
    return table(caption, ["words", "what was found", "spoken of in"], rows)
