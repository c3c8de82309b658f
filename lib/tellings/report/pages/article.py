"""Article pages: each capture whole, its roles, and what was found marked in the text."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

import pandas as pd
from markupsafe import Markup

from tellings import tables
from tellings.compare.events.naming import day_in_words
from tellings.compare.rows import by_article
from tellings.report.pages.frame import table, template
from tellings.report.pages.places import BLANK, Page, Places, article_href
from tellings.show import html, marking
from tellings.show.html import Mark
from tellings.tables import tuples

EACH = 1000  # articles of a corpus in which each has a page, unasked
_AT_ONCE = 250  # articles whose rows are held in memory


def paged(told: tables.Tables, places: Places, all_of_them: bool) -> set[str]:
    """The articles that have a page: each, or in a large corpus those that some page points to."""
    every = set(told.columns("captures", "article_id")["article_id"])
    return every if all_of_them or len(every) <= EACH else every & places.articles()


def articles(told: tables.Tables, places: Places, paged: set[str]) -> Iterator[tuple[Page, str]]:
    """Each article's page and its body: lines with roles, marks, where it is spoken of."""
    apart = told.set_aside.assign(event_id="", published="", anchor="")
    shown = ["article_id", "event_id", "telling", "published", "anchor", "headline", "reason"]
    own = told.columns("articles", *shown[:-1]).assign(reason="")
    every = pd.concat([own, apart[shown]])
    tellings = {row.article_id: row for row in tuples(every)}
    ids = told.columns("captures", "article_id")["article_id"]
    waiting = iter([i for i in ids if i in paged])
    while some := list(islice(waiting, _AT_ONCE)):
        own = told.of(some)
        lines, found = by_article(tuples(own.lines)), _marks(own)
        for capture in tuples(own.captures):
            i = capture.article_id
            yield _article(capture, tellings[i], lines.get(i, []), found[i], places)


def _marks(told: tables.Tables) -> dict[str, list[tuple[str, Mark]]]:
    """What the finders found in each article, in the order of the text: its kind and its mark."""
    there = [kind for kind in marking.MARKS if kind.table in dir(told)]
    found = marking.marks({kind.table: told.columns(kind.table, *kind.columns) for kind in there})
    marks = map(Mark, *(found[column].tolist() for column in Mark._fields))
    rows: dict[str, list[tuple[str, Mark]]] = defaultdict(list)
    whose = zip(found["article_id"].tolist(), found["kind"].tolist(), marks, strict=True)
    for article_id, kind, mark in whose:
        rows[article_id].append((kind, mark))
    return rows


def _article(
    capture, telling, lines: list, found: list[tuple[str, Mark]], places: Places
) -> tuple[Page, str]:
    """An article's page and its body."""
    title = telling.headline or capture.file
    marks = [mark for _, mark in found]
    kinds = {kind for kind, _ in found}
    asked = places.asked_of(capture.article_id)
    body = template("article.html.j2").render(
        title=title,
        where=_where(capture, telling, places),
        kinds=[kind for kind in marking.MARKS if kind.name in kinds],
        lines=html.lines(lines, marks + [Mark(*at, "cited") for at in asked], addressed=True),
        cited=_cited(capture.file, capture.text, marks, asked) if asked else "",
    )
    return Page(article_href(capture.article_id), telling.telling, title), body


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
