"""Places in the articles that pages point to: where each page, event and stretch of text stands."""

import html
from collections.abc import Mapping
from typing import NamedTuple

from tellings.report import names

BLANK = "␣"  # what a link shows whose words are white space


class Page(NamedTuple):
    """A page of the report: where it is, its name in the menu, its title."""

    href: str
    label: str
    title: str


class Places:
    """Places in the articles that the pages point to, gathered as the pages are made."""

    def __init__(self, events: Mapping[str, tuple[str, str]] | None = None):
        """events: the name of each event by its id, and its page's address, "" where it has none"""
        self._events = dict(events or {})
        self._asked: dict[str, dict[tuple[int, int], list[tuple[str, str, str]]]] = {}
        self._rows = 0

    def asked_of(self, article_id: str) -> dict[tuple[int, int], list[tuple[str, str, str]]]:
        """The places asked for in an article, each with (page, label, id) of where it was asked."""
        return self._asked.get(article_id, {})

    def articles(self) -> set[str]:
        """The articles that some page points to."""
        return set(self._asked)

    def page(self, article_id: str) -> str:
        """The address of an article's page, which is then asked for."""
        self._asked.setdefault(article_id, {})
        return article_href(article_id)

    def event(self, event_id: str) -> str:
        """An event's name, from its id, as a link to its page if it has one."""
        name, href = self._events.get(event_id, (event_id, ""))
        words = html.escape(name)
        return f'<a href="{href}">{words}</a>' if href else words

    def href(self, article_id: str, start: str, end: str) -> str:
        """The address of a place: on its article's page, at the words."""
        page = self.page(html.unescape(article_id))
        self.asked_of(html.unescape(article_id)).setdefault((int(start), int(end)), [])
        return f"{page}#at-{start}-{end}"

    def link(self, page: Page | None, article_id: str, start: str, end: str, words: str) -> str:
        """The words as a link to their place; the first on a page can be linked back to.

        page  None: nothing leads back
        """
        if start == end:
            return words  # a place between words, such as a doubled blank line
        words = words if html.unescape(words).strip() else BLANK
        href = self.href(article_id, start, end)
        asked = self.asked_of(html.unescape(article_id))[int(start), int(end)]
        if page is None or any(where == page.href for where, _, _ in asked):
            return f'<a href="{href}">{words}</a>'
        self._rows += 1
        row = f"row-{self._rows}"
        asked.append((page.href, page.label, row))
        return f'<a href="{href}" id="{row}">{words}</a>'


def article_href(article_id: str) -> str:
    """The address of an article's page: no two ids share one, on any file system.

    >>> article_href("000_ab"), article_href("CNN/Rafah: “talks”")
    ('articles/000_ab.html', 'articles/cnn-rafah-talks-8ed95aba5249.html')
    """
    return f"articles/{names.safe(article_id, 'article')}.html"


def event_href(event_id: str) -> str:
    """The address of an event's page.

    >>> event_href("2024-04-18")
    'events/2024-04-18.html'
    """
    return f"events/{names.safe(event_id, 'event')}.html"
